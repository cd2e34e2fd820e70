//! What the notice says: number, time, place, chair, theme, agenda.

use crate::domain::meeting::{self, AgendaItem, Meeting, Part, Plan, sections};
use crate::domain::time::WallTime;
use crate::i18n::Texts;
use crate::pages::calendar_file::ToCalendar;
use crate::pages::words;
use crate::state::use_state;
use crate::ui::{Banner, Icon, IconSize, Tone};
use leptos::prelude::*;

/// Number, date and name.
#[component]
pub fn Head(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let date = meeting.noticed_on.to_dmy();
    let note = match &meeting.number {
        Some(number) => (texts.meetings().notice_number)(number.as_str(), &date),
        None => (texts.meetings().notice_date)(&date),
    };
    view! {
        <div class="page-head">
            <p class="page-head__note">{note}</p>
            <h2 data-size="2xl">{words::meeting_title(texts, &meeting)}</h2>
        </div>
    }
}

/// That it was put off or called off, and why.
#[component]
pub fn PlanBanner(plan: Plan) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().meetings();
    let (title, reason) = match plan {
        Plan::Announced => return ().into_any(),
        Plan::Postponed(reason) => (texts.postponed, reason),
        Plan::Cancelled(reason) => (texts.cancelled, reason),
    };
    view! {
        <Banner
            tone=Tone::Warn
            icon="warning"
            title=title.to_owned()
            text=reason.as_str().to_owned()
        />
    }
    .into_any()
}

/// `19:00 đến 21:00, thứ Bảy 03/10/2026`.
fn time(texts: &Texts, meeting: &Meeting) -> String {
    let (starts, ends) = (meeting.starts, ends(meeting));
    let to = ends.time.to_hm();
    let to = if ends.day == starts.day { to } else { (texts.meetings().until_next_day)(&to) };
    let weekday = (texts.dates().weekdays_long)(starts.day.weekday());
    (texts.meetings().from_to)(&starts.time.to_hm(), &to, &weekday, &starts.day.to_dmy())
}

fn ends(meeting: &Meeting) -> WallTime {
    meeting.starts.plus_minutes(i64::from(meeting.minutes))
}

/// How long until it begins, and to be there early.
fn countdown(texts: &Texts, meeting: &Meeting, now: WallTime) -> String {
    let countdown = capital(words::countdown(texts, now.day, meeting.starts.day));
    if now < meeting.starts {
        (texts.meetings().come_early)(&countdown)
    } else if now < ends(meeting) {
        texts.meetings().under_way.to_owned()
    } else {
        [&countdown, "."].concat()
    }
}

/// With a capital first letter; every countdown begins with a letter of the English alphabet or a digit.
fn capital(mut words: String) -> String {
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// When, where, who presides.
#[component]
pub fn Facts(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let now = state.now().wall();
    let stands = meeting.stands();
    let coming = stands && now < meeting.starts;
    let countdown = stands.then(|| countdown(texts, &meeting, now));
    let label = |words: String| view! { <p class="facts__label">{words}</p> };
    view! {
        <div class="sheet" data-pad="true">
            <div class="facts">
                <div class="facts__item">
                    <Icon name="clock" />
                    <div>
                        <p class="facts__value">{time(texts, &meeting)}</p>
                        {countdown.map(label)}
                    </div>
                </div>
                <div class="facts__item">
                    <Icon name="pin" />
                    <div>
                        <p class="facts__value">{meeting.place.as_str().to_owned()}</p>
                    </div>
                </div>
                <div class="facts__item">
                    <Icon name="person" />
                    <div>
                        <p class="facts__value">{(texts.meetings().chairs)(meeting.chair.as_str())}</p>
                    </div>
                </div>
                {coming.then(|| view! { <ToCalendar meeting=meeting.clone() /> })}
            </div>
        </div>
    }
}

/// What the thematic part is about.
#[component]
pub fn Theme(theme: Option<meeting::Theme>) -> impl IntoView {
    let state = use_state();
    theme.map(|theme| {
        let texts = state.texts().meetings();
        let preparer = theme.preparer.map(|preparer| (texts.prepared_by)(preparer.as_str()));
        view! {
            <section class="theme" aria-labelledby="theme">
                <p class="theme__label">
                    <Icon name="star" size=IconSize::Small />
                    {texts.theme_part}
                </p>
                <h3 class="theme__title" id="theme">
                    {theme.title.as_str().to_owned()}
                </h3>
                {preparer.map(|preparer| view! { <p class="note">{preparer}</p> })}
            </section>
        }
    })
}

/// The order of business: regular and thematic parts stay apart.
#[component]
pub fn Agenda(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    if meeting.agenda.is_empty() {
        return ().into_any();
    }
    let total: u32 = meeting.agenda.iter().map(|item| u32::from(item.minutes)).sum();
    let line = |(number, item): (usize, &AgendaItem)| {
        view! {
            <li class="agenda__item">
                <span class="agenda__number">{number}</span>
                <span>{item.title.as_str().to_owned()}</span>
                <span class="agenda__time">{(texts.dates().minutes)(u32::from(item.minutes))}</span>
            </li>
        }
    };
    let sections = sections(meeting.agenda.iter().map(|item| item.part));
    let themed = meeting.agenda.first().is_some_and(|item| item.part == Part::Thematic);
    let theme_only = (themed && sections[0].is_none()).then_some(texts.meetings().part_theme_only);
    let head = |words: &'static str| view! { <li class="agenda__part">{words}</li> };
    let lines = (1..).zip(&meeting.agenda).zip(sections).map(|(numbered, section)| {
        view! {
            {section.map(|section| head((texts.meetings().section)(section)))}
            {line(numbered)}
        }
    });
    view! {
        <section class="section" aria-labelledby="agenda">
            <div class="section__head">
                <h2 class="section__title" id="agenda">
                    {texts.meetings().agenda}
                </h2>
                <p class="note">{(texts.dates().minutes)(total)}</p>
            </div>
            <div class="sheet">
                <ol class="agenda">
                    {theme_only.map(head)}
                    {lines.collect_view()}
                </ol>
            </div>
        </section>
    }
    .into_any()
}
