//! The sample branch, to try the app on. It is founded in memory by the same commands as every branch, and moves onto
//! the device in one commit, so that a page that is closed in between leaves nothing behind.

use super::{Notice, State};
use crate::exchange::bundle::BundleFault;
use crate::ports::memory::{MemoryHost, MemoryStore};
use crate::ports::{FeedFault, Ports};
use crate::sample::{self, SCRIPT_FILE, Script};
use crate::sync::{Fault, Handbook};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::rc::Rc;

impl State {
    /// Opens the sample branch, as a member or as its secretary.
    pub fn try_sample(self, as_secretary: bool) {
        if self.preparing.get_untracked() {
            return;
        }
        self.preparing.set(true);
        spawn_local(async move {
            match self.found_sample(as_secretary).await {
                Ok(handbook) => self.take(handbook).await,
                Err(fault) => self.say(Notice::Fault(fault)),
            }
            self.preparing.set(false);
        });
    }

    /// Whether the sample branch is being founded.
    pub fn preparing(self) -> bool {
        self.preparing.get()
    }

    async fn found_sample(self, as_secretary: bool) -> Result<Handbook, Fault> {
        let ports = self.ports.get_value();
        if Handbook::open(ports.clone()).await?.is_some() {
            return Err(Fault::AlreadyOpen);
        }
        let script = self.own_file(SCRIPT_FILE).await?;
        let script = String::from_utf8(script).ok().and_then(|text| Script::parse(&text).ok());
        let script = script.ok_or(Fault::Bundle(BundleFault::Damaged))?;
        let mut files = BTreeMap::new();
        for paper in &script.papers {
            files.insert(paper.file.as_str(), self.own_file(&paper.file).await?);
        }
        let desk = scratch(&ports);
        let secretary = sample::found(desk.clone(), &script, &|name| files.get(name).cloned(), None).await?;
        let mine = if as_secretary {
            desk
        } else {
            let phone = scratch(&ports);
            let visitor = script.people.get(script.visitor).ok_or(Fault::Script)?;
            let member = sample::welcome(&secretary, phone.clone(), &visitor.name).await?;
            sample::hand_files(&secretary, &member).await?;
            phone
        };
        sample::pour(&*mine.store, &*ports.store).await?;
        Handbook::open(ports).await?.ok_or(Fault::Script)
    }

    async fn own_file(self, name: &str) -> Result<Vec<u8>, Fault> {
        let file = self.tools().files.fetch_sample(name).await;
        file.ok_or(Fault::Feed(FeedFault::Offline))
    }
}

/// A device in memory, with the time and the keys of this one.
fn scratch(ports: &Ports) -> Ports {
    let (store, feed) = (Rc::new(MemoryStore::default()), Rc::new(MemoryHost::default()));
    Ports { store, feed, ..ports.clone() }
}
