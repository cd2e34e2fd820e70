//! The order of business: lines that can be changed, added, moved and taken out.

use super::form::Form;
use crate::domain::meeting::{AgendaItem, ItemRole, Kind, Part};
use crate::pages::edit_form::EditForm;
use crate::pages::form::FormField;
use crate::state::{State, use_state};
use crate::ui::{Dialog, Field, Icon, Select, TextArea};
use leptos::prelude::*;

/// The line that is being changed.
#[derive(Clone, Copy)]
struct LineForm {
    open: RwSignal<bool>,
    /// Its place; behind the last one for a new line.
    place: RwSignal<usize>,
    title: FormField,
    minutes: FormField,
    part: RwSignal<usize>,
    role: RwSignal<ItemRole>,
}

const PARTS: [Part; 2] = [Part::Regular, Part::Thematic];
/// What a new line begins with.
const MINUTES: u16 = 10;

impl LineForm {
    fn begin(self, form: Form, place: usize) {
        let usual = if form.kind.get_untracked() == Kind::Thematic { Part::Thematic } else { Part::Regular };
        let item = form.agenda.with_untracked(|agenda| agenda.get(place).cloned());
        self.role.set(item.as_ref().map(|item| item.role).unwrap_or_default());
        let (title, minutes, part) = item
            .map(|item| (item.title.to_string(), item.minutes, item.part))
            .unwrap_or((String::new(), MINUTES, usual));
        self.place.set(place);
        self.title.value.set(title);
        self.title.error.set(None);
        self.minutes.value.set(minutes.to_string());
        self.minutes.error.set(None);
        self.part.set(usize::from(part == Part::Thematic));
        self.open.set(true);
    }

    fn save(self, state: State, form: Form) -> Option<()> {
        let minutes = self.minutes.number(1, 600, state.texts().notice().bad_line_minutes);
        let (title, minutes) = self.title.line(state).zip(minutes)?;
        let role = self.role.get_untracked();
        let item = AgendaItem { part: PARTS[self.part.get_untracked()], title, minutes, role };
        let place = self.place.get_untracked();
        form.agenda.update(|agenda| match agenda.get_mut(place) {
            Some(known) => *known = item,
            None => agenda.push(item),
        });
        self.open.set(false);
        Some(())
    }

    fn take_out(self, form: Form) {
        let place = self.place.get_untracked();
        form.agenda.update(|agenda| {
            if place < agenda.len() {
                agenda.remove(place);
            }
        });
        self.open.set(false);
    }

    /// Moves the line to the place `to`, as far as there is one.
    fn move_to(self, form: Form, to: Option<usize>) {
        let (from, len) = (self.place.get_untracked(), form.agenda.with_untracked(Vec::len));
        if let Some(to) = to.filter(|to| from.max(*to) < len) {
            form.agenda.update(|agenda| agenda.swap(from, to));
            self.place.set(to);
        }
    }
}

/// The order of business.
#[component]
pub fn Agenda(form: Form) -> impl IntoView {
    let state = use_state();
    let line = LineForm {
        open: RwSignal::new(false),
        place: RwSignal::new(0),
        title: FormField::new(""),
        minutes: FormField::new(""),
        part: RwSignal::new(0),
        role: RwSignal::new(ItemRole::Other),
    };
    let sum = move || {
        let minutes: u32 = form.agenda.with(|agenda| agenda.iter().map(|item| u32::from(item.minutes)).sum());
        (state.texts().notice().agenda_sum)(minutes)
    };
    let on_template = move |_| form.agenda.set(untrack(|| form.usual(state)).agenda);
    let mixed = move || form.mixed_parts.get().then(|| state.texts().notice().mixed_parts);
    view! {
        <section class="stack" aria-labelledby="agenda">
            <div class="section__head">
                <h2 class="section__title" id="agenda">
                    {state.texts().notice().agenda}
                </h2>
                <p class="note">{sum}</p>
            </div>
            <ol class="sheet rows">
                {move || {
                    let row = |(place, item)| view! { <Row place item form line /> };
                    form.agenda.get().into_iter().enumerate().map(row).collect_view()
                }}
            </ol>
            <p role="alert" class="field__error">
                {mixed}
            </p>
            <div class="cluster">
                <button
                    class="button"
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| line.begin(form, form.agenda.with_untracked(Vec::len))
                >
                    <Icon name="plus" />
                    {state.texts().notice().add_line}
                </button>
                <button class="button" data-kind="quiet" type="button" on:click=on_template>
                    {state.texts().notice().template}
                </button>
            </div>
            <EditLine form line />
        </section>
    }
}

#[component]
fn Row(place: usize, item: AgendaItem, form: Form, line: LineForm) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let minutes = (texts.dates().minutes)(u32::from(item.minutes));
    let part = match item.part {
        Part::Thematic => [&minutes, " · ", texts.notice().part_thematic].concat(),
        Part::Regular => minutes,
    };
    view! {
        <li>
            <button
                class="row"
                type="button"
                aria-haspopup="dialog"
                on:click=move |_| line.begin(form, place)
            >
                <span class="box__number" aria-hidden="true">
                    {place + 1}
                </span>
                <span class="row__body">
                    <span class="row__title">{item.title.to_string()}</span>
                    <span class="row__note">{part}</span>
                </span>
                <span class="row__end">
                    <Icon name="pen" />
                </span>
            </button>
        </li>
    }
}

#[component]
fn EditLine(form: Form, line: LineForm) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().notice();
    let known = move || form.agenda.with(|agenda| line.place.get() < agenda.len());
    let both = move || form.kind.get().only_part(form.thematic()).is_none();
    let title = move || {
        if !known() {
            return texts.add_line.to_owned();
        }
        (texts.line_of)(line.place.get() + 1, form.agenda.with(Vec::len))
    };
    let parts = Signal::derive(move || vec![texts.part_regular.to_owned(), texts.part_thematic.to_owned()]);
    view! {
        <Dialog
            id="edit-line"
            title=Signal::derive(title)
            open=line.open
            close_label=state.texts().shell().close
        >
            <EditForm on_save=move |()| line.save(state, form)>
                <TextArea
                    id="line-title"
                    one_row=true
                    label=texts.line_title
                    value=line.title.value
                    error=line.title.error
                />
                <Field
                    id="line-minutes"
                    kind="number"
                    label=texts.line_minutes
                    value=line.minutes.value
                    error=line.minutes.error
                />
                <Show when=both>
                    <Select
                        id="line-part"
                        label=texts.part
                        options=parts
                        chosen=line.part
                    />
                </Show>
            </EditForm>
            <Show when=known>
                <Moves form line />
            </Show>
        </Dialog>
    }
}

#[component]
fn Moves(form: Form, line: LineForm) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().notice();
    view! {
        <div class="cluster">
            <button
                class="button"
                type="button"
                on:click=move |_| line.move_to(form, line.place.get_untracked().checked_sub(1))
            >
                {texts.up}
            </button>
            <button
                class="button"
                type="button"
                on:click=move |_| line.move_to(form, Some(line.place.get_untracked() + 1))
            >
                {texts.down}
            </button>
            <button class="button" data-kind="danger" type="button" on:click=move |_| line.take_out(form)>
                <Icon name="trash" />
                {texts.take_out}
            </button>
        </div>
    }
}
