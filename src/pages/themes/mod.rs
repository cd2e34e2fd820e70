//! Kế hoạch chuyên đề: the themes of a year by quarter, how far each is, and that the committee knows of them.

mod edit;
mod quarters;

use crate::app::routes::Route;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::proceedings::DraftState;
use crate::domain::theme_plan::{PlannedTheme, ThemePlan};
use crate::pages::draft_state;
use crate::pages::unread::UnreadPage;
use crate::pages::words;
use crate::record::Kind;
use crate::state::{Loadable, Notice, State, use_state};
use crate::sync::Memory;
use crate::ui::{
    ActionBar, Banner, Blank, CommandButton, FocusScreen, Segment, Segmented, SegmentedKind, Tag, Tone,
};
use edit::{EditTheme, Register, ThemeForm};
use leptos::prelude::*;
use quarters::Quarters;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Plan {
    year: RwSignal<i32>,
    plan: Memo<ThemePlan>,
    /// What was taken out last, and of which year.
    removed: RwSignal<Option<(i32, PlannedTheme)>>,
    saving: RwSignal<bool>,
}

impl Plan {
    fn new(state: State) -> Self {
        let year = RwSignal::new(state.today().year());
        let plan = move || {
            let year = year.get();
            state.with(|memory| memory.theme_plan(year)).unwrap_or_else(|| ThemePlan::empty(year))
        };
        Self {
            year,
            plan: Memo::new(move |_| plan()),
            removed: RwSignal::new(None),
            saving: RwSignal::new(false),
        }
    }

    fn edit(self, state: State, year: i32, edit: impl Fn(&mut ThemePlan) + 'static) {
        self.saving.set(true);
        state.run(
            move |handbook| async move { handbook.edit_theme_plan(year, edit).await },
            move |outcome| {
                // The page may be closed by now.
                self.saving.try_set(false);
                if let Err(fault) = outcome {
                    state.say(Notice::Fault(fault));
                }
            },
        );
    }

    fn put(self, state: State, year: i32, theme: PlannedTheme) {
        self.edit(state, year, move |plan| plan.put(theme.clone()));
    }

    fn remove(self, state: State, id: ThingId) {
        let found = self.plan.with_untracked(|plan| {
            plan.themes.iter().find(|theme| theme.id == id).map(|theme| (plan.year, theme.clone()))
        });
        // A second tap finds nothing any more.
        if let Some((year, theme)) = found {
            self.removed.set(Some((year, theme)));
            self.edit(state, year, move |plan| plan.remove(id));
        }
    }

    fn undo(self, state: State) {
        if let Some((year, theme)) = self.removed.get_untracked() {
            self.removed.set(None);
            self.put(state, year, theme);
        }
    }
}

/// The themes of a year.
#[component]
pub fn Themes() -> impl IntoView {
    let state = use_state();
    let loaded = state.bring_in(|handbook| async move { handbook.load(Kind::ThemePlan).await });
    move || match loaded.get() {
        Loadable::Loading => ().into_any(),
        Loadable::Failed(fault) => view! { <UnreadPage fault /> }.into_any(),
        Loadable::Ready => view! { <Year /> }.into_any(),
    }
}

#[component]
fn Year() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().themes();
    let plan = Plan::new(state);
    let form = ThemeForm::default();
    let registering = RwSignal::new(false);
    let this = untrack(|| state.today()).year();
    let year = |value, words| Segment { value, icon: None, words };
    let full = move || plan.plan.with(|plan| plan.themes.len() >= ThemePlan::THEMES_MAX);
    let action = move || {
        view! {
            <ActionBar>
                <CommandButton
                    label=texts.add
                    icon="plus"
                    kind="primary"
                    grow=true
                    opens_dialog=true
                    busy=Signal::derive(full)
                    on_press=move || form.begin(None)
                />
            </ActionBar>
        }
    };
    let unplanned = Memo::new(move |_| {
        let of_year = |memory: &Memory| {
            plan.plan.with(|plan| {
                plan.unplanned(memory.fold().meetings()).into_iter().cloned().collect::<Vec<Meeting>>()
            })
        };
        state.with(of_year).unwrap_or_default()
    });
    let empty = move || plan.plan.with(|plan| plan.themes.is_empty()) && unplanned.with(Vec::is_empty);
    let rows = move || {
        let row = |theme| view! { <Row theme plan form /> };
        plan.plan.with(|plan| plan.themes.clone()).into_iter().map(row).collect_view()
    };
    view! {
        <FocusScreen
            title=texts.title
            sub=Signal::derive(move || (texts.year)(plan.year.get()))
            back=Route::Desk.href()
            back_label=state.texts().shell().back
            action=action
        >
            <Segmented
                kind=SegmentedKind::Radios
                label=texts.years
                items=vec![year(this, texts.this_year), year(this + 1, texts.next_year)]
                chosen=Signal::derive(move || Some(plan.year.get()))
                on_choose=move |year| plan.year.set(year)
            />
            <Quarters plan />
            <Registered plan open=registering />
            <Removed plan />
            <section class="stack" aria-labelledby="themes">
                <h2 class="section__title" id="themes">
                    {texts.list}
                </h2>
                <Show
                    when=move || !empty()
                    fallback=move || {
                        view! {
                            <Blank
                                icon="star"
                                title=texts.none
                                text=texts.none_text
                            />
                        }
                    }
                >
                    <ul class="sheet rows">
                        {rows}
                        {move || {
                            unplanned.get().into_iter().map(|meeting| view! { <Unplanned meeting /> }).collect_view()
                        }}
                    </ul>
                </Show>
            </section>
            <EditTheme form plan />
            <Register plan open=registering />
        </FocusScreen>
    }
}

