//! One folder for each destination. A page never imports another page, the browser or a port's adapter.

use crate::app::routes::Route;
use leptos::prelude::*;

pub mod autosave;
pub mod check_in;
pub mod comments;
pub mod exchange;
pub mod film;
pub mod home;
pub mod me;
pub mod request;
pub mod self_criticism;
pub mod start;
pub mod tasks;
pub mod track;
pub mod viewfinder;
pub mod words;

/// The pages that a start needs: small, so that Hôm nay is there soon.
pub fn first(route: Route) -> Option<AnyView> {
    match route {
        Route::Home => Some(view! { <home::Home /> }.into_any()),
        Route::Start => Some(view! { <start::Start /> }.into_any()),
        Route::Invitation => Some(view! { <start::Invited /> }.into_any()),
        Route::Pass => Some(view! { <start::MovingIn /> }.into_any()),
        _ => None,
    }
}

/// Every page.
pub fn all(route: Route) -> Option<AnyView> {
    match route {
        Route::CheckIn(meeting) => Some(view! { <check_in::CheckIn meeting /> }.into_any()),
        Route::Comment(meeting) => Some(view! { <comments::Comment meeting /> }.into_any()),
        Route::SelfCriticism => Some(view! { <self_criticism::SelfCriticism /> }.into_any()),
        Route::Tasks => Some(view! { <tasks::Tasks /> }.into_any()),
        Route::Exchange => Some(view! { <exchange::Exchange /> }.into_any()),
        Route::Me => Some(view! { <me::Me /> }.into_any()),
        Route::Request => Some(view! { <request::Request /> }.into_any()),
        _ => first(route),
    }
}
