//! The recovery sheet, printed or copied by hand. It is shown until the owner has put it away; the device then forgets
//! the key.

use crate::app::routes::Route;
use crate::exchange::recovery::to_groups;
use crate::state::{Notice, use_state};
use crate::ui::{ActionBar, Banner, CheckRow, CommandButton, Icon, QrCode, Tone};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The sheet. Going on is possible only after the owner has said that it is on paper.
#[component]
pub fn RecoverySheet(children: Children) -> impl IntoView {
    let state = use_state();
    let navigate = StoredValue::new_local(use_navigate());
    let kept = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let groups: RwSignal<Vec<String>> = RwSignal::new(Vec::new());
    state.ask_or_say(
        |handbook| async move { handbook.recovery().await },
        // The page may be closed by now.
        move |seed| drop(groups.try_set(seed.as_ref().map(to_groups).unwrap_or_default())),
    );
    let on_done = move || {
        busy.set(true);
        state.run(
            |handbook| async move { handbook.note_sheet_kept().await },
            move |outcome| match outcome {
                Ok(()) => {
                    let options = NavigateOptions { replace: true, ..Default::default() };
                    // Nobody who has left is led away.
                    navigate.try_with_value(|navigate| navigate(&Route::Desk.href(), options));
                }
                Err(fault) => {
                    busy.try_set(false);
                    state.say(Notice::Fault(fault));
                }
            },
        );
    };
    let label = move || {
        let texts = state.texts().founding();
        if kept.get() { texts.done } else { texts.not_kept }
    };
    view! {
        <div class="app">
            <header class="app-bar" data-plain="false">
                <h1 class="app-bar__title">{state.texts().founding().sheet_title}</h1>
            </header>
            <main class="app__main" id="main" tabindex="-1">
                {children()}
                <Banner
                    tone=Tone::Ok
                    icon="check-circle"
                    title=state.texts().founding().founded
                    text=state.texts().founding().sheet_lead
                />
                <button class="button" type="button" on:click=move |_| state.device().shell.print()>
                    <Icon name="printer" />
                    {state.texts().founding().print}
                </button>
                <section class="sheet" data-pad="true" data-print="no" aria-labelledby="by-hand">
                    <h2 id="by-hand" data-size="l">
                        {state.texts().founding().by_hand}
                    </h2>
                    <p class="recovery__text" translate="no">
                        {move || view! { <Groups groups=groups.get() /> }}
                    </p>
                </section>
                {move || view! { <Paper groups=groups.get() /> }}
                <div class="sheet" data-print="no">
                    <div class="rows">
                        <CheckRow
                            title=state.texts().founding().kept
                            note=state.texts().founding().kept_note
                            checked=kept
                            on_toggle=move || kept.update(|kept| *kept = !*kept)
                        />
                    </div>
                </div>
            </main>
            <ActionBar>
                <CommandButton
                    label=Signal::derive(move || label().to_owned())
                    kind="primary"
                    grow=true
                    busy=Signal::derive(move || busy.get() || !kept.get())
                    on_press=on_done
                />
            </ActionBar>
        </div>
    }
}

#[component]
fn Groups(groups: Vec<String>) -> impl IntoView {
    groups.into_iter().map(|group| view! { <span class="recovery__group">{group}</span> }).collect_view()
}

/// What the printer gets.
#[component]
fn Paper(groups: Vec<String>) -> impl IntoView {
    let state = use_state();
    let code = groups.concat();
    let named = move |pick: fn(&crate::domain::org::Charter) -> &crate::domain::words::Line| {
        state.with(|memory| memory.fold().charter().map(|charter| pick(charter).to_string()))
    };
    let branch = move || named(|charter| &charter.name);
    let superior = move || named(|charter| &charter.superior);
    view! {
        <article class="paper">
            <div class="paper__page">
                <div class="recovery">
                    <p>{superior}</p>
                    <p class="recovery__owner">{branch}</p>
                    <p class="paper__kind">{state.texts().founding().sheet_title}</p>
                    <div class="recovery__code">
                        <QrCode
                            text=code
                            label=state.texts().founding().sheet_title
                        />
                    </div>
                    <p class="recovery__text" translate="no" aria-hidden="true">
                        <Groups groups />
                    </p>
                    <ol class="recovery__steps">
                        {move || {
                            let rules = state.texts().founding().rules;
                            rules.iter().map(|rule| view! { <li>{*rule}</li> }).collect_view()
                        }}
                    </ol>
                    <p>{move || state.today().to_dmy()}</p>
                </div>
            </div>
        </article>
    }
}
