//! A link was opened: an invitation to join a branch, or a pass that moves a device here.

use super::open::{Opener, PastedLink};
use crate::app::routes::Route;
use crate::domain::id::OrgId;
use crate::exchange::invitation::{DevicePass, Invitation};
use crate::pages::text_size::ChooseSize;
use crate::state::{Notice, Phase, use_state};
use crate::sync::Fault;
use crate::ui::{ActionBar, Blank, Dialog, Icon};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// An invitation in the fragment.
#[component]
pub fn Invited() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().start();
    let fragment = RwSignal::new(state.device().shell.take_fragment());
    let opener = Opener::new(Some((Route::Invitation, fragment)));
    move || match fragment.get().and_then(|text| Invitation::parse(&text).ok()) {
        None => view! { <BadLink opener /> }.into_any(),
        Some(invitation) => {
            let (org, branch) = (invitation.org, invitation.branch.as_str().to_owned());
            let member = invitation.member.as_ref();
            let lead =
                member.map_or_else(|| texts.invited_to.to_owned(), |name| (texts.invites)(name.as_str()));
            let open = move |done: Box<dyn FnOnce(Result<(), Fault>)>| state.join(invitation.clone(), done);
            view! { <Welcome lead org branch open /> }.into_any()
        }
    }
}

/// A device pass in the fragment.
#[component]
pub fn MovingIn() -> impl IntoView {
    let state = use_state();
    let fragment = RwSignal::new(state.device().shell.take_fragment());
    let opener = Opener::new(Some((Route::Pass, fragment)));
    move || match fragment.get().and_then(|text| DevicePass::parse(&text).ok()) {
        None => view! { <BadLink opener /> }.into_any(),
        Some(pass) => {
            let (org, branch) = (pass.invitation.org, pass.invitation.branch.as_str().to_owned());
            let lead = state.texts().start().moving_in.to_owned();
            let open = move |done: Box<dyn FnOnce(Result<(), Fault>)>| state.restore(pass.clone(), done);
            view! { <Welcome lead org branch open /> }.into_any()
        }
    }
}

/// What to do when the link is cut: scan or paste it again.
#[component]
fn BadLink(opener: Opener) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let pasting = RwSignal::new(false);
    view! {
        <main class="app__main" id="main" tabindex="-1">
            <Blank icon="qr" title=texts.start().bad_invitation alone=true>
                <a class="button" data-kind="primary" href=Route::Scan.href()>
                    <Icon name="scan" />
                    {texts.start().scan_again}
                </a>
                <button
                    class="button"
                    type="button"
                    aria-haspopup="dialog"
                    on:click=move |_| pasting.set(true)
                >
                    {texts.start().paste}
                </button>
                <a class="button" data-kind="quiet" href=Route::Home.href()>
                    {texts.shell().go_home}
                </a>
            </Blank>
            <Dialog
                id="paste"
                title=texts.start().paste
                open=pasting
                close_label=texts.shell().close
            >
                <PastedLink opener />
            </Dialog>
        </main>
    }
}

/// Whose handbook it is, then the text size, then the handbook.
#[component]
fn Welcome(
    lead: String,
    org: OrgId,
    branch: String,
    open: impl Fn(Box<dyn FnOnce(Result<(), Fault>)>) + 'static,
) -> impl IntoView {
    let state = use_state();
    let navigate = use_navigate();
    let opened = RwSignal::new(state.phase() == Phase::Open);
    // A reload after joining asks for the text size again.
    let of_branch = untrack(|| state.with(|memory| memory.identity().org() == org));
    if of_branch == Some(false) {
        state.say(Notice::Fault(Fault::AlreadyOpen));
    }
    let busy = RwSignal::new(false);
    let on_accept = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        open(Box::new(move |outcome| match outcome {
            Ok(()) => opened.set(true),
            Err(fault) => {
                busy.set(false);
                state.say(Notice::Fault(fault));
            }
        }));
    };
    let on_done = StoredValue::new_local(move || {
        state.device().shell.forget_fragment();
        navigate(&Route::Home.href(), NavigateOptions::default());
    });
    let (lead, branch) = (StoredValue::new(lead), StoredValue::new(branch));
    let on_accept = StoredValue::new_local(on_accept);
    view! {
        <Show
            when=move || opened.get()
            fallback=move || {
                view! {
                    <div class="app">
                        <main class="app__main" id="main" tabindex="-1">
                            <section class="welcome">
                                <svg class="welcome__mark" aria-hidden="true">
                                    <use href="#i-app"></use>
                                </svg>
                                <p>{lead.get_value()}</p>
                                <h1 class="welcome__title">{branch.get_value()}</h1>
                            </section>
                        </main>
                        <ActionBar>
                            <button
                                class="button action-bar__grow"
                                data-kind="primary"
                                type="button"
                                aria-disabled=move || busy.get().then_some("true")
                                on:click=move |event| on_accept.with_value(|accept| accept(event))
                            >
                                {state.texts().start().accept}
                            </button>
                        </ActionBar>
                    </div>
                }
            }
        >
            <ChooseSize on_done=move || on_done.with_value(|done| done()) />
        </Show>
    }
}