#[component]
fn Registered(plan: Plan, open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().themes();
    let day = Memo::new(move |_| plan.plan.with(|plan| plan.registered_on));
    let tag = move || {
        let (tone, icon, words) = match day.get() {
            Some(day) => (Tone::Ok, "check", (texts.registered_on)(&day.to_dmy())),
            None => (Tone::Neutral, "clock", texts.not_registered.to_owned()),
        };
        view! { <Tag tone icon bare=true words /> }
    };
    view! {
        <div class="sheet row" data-align="start">
            <div class="row__body">
                <p class="row__title">{texts.registered}</p>
                <p>{tag}</p>
                <div class="row__actions">
                    <CommandButton
                        label=texts.set_day
                        opens_dialog=true
                        busy=plan.saving
                        on_press=move || open.set(true)
                    />
                </div>
            </div>
        </div>
    }
}

#[component]
fn Removed(plan: Plan) -> impl IntoView {
    let state = use_state();
    view! {
        <div role="status">
            <Show when=move || plan.removed.with(Option::is_some)>
                <Banner
                    tone=Tone::Neutral
                    icon="trash"
                    title=state.texts().themes().removed
                >
                    <CommandButton
                        label=state.texts().shell().undo
                        busy=plan.saving
                        on_press=move || plan.undo(state)
                    />
                </Banner>
            </Show>
        </div>
    }
}

/// A meeting on a theme that nobody has planned: it counts for its quarter all the same.
#[component]
fn Unplanned(meeting: Meeting) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let title = meeting.theme.as_ref().map(|theme| theme.title.to_string());
    let words = if state.past(&meeting) { texts.themes().held } else { texts.themes().announced };
    view! {
        <li>
            <a class="row" data-align="start" href=Route::Meeting(meeting.id).href()>
                <div class="row__body">
                    <p class="row__title">{title}</p>
                    <p class="row__note">{words::long_day(texts, meeting.starts.day)}</p>
                    <p>
                        <Tag tone=Tone::Ok icon="check" bare=true words />
                    </p>
                </div>
            </a>
        </li>
    }
}

#[component]
fn Row(theme: PlannedTheme, plan: Plan, form: ThemeForm) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().themes();
    let id = theme.id;
    let title = theme.title.to_string();
    let label = |verb: &str| [verb, ": ", &title].concat();
    let (edit, remove, announce) = (label(texts.edit), label(texts.remove), label(texts.announce));
    let month = (texts.in_month)(theme.month);
    let note = match &theme.preparer {
        Some(preparer) => [&month, ". ", &(state.texts().meetings().prepared_by)(preparer.as_str())].concat(),
        None => month,
    };
    let (tone, icon, words) = match &theme.preparer {
        None if theme.state == DraftState::Assigned => {
            (Tone::Neutral, "pen", state.texts().prepare().nobody.to_owned())
        }
        _ => draft_state::face(state, theme.state),
    };
    view! {
        <li class="row" data-align="start">
            <div class="row__body">
                <p class="row__title">{title}</p>
                <p class="row__note">{note}</p>
                <p>
                    <Tag tone icon bare=true words />
                </p>
                <div class="row__actions">
                    <a class="button" href=Route::ThemeNotice(id).href() aria-label=announce>
                        {texts.announce}
                    </a>
                    <button
                        class="button"
                        type="button"
                        aria-label=edit
                        aria-haspopup="dialog"
                        on:click=move |_| form.begin(Some(&theme))
                    >
                        {texts.edit}
                    </button>
                    <CommandButton
                        label=texts.remove
                        spoken=remove
                        busy=plan.saving
                        on_press=move || plan.remove(state, id)
                    />
                </div>
            </div>
        </li>
    }
}
