//! What the secretary does: states facts of the branch, lists members, takes mail in, keeps the roll call, shows the
//! rotating code. Nothing here touches the network; `travel` does.

use super::{Change, Fault, Handbook, Memory, Role, meta};
use crate::domain::attendance::{Entry, Means, RollCall, State};
use crate::domain::check_in::Proof;
use crate::domain::comment::Visibility;
use crate::domain::document::{Document, File, Kind as DocumentKind, Media};
use crate::domain::id::{BlobId, InviteId, KeyId, MemberId, RecordId, ThingId};
use crate::domain::meeting::Meeting;
use crate::domain::member::{Device, Member, Roster, Standing};
use crate::domain::minutes::Minutes;
use crate::domain::task::Task;
use crate::domain::time::{Day, Moment};
use crate::domain::words::Line;
use crate::exchange::feed::month_of;
use crate::exchange::invitation::Invitation;
use crate::exchange::subject::Subject;
use crate::ports::{Table, Write};
use crate::record::body::{Head, Join, Receipt};
use crate::record::check_in_code::{CodeLog, Turn};
use crate::record::digest::{blob_id, comparison_digits, first};
use crate::record::envelope::Author;
use crate::record::keyring::Vouched;
use crate::record::sealed_mail::open_mail;
use crate::record::shared_seal::{Purpose, seal_shared};
use crate::record::{Body, Draft, Flaw, Kind, Record, Unverified};
use std::rc::Rc;

/// Whoever checks in later than this after the start counts as late.
const LATE_AFTER_MINUTES: i64 = 15;

/// A device that asks to be listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// Its request.
    pub record: RecordId,
    /// What it asks with.
    pub join: Join,
    /// Six digits to compare with the ones on its screen.
    pub digits: u32,
    /// For whom the invitation was made.
    pub invited: Option<MemberId>,
    /// When it asked, by its own clock.
    pub at: Moment,
}

/// Mail that is kept aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Name of the mail.
    pub mail: BlobId,
    /// What is wrong with it.
    pub flaw: Flaw,
    /// The key that signed it, when its shape is sound.
    pub author: Option<KeyId>,
    /// Kind of the record inside.
    pub kind: Option<Kind>,
}

/// How a mail was dealt with; the first byte of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mailbox {
    /// The record inside is a fact of the branch.
    Accepted,
    /// Waits for a roster or an app that knows it.
    Quarantined,
    /// Will never be a fact.
    Refused,
}

/// What a publication of a document needs.
#[derive(Clone, Debug)]
pub struct NewDocument {
    /// Kind.
    pub kind: DocumentKind,
    /// số hiệu
    pub number: Option<Line>,
    /// trích yếu
    pub summary: Line,
    /// cơ quan ban hành
    pub issuer: Line,
    /// ngày ban hành
    pub issued_on: Option<Day>,
    /// How to read it.
    pub media: Media,
    /// The file itself.
    pub bytes: Vec<u8>,
}

/// Whether a member's record is passed on to all members.
pub(super) fn passed_on(record: &Record) -> bool {
    match record.body() {
        Body::Comment(comment) => comment.visibility == Visibility::Branch,
        Body::Retract(kind) => *kind == Kind::Comment,
        _ => false,
    }
}

pub(super) fn read_head(bytes: &[u8]) -> Result<(RecordId, Head), Fault> {
    let head = Record::stored(bytes, None)?;
    match head.body() {
        Body::Head(body) => Ok((head.id(), body.clone())),
        _ => Err(Fault::Flaw(Flaw::BadValue)),
    }
}

