//! Bundles: what travels by file, share and paste where there is no network. A bundle may come twice, late, or
//! through any hand.

use super::delivery::Delivery;
use super::memory::SignedHead;
use super::travel::named_packs;
use super::{Arrival, Fault, Handbook, Role};
use crate::domain::document::Document;
use crate::domain::id::{BlobId, RecordId};
use crate::domain::order;
use crate::exchange::bundle::{BUNDLE_BYTES_MAX, Bundle, Item};
use crate::exchange::feed::HeadNews;
use crate::exchange::outbox::{HandOver, Stage};
use crate::exchange::pack::{open_pack, seal_packs};
use crate::ports::{StoreFault, Table};
use crate::record::body::PackRef;
use crate::record::digest::blob_id;
use crate::record::shared_seal::{Purpose, open_shared, seal_shared};
use crate::record::{Flaw, Unverified};
use std::collections::BTreeSet;

/// Document files that travel with one bundle, in bytes: what is more waits for the next one.
const DOCUMENTS_BYTES_MAX: usize = BUNDLE_BYTES_MAX / 2;

/// A bundle that is ready to go. That it is made changes nothing: it may be cancelled, or never be saved.
/// [`Handbook::note_bundle_out`] tells that it went.
#[derive(Clone, Debug)]
pub struct Outgoing {
    /// What travels.
    pub bundle: Bundle,
    /// Records of the mail in it.
    parcels: Vec<RecordId>,
    /// The head in it.
    head: Option<SignedHead>,
    /// Files in it that nobody else had.
    files: Vec<BlobId>,
}

impl Outgoing {
    /// A bundle of which nothing needs to be noted when it goes.
    pub(super) fn of(bundle: Bundle) -> Self {
        Self { bundle, parcels: Vec::new(), head: None, files: Vec::new() }
    }
}

impl Handbook {
    /// A bundle for a branch without a network. From a member: all mail that is not confirmed. From the secretary:
    /// the head, every pack, the files of `documents`, and, where there is no host, whatever files never went out.
    pub async fn export_bundle(&self, documents: &[Document]) -> Result<Outgoing, Fault> {
        self.catch_up().await?;
        let out = Outgoing::of(Bundle { org: self.memory.borrow().identity.org(), items: Vec::new() });
        if self.memory.borrow().role() == Role::Secretary {
            self.export_branch(documents, out).await
        } else {
            self.export_mail(out).await
        }
    }

    async fn export_branch(&self, documents: &[Document], mut out: Outgoing) -> Result<Outgoing, Fault> {
        self.prepare(None).await?;
        let (content, signed, uploads) = {
            let memory = self.memory.borrow();
            let signed = memory.last_signed().cloned().ok_or(Fault::NothingToPublish)?;
            (memory.identity.content().clone(), signed, memory.uploads.clone())
        };
        let items = &mut out.bundle.items;
        items.push(Item::Head(seal_shared(&content, Purpose::Head, &signed.bytes)));
        for pack in &signed.head.packs {
            items.push(Item::Pack(self.sealed_pack(pack).await?));
        }
        let packs = order::set(signed.head.packs.iter().map(|pack| pack.blob));
        // Words before pages: where there is no room for both, a document can still be read.
        let files = |document: &Document| document.reading.into_iter().chain([document.file]);
        let mut wanted: Vec<BlobId> = documents.iter().flat_map(files).map(|file| file.blob).collect();
        if self.hosting().is_err() {
            wanted.extend(uploads.iter().filter(|blob| !packs.contains(blob)));
        }
        let (mut carried, mut room) = (BTreeSet::new(), DOCUMENTS_BYTES_MAX);
        for blob in wanted {
            if carried.contains(&blob) {
                continue;
            }
            if let Some(sealed) = self.ports.store.get(Table::Blobs, &blob.0).await?
                && let Some(rest) = room.checked_sub(sealed.len())
            {
                room = rest;
                carried.insert(blob);
                items.push(Item::Document(sealed));
            }
        }
        let files = uploads.into_iter().filter(|blob| packs.contains(blob) || carried.contains(blob));
        Ok(Outgoing { files: files.collect(), head: Some(signed), ..out })
    }

