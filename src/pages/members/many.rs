//! Several names at once, pasted from a list.

use crate::domain::member::{Activity, Member, Membership, Office};
use crate::domain::text::lower;
use crate::domain::words::Line;
use crate::pages::form::{FormField, read_or_lead};
use crate::state::{Notice, State, use_state};
use crate::ui::{CommandButton, Dialog, TextArea};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The names in a pasted list, without its numbers and bullets. Each name once.
fn names(text: &str) -> Result<Vec<Line>, &str> {
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    let bullet = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".)-–•*/".contains(c);
    for line in text.lines() {
        let bare = line.trim_start_matches(bullet);
        if bare.trim().is_empty() {
            continue;
        }
        let name = Line::parse(bare).map_err(|_| line)?;
        if seen.insert(lower(name.as_str())) {
            names.push(name);
        }
    }
    Ok(names)
}

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

fn add(state: State, form: ManyForm) {
    let ManyForm { open, field, report, busy } = form;
    let texts = state.texts().members();
    let text = field.text();
    let read = match names(&text) {
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
            let member = |name| Member {
                id: handbook.new_member(),
                name,
                office: Office::Member,
                membership: Membership::Official,
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
