//! One folder for each destination. A page never imports another page, the browser or a port's adapter.

use crate::app::routes::Route;
use leptos::prelude::*;

pub mod home;
pub mod start;
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
    first(route)
}
