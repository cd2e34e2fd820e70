//! The strip of months and the calendar of one month. A shortcut: the same meetings are in the lists below.

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::regulation::Regulations;
use crate::domain::time::{Day, Month};
use crate::pages::words;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{Icon, IconSize};
use leptos::prelude::*;

/// What a day is to the branch.
#[derive(Clone, PartialEq)]
enum Meaning {
    Plain,
    Meeting(ThingId, String),
    PapersDue,
    PostingDue,
}

#[derive(Clone, PartialEq)]
struct Place {
    day: Day,
    /// In the month before or after.
    out: bool,
    role: Meaning,
}

fn places(state: State, month: Month, meetings: &[Meeting]) -> Vec<Place> {
    let standing = || meetings.iter().filter(|meeting| meeting.stands());
    let known = state.with(Memory::regulations).unwrap_or_else(Regulations::shipped);
    let dues = standing().map(|meeting| {
        let deadlines = &known.named(meeting.regulation).deadlines;
        (meeting.papers_due(deadlines), meeting.posting_due(deadlines))
    });
    let (papers, posting): (Vec<Day>, Vec<Day>) = dues.unzip();
    let role = |day: Day| {
        if let Some(meeting) = standing().find(|meeting| meeting.starts.day == day) {
            return Meaning::Meeting(meeting.id, words::meeting_title(state.texts(), meeting));
        }
        match (papers.contains(&day), posting.contains(&day)) {
            (true, _) => Meaning::PapersDue,
            (false, true) => Meaning::PostingDue,
            (false, false) => Meaning::Plain,
        }
    };
    let weeks = month.weeks().len() as i32;
    let monday = month.first().plus_days(-(month.first().weekday() as i32));
    let days = (0..weeks * 7).map(|n| monday.plus_days(n));
    days.map(|day| Place { day, out: day.month() != month, role: role(day) }).collect()
}

/// The month that is looked at, beginning with the one of the next meeting.
#[component]
pub fn Calendar(meetings: Memo<Vec<Meeting>>) -> impl IntoView {
    let state = use_state();
    let today = state.today();
    let now = state.now().wall();
    let next = state.with(|memory| memory.fold().next_meeting(now).map(|meeting| meeting.starts.day));
    let month = RwSignal::new(next.flatten().unwrap_or(today).month());
    let places = Memo::new(move |_| meetings.with(|meetings| places(state, month.get(), meetings)));
    let name = move || {
        let month = month.get();
        (state.texts().dates().month)(month.number(), month.year())
    };
    let columns = move || (0..7).map(move |n| (state.texts().dates().weekdays_short)(n));
    view! {
        <div class="stack">
            <MonthStrip meetings month />
            <section class="sheet calendar" aria-label=move || (state.texts().meetings().calendar)(&name())>
                <div class="calendar__head">
                    <button
                        class="icon-button"
                        type="button"
                        aria-label=state.texts().meetings().month_before
                        on:click=move |_| month.update(|month| *month = month.previous())
                    >
                        <Icon name="back" />
                    </button>
                    <h2 data-size="l" aria-live="polite">
                        {name}
                    </h2>
                    <button
                        class="icon-button"
                        type="button"
                        aria-label=state.texts().meetings().month_after
                        on:click=move |_| month.update(|month| *month = month.next())
                    >
                        <Icon name="forward" />
                    </button>
                </div>
                <div class="calendar__grid">
                    {move || {
                        columns()
                            .map(|name| view! { <span class="calendar__name">{name}</span> })
                            .collect_view()
                    }}
                    {move || places.get().into_iter().map(|place| day(state, today, place)).collect_view()}
                </div>
                <Legend />
            </section>
        </div>
    }
}

fn day(state: State, today: Day, place: Place) -> AnyView {
    let texts = state.texts().meetings();
    let number = place.day.of_month();
    let out = place.out.then_some("true");
    let current = (place.day == today).then_some("date");
    let due = match place.role {
        Meaning::Meeting(id, what) => {
            return view! {
                <a
                    class="calendar__day"
                    data-state="meeting"
                    data-out=out
                    aria-current=current
                    aria-label=(texts.on_day)(number, &what)
                    href=Route::Meeting(id).href()
                >
                    {number}
                </a>
            }
            .into_any();
        }
        Meaning::PapersDue => Some(texts.documents_due),
        Meaning::PostingDue => Some(texts.posting_due),
        Meaning::Plain => None,
    };
    view! {
        <span
            class="calendar__day"
            data-state=due.map(|_| "deadline")
            data-out=out
            aria-current=current
        >
            {number}
            {due.map(|due| view! { <span class="visually-hidden">{due}</span> })}
        </span>
    }
    .into_any()
}

#[component]
fn Legend() -> impl IntoView {
    let state = use_state();
    view! {
        <div class="calendar__legend">
            <span class="calendar__key">{state.texts().meetings().legend_meeting}</span>
            <span class="calendar__key" data-state="deadline">
                {state.texts().meetings().legend_due}
            </span>
            <span class="calendar__key" data-state="today">
                {state.texts().meetings().legend_today}
            </span>
        </div>
    }
}

/// Two months back, this month and the next one: what was held and what is coming.
#[component]
fn MonthStrip(meetings: Memo<Vec<Meeting>>, month: RwSignal<Month>) -> impl IntoView {
    let state = use_state();
    let this = state.today().month();
    let months = [this.previous().previous(), this.previous(), this, this.next()];
    let item = move |of: Month| {
        // Whether the month's first meeting is past, and its day.
        let first = Memo::new(move |_| {
            meetings.with(|meetings| {
                let mut of_month = meetings.iter().filter(|meeting| meeting.stands());
                let first = of_month.find(|meeting| meeting.starts.day.month() == of)?;
                Some((state.past(first), first.starts.day.to_dmy()[..2].to_owned()))
            })
        });
        let tone = move || match first.get() {
            Some((true, _)) => "ok",
            Some((false, _)) => "brand",
            None => "neutral",
        };
        let words = move || {
            let texts = state.texts().meetings();
            match first.get() {
                Some((true, _)) => texts.month_held.to_owned(),
                Some((false, day)) => (texts.month_day)(&day),
                None => texts.month_none.to_owned(),
            }
        };
        view! {
            <button
                class="month-strip__item"
                type="button"
                aria-current=move || (month.get() == of).then_some("true")
                on:click=move |_| month.set(of)
            >
                <span class="month-strip__name" data-tone=tone>
                    {(state.texts().dates().month_short)(of.number())}
                    {move || (tone() == "ok").then(|| view! { <Icon name="check" size=IconSize::Small /> })}
                </span>
                <span class="month-strip__state">{words}</span>
            </button>
        }
    };
    view! {
        <div class="month-strip" role="group" aria-label=state.texts().meetings().months>
            {months.map(item).collect_view()}
        </div>
    }
}