    /// Notes that a bundle has left this device: another app took it, or the browser saved it. Mail in it still
    /// waits: only the secretary's receipt says that the file arrived. A branch without a host publishes by handing the
    /// file on.
    pub async fn note_bundle_out(&self, out: &Outgoing) -> Result<(), Fault> {
        let hosted = self.hosting().is_ok();
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let published = out.head.as_ref().filter(|_| !hosted);
            let mut change = published.map(|signed| memory.publishing(signed)).unwrap_or_default();
            if !hosted {
                change.uploaded.clone_from(&out.files);
            }
            // Some of it may have been confirmed, or taken off by the member's hand, meanwhile.
            let parcels = out.parcels.iter().filter_map(|record| memory.outbox.get(record).cloned());
            change.parcels = parcels.map(|parcel| parcel.after(HandOver::Copied, now)).collect();
            Ok((change, ()))
        })
        .await
    }

    /// The very file that a head of this device names.
    async fn sealed_pack(&self, pack: &PackRef) -> Result<Vec<u8>, Fault> {
        if let Some(waiting) = self.ports.store.get(Table::Blobs, &pack.blob.0).await? {
            return Ok(waiting);
        }
        let rows = self.shelf(&pack.month.to_be_bytes()).await?;
        let content = self.memory.borrow().identity.content().clone();
        let packs = seal_packs(&content, rows.iter().map(|(_, value)| value.as_slice()));
        let named = packs.into_iter().find(|bytes| blob_id(bytes) == pack.blob);
        // Another tab has put something on the shelf just now: the next head tells of it.
        named.ok_or(Fault::Store(StoreFault::Stale))
    }

    async fn export_mail(&self, mut out: Outgoing) -> Result<Outgoing, Fault> {
        self.ask_to_join(None).await?;
        self.reseal().await?;
        let memory = self.memory.borrow();
        for parcel in memory.outbox().into_iter().filter(|parcel| parcel.stage != Stage::Received) {
            out.parcels.push(parcel.record);
            out.bundle.items.push(Item::Mail(parcel.sealed.clone()));
        }
        Ok(out)
    }

    /// Takes in a bundle, whoever brought it. Taking it in twice changes nothing.
    pub async fn import_bundle(&self, bundle: Bundle) -> Result<Arrival, Fault> {
        self.catch_up().await?;
        let (org, content) = {
            let memory = self.memory.borrow();
            (memory.identity.org(), memory.identity.content().clone())
        };
        if bundle.org != org {
            return Err(Fault::OtherBranch);
        }
        let mut arrival = Arrival::default();
        let mut head = None;
        let mut packs = Vec::new();
        for item in bundle.items {
            match item {
                Item::Head(sealed) => {
                    head = Some(Unverified::parse(&open_shared(&content, Purpose::Head, &sealed)?)?);
                }
                Item::Pack(sealed) => packs.push((blob_id(&sealed), open_pack(&content, &sealed)?)),
                Item::Document(sealed) => {
                    open_shared(&content, Purpose::Document, &sealed)?;
                    self.keep_file(blob_id(&sealed), sealed).await?;
                }
                Item::Mail(sealed) if self.memory.borrow().role() == Role::Secretary => {
                    arrival.count(self.take_mail(blob_id(&sealed), &sealed).await?);
                }
                Item::Mail(_) => {}
                Item::Proceedings(sealed) => arrival.entered = Some(self.take_proceedings(&sealed).await?),
            }
        }
        if let Some(head) = head {
            arrival = self.take_bundled_head(head, packs).await?.with_mail(arrival);
            self.ask_to_join(None).await?;
        }
        Ok(arrival)
    }

    async fn take_bundled_head(
        &self,
        head: Unverified,
        packs: Vec<(BlobId, Vec<Vec<u8>>)>,
    ) -> Result<Arrival, Fault> {
        let missing = match self.memory.borrow().news(&head)? {
            HeadNews::Same => return Ok(Arrival::default()),
            HeadNews::Older | HeadNews::Forked => return Ok(Arrival::outdated()),
            HeadNews::Newer(missing) => missing,
        };
        let named = |wanted: &[PackRef]| -> Result<Delivery, Fault> {
            let mut found = Vec::new();
            for pack in wanted {
                let records = packs.iter().find(|(blob, _)| *blob == pack.blob);
                let records = records.map(|(_, records)| records.clone());
                found.push((*pack, records.ok_or(Fault::Flaw(Flaw::Cut))?));
            }
            Ok(Delivery { head: head.clone(), packs: found })
        };
        match self.take_delivery(named(&missing)?).await {
            Err(Fault::Promoted) => self.take_delivery(named(named_packs(&head))?).await,
            outcome => outcome,
        }
    }
}
