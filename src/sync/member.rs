//! What a member says: replies, check-ins, the wish to be listed; comments and shared self-criticism have files of
//! their own. Each becomes a signed record in the own handbook and a sealed parcel in the outbox, in one commit.

use super::drafts::gone;
use super::memory::Change;
use super::{Fault, Handbook, Memory, Role};
use crate::domain::attendance::{Answer, Reply};
use crate::domain::check_in::{CheckIn, Proof};
use crate::domain::id::{RecordId, ThingId};
use crate::domain::key::SealingKey;
use crate::domain::order;
use crate::domain::time::Moment;
use crate::domain::words::Line;
use crate::exchange::draft::DraftName;
use crate::exchange::feed::month_of;
use crate::exchange::fold::Versions;
use crate::exchange::outbox::{Parcel, Stage, readers_mark};
use crate::exchange::subject::Subject;
use crate::ports::Write;
use crate::record::body::Join;
use crate::record::digest::{blob_id, record_id, sha256};
use crate::record::envelope::REPLACES_MAX;
use crate::record::keyring::Vouched;
use crate::record::sealed_mail::{LETTER_BYTES_MAX, open_mail, seal_mail};
use crate::record::{Body, Draft, Kind, Record, Seed, Unverified};
use std::rc::Rc;

/// What was submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// The record.
    pub id: RecordId,
    /// Its bytes, to be shown as a QR code where there is no network.
    pub bytes: Vec<u8>,
}

/// What a device says next on one thing.
pub(super) struct Said {
    /// Signed, and not stored yet.
    pub(super) record: Rc<Record>,
    /// Earlier words that never left this device. They go, as if they had not been written.
    overtaken: Vec<Rc<Record>>,
}

/// Who may open a member's mail: the secretary's devices and the paper recovery key.
fn readers(memory: &Memory) -> Result<Vec<SealingKey>, Fault> {
    let charter = memory.fold().charter().ok_or(Fault::NotYetListed)?;
    Ok(charter.secretaries.iter().chain([&charter.recovery]).map(|keys| keys.sealing).collect())
}

/// Whether one letter holds this. The secretary keeps to it too, although these words need no mail.
fn fits(bytes: &[u8]) -> Result<(), Fault> {
    if bytes.len() <= LETTER_BYTES_MAX { Ok(()) } else { Err(Fault::TooLong) }
}

fn parcel(
    memory: &Memory,
    bytes: &[u8],
    kind: Kind,
    about: ThingId,
    now: Moment,
    seed: &Seed,
) -> Result<Parcel, Fault> {
    let readers = readers(memory)?;
    let record = record_id(bytes);
    // One commit may hold several letters, and no key may seal two of them.
    let seed = Seed(sha256(&[b"so-tay parcel", &seed.0, &record.0]));
    let sealed = seal_mail(&readers, bytes, &seed)?;
    let own = [memory.identity.device().keys().sealing];
    let letter = seal_mail(&own, bytes, &Seed(sha256(&[b"so-tay own letter", &seed.0])))?;
    Ok(Parcel {
        record,
        kind,
        about,
        written_at: now,
        stage: Stage::Waiting,
        sent_at: None,
        attempts: 0,
        mail: blob_id(&sealed),
        sealed,
        unproven: false,
        readers: readers_mark(&readers),
        letter,
    })
}

impl Memory {
    /// Kinds of what members say under their names.
    pub(super) const OWN_KINDS: [Kind; 5] =
        [Kind::Reply, Kind::CheckIn, Kind::Comment, Kind::Review, Kind::Report];

    /// The own words about one thing that this record carries, if they are loaded.
    pub(super) fn own(&self, about: ThingId, record: RecordId) -> Option<Rc<Record>> {
        let subjects = Self::OWN_KINDS.map(|kind| Some(Subject::of_member(kind, about, self.me()?)));
        let versions = subjects.iter().flatten().filter_map(|subject| self.fold.versions(subject));
        versions.flat_map(Versions::all).find(|own| own.id() == record).cloned()
    }

