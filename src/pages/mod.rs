//! One folder for each destination. A page never imports another page, the browser or a port's adapter.

use crate::app::routes::Route;
use crate::domain::meeting::ItemRole;
use crate::state::use_state;
use leptos::prelude::*;

pub mod assign;
pub mod autosave;
pub mod calendar_file;
pub mod check_in;
pub mod closing;
pub mod code;
pub mod collector;
pub mod comments;
pub mod desk;
pub mod dossier;
pub mod draft_state;
pub mod edit_form;
pub mod exchange;
pub mod film;
pub mod form;
pub mod founding;
pub mod guard;
pub mod held;
pub mod home;
pub mod inbox;
pub mod library;
pub mod me;
pub mod meeting;
pub mod meetings;
pub mod members;
pub mod newcomer;
pub mod notice;
pub mod official_score;
pub mod paper;
pub mod paper_words;
pub mod prepare;
pub mod publishing;
pub mod reader;
pub mod regulations;
pub mod request;
pub mod resolution_book;
pub mod run;
pub mod score_words;
pub mod secretaries;
pub mod self_criticism;
pub mod sheet_waits;
pub mod signed_paper;
pub mod start;
pub mod task_form;
pub mod task_halves;
pub mod task_list;
pub mod task_state;
pub mod tasks;
pub mod text_size;
pub mod themes;
pub mod track;
pub mod trial;
pub mod unfinished;
pub mod unread;
pub mod viewfinder;
pub mod words;
pub mod writing;

/// A page, and what the browser calls it: in its list of tabs, in its history, read out when one comes there.
pub struct Page {
    /// In the owner's language. Each program knows the titles of its own pages only: texts weigh.
    pub title: &'static str,
    /// What is on the screen.
    pub content: AnyView,
}

/// The pages that a start needs: small, so that Hôm nay is there soon.
pub fn first(route: Route) -> Option<Page> {
    let texts = use_state().texts().shell();
    let (title, content) = match route {
        Route::Home => (texts.home, view! { <home::Home /> }.into_any()),
        Route::Start => (texts.app_name, view! { <start::Start /> }.into_any()),
        Route::Invitation => (texts.app_name, view! { <start::Invited /> }.into_any()),
        Route::Pass => (texts.app_name, view! { <start::MovingIn /> }.into_any()),
        _ => return None,
    };
    Some(Page { title, content })
}

/// Every page.
pub fn all(route: Route) -> Option<Page> {
    let texts = use_state().texts();
    let (title, content) = match route {
        // What the secretary is told of deadlines is worked out by this program only.
        Route::Home => {
            let home = view! {
                <home::Home
                    ready=|| view! { <guard::Readiness /> }
                    below=|| view! { <guard::Guarded /> }
                />
            };
            (texts.shell().home, home.into_any())
        }
        Route::Library => (texts.library().title, view! { <library::Library /> }.into_any()),
        Route::Document(id) => (texts.library().title, view! { <reader::Reader id /> }.into_any()),
        Route::Meetings => (texts.meetings().title, view! { <meetings::Meetings /> }.into_any()),
        Route::Meeting(id) => (texts.meetings().notice, view! { <meeting::MeetingPage id /> }.into_any()),
        Route::Absence(id) => (texts.meetings().absence, view! { <meeting::Absence id /> }.into_any()),
        Route::CheckIn(meeting) => {
            (texts.check_in().title, view! { <check_in::CheckIn meeting /> }.into_any())
        }
        Route::Comment(meeting) => {
            (texts.comments().title, view! { <comments::Comment meeting /> }.into_any())
        }
        Route::SelfCriticism => {
            (texts.home().self_criticism, view! { <self_criticism::SelfCriticism /> }.into_any())
        }
        Route::Tasks => (texts.shell().tasks, view! { <tasks::Tasks /> }.into_any()),
        Route::ResolutionBook => {
            (texts.tasks().book, view! { <resolution_book::ResolutionBook /> }.into_any())
        }
        Route::Resolution(meeting) => {
            (texts.resolution_book().entry, view! { <resolution_book::Resolution meeting /> }.into_any())
        }
        Route::Exchange => (texts.exchange().title, view! { <exchange::Exchange /> }.into_any()),
        Route::Me => (texts.me().title, view! { <me::Me /> }.into_any()),
        Route::Scan => (texts.start().camera_title, view! { <start::Scan /> }.into_any()),
        Route::Trial => (texts.shell().app_name, view! { <trial::Trial /> }.into_any()),
        Route::Request => (texts.me().request_title, view! { <request::Request /> }.into_any()),
        Route::Founding => (texts.founding().title, view! { <founding::Founding /> }.into_any()),
        Route::Desk => (texts.desk().title, view! { <desk::Desk /> }.into_any()),
        Route::Members => (texts.members().title, view! { <members::Members /> }.into_any()),
        Route::Invite(member) => {
            (texts.members().invite_title, view! { <members::Invite member /> }.into_any())
        }
        Route::Inbox => (texts.inbox().title, view! { <inbox::Inbox /> }.into_any()),
        Route::Secretaries => (texts.secretaries().title, view! { <secretaries::Secretaries /> }.into_any()),
        Route::Regulations => (texts.regulations().title, view! { <regulations::Regulations /> }.into_any()),
        Route::Paper => (texts.secretaries().paper, view! { <paper::Paper /> }.into_any()),
        Route::NewDocument => (texts.publishing().title, view! { <publishing::NewDocument /> }.into_any()),
        Route::NewMeeting => (texts.notice().title, view! { <notice::NewMeeting /> }.into_any()),
        Route::NextNotice => (texts.notice().title, view! { <notice::NextNotice /> }.into_any()),
        Route::ThemeNotice(theme) => {
            (texts.notice().title, view! { <notice::ThemeNotice theme /> }.into_any())
        }
        Route::Themes => (texts.themes().title, view! { <themes::Themes /> }.into_any()),
        Route::Prepare(meeting) => (texts.prepare().title, view! { <prepare::Prepare meeting /> }.into_any()),
        Route::EditMeeting(meeting) => {
            (texts.notice().edit_title, view! { <notice::EditMeeting meeting /> }.into_any())
        }
        Route::Run(meeting) => (texts.run().title, view! { <run::RunPage meeting /> }.into_any()),
        Route::ScoreVote(meeting) => {
            (texts.votes().title, view! { <run::RunPage meeting vote_on=ItemRole::Score /> }.into_any())
        }
        Route::Code(meeting) => (texts.roll_call().code_title, view! { <code::Code meeting /> }.into_any()),
        Route::Dossier(meeting) => {
            (texts.dossier().title, view! { <dossier::MeetingDossier meeting /> }.into_any())
        }
        Route::Assign(meeting) => (texts.assign().title, view! { <assign::Assign meeting /> }.into_any()),
        Route::Close(meeting) => (texts.closing().title, view! { <closing::Close meeting /> }.into_any()),
        Route::SignedPaper(id) => {
            (texts.closing().paper, view! { <signed_paper::SignedPaperPage id /> }.into_any())
        }
        _ => return first(route),
    };
    Some(Page { title, content })
}
