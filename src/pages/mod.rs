//! One folder for each destination. A page never imports another page, the browser or a port's adapter.

use crate::app::routes::Route;
use leptos::prelude::*;

pub mod autosave;
pub mod check_in;
pub mod comments;
pub mod exchange;
pub mod film;
pub mod home;
pub mod library;
pub mod me;
pub mod meeting;
pub mod meetings;
pub mod reader;
pub mod request;
pub mod self_criticism;
pub mod start;
pub mod tasks;
pub mod track;
pub mod trial;
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
        Route::Library => Some(view! { <library::Library /> }.into_any()),
        Route::Document(id) => Some(view! { <reader::Reader id /> }.into_any()),
        Route::Meetings => Some(view! { <meetings::Meetings /> }.into_any()),
        Route::Meeting(id) => Some(view! { <meeting::MeetingPage id /> }.into_any()),
        Route::Absence(id) => Some(view! { <meeting::Absence id /> }.into_any()),
        Route::CheckIn(meeting) => Some(view! { <check_in::CheckIn meeting /> }.into_any()),
        Route::Comment(meeting) => Some(view! { <comments::Comment meeting /> }.into_any()),
        Route::SelfCriticism => Some(view! { <self_criticism::SelfCriticism /> }.into_any()),
        Route::Tasks => Some(view! { <tasks::Tasks /> }.into_any()),
        Route::Exchange => Some(view! { <exchange::Exchange /> }.into_any()),
        Route::Me => Some(view! { <me::Me /> }.into_any()),
        Route::Trial => Some(view! { <trial::Trial /> }.into_any()),
        Route::Request => Some(view! { <request::Request /> }.into_any()),
        _ => first(route),
    }
}
