//! The meeting as a file for the phone's own calendar, which reminds its owner.

use crate::domain::meeting::Meeting;
use crate::domain::time::Moment;
use crate::i18n::Texts;
use crate::pages::words;
use crate::papers::ics::{Event, EventStatus, calendar};
use crate::ports::device::Sharing;
use crate::record::Kind;
use crate::state::{State, use_state};
use crate::ui::Icon;
use leptos::prelude::*;
use leptos::task::spawn_local;

const MEDIA: &str = "text/calendar";

/// Minutes since 1970 of the notice's last change: grows with each change, as a calendar asks for.
fn sequence(state: State, meeting: &Meeting) -> u32 {
    let changed = state.with(|memory| {
        memory.fold().about(Kind::Meeting, meeting.id).next().map(|record| record.header().at)
    });
    let Moment(milliseconds) = changed.flatten().unwrap_or_default();
    u32::try_from(milliseconds / 60_000).unwrap_or_default()
}

/// The file of a meeting. A paper of the branch is Vietnamese, an owner's calendar in the language of the screen.
pub fn file(state: State, texts: &Texts, meeting: &Meeting) -> String {
    let theme = meeting.theme.as_ref().map(|theme| (texts.meetings().with_theme)(theme.title.as_str()));
    let agenda: Vec<&str> = meeting.agenda.iter().map(|item| item.title.as_str()).collect();
    calendar(&Event {
        id: &meeting.id.to_string(),
        sequence: sequence(state, meeting),
        made_at: state.now(),
        status: if meeting.stands() { EventStatus::Confirmed } else { EventStatus::Cancelled },
        start: meeting.starts,
        length_minutes: u32::from(meeting.minutes),
        summary: &words::meeting_title(texts, meeting),
        location: meeting.place.as_str(),
        introduction: &theme.unwrap_or_default(),
        agenda: &agenda,
    })
}

/// The button.
#[component]
pub fn ToCalendar(
    /// Which meeting.
    meeting: Meeting,
) -> impl IntoView {
    let state = use_state();
    let meeting = StoredValue::new(meeting);
    let failed = RwSignal::new(false);
    let on_click = move |_| {
        failed.set(false);
        let files = state.tools().files;
        let (name, file) = untrack(|| {
            meeting.with_value(|meeting| {
                (
                    ["sinh-hoat-", &meeting.starts.day.to_iso(), ".ics"].concat(),
                    file(state, state.texts(), meeting),
                )
            })
        });
        spawn_local(async move {
            // A phone hands the file to its calendar; a laptop saves it.
            let shared = files.share(&name, MEDIA, file.as_bytes()).await;
            if matches!(shared, Sharing::Refused | Sharing::Unsupported)
                && !files.save(&name, MEDIA, file.as_bytes())
            {
                failed.try_set(true);
            }
        });
    };
    view! {
        <button class="button" type="button" on:click=on_click>
            <Icon name="calendar" />
            {state.texts().meetings().to_calendar}
        </button>
        <p class="note" role="status">
            {move || failed.get().then_some(state.texts().meetings().calendar_failed)}
        </p>
    }
}
