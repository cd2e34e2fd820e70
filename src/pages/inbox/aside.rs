//! Mail that is kept aside, and why. Nothing is dropped silently.

use crate::domain::id::KeyId;
use crate::record::{Flaw, Kind};
use crate::state::{SecretaryMail, State, use_state};
use crate::sync::{Fault, Memory, Quarantined};
use crate::ui::{Blank, Icon, IconSize};
use leptos::prelude::*;

fn letter(state: State, kind: Option<Kind>) -> &'static str {
    let texts = state.texts().inbox();
    match kind {
        Some(Kind::Join) => texts.letter_join,
        Some(Kind::Reply) => texts.letter_reply,
        Some(Kind::CheckIn) => texts.letter_check_in,
        Some(Kind::Comment) => texts.letter_comment,
        Some(Kind::Review) => texts.letter_review,
        Some(Kind::Report) => texts.reports,
        _ => texts.letter_other,
    }
}

fn reason(state: State, flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::NotForUs => state.texts().inbox().letter_sealed,
        flaw => state.sentence(Fault::Flaw(flaw)),
    }
}

/// Whose device has sent it, as far as that can be seen.
fn sender(state: State, author: Option<KeyId>) -> Option<String> {
    let author = author?;
    let holder = |memory: &Memory| {
        let (member, _) = memory.fold().roster()?.holder(author)?;
        Some((state.texts().inbox().sent_by)(member.name.as_str()))
    };
    let known = state.with(holder).flatten();
    Some(known.unwrap_or_else(|| state.texts().inbox().sent_by_unknown.to_owned()))
}

/// Mail that waits for a roster or an app that knows it.
#[component]
pub fn Aside(mail: ReadSignal<SecretaryMail>) -> impl IntoView {
    let state = use_state();
    let aside = Memo::new(move |_| mail.with(|mail| mail.quarantine.clone()));
    let row = move |kept: Quarantined| {
        view! {
            <li class="row" data-align="start">
                <span class="row__lead" data-decor="true">
                    <Icon name="archive" size=IconSize::Large />
                </span>
                <div class="row__body">
                    <p class="row__title">{letter(state, kept.kind)}</p>
                    {sender(state, kept.author).map(|sender| view! { <p>{sender}</p> })}
                    <p class="row__note">{reason(state, kept.flaw)}</p>
                </div>
            </li>
        }
    };
    move || {
        let aside = aside.get();
        if aside.is_empty() {
            return view! {
                <Blank
                    icon="archive"
                    title=state.texts().inbox().no_aside
                    text=state.texts().inbox().aside_text
                />
            }
            .into_any();
        }
        view! {
            <p>{state.texts().inbox().aside_text}</p>
            <ul class="sheet rows">{aside.into_iter().map(row).collect_view()}</ul>
        }
        .into_any()
    }
}