impl Memory {
    /// A fact of the branch, signed by this device.
    pub(super) fn fact(&self, now: Moment, about: ThingId, body: Body) -> Result<Rc<Record>, Fault> {
        if self.role() != Role::Secretary {
            return Err(Fault::NotTheSecretary);
        }
        let kind = if let Body::Retract(kind) = &body { *kind } else { body.kind() };
        let replaces = self.fold.replaced_by_next(&Subject::of_branch(kind, about));
        let draft = Draft { org: self.identity.org(), at: now, about, replaces, body };
        let record =
            Unverified::parse(&draft.sign(self.identity.device()))?.verify(&self.keyring, Vouched::No)?;
        Ok(Rc::new(record))
    }

    fn stated(&self, now: Moment, about: ThingId, body: Body) -> Result<Change, Fault> {
        let record = self.fact(now, about, body)?;
        let shelved = vec![(month_of(now.day()), record.clone())];
        Ok(Change { records: vec![record], shelved, ..Change::default() })
    }

    /// Verifies bytes that came to the secretary and decides what becomes of them.
    fn judge(&self, bytes: &[u8], now: Moment) -> Result<(Change, Rc<Record>), Flaw> {
        let record = Rc::new(Unverified::parse(bytes)?.verify(&self.keyring, Vouched::No)?);
        // Facts of the branch come with the feed, not by mail.
        if record.body().kind().signer() == crate::record::kind::Signer::Secretary {
            return Err(Flaw::NotAllowed);
        }
        let mut change = Change { received: vec![Receipt::of(record.id())], ..Change::default() };
        if !self.fold.contains(&record) {
            if passed_on(&record) {
                change.shelved.push((month_of(now.day()), record.clone()));
            }
            change.records.push(record.clone());
        }
        Ok((change, record))
    }

    /// The roll call of a meeting: the secretary's ticks, and check-ins that prove a turn of the code.
    pub fn roll_call(&self, meeting: ThingId) -> RollCall {
        let mut roll_call = self.minutes(meeting).roll_call;
        let starts = self.fold.meeting(meeting).map(|meeting| meeting.starts.moment());
        if let Some(log) = self.codes.get(&meeting) {
            for (member, check_in, _) in self.fold.check_ins(meeting) {
                if let Some(at) = log.shown_at(meeting, &check_in.proof) {
                    let late = starts.is_some_and(|starts| at.0 > starts.0 + LATE_AFTER_MINUTES * 60_000);
                    let state = if late { State::Late } else { State::Present };
                    roll_call.check_in(Entry { member, state, means: Means::Code, at: Some(at) });
                }
            }
        }
        roll_call
    }

    /// Check-ins whose code was never shown here: kept, but not counted.
    pub fn unproven_check_ins(&self, meeting: ThingId) -> Vec<MemberId> {
        let log = self.codes.get(&meeting);
        let unproven = |proof: &Proof| log.is_none_or(|log| log.shown_at(meeting, proof).is_none());
        self.fold
            .check_ins(meeting)
            .filter(|(_, check_in, _)| check_in.proof != Proof::Card && unproven(&check_in.proof))
            .map(|(member, ..)| member)
            .collect()
    }
}

