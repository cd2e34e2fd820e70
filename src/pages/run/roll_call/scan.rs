//! Scanning one card after the other; each is answered with a name.

use crate::domain::attendance::State as Attendance;
use crate::domain::id::{MemberId, ThingId};
use crate::exchange::qr::Kind;
use crate::pages::collector::{Collected, Collector};
use crate::pages::viewfinder::{Seen, Viewfinder};
use crate::pages::words;
use crate::state::{State, use_state};
use crate::sync::Memory;
use crate::ui::{ActionBar, CommandButton, OverlayScreen, Tag, Tone};
use leptos::prelude::*;

/// As many answers stay on the screen.
const ANSWERS_MAX: usize = 6;

/// What a scan has led to.
#[derive(Clone, PartialEq)]
struct ScanAnswer {
    tone: Tone,
    words: String,
}

fn answer(state: State, meeting: ThingId, member: MemberId) -> ScanAnswer {
    let look = |memory: &Memory| {
        let marked = memory.roll_call(meeting).entry(member).map(|entry| entry.state);
        (words::name_of(memory, member), marked)
    };
    let (name, marked) = untrack(|| state.with(look)).unwrap_or_default();
    let texts = state.texts().roll_call();
    match marked {
        Some(Attendance::Present) => ScanAnswer { tone: Tone::Ok, words: (texts.scanned)(&name) },
        Some(Attendance::Late) => ScanAnswer { tone: Tone::Ok, words: (texts.scanned_late)(&name) },
        _ => ScanAnswer { tone: Tone::Warn, words: (texts.scanned_unproven)(&name) },
    }
}

/// The camera, until the secretary has enough.
#[component]
pub fn ScanCards(meeting: ThingId, on_close: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let state = use_state();
    let collector = Collector::default();
    let answers: RwSignal<Vec<ScanAnswer>> = RwSignal::new(Vec::new());
    // The guard goes with the page.
    StoredValue::new_local(state.device().shell.keep_awake());
    let take = move |text: String| {
        let bytes = match collector.see(&text) {
            Collected::Whole(Kind::MemberCard | Kind::CheckInAnswer, bytes) => bytes,
            Collected::Whole(..) => return Seen::Foreign,
            Collected::Nothing(seen) => return seen,
        };
        state.run(
            move |handbook| async move { handbook.take_scanned(meeting, &bytes).await },
            move |outcome| {
                let answer = match outcome {
                    Ok(member) => answer(state, meeting, member),
                    Err(fault) => ScanAnswer { tone: Tone::Warn, words: state.sentence(fault).to_owned() },
                };
                answers.try_update(|answers| {
                    answers.insert(0, answer);
                    answers.truncate(ANSWERS_MAX);
                });
            },
        );
        Seen::Expected
    };
    let row = |answer: ScanAnswer| {
        let icon = if answer.tone == Tone::Ok { "check-circle" } else { "warning" };
        view! {
            <li class="row">
                <Tag tone=answer.tone icon bare=true words=answer.words />
            </li>
        }
    };
    let done = move || {
        view! {
            <ActionBar>
                <CommandButton
                    label=state.texts().roll_call().scan_done
                    icon="check"
                    kind="primary"
                    grow=true
                    on_press=on_close
                />
            </ActionBar>
        }
    };
    view! {
        <OverlayScreen
            title=state.texts().roll_call().scan
            back_label=state.texts().shell().back
            on_back=on_close
            action=done
        >
                <Viewfinder hint=state.texts().roll_call().scan_hint take />
                <div role="status">
                    <ul class="sheet rows">{move || answers.get().into_iter().map(row).collect_view()}</ul>
                </div>
        </OverlayScreen>
    }
}