    /// What this device says next on one thing, ready to be sent.
    pub(super) fn own_record(&self, now: Moment, about: ThingId, body: Body) -> Result<Said, Fault> {
        let member = self.me().ok_or(Fault::NotYetListed)?;
        let kind = body.fact_kind();
        let subject = Subject::of_member(kind, about, member);
        // Every check-in stands for itself: the first one keeps the time.
        let replaces = if kind == Kind::CheckIn { Vec::new() } else { self.fold.replaced_by_next(&subject) };
        self.own_version(now, about, body, replaces)
    }

    /// What this device says next, in place of the versions that it names. Those that never left it are overtaken:
    /// the new one replaces what they would have replaced, because nobody else has ever seen them.
    pub(super) fn own_version(
        &self,
        now: Moment,
        about: ThingId,
        body: Body,
        replaces: Vec<RecordId>,
    ) -> Result<Said, Fault> {
        let untouched = |id: &&RecordId| self.outbox.get(id).is_some_and(Parcel::untouched);
        let overtaken = replaces.iter().filter(untouched).filter_map(|id| self.own(about, *id));
        let overtaken: Vec<Rc<Record>> = overtaken.collect();
        let inherited = overtaken.iter().flat_map(|record| &record.header().replaces);
        let mut replaces = order::set(replaces.iter().chain(inherited).copied());
        replaces.retain(|id| overtaken.iter().all(|record| record.id() != *id));
        let replaces = replaces.into_iter().take(REPLACES_MAX).collect();
        let draft = Draft { org: self.identity.org(), at: now, about, replaces, body };
        let record =
            Unverified::parse(&draft.sign(self.identity.device()))?.verify(&self.keyring, Vouched::No)?;
        fits(record.bytes())?;
        Ok(Said { record: Rc::new(record), overtaken })
    }
}

impl Handbook {
    /// Answers a notice; the draft of a reason for absence goes in the same commit.
    pub async fn reply(&self, meeting: ThingId, answer: Answer) -> Result<Submitted, Fault> {
        let rows = [gone(DraftName::Absence(meeting))];
        self.submit(meeting, Body::Reply(Reply { meeting, answer }), &rows).await
    }

    /// Says "I am here".
    pub async fn check_in(&self, meeting: ThingId, proof: Proof) -> Result<Submitted, Fault> {
        self.submit(meeting, Body::CheckIn(CheckIn { meeting, proof }), &[]).await
    }

    /// The member's card for a meeting: a signed record to be shown to the secretary's camera. It is not stored and
    /// not sent, so that holding it up twice leaves nothing behind.
    pub fn card(&self, meeting: ThingId) -> Result<Vec<u8>, Fault> {
        let body = Body::CheckIn(CheckIn { meeting, proof: Proof::Card });
        let said = self.memory.borrow().own_record(self.now(), meeting, body)?;
        Ok(said.record.bytes().to_vec())
    }

    /// Asks to be listed, once the branch is known. Tells whether a new request was written.
    pub async fn ask_to_join(&self, name: Option<Line>) -> Result<bool, Fault> {
        let _turn = self.turn.lock().await;
        let (now, seed) = (self.now(), self.ports.keys.seed());
        self.act(|memory| {
            let asked = memory.outbox.values().any(|parcel| parcel.kind == Kind::Join);
            if memory.role() != Role::Newcomer || memory.fold.charter().is_none() || asked {
                return Ok((Change::default(), false));
            }
            let bytes = memory.join_request(now, name.clone());
            let parcel = parcel(memory, &bytes, Kind::Join, ThingId::BRANCH, now, &seed)?;
            Ok((Change { parcels: vec![parcel], ..Change::default() }, true))
        })
        .await
    }

