//! What waits, as one file: saved, or handed to another app. It counts as out only when the browser or the other app
//! took it.

use super::Desk;
use crate::domain::id::ThingId;
use crate::ports::device::Sharing;
use crate::record::Kind;
use crate::state::use_state;
use crate::sync::{Fault, Handbook, Outgoing, Role};
use crate::ui::{Dialog, Icon, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Phones refuse unknown kinds of files, so it travels as a plain text.
const MEDIA: &str = "text/plain";

/// A file that is ready to go.
#[derive(Clone)]
struct Parcelled {
    load: Load,
    name: String,
    bytes: Rc<[u8]>,
    out: Rc<Outgoing>,
}

/// What a file is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Load {
    /// The branch, or the secretary.
    Branch,
    /// Another device of the secretary.
    Meeting,
}

/// How far the file is that is being made.
#[derive(Clone, Copy)]
pub(super) struct Packing {
    busy: StoredValue<bool>,
    ready: RwSignal<Option<Parcelled>, LocalStorage>,
    /// Whether the dialog with what to do with it is open.
    open: RwSignal<bool>,
    /// The browser wants another tap.
    refused: RwSignal<bool>,
}

impl Packing {
    /// Nothing is being made.
    pub(super) fn new() -> Self {
        Self {
            busy: StoredValue::new(false),
            ready: RwSignal::new_local(None),
            open: RwSignal::new(false),
            refused: RwSignal::new(false),
        }
    }
}

/// What waits here: of the secretary the whole branch with the papers of the next meeting, of a member the own mail.
async fn pack(handbook: Rc<Handbook>) -> Result<Option<Outgoing>, Fault> {
    let now = handbook.ports().clock.now().wall();
    let papers: Vec<ThingId> = {
        let memory = handbook.memory();
        let next = memory.fold().next_meeting(now).filter(|_| memory.role() == Role::Secretary);
        next.map(|meeting| meeting.documents.clone()).unwrap_or_default()
    };
    for paper in &papers {
        handbook.load_about(&[Kind::Document], *paper).await?;
    }
    let documents: Vec<_> = {
        let memory = handbook.memory();
        papers.iter().filter_map(|paper| memory.fold().document(*paper).cloned()).collect()
    };
    for document in &documents {
        // Without a network the bundle goes without what is not on this device; it can be fetched later.
        handbook.save_document(document).await.ok();
    }
    let out = handbook.export_bundle(&documents).await?;
    Ok(Some(out).filter(|out| !out.bundle.items.is_empty()))
}

/// What is entered of the meeting that is going on, or of the nearest one.
async fn pack_meeting(handbook: Rc<Handbook>) -> Result<Option<Outgoing>, Fault> {
    match handbook.entered_meeting().await? {
        Some(meeting) => handbook.export_run(meeting).await.map(Some),
        None => Ok(None),
    }
}

/// Makes the file; one at a time.
fn make(desk: Desk, load: Load, hand_over: impl FnOnce(Parcelled) + 'static) {
    let packing = desk.packing;
    if packing.busy.get_value() {
        return;
    }
    packing.busy.set_value(true);
    desk.say(Tone::Wait, desk.state.texts().exchange().packing.to_owned());
    let day = desk.state.today().to_iso();
    let name = match load {
        Load::Branch => ["so-tay-", &day, ".txt"].concat(),
        Load::Meeting => ["so-tay-", &day, "-sinh-hoat.txt"].concat(),
    };
    let packed = move |handbook: Rc<Handbook>| async move {
        match load {
            Load::Branch => pack(handbook).await,
            Load::Meeting => pack_meeting(handbook).await,
        }
    };
    desk.state.ask(packed, move |outcome| {
        // The page may have been left in the meantime.
        if packing.busy.try_set_value(false).is_some() {
            return;
        }
        match outcome {
            Ok(None) => {
                desk.packing.open.set(false);
                let texts = desk.state.texts().exchange();
                let nothing = match load {
                    Load::Branch => texts.nothing_to_export,
                    Load::Meeting => texts.nothing_entered,
                };
                desk.say(Tone::Neutral, nothing.to_owned());
            }
            Ok(Some(out)) => {
                let bytes = out.bundle.to_text().into_bytes().into();
                hand_over(Parcelled { load, name, bytes, out: Rc::new(out) });
            }
            Err(fault) => {
                desk.packing.open.set(false);
                desk.say_fault(fault);
            }
        }
    });
}

