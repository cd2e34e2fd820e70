//! Who keeps the branch: secretaries are named and dismissed, a host is found later, and whoever holds the sheet of
//! paper takes over when every secretary's phone is lost.

use super::memory::{Change, trust};
use super::{Fault, Handbook, Memory, Role, meta};
use crate::domain::document::Document;
use crate::domain::id::{KeyId, MemberId, ThingId};
use crate::domain::member::{Device, Roster, Standing};
use crate::domain::order;
use crate::domain::org::Charter;
use crate::domain::time::Moment;
use crate::exchange::feed::month_of;
use crate::exchange::invitation::HostingLink;
use crate::exchange::subject::Subject;
use crate::ports::{Table, Write};
use crate::record::digest::key_id;
use crate::record::keyring::Vouched;
use crate::record::kind::{Retractable, Signer};
use crate::record::{Body, DeviceSecret, Draft, Kind, Record, Seed, Unverified};
use std::rc::Rc;

impl Memory {
    /// Devices that the charter in force names, with whose they are where the roster says so.
    pub fn secretaries(&self) -> Vec<(KeyId, Option<MemberId>)> {
        let keys = self.fold.charter().map(|charter| charter.secretaries.as_slice()).unwrap_or_default();
        let holder = |id| self.fold.roster()?.holder(id).map(|(member, _)| member.id);
        let of = |signing| {
            let id = key_id(signing);
            (id, holder(id))
        };
        keys.iter().map(|keys| of(&keys.signing)).collect()
    }

    /// Whether one of these devices is this member's.
    pub fn is_secretary(&self, member: MemberId) -> bool {
        self.secretaries().iter().any(|(_, holder)| *holder == Some(member))
    }

    fn rewritten(&self, edit: impl Fn(&Self, &mut Charter) -> Result<(), Fault>) -> Result<Body, Fault> {
        let mut charter = self.fold.charter().cloned().ok_or(Fault::NotFetched)?;
        edit(self, &mut charter)?;
        Ok(Body::Charter(charter))
    }

    /// The charter signed on paper that names this device alone, and the roster with it: the phones that were the
    /// secretaries' are lost.
    fn taking_over(&self, paper: &DeviceSecret, member: MemberId, now: Moment) -> Result<Change, Fault> {
        let device = self.identity.device();
        let charter = self.fold.charter().ok_or(Fault::NotFetched)?;
        if charter.recovery != paper.keys() {
            return Err(Fault::OtherPaper);
        }
        let mut roster = self.fold.roster().cloned().ok_or(Fault::NotFetched)?;
        let lost: Vec<KeyId> = charter.secretaries.iter().map(|keys| key_id(&keys.signing)).collect();
        enlist(&mut roster, device, member, &lost)?;
        let charter = Body::Charter(Charter { secretaries: vec![device.keys()], ..charter.clone() });
        let about = ThingId::BRANCH;
        let signed = |body: Body, by: &DeviceSecret| {
            let replaces = self.fold.replaced_by_next(&Subject::of_branch(body.kind(), about));
            Unverified::parse(&Draft { org: self.identity.org(), at: now, about, replaces, body }.sign(by))
        };
        let charter = Rc::new(signed(charter, paper)?.verify(&self.keyring, Vouched::No)?);
        let (mut keyring, mut fold) = (self.keyring.clone(), self.fold.of_branch());
        fold.insert(charter.clone());
        trust(&mut keyring, &fold);
        let roster = Rc::new(signed(Body::Roster(roster), device)?.verify(&keyring, Vouched::No)?);
        let mut change = Change::default();
        for record in [charter, roster] {
            change.shelve(month_of(now.day()), &record);
            change.records.push(record);
        }
        Ok(change)
    }
}

/// Lists `device` as one that speaks for its member, and takes the lost ones off.
fn enlist(roster: &mut Roster, device: &DeviceSecret, member: MemberId, lost: &[KeyId]) -> Result<(), Fault> {
    let listed = roster.holder(device.id()).is_some();
    for other in roster.members.iter_mut().flat_map(|member| &mut member.devices) {
        if other.id == device.id() {
            other.standing = Standing::Active;
        } else if lost.contains(&other.id) {
            other.standing = Standing::Revoked;
        }
    }
    if !listed {
        let member =
            roster.members.iter_mut().find(|other| other.id == member).ok_or(Fault::UnknownMember)?;
        member.devices.push(Device { id: device.id(), keys: device.keys(), standing: Standing::Active });
    }
    Ok(())
}

/// Whether this is a fact of the branch, which all members may see.
fn of_branch(record: &Record) -> bool {
    match record.body() {
        Body::Retract(what) => *what == Retractable::Document,
        body => body.kind().signer() == Signer::Secretary,
    }
}