    /// The request to be listed as bytes, to be shown as a QR code face to face.
    pub fn join_request(&self, name: Option<Line>) -> Vec<u8> {
        self.memory.borrow().join_request(self.now(), name)
    }

    /// Seals anew what waits for a reader that the branch has no longer: only a successor would find it, and could
    /// not open it.
    pub(super) async fn reseal(&self) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let seed = self.ports.keys.seed();
        self.act(|memory| {
            let stale = |parcel: &&Parcel, mark| parcel.stage != Stage::Received && parcel.readers != mark;
            let mut change = Change::default();
            let Ok(readers) = readers(memory) else {
                return Ok((change, ()));
            };
            let mark = readers_mark(&readers);
            for parcel in memory.outbox.values().filter(|parcel| stale(parcel, mark)) {
                let letter = open_mail(memory.identity.device(), &parcel.letter)?;
                let seed = Seed(sha256(&[b"so-tay anew", &seed.0, &parcel.record.0]));
                let sealed = seal_mail(&readers, &letter, &seed)?;
                change.parcels.push(parcel.resealed(mark, blob_id(&sealed), sealed));
            }
            Ok((change, ()))
        })
        .await
    }

    /// Takes in what this device itself has not sent yet, when its owner has become secretary.
    pub(super) async fn take_own_parcels(&self) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let mut change = Change::default();
            for parcel in memory.outbox.values().filter(|parcel| parcel.stage != Stage::Received) {
                change.spent.push(parcel.record);
                if parcel.kind == Kind::Join {
                    continue;
                }
                let letter = open_mail(memory.identity.device(), &parcel.letter)?;
                let record = Rc::new(Unverified::parse(&letter)?.verify(&memory.keyring, Vouched::No)?);
                if memory.passes_on(&record) {
                    change.shelve(month_of(now.day()), &record);
                }
                change.records.push(record);
            }
            Ok((change, ()))
        })
        .await
    }

    pub(super) async fn submit(
        &self,
        about: ThingId,
        body: Body,
        rows: &[Write],
    ) -> Result<Submitted, Fault> {
        self.submit_all(rows, |memory, now| Ok(vec![memory.own_record(now, about, body.clone())?])).await
    }

    /// Submits what `decide` makes of what is known, all of it in one commit; tells of the last record. It may be
    /// decided several times over.
    pub(super) async fn submit_all(
        &self,
        rows: &[Write],
        decide: impl Fn(&Memory, Moment) -> Result<Vec<Said>, Fault>,
    ) -> Result<Submitted, Fault> {
        let _turn = self.turn.lock().await;
        let (now, seed) = (self.now(), self.ports.keys.seed());
        self.act(|memory| {
            let said = decide(memory, now)?;
            let last = &said.last().ok_or(Fault::Empty)?.record;
            let submitted = Submitted { id: last.id(), bytes: last.bytes().to_vec() };
            let mut change = Change { rows: rows.to_vec(), ..Change::default() };
            for Said { record, overtaken } in &said {
                if memory.role() == Role::Secretary {
                    // The secretary's own words need no mail: they are where they should be.
                    if memory.passes_on(record) {
                        change.shelve(month_of(now.day()), record);
                    }
                } else {
                    let (kind, about) = (record.body().kind(), record.header().about);
                    change.parcels.push(parcel(memory, record.bytes(), kind, about, now, &seed)?);
                }
                change.taken_back.extend(overtaken.iter().cloned());
                change.records.push(record.clone());
            }
            // The very same words, said twice within a millisecond, stay.
            let again = |older: &Rc<Record>| change.records.iter().any(|record| record.id() == older.id());
            change.taken_back.retain(|older| !again(older));
            change.spent = change.taken_back.iter().map(|record| record.id()).collect();
            Ok((change, submitted))
        })
        .await
    }

    /// An anonymous record stays out of the own facts: nothing on the device ties it to its author but the parcel. On
    /// the secretary's own device it lies among the anonymous records of all.
    pub(super) async fn submit_unnamed(
        &self,
        about: ThingId,
        body: Body,
        rows: &[Write],
    ) -> Result<Submitted, Fault> {
        let _turn = self.turn.lock().await;
        let (now, seed, salt) = (self.now(), self.ports.keys.seed(), self.ports.keys.seed());
        self.act(|memory| {
            if memory.role() == Role::Revoked {
                return Err(Fault::Revoked);
            }
            let org = memory.identity.org();
            let draft = Draft { org, at: now, about, replaces: Vec::new(), body: body.clone() };
            let bytes = draft.sign_anonymously(memory.identity.content(), &salt);
            fits(&bytes)?;
            let mut change = Change { rows: rows.to_vec(), ..Change::default() };
            if memory.role() == Role::Secretary {
                let record = Unverified::parse(&bytes)?.verify(&memory.keyring, Vouched::No)?;
                change.records.push(Rc::new(record));
            } else {
                change.parcels.push(parcel(memory, &bytes, Kind::Comment, about, now, &seed)?);
            }
            Ok((change, Submitted { id: record_id(&bytes), bytes }))
        })
        .await
    }
}

