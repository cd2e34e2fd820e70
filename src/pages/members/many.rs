//! Several names at once, pasted from a list.

use crate::domain::listed_name::{ListedName, listed_names};
use crate::domain::member::{Activity, Member};
use crate::pages::form::{FormField, read_or_lead};
use crate::pages::words;
use crate::state::{Notice, State, use_state};
use crate::ui::{CommandButton, Dialog, TextArea};
use leptos::prelude::*;

/// What the dialog holds.
#[derive(Clone, Copy)]
struct ManyForm {
    open: RwSignal<bool>,
    field: FormField,
    /// How many were entered.
    report: RwSignal<String>,
    busy: RwSignal<bool>,
}

/// The dialog.
#[component]
pub fn ManyNames(open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let (field, report) = (FormField::new(""), RwSignal::new(String::new()));
    let form = ManyForm { open, field, report, busy: RwSignal::new(false) };
    view! {
        <Dialog
            id="many-names"
            title=state.texts().members().many
            open
            close_label=state.texts().shell().close
        >
            <TextArea
                id="names"
                label=state.texts().members().many_label
                hint=state.texts().members().many_hint
                value=field.value
                error=field.error
            />
            <Preview field />
            <p role="status">{report}</p>
            <CommandButton
                label=state.texts().members().many_add
                kind="primary"
                busy=form.busy
                on_press=move || add(state, form)
            />
        </Dialog>
    }
}

/// What will be entered, while the list is written.
#[component]
fn Preview(field: FormField) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let names = Memo::new(move |_| field.value.with(|text| listed_names(text).unwrap_or_default()));
    let row = move |listed: ListedName| {
        let unread = listed.unread.join(", ");
        let unread = (!unread.is_empty()).then(|| (texts.members().many_unread)(&unread));
        view! {
            <li class="row">
                <span class="row__body">
                    <span class="row__title">{listed.name.to_string()}</span>
                    <span class="row__note">
                        {words::rank(texts, listed.office, listed.membership)}
                    </span>
                    {unread.map(|words| view! { <span class="row__note">{words}</span> })}
                </span>
            </li>
        }
    };
    view! {
        <Show when=move || names.with(|names| !names.is_empty())>
            <section class="stack">
                <h3>{move || (texts.members().many_preview)(names.with(Vec::len))}</h3>
                <ol class="sheet rows">{move || names.get().into_iter().map(row).collect_view()}</ol>
            </section>
        </Show>
    }
}

fn add(state: State, form: ManyForm) {
    let ManyForm { open, field, report, busy } = form;
    let texts = state.texts().members();
    let text = field.text();
    let read = match listed_names(&text) {
        Ok(names) if names.is_empty() => Err(state.texts().faults().empty.to_owned()),
        Ok(names) => Ok(names),
        Err(line) => Err((texts.many_bad_line)(line)),
    };
    field.error.set(read.as_ref().err().cloned());
    let Some(names) = read_or_lead(state, read.ok()) else {
        return;
    };
    let all = names.len();
    busy.set(true);
    state.run(
        move |handbook| async move {
            let member = |listed: ListedName| Member {
                id: handbook.new_member(),
                name: listed.name,
                office: listed.office,
                membership: listed.membership,
                activity: Activity::Here,
                devices: Vec::new(),
            };
            let members: Vec<Member> = names.into_iter().map(member).collect();
            handbook.enter_unless_listed(&members).await
        },
        move |outcome| {
            // The page may be closed by now.
            if busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(added) => {
                    field.value.set(String::new());
                    report.set((state.texts().members().many_done)(added, all - added));
                    open.set(added < all);
                }
                Err(fault) => state.say(Notice::Fault(fault)),
            }
        },
    );
}