impl Handbook {
    async fn change_charter(
        &self,
        edit: impl Fn(&Memory, &mut Charter) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| Ok((memory.stated(now, ThingId::BRANCH, memory.rewritten(&edit)?)?, ()))).await
    }

    /// Makes a listed member's device one of the secretary's: a deputy, a successor, a second phone.
    pub async fn name_secretary(&self, device: KeyId) -> Result<(), Fault> {
        self.change_charter(|memory, charter| {
            let listed = memory.fold.roster().and_then(|roster| roster.holder(device));
            let listed = listed.filter(|(_, device)| device.standing == Standing::Active);
            let (_, listed) = listed.ok_or(Fault::UnknownDevice)?;
            if charter.secretaries.contains(&listed.keys) {
                return Err(Fault::AlreadyListed);
            }
            if charter.secretaries.len() == Charter::SECRETARIES_MAX {
                return Err(Fault::TooManySecretaries);
            }
            charter.secretaries.push(listed.keys);
            Ok(())
        })
        .await
    }

    /// Takes a device off that was the secretary's: lost, or of a predecessor. Not the one in the hand: nobody could
    /// publish that.
    pub async fn dismiss_secretary(&self, device: KeyId) -> Result<(), Fault> {
        self.change_charter(|memory, charter| {
            if memory.identity.device().id() == device {
                return Err(Fault::OwnDevice);
            }
            let before = charter.secretaries.len();
            charter.secretaries.retain(|keys| key_id(&keys.signing) != device);
            if charter.secretaries.len() == before { Err(Fault::UnknownDevice) } else { Ok(()) }
        })
        .await
    }

    /// Gives the branch a host, or this device the token of the one it has. Everything is put there at the next
    /// exchange.
    pub async fn host(&self, link: HostingLink) -> Result<(), Fault> {
        self.load(Kind::Document).await?;
        let saved = self.saved_files().await?;
        let shelf = self.ports.store.keys(Table::Shelf, &[]).await?;
        let months = shelf.iter().filter_map(|key| key.first_chunk::<4>());
        let dirty = order::set(months.map(|month| u32::from_be_bytes(*month)));
        let _turn = self.turn.lock().await;
        let now = self.now();
        let identity = self.memory.borrow().identity.with_token(Some(link.token));
        let wrapped = self.ports.keys.wrap(identity.encode()).await?;
        self.act(|memory| {
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            let known = memory.identity.hosting(&memory.fold).is_some_and(|known| known == link.hosting);
            let mut change = Change::default();
            if !known {
                let moved = memory.rewritten(|_, charter| {
                    charter.hosting = Some(link.hosting.clone());
                    Ok(())
                })?;
                change = memory.stated(now, ThingId::BRANCH, moved)?;
                change.dirty.extend(&dirty);
                let files = memory.fold.documents().flat_map(Document::files).map(|file| file.blob);
                change.uploads = files.filter(|blob| saved.contains(blob)).collect();
            }
            change.rows.push(Write::Put(Table::Meta, meta::IDENTITY.to_vec(), wrapped.clone()));
            change.identity = Some(identity.clone());
            Ok((change, ()))
        })
        .await
    }

    /// Takes the branch over with the sheet of paper, when every phone of the secretary's is lost: this device becomes
    /// the only one of the secretary, and speaks for `member`. What it has read of the branch is published anew.
    pub async fn take_over(&self, paper: &Seed, member: MemberId) -> Result<(), Fault> {
        let paper = DeviceSecret::grow(paper);
        let facts = self.all_facts().await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let mut change = memory.taking_over(&paper, member, now)?;
            for record in facts.iter().filter(|record| of_branch(record) || memory.passes_on(record)) {
                change.shelve(month_of(record.header().at.day()), record);
            }
            Ok((change, ()))
        })
        .await
    }

    /// Everything that is known here, with its history.
    async fn all_facts(&self) -> Result<Vec<Record>, Fault> {
        let mut facts = Vec::new();
        for table in [Table::Records, Table::Past] {
            for (_, value) in self.ports.store.list(table, &[]).await? {
                facts.push(super::memory::read_row(&value)?);
            }
        }
        Ok(facts)
    }

    /// Opens mail with the sheet of paper that nobody else can open any more: what members sent to phones that are
    /// lost. Gives the number taken in.
    pub async fn open_mail_on_paper(&self, paper: &Seed) -> Result<usize, Fault> {
        Ok(self.collect(&DeviceSecret::grow(paper)).await?.mails)
    }
}