impl Memory {
    fn join_request(&self, now: Moment, name: Option<Line>) -> Vec<u8> {
        let device = self.identity.device();
        let body = Body::Join(Join { keys: device.keys(), invite: self.identity.invite(), name });
        let org = self.identity.org();
        Draft { org, at: now, about: ThingId::BRANCH, replaces: Vec::new(), body }.sign(device)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::Means;
    use crate::domain::org::BranchKind;
    use crate::ports::Ports;
    use crate::ports::Table;
    use crate::ports::memory::{MemoryClock, MemoryHost, MemoryKeys, MemoryStore};
    use crate::sync::Founding;

    fn ports(store: &MemoryStore) -> Ports {
        Ports {
            store: Rc::new(store.clone()),
            feed: Rc::new(MemoryHost::default()),
            clock: Rc::new(MemoryClock::at(Moment(1_790_000_000_000))),
            keys: Rc::new(MemoryKeys::from(1)),
        }
    }

    fn founding() -> Founding {
        let line = |text| Line::parse(text).unwrap();
        Founding {
            name: line("Chi bộ thôn Đồng Sen"),
            superior: line("Đảng ủy xã Minh Khê"),
            kind: BranchKind::Residential,
            locality: line("xã Minh Khê"),
            secretary: line("Trần Thị Sen"),
            hosting: None,
        }
    }

    #[test]
    fn a_card_marks_its_member_present_and_leaves_nothing_on_the_phone_that_shows_it() {
        let store = MemoryStore::default();
        let handbook = pollster::block_on(Handbook::found(ports(&store), founding())).unwrap().handbook;
        let meeting = ThingId([7; 16]);
        let rows = |store: &MemoryStore| Table::ALL.map(|table| store.count(table));
        let before = rows(&store);
        let card = handbook.card(meeting).unwrap();
        assert_eq!(rows(&store), before);
        assert!(handbook.memory().outbox().is_empty());
        let member = pollster::block_on(handbook.take_scanned(meeting, &card)).unwrap();
        let roll_call = handbook.memory().roll_call(meeting);
        assert_eq!(roll_call.entry(member).map(|entry| entry.means), Some(Means::Card));
    }

    #[test]
    fn a_phone_that_is_not_listed_has_no_card() {
        let store = MemoryStore::default();
        let founder = pollster::block_on(Handbook::found(ports(&store), founding())).unwrap().handbook;
        let invitation = founder.memory().identity().invitation().clone();
        let newcomer =
            pollster::block_on(Handbook::join(ports(&MemoryStore::default()), invitation)).unwrap();
        assert_eq!(newcomer.card(ThingId([7; 16])), Err(Fault::NotYetListed));
    }
}