/// Notes that the file has left, and says so.
fn note_out(desk: Desk, out: Rc<Outgoing>, sentence: String) {
    desk.packing.open.try_set(false);
    desk.state.run(
        move |handbook| async move { handbook.note_bundle_out(&out).await },
        move |outcome| match outcome {
            Ok(()) => desk.say(Tone::Ok, sentence),
            Err(fault) => desk.say_fault(fault),
        },
    );
}

fn save_file(desk: Desk, file: Parcelled) {
    let texts = desk.state.texts().exchange();
    if !desk.state.tools().files.save(&file.name, MEDIA, &file.bytes) {
        desk.packing.open.set(false);
        desk.say(Tone::Danger, texts.not_exported.to_owned());
        return;
    }
    let secretary = desk.secretary.try_get_untracked() == Some(true);
    let exported = match file.load {
        Load::Meeting => texts.handed_over,
        Load::Branch if secretary => texts.exported_secretary,
        Load::Branch => texts.exported,
    };
    note_out(desk, file.out, exported(&file.name));
}

/// Saves the file where the browser saves files.
pub(super) fn save(desk: Desk) {
    make(desk, Load::Branch, move |file| save_file(desk, file));
}

/// Makes the file, then asks what to do with it: browsers open the sheet of other apps only within a tap, and a tap
/// is over long before a large file is made.
pub(super) fn share(desk: Desk) {
    ask(desk, Load::Branch);
}

/// The same with what is entered of a meeting, for the secretary's other device.
pub(super) fn hand_over(desk: Desk) {
    ask(desk, Load::Meeting);
}

fn ask(desk: Desk, load: Load) {
    desk.packing.ready.set(None);
    desk.packing.refused.set(false);
    desk.packing.open.set(true);
    make(desk, load, move |file| {
        desk.outcome.try_set(None);
        desk.packing.ready.try_set(Some(file));
    });
}

fn offer(desk: Desk, file: Parcelled) {
    desk.packing.refused.set(false);
    spawn_local(async move {
        match desk.state.tools().files.share(&file.name, MEDIA, &file.bytes).await {
            Sharing::Shared => {
                let texts = desk.state.texts().exchange();
                let shared = match file.load {
                    Load::Branch => texts.shared,
                    Load::Meeting => texts.handed_over_shared,
                };
                note_out(desk, file.out, shared.to_owned());
            }
            Sharing::Cancelled => {}
            Sharing::Refused => desk.packing.refused.try_set(true).map_or((), drop),
            Sharing::Unsupported => save_file(desk, file),
        }
    });
}

/// The file is being made; then what to do with it.
#[component]
pub(super) fn OutgoingDialog(desk: Desk) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().exchange();
    let packing = desk.packing;
    let content = move || {
        let Some(file) = packing.ready.get() else {
            return view! { <p role="status">{texts.packing}</p> }.into_any();
        };
        let size = (state.texts().nouns().size)(u32::try_from(file.bytes.len()).unwrap_or(u32::MAX));
        let saved = file.clone();
        view! {
            <p role="status">{(texts.packed)(&size)}</p>
            <div class="cluster">
                <button
                    class="button"
                    data-kind="primary"
                    type="button"
                    on:click=move |_| offer(desk, file.clone())
                >
                    <Icon name="share" />
                    {texts.share}
                </button>
                <button class="button" type="button" on:click=move |_| save_file(desk, saved.clone())>
                    <Icon name="download" />
                    {texts.save_here}
                </button>
            </div>
            <p class="note" role="status">
                {move || packing.refused.get().then_some(texts.share_refused)}
            </p>
        }
        .into_any()
    };
    view! {
        <Dialog
            id="outgoing"
            title=texts.share_title
            open=packing.open
            close_label=state.texts().shell().close
        >
            {content}
        </Dialog>
    }
}
