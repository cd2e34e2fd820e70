//! A link was opened: an invitation to join a branch, or a pass that moves a device here.

use crate::app::routes::Route;
use crate::domain::id::OrgId;
use crate::exchange::invitation::{DevicePass, HostingLink, Invitation};
use crate::pages::text_size::ChooseSize;
use crate::state::{Notice, Phase, use_state};
use crate::sync::Fault;
use crate::ui::{ActionBar, LonePage};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// Where a scanned or pasted link leads in this app: only its fragment counts, never its host.
pub fn target(text: &str) -> Option<String> {
    let fragment = text.rsplit_once('#').map_or(text, |(_, fragment)| fragment).trim();
    let route = if Invitation::parse(fragment).is_ok() {
        Route::Invitation
    } else if DevicePass::parse(fragment).is_ok() {
        Route::Pass
    } else if HostingLink::parse(fragment).is_ok() {
        Route::Founding
    } else {
        return None;
    };
    Some([&route.href(), "#", fragment].concat())
}

/// An invitation in the fragment.
#[component]
pub fn Invited() -> impl IntoView {
    let state = use_state();
    let invitation = state.device().shell.take_fragment().and_then(|text| Invitation::parse(&text).ok());
    let lead = state.texts().start().invited_to;
    match invitation {
        None => view! { <BadLink /> }.into_any(),
        Some(invitation) => {
            let (org, branch) = (invitation.org, invitation.branch.as_str().to_owned());
            let open = move |done: Box<dyn FnOnce(Result<(), Fault>)>| state.join(invitation.clone(), done);
            view! { <Welcome lead org branch open /> }.into_any()
        }
    }
}

/// A device pass in the fragment.
#[component]
pub fn MovingIn() -> impl IntoView {
    let state = use_state();
    let pass = state.device().shell.take_fragment().and_then(|text| DevicePass::parse(&text).ok());
    let lead = state.texts().start().moving_in;
    match pass {
        None => view! { <BadLink /> }.into_any(),
        Some(pass) => {
            let (org, branch) = (pass.invitation.org, pass.invitation.branch.as_str().to_owned());
            let open = move |done: Box<dyn FnOnce(Result<(), Fault>)>| state.restore(pass.clone(), done);
            view! { <Welcome lead org branch open /> }.into_any()
        }
    }
}

#[component]
fn BadLink() -> impl IntoView {
    let state = use_state();
    view! {
        <LonePage
            icon="qr"
            title=state.texts().start().bad_invitation
            href=Route::Home.href()
            link=state.texts().shell().go_home
        />
    }
}

/// Whose handbook it is, then the text size, then the handbook.
#[component]
fn Welcome(
    lead: &'static str,
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
    let branch = StoredValue::new(branch);
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
                                <p>{lead}</p>
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
