//! Bundles: what travels by file, share and paste where there is no network. A bundle may come twice, late, or
//! through any hand.

use super::delivery::Delivery;
use super::memory::Change;
use super::{Arrival, Fault, Handbook, Role};
use crate::domain::document::Document;
use crate::domain::id::{BlobId, RecordId};
use crate::exchange::bundle::{Bundle, Item};
use crate::exchange::feed::HeadNews;
use crate::exchange::outbox::{HandOver, Stage};
use crate::exchange::pack::{open_pack, seal_packs};
use crate::ports::{StoreFault, Table};
use crate::record::body::PackRef;
use crate::record::digest::blob_id;
use crate::record::shared_seal::{Purpose, open_shared, seal_shared};
use crate::record::{Flaw, Unverified};

impl Handbook {
    /// A bundle for a branch without a network. From a member: all mail that is not confirmed. From the secretary:
    /// the head, every pack, and the files of `documents`.
    pub async fn export_bundle(&self, documents: &[Document]) -> Result<Bundle, Fault> {
        self.catch_up().await?;
        let org = self.memory.borrow().identity.org();
        if self.memory.borrow().role() != Role::Secretary {
            let items = self.export_mail().await?;
            return Ok(Bundle { org, items });
        }
        self.prepare(None).await?;
        let content = self.memory.borrow().identity.content().clone();
        let signed = self.memory.borrow().last_signed().cloned().ok_or(Fault::NothingToPublish)?;
        let mut items = vec![Item::Head(seal_shared(&content, Purpose::Head, &signed.bytes))];
        for pack in &signed.head.packs {
            items.push(Item::Pack(self.sealed_pack(pack).await?));
        }
        for document in documents {
            if let Some(sealed) = self.ports.store.get(Table::Blobs, &document.file.blob.0).await? {
                items.push(Item::Document(sealed));
            }
        }
        // A branch without a host publishes by handing the file on.
        if self.hosting().is_err() {
            let uploads: Vec<BlobId> = self.memory.borrow().uploads.iter().copied().collect();
            {
                let _turn = self.turn.lock().await;
                self.act(|_| Ok((Change { uploaded: uploads.clone(), ..Change::default() }, ()))).await?;
            }
            self.note_published(&signed).await?;
        }
        Ok(Bundle { org, items })
    }

    /// The very file that a head of this device names.
    async fn sealed_pack(&self, pack: &PackRef) -> Result<Vec<u8>, Fault> {
        if let Some(waiting) = self.ports.store.get(Table::Blobs, &pack.blob.0).await? {
            return Ok(waiting);
        }
        let rows = self.ports.store.list(Table::Shelf, &pack.month.to_be_bytes()).await?;
        let content = self.memory.borrow().identity.content().clone();
        let packs = seal_packs(&content, rows.iter().map(|(_, value)| value.as_slice()));
        let named = packs.into_iter().find(|bytes| blob_id(bytes) == pack.blob);
        // Another tab has put something on the shelf just now: the next head tells of it.
        named.ok_or(Fault::Store(StoreFault::Stale))
    }

    async fn export_mail(&self) -> Result<Vec<Item>, Fault> {
        self.ask_to_join(None).await?;
        let open: Vec<(RecordId, Vec<u8>)> = {
            let memory = self.memory.borrow();
            let open = memory.outbox().into_iter().filter(|parcel| parcel.stage != Stage::Received);
            open.map(|parcel| (parcel.record, parcel.sealed.clone())).collect()
        };
        let mut items = Vec::new();
        for (record, sealed) in open {
            self.note_hand_over(record, HandOver::Taken).await?;
            items.push(Item::Mail(sealed));
        }
        Ok(items)
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
                    arrival.mails += usize::from(self.take_mail(blob_id(&sealed), &sealed).await?.is_some());
                }
                Item::Mail(_) => {}
            }
        }
        if let Some(head) = head {
            let mails = arrival.mails;
            arrival = self.take_bundled_head(head, packs).await?;
            arrival.mails = mails;
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
        let mut found = Vec::new();
        for pack in missing {
            let records =
                packs.iter().find(|(blob, _)| *blob == pack.blob).map(|(_, records)| records.clone());
            found.push((pack, records.ok_or(Fault::Flaw(Flaw::Cut))?));
        }
        self.take_delivery(Delivery { head, packs: found }).await
    }
}
