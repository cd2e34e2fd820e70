//! The invitation of one member: a code to hold up, a link to send, and the request that answers it.

use crate::app::routes::Route;
use crate::domain::id::MemberId;
use crate::pages::newcomer::Newcomers;
use crate::pages::words;
use crate::ports::device::Sharing;
use crate::state::use_state;
use crate::ui::{Arrival, FocusScreen, Icon, QrCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The invitation of `member`.
#[component]
pub fn Invite(
    /// Who is invited.
    member: MemberId,
) -> impl IntoView {
    let state = use_state();
    let link = RwSignal::new(String::new());
    state.run_or_say(
        move |handbook| async move { handbook.invite(member).await },
        move |invitation| {
            let parts =
                [&state.device().shell.origin(), &Route::Invitation.href(), "#", &invitation.to_fragment()];
            link.try_set(parts.concat());
        },
    );
    let name = Memo::new(move |_| state.with(|memory| words::name_of(memory, member)).unwrap_or_default());
    view! {
        <FocusScreen
            title=state.texts().members().invite_title
            sub=name
            back=Route::Members.href()
            back_label=state.texts().shell().back
        >
            <Requests member />
            <section class="pass" data-print="no">
                <h2 class="pass__name">{name}</h2>
                <div class="pass__code">
                    <Show when=move || link.with(|link| !link.is_empty())>
                        <QrCode
                            text=link
                            label=state.texts().members().invite_code
                        />
                    </Show>
                </div>
                <SendLink link />
            </section>
            <section class="stack" aria-labelledby="say" data-print="no">
                <h2 id="say">{state.texts().members().say_title}</h2>
                <ol class="sheet rows">
                    {move || {
                        let steps = state.texts().members().say.iter().enumerate();
                        let step = |(place, words): (usize, &&'static str)| {
                            view! {
                                <li class="row" data-align="start">
                                    <span class="box__number" aria-hidden="true">
                                        {place + 1}
                                    </span>
                                    <p class="row__body">{*words}</p>
                                </li>
                            }
                        };
                        steps.map(step).collect_view()
                    }}
                </ol>
                <p class="note">{state.texts().members().no_request}</p>
            </section>
            <Letter name link />
        </FocusScreen>
    }
}

/// What the printer gets: a letter to hand over.
#[component]
fn Letter(name: Memo<String>, link: RwSignal<String>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().members();
    view! {
        <article class="paper" data-screen="no">
            <div class="paper__page" data-print="large">
                <div class="recovery">
                    <p>{move || state.branch_name()}</p>
                    <p class="paper__kind">{move || (texts.letter_to)(&name.get())}</p>
                    <div class="recovery__code">
                        <QrCode text=link label=texts.invite_code />
                    </div>
                    <ol class="recovery__steps">
                        {texts.letter.iter().map(|step| view! { <li>{*step}</li> }).collect_view()}
                    </ol>
                    <p>{state.today().to_dmy()}</p>
                </div>
            </div>
        </article>
    }
}

/// The link, to be sent in another app.
#[component]
fn SendLink(link: RwSignal<String>) -> impl IntoView {
    let state = use_state();
    let told = RwSignal::new(String::new());
    let copy = move |text: String| async move {
        let texts = state.texts();
        let worked = state.tools().files.copy(&text).await;
        told.try_set(if worked { texts.members().copied } else { texts.members().not_copied }.to_owned());
    };
    let on_copy = move |_| spawn_local(copy(link.get_untracked()));
    let on_share = move |_| {
        let text = [state.texts().members().invite_words, "\n", &link.get_untracked()].concat();
        spawn_local(async move {
            let shared = state.tools().files.share_text(&text).await;
            if matches!(shared, Sharing::Refused | Sharing::Unsupported) {
                copy(link.get_untracked()).await;
            }
        });
    };
    view! {
        <div class="cluster centered">
            <button class="button" type="button" on:click=on_share>
                <Icon name="share" />
                {state.texts().members().send_link}
            </button>
            <button class="button" type="button" on:click=on_copy>
                <Icon name="document" />
                {state.texts().members().copy_link}
            </button>
            <button class="button" type="button" on:click=move |_| state.device().shell.print()>
                <Icon name="printer" />
                {state.texts().members().print_letter}
            </button>
        </div>
        <p role="status">{told}</p>
        <p class="note">{state.texts().members().link_note}</p>
    }
}

/// What comes back: it stands above the code, and takes the focus, since the other phone waits for six digits.
#[component]
fn Requests(member: MemberId) -> impl IntoView {
    let state = use_state();
    let mail = state.secretary_mail();
    let requests = Memo::new(move |_| mail.with(|mail| mail.newcomers_of(member)));
    view! {
        <div class="stack" data-print="no">
            <Show when=move || requests.with(|requests| !requests.is_empty())>
                <Arrival>
                    <h2>{state.texts().members().requests}</h2>
                </Arrival>
            </Show>
            <Newcomers newcomers=requests />
        </div>
    }
}
