//! Đăng và báo cáo: after a meeting the secretary ticks what was posted where it belongs; a second tap takes it back.

use crate::domain::id::ThingId;
use crate::domain::posting::PostingItem;
use crate::domain::time::Moment;
use crate::pages::words;
use crate::state::{Notice, use_state};
use crate::sync::Memory;
use crate::ui::{CheckRow, Tag, Tone};
use leptos::prelude::*;

/// What is to be posted of a meeting that was held, and when each was.
fn items(memory: &Memory, meeting: ThingId, now: Moment) -> Vec<(PostingItem, Option<Moment>)> {
    let ended = memory.course(meeting).is_some_and(|course| course.ends() <= now.wall());
    if !ended && memory.closed_at(meeting).is_none() {
        return Vec::new();
    }
    let posting = memory.posting(meeting);
    memory.to_post(meeting).into_iter().map(|item| (item, posting.at(item))).collect()
}

/// What was posted; nothing before the meeting is over, and for the secretary only.
#[component]
pub fn PostingList(meeting: ThingId) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().dossier();
    let items = Memo::new(move |_| {
        let found = state.is_secretary().then(|| state.with(|memory| items(memory, meeting, state.now())));
        found.flatten().unwrap_or_default()
    });
    let all = Memo::new(move |_| items.with(|items| items.iter().all(|(_, at)| at.is_some())));
    let row = move |(item, at): (PostingItem, Option<Moment>)| {
        let note = at.map(|at| (texts.posted_at)(&words::moment(state.texts(), at.wall())));
        let on_toggle = move || {
            state.run(
                move |handbook| async move { handbook.tick_posted(meeting, item, at.is_none()).await },
                move |outcome| {
                    if let Err(fault) = outcome {
                        state.say(Notice::Fault(fault));
                    }
                },
            );
        };
        view! {
            <li>
                <CheckRow
                    title=(texts.posting_item)(item).to_owned()
                    note=note.unwrap_or_default()
                    checked=at.is_some()
                    on_toggle
                />
            </li>
        }
    };
    view! {
        <Show when=move || items.with(|items| !items.is_empty())>
            <section class="stack" aria-labelledby="posting" data-print="no">
                <h2 class="section__title" id="posting">
                    {texts.posting}
                </h2>
                <p class="note">{texts.posting_note}</p>
                <ul class="sheet rows">
                    {move || items.get().into_iter().map(row).collect_view()}
                </ul>
                <p role="status">
                    {move || {
                        all.get()
                            .then(|| {
                                view! { <Tag tone=Tone::Ok icon="check" bare=true words=texts.all_posted /> }
                            })
                    }}
                </p>
            </section>
        </Show>
    }
}
