//! Several names at once, pasted from a list.

use crate::domain::member::{Activity, Member, Membership, Office};
use crate::domain::order;
use crate::domain::text::lower;
use crate::domain::words::Line;
use crate::pages::form::FormField;
use crate::state::{Notice, State, use_state};
use crate::ui::{Dialog, TextArea};
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

/// The dialog.
#[component]
pub fn ManyNames(open: RwSignal<bool>) -> impl IntoView {
    let state = use_state();
    let field = FormField::new("");
    let report = RwSignal::new(String::new());
    let on_add = move |_| add(state, field, report, open);
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
            <button class="button" data-kind="primary" type="button" on:click=on_add>
                {state.texts().members().many_add}
            </button>
        </Dialog>
    }
}

fn add(state: State, field: FormField, report: RwSignal<String>, open: RwSignal<bool>) {
    let texts = state.texts().members();
    let text = field.text();
    let names = match names(&text) {
        Ok(names) if names.is_empty() => return field.refuse(state.texts().faults().empty),
        Ok(names) => names,
        Err(line) => return field.refuse(&(texts.many_bad_line)(line)),
    };
    field.error.set(None);
    let all = names.len();
    let listed: BTreeSet<String> = untrack(|| {
        state.with(|memory| {
            let members = memory.fold().roster().into_iter().flat_map(|roster| &roster.members);
            order::set(members.map(|member| lower(member.name.as_str())))
        })
    })
    .unwrap_or_default();
    let fresh: Vec<Line> = names.into_iter().filter(|name| !listed.contains(&lower(name.as_str()))).collect();
    let (added, skipped) = (fresh.len(), all - fresh.len());
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
            let members: Vec<Member> = fresh.into_iter().map(member).collect();
            if members.is_empty() { Ok(()) } else { handbook.enter_members(&members).await }
        },
        move |outcome| match outcome {
            Ok(()) => {
                field.value.set(String::new());
                report.set((state.texts().members().many_done)(added, skipped));
                if skipped == 0 {
                    open.set(false);
                }
            }
            Err(fault) => state.say(Notice::Fault(fault)),
        },
    );
}
