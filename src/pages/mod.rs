//! One folder for each destination. A page never imports another page, the browser or a port's adapter.

use crate::app::routes::Route;
use leptos::prelude::*;

pub mod assign;
pub mod autosave;
pub mod check_in;
pub mod code;
pub mod collector;
pub mod comments;
pub mod desk;
pub mod exchange;
pub mod film;
pub mod form;
pub mod founding;
pub mod home;
pub mod inbox;
pub mod library;
pub mod me;
pub mod meeting;
pub mod meetings;
pub mod members;
pub mod newcomer;
pub mod notice;
pub mod publishing;
pub mod reader;
pub mod request;
pub mod roll_call;
pub mod self_criticism;
pub mod sheet_waits;
pub mod start;
pub mod tasks;
pub mod text_size;
pub mod track;
pub mod trial;
pub mod unread;
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
        Route::Founding => Some(view! { <founding::Founding /> }.into_any()),
        Route::Desk => Some(view! { <desk::Desk /> }.into_any()),
        Route::Members => Some(view! { <members::Members /> }.into_any()),
        Route::Invite(member) => Some(view! { <members::Invite member /> }.into_any()),
        Route::Inbox => Some(view! { <inbox::Inbox /> }.into_any()),
        Route::NewDocument => Some(view! { <publishing::NewDocument /> }.into_any()),
        Route::NewMeeting => Some(view! { <notice::NewMeeting /> }.into_any()),
        Route::EditMeeting(meeting) => Some(view! { <notice::EditMeeting meeting /> }.into_any()),
        Route::RollCall(meeting) => Some(view! { <roll_call::RollCall meeting /> }.into_any()),
        Route::Code(meeting) => Some(view! { <code::Code meeting /> }.into_any()),
        Route::Assign(meeting) => Some(view! { <assign::Assign meeting /> }.into_any()),
        _ => first(route),
    }
}
