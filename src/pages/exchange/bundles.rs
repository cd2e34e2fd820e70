//! What waits, as one file: saved, or handed to another app.

use super::Desk;
use crate::domain::id::ThingId;
use crate::exchange::bundle::Bundle;
use crate::ports::device::Sharing;
use crate::record::Kind;
use crate::sync::{Fault, Handbook, Role};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Phones refuse unknown kinds of files, so it travels as a plain text.
const MEDIA: &str = "text/plain";

/// What waits here: of the secretary the whole branch with the papers of the next meeting, of a member the own mail.
async fn pack(handbook: Rc<Handbook>) -> Result<Bundle, Fault> {
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
    handbook.export_bundle(&documents).await
}

fn with_file(desk: Desk, hand_over: impl FnOnce(String, Vec<u8>) + 'static) {
    desk.outcome.set(None);
    let name = ["so-tay-", &desk.state.today().to_iso(), ".txt"].concat();
    desk.state.ask(pack, move |outcome| match outcome {
        Ok(bundle) if bundle.items.is_empty() => {
            desk.say(desk.state.texts().exchange().nothing_to_export.to_owned());
        }
        Ok(bundle) => hand_over(name, bundle.to_text().into_bytes()),
        Err(fault) => desk.say(desk.state.sentence(fault).to_owned()),
    });
}

fn save_file(desk: Desk, name: &str, bytes: &[u8]) {
    let texts = desk.state.texts().exchange();
    let taken = desk.state.device().files.save(name, MEDIA, bytes);
    let sentence = match (taken, desk.secretary.try_get_untracked() == Some(true)) {
        (false, _) => texts.not_exported,
        (true, true) => texts.exported_secretary,
        (true, false) => texts.exported,
    };
    desk.say(sentence.to_owned());
}

/// Saves the file where the browser saves files.
pub(super) fn save(desk: Desk) {
    with_file(desk, move |name, bytes| save_file(desk, &name, &bytes));
}

/// Offers the file to other apps; saves it where the browser cannot.
pub(super) fn share(desk: Desk) {
    with_file(desk, move |name, bytes| {
        spawn_local(async move {
            match desk.state.device().files.share(&name, MEDIA, &bytes).await {
                Sharing::Shared => desk.say(desk.state.texts().exchange().shared.to_owned()),
                Sharing::Cancelled => {}
                Sharing::Unsupported => save_file(desk, &name, &bytes),
            }
        });
    });
}
