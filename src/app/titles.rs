//! What the browser calls a place: in its list of tabs, in its history, and read out when one comes there.

use super::routes::Route;
use crate::i18n::Texts;

/// The title of a place, behind it the name of the app.
pub fn title(texts: &Texts, route: Option<Route>) -> String {
    let (place, app) =
        (route.map_or(texts.shell().not_found, |route| name(texts, route)), texts.shell().app_name);
    if place == app { app.to_owned() } else { [place, " · ", app].concat() }
}

fn name(texts: &Texts, route: Route) -> &'static str {
    match route {
        Route::Home => texts.shell().home,
        Route::Library | Route::Document(_) => texts.library().title,
        Route::Meetings => texts.meetings().title,
        Route::Meeting(_) => texts.meetings().notice,
        Route::Absence(_) => texts.meetings().absence,
        Route::CheckIn(_) => texts.check_in().title,
        Route::Comment(_) => texts.comments().title,
        Route::RollCall(_) => texts.roll_call().title,
        Route::Code(_) => texts.roll_call().code_title,
        Route::EditMeeting(_) => texts.notice().edit_title,
        Route::Assign(_) => texts.assign().title,
        Route::Tasks => texts.shell().tasks,
        Route::SelfCriticism => texts.home().self_criticism,
        Route::Exchange => texts.exchange().title,
        Route::Me => texts.me().title,
        Route::Start | Route::Trial | Route::Invitation | Route::Pass => texts.shell().app_name,
        Route::Founding => texts.founding().title,
        Route::Request => texts.me().request_title,
        Route::Desk => texts.desk().title,
        Route::Members => texts.members().title,
        Route::Invite(_) => texts.members().invite_title,
        Route::Inbox => texts.inbox().title,
        Route::Secretaries => texts.secretaries().title,
        Route::Paper => texts.secretaries().paper,
        Route::NewDocument => texts.publishing().title,
        Route::NewMeeting => texts.notice().title,
    }
}