impl Handbook {
    async fn state_fact(&self, about: ThingId, body: Body) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let kind = if let Body::Retract(kind) = &body { *kind } else { body.kind() };
        self.warm([Subject::of_branch(kind, about)].into()).await?;
        let now = self.now();
        self.act(|memory| Ok((memory.stated(now, about, body.clone())?, ()))).await
    }

    /// A fresh id for a meeting, a document, a task.
    pub fn new_thing(&self) -> ThingId {
        ThingId(first(&self.ports.keys.seed().0))
    }

    /// A fresh id for a member.
    pub fn new_member(&self) -> MemberId {
        MemberId(first(&self.ports.keys.seed().0))
    }

    /// Announces a meeting, or changes the notice.
    pub async fn announce(&self, meeting: Meeting) -> Result<(), Fault> {
        meeting.check()?;
        self.state_fact(meeting.id, Body::Meeting(meeting)).await
    }

    /// Enters or changes a member; devices stay as they are.
    pub async fn enter_member(&self, member: Member) -> Result<(), Fault> {
        self.enter_members(&[member]).await
    }

    /// Enters or changes several members at once.
    pub async fn enter_members(&self, members: &[Member]) -> Result<(), Fault> {
        self.change_roster(|roster| {
            for member in members {
                match roster.members.iter_mut().find(|other| other.id == member.id) {
                    Some(known) => {
                        let devices = std::mem::take(&mut known.devices);
                        *known = Member { devices, ..member.clone() };
                    }
                    None => roster.members.push(member.clone()),
                }
            }
            if roster.members.len() > Roster::MEMBERS_MAX { Err(Fault::Flaw(Flaw::TooLarge)) } else { Ok(()) }
        })
        .await
    }

    /// Lists the device of a newcomer as one of `member`'s.
    pub async fn admit(&self, join: &Join, member: MemberId) -> Result<(), Fault> {
        let id = crate::record::digest::key_id(&join.keys.signing);
        let device = Device { id, keys: join.keys, standing: Standing::Active };
        self.change_roster(|roster| {
            if roster.holder(id).is_some() {
                return Err(Fault::Twice);
            }
            let member = roster.members.iter_mut().find(|other| other.id == member).ok_or(Fault::Unknown)?;
            member.devices.push(device.clone());
            Ok(())
        })
        .await?;
        self.judge_quarantine().await
    }

    /// Takes a lost device off: nothing new of it is taken.
    pub async fn revoke(&self, device: KeyId) -> Result<(), Fault> {
        self.change_roster(|roster| {
            let devices = roster.members.iter_mut().flat_map(|member| &mut member.devices);
            let known = devices.into_iter().find(|known| known.id == device).ok_or(Fault::Unknown)?;
            known.standing = Standing::Revoked;
            Ok(())
        })
        .await
    }

    async fn change_roster(&self, edit: impl Fn(&mut Roster) -> Result<(), Fault>) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.warm([Subject::of_branch(Kind::Roster, ThingId::BRANCH)].into()).await?;
        let now = self.now();
        self.act(|memory| {
            let mut roster = memory.fold.roster().cloned().unwrap_or_default();
            edit(&mut roster)?;
            Ok((memory.stated(now, ThingId::BRANCH, Body::Roster(roster))?, ()))
        })
        .await
    }

    /// Publishes a document. One that agrees in issuer, number and date with another is refused.
    pub async fn publish_document(&self, new: NewDocument) -> Result<ThingId, Fault> {
        if new.bytes.len() > File::BYTES_MAX {
            return Err(Fault::Flaw(Flaw::TooLarge));
        }
        let sealed = seal_shared(self.memory.borrow().identity.content(), Purpose::Document, &new.bytes);
        let bytes = u32::try_from(new.bytes.len()).map_err(|_| Fault::Flaw(Flaw::TooLarge))?;
        let file = File { blob: blob_id(&sealed), bytes, media: new.media };
        let document = Document {
            id: self.new_thing(),
            kind: new.kind,
            number: new.number,
            summary: new.summary,
            issuer: new.issuer,
            issued_on: new.issued_on,
            file,
        };
        self.load(Kind::Document).await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let same = |other: &Document| {
                other.number.is_some()
                    && (&other.issuer, &other.number, other.issued_on)
                        == (&document.issuer, &document.number, document.issued_on)
            };
            if memory.fold.documents().any(same) {
                return Err(Fault::Twice);
            }
            let blob = document.file.blob;
            let mut change = memory.stated(now, document.id, Body::Document(document.clone()))?;
            change.rows.push(Write::Put(Table::Blobs, blob.0.to_vec(), sealed.clone()));
            change.uploads.push(blob);
            Ok((change, document.id))
        })
        .await
    }

    /// Takes a document out of the library.
    pub async fn retract_document(&self, id: ThingId) -> Result<(), Fault> {
        self.state_fact(id, Body::Retract(Kind::Document)).await
    }

    /// An invitation for `member`, to be shown as a QR code or sent as a link.
    pub async fn invite(&self, member: MemberId) -> Result<Invitation, Fault> {
        let invite = InviteId(first(&self.ports.keys.seed().0));
        let _turn = self.turn.lock().await;
        self.act(|memory| {
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            let charter = memory.fold.charter().ok_or(Fault::Unknown)?;
            memory.fold.roster().and_then(|roster| roster.member(member)).ok_or(Fault::Unknown)?;
            let invitation = Invitation {
                org: memory.identity.org(),
                content: memory.identity.content().clone(),
                hosting: charter.hosting.clone(),
                invite,
                branch: charter.name.clone(),
            };
            let row = Write::Put(Table::Meta, meta::key(meta::INVITE, &invite.0), member.0.to_vec());
            Ok((Change { rows: vec![row], ..Change::default() }, invitation))
        })
        .await
    }

    /// Devices that ask to be listed and are not.
    pub async fn newcomers(&self) -> Result<Vec<Newcomer>, Fault> {
        self.load(Kind::Join).await?;
        let mut newcomers: Vec<Newcomer> = {
            let memory = self.memory.borrow();
            let requests = memory.fold.about(Kind::Join, ThingId::BRANCH);
            requests.filter_map(|record| memory.newcomer(record)).collect()
        };
        for newcomer in &mut newcomers {
            newcomer.invited = self.invited(newcomer.join.invite).await?;
        }
        Ok(newcomers)
    }

    /// For whom an invitation was made, if it was made here.
    pub async fn invited(&self, invite: InviteId) -> Result<Option<MemberId>, Fault> {
        let member = self.ports.store.get(Table::Meta, &meta::key(meta::INVITE, &invite.0)).await?;
        Ok(member.as_deref().and_then(MemberId::from_slice))
    }

    /// Reads a request that was scanned face to face.
    pub fn scan_request(&self, bytes: &[u8]) -> Result<Newcomer, Fault> {
        let memory = self.memory.borrow();
        let record = Unverified::parse(bytes)?.verify(&memory.keyring, Vouched::No)?;
        memory.newcomer(&record).ok_or(Fault::Unknown)
    }

    /// Deals with a mail: opens it, judges the record inside, and keeps what is to be kept, in one commit. A mail
    /// that was dealt with before changes nothing.
    pub async fn take_mail(&self, name: BlobId, bytes: &[u8]) -> Result<Option<Mailbox>, Fault> {
        let _turn = self.turn.lock().await;
        if blob_id(bytes) != name {
            return Ok(None);
        }
        let dealt = self.ports.store.get(Table::Mail, &name.0).await?;
        if dealt.is_some_and(|row| row.first() != Some(&QUARANTINED)) {
            return Ok(None);
        }
        let now = self.now();
        let opened = open_mail(self.memory.borrow().identity.device(), bytes);
        self.act(|memory| {
            let judged = opened.as_ref().map_err(|flaw| *flaw).and_then(|letter| memory.judge(letter, now));
            let (mut change, mailbox, row) = match judged {
                Ok((change, _)) => (change, Mailbox::Accepted, vec![ACCEPTED]),
                Err(flaw) if flaw.may_heal() => {
                    let kept = [&[QUARANTINED], opened.as_deref().unwrap_or_default()].concat();
                    (Change::default(), Mailbox::Quarantined, kept)
                }
                Err(_) => (Change::default(), Mailbox::Refused, vec![REFUSED]),
            };
            change.rows.push(Write::Put(Table::Mail, name.0.to_vec(), row));
            Ok((change, Some(mailbox)))
        })
        .await
    }

    /// Mail that waits for a roster or an app that knows it.
    pub async fn quarantine(&self) -> Result<Vec<Quarantined>, Fault> {
        let rows = self.ports.store.list(Table::Mail, &[]).await?;
        let memory = self.memory.borrow();
        let kept = rows.into_iter().filter_map(|(key, row)| {
            let (QUARANTINED, letter) = row.split_first().map(|(first, rest)| (*first, rest))? else {
                return None;
            };
            let mail = BlobId::from_slice(&key)?;
            let flaw = memory.judge(letter, Moment(0)).err()?;
            let parsed = Unverified::parse(letter).ok();
            let author = parsed.as_ref().and_then(|parsed| match parsed.claim().0.author {
                Author::Device(id) => Some(id),
                Author::Anonymous => None,
            });
            let kind = parsed.as_ref().map(|parsed| parsed.claim().1.kind());
            Some(Quarantined { mail, flaw, author, kind })
        });
        Ok(kept.collect())
    }

    /// Judges everything in quarantine again, after the roster has changed.
    pub async fn judge_quarantine(&self) -> Result<(), Fault> {
        let rows = self.ports.store.list(Table::Mail, &[]).await?;
        for (name, row) in rows {
            let Some((&QUARANTINED, letter)) = row.split_first() else {
                continue;
            };
            let _turn = self.turn.lock().await;
            let now = self.now();
            self.act(|memory| {
                let (mut change, row) = match memory.judge(letter, now) {
                    Ok((change, _)) => (change, ACCEPTED),
                    Err(flaw) if flaw.may_heal() => return Ok((Change::default(), ())),
                    Err(_) => (Change::default(), REFUSED),
                };
                change.rows.push(Write::Put(Table::Mail, name.clone(), vec![row]));
                Ok((change, ()))
            })
            .await?;
        }
        Ok(())
    }

    /// Takes a record that was scanned face to face: a check-in answer or a member's card. A card marks the member
    /// as present now, because the secretary sees who holds it up.
    pub async fn take_scanned(&self, meeting: ThingId, bytes: &[u8]) -> Result<MemberId, Fault> {
        self.load_meeting(meeting).await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            let (mut change, record) = memory.judge(bytes, now)?;
            let (Some(member), Body::CheckIn(check_in)) = (record.member(), record.body()) else {
                return Err(Fault::Flaw(Flaw::NotAllowed));
            };
            if check_in.proof == Proof::Card {
                let mut minutes = memory.minutes(meeting);
                let entry = Entry { member, state: State::Present, means: Means::Card, at: Some(now) };
                minutes.roll_call.check_in(entry);
                change.minutes.push(minutes);
            } else if check_in.meeting != meeting {
                return Err(Fault::Unknown);
            }
            Ok((change, member))
        })
        .await
    }

    /// Brings what the roll call of a meeting needs into memory.
    pub async fn load_meeting(&self, meeting: ThingId) -> Result<(), Fault> {
        self.load_about(&[Kind::CheckIn, Kind::Reply, Kind::Comment, Kind::Review], meeting).await?;
        if !self.memory.borrow().codes.contains_key(&meeting)
            && let Some(wrapped) =
                self.ports.store.get(Table::Meta, &meta::key(meta::CODE, &meeting.0)).await?
        {
            let log: CodeLog =
                minicbor::decode(&self.ports.keys.unwrap(wrapped).await?).map_err(|_| Fault::Keys)?;
            self.memory.borrow_mut().codes.insert(meeting, log);
        }
        Ok(())
    }

    /// Marks a member in the roll call; `None` takes the mark away.
    pub async fn tick(&self, meeting: ThingId, member: MemberId, state: Option<State>) -> Result<(), Fault> {
        let now = self.now();
        self.edit_minutes(meeting, |minutes| match state {
            None => minutes.roll_call.clear(member),
            Some(state) => {
                let at = matches!(state, State::Present | State::Late).then_some(now);
                minutes.roll_call.tick(Entry { member, state, means: Means::Tick, at });
            }
        })
        .await
    }

    /// Sets the tasks that a meeting assigns.
    pub async fn assign(&self, meeting: ThingId, tasks: Vec<Task>) -> Result<(), Fault> {
        if tasks.len() > Minutes::TASKS_MAX {
            return Err(Fault::Flaw(Flaw::TooLarge));
        }
        self.edit_minutes(meeting, |minutes| minutes.tasks.clone_from(&tasks)).await
    }

    async fn edit_minutes(&self, meeting: ThingId, edit: impl Fn(&mut Minutes)) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.act(|memory| {
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            let mut minutes = memory.minutes(meeting);
            edit(&mut minutes);
            Ok((Change { minutes: vec![minutes], ..Change::default() }, ()))
        })
        .await
    }

    /// Makes the roll call and the tasks of a meeting a fact of the branch.
    pub async fn publish_minutes(&self, meeting: ThingId) -> Result<(), Fault> {
        self.load_meeting(meeting).await?;
        let minutes = {
            let memory = self.memory.borrow();
            memory.fold.meeting(meeting).ok_or(Fault::Unknown)?;
            Minutes { roll_call: memory.roll_call(meeting), ..memory.minutes(meeting) }
        };
        self.state_fact(meeting, Body::Minutes(minutes)).await
    }

    /// Puts the rotating code of a meeting on the screen.
    pub async fn open_code(&self, meeting: ThingId) -> Result<Turn, Fault> {
        self.load_meeting(meeting).await?;
        let (now, key) = (self.now(), self.ports.keys.seed().0);
        self.turn_code(meeting, |log| {
            let log = log.get_or_insert_with(|| CodeLog::new(key));
            Some(log.open(now))
        })
        .await
    }

    /// Moves the code on to its next turn.
    pub async fn next_turn(&self, meeting: ThingId) -> Result<Turn, Fault> {
        self.turn_code(meeting, |log| log.as_mut()?.advance()).await
    }

    async fn turn_code(
        &self,
        meeting: ThingId,
        step: impl Fn(&mut Option<CodeLog>) -> Option<u32>,
    ) -> Result<Turn, Fault> {
        let _turn = self.turn.lock().await;
        let mut log = self.memory.borrow().codes.get(&meeting).cloned();
        let counter = step(&mut log).ok_or(Fault::Unknown)?;
        let log = log.ok_or(Fault::Unknown)?;
        let mut bytes = Vec::new();
        let written = minicbor::encode(&log, &mut bytes);
        debug_assert!(written.is_ok(), "writing into memory has no error");
        let wrapped = self.ports.keys.wrap(bytes).await?;
        // Shown only once it is stored: a turn that nobody remembers would refuse the members who scanned it.
        self.write_rows(vec![Write::Put(Table::Meta, meta::key(meta::CODE, &meeting.0), wrapped)]).await?;
        let turn = log.turn(meeting, counter);
        self.memory.borrow_mut().codes.insert(meeting, log);
        Ok(turn)
    }

    /// Writes rows that no fact depends on. The caller holds the turn.
    pub(super) async fn write_rows(&self, rows: Vec<Write>) -> Result<(), Fault> {
        self.act(|_| Ok((Change { rows: rows.clone(), ..Change::default() }, ()))).await
    }
}

impl Memory {
    fn newcomer(&self, record: &Record) -> Option<Newcomer> {
        let Body::Join(join) = record.body() else {
            return None;
        };
        let id = crate::record::digest::key_id(&join.keys.signing);
        if self.fold.roster().is_some_and(|roster| roster.holder(id).is_some()) {
            return None;
        }
        Some(Newcomer {
            record: record.id(),
            join: join.clone(),
            digits: comparison_digits(self.identity.org(), &join.keys),
            invited: None,
            at: record.header().at,
        })
    }
}

/// First bytes of rows in the table of mail.
pub(super) const ACCEPTED: u8 = 1;
const QUARANTINED: u8 = 2;
const REFUSED: u8 = 3;
