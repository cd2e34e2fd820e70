//! What the secretary does: states facts of the branch, keeps the roll call, shows the rotating code.
//! Nothing here touches the network; `travel` does.

use super::memory::Change;
use super::{Fault, Handbook, Memory, Role, meta};
use crate::domain::attendance::{Entry, Means, RollCall, State};
use crate::domain::changes::Changes;
use crate::domain::check_in::Proof;
use crate::domain::document::{Document, File, Kind as DocumentKind, Media};
use crate::domain::entered::minutes_parts;
use crate::domain::id::{BlobId, MemberId, ThingId};
use crate::domain::meeting::Meeting;
use crate::domain::minutes::Minutes;
use crate::domain::time::{Day, Moment};
use crate::domain::words::Line;
use crate::exchange::feed::month_of;
use crate::exchange::subject::Subject;
use crate::ports::{Table, Write};
use crate::record::check_in_code::{CodeLog, ShownTurns, Turn};
use crate::record::digest::{blob_id, first};
use crate::record::envelope::RECORD_BYTES_MAX;
use crate::record::keyring::Vouched;
use crate::record::kind::Retractable;
use crate::record::shared_seal::{Purpose, seal_shared};
use crate::record::{Body, Draft, Flaw, Kind, Record, Unverified};
use std::rc::Rc;

/// What stands around the body of a record, at most: the outside, what it replaces, the signature.
const ENVELOPE_BYTES: usize = 2 * 1024;
/// One line of the roll call, at most.
const ENTRY_BYTES: usize = 24;

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
    /// Its reading version in Markdown, where the file is no text.
    pub reading: Option<String>,
}

impl Memory {
    /// A fact of the branch, signed by this device.
    pub(super) fn fact(&self, now: Moment, about: ThingId, body: Body) -> Result<Rc<Record>, Fault> {
        if self.role() != Role::Secretary {
            return Err(Fault::NotTheSecretary);
        }
        let replaces = self.fold.replaced_by_next(&Subject::of_branch(body.fact_kind(), about));
        let draft = Draft { org: self.identity.org(), at: now, about, replaces, body };
        let record =
            Unverified::parse(&draft.sign(self.identity.device()))?.verify(&self.keyring, Vouched::No)?;
        Ok(Rc::new(record))
    }

    pub(super) fn stated(&self, now: Moment, about: ThingId, body: Body) -> Result<Change, Fault> {
        let mut change = Change::default();
        self.state_in(&mut change, now, about, body)?;
        Ok(change)
    }

    pub(super) fn state_in(
        &self,
        change: &mut Change,
        now: Moment,
        about: ThingId,
        body: Body,
    ) -> Result<(), Fault> {
        let record = self.fact(now, about, body)?;
        change.shelve(month_of(now.day()), &record);
        change.records.push(record);
        Ok(())
    }

    /// The notice of a meeting with one more paper, as it stands now.
    fn with_paper(&self, meeting: ThingId, paper: ThingId) -> Result<Meeting, Fault> {
        let mut meeting = self.fold.meeting(meeting).ok_or(Fault::UnknownMeeting)?.clone();
        meeting.documents.push(paper);
        meeting.check()?;
        Ok(meeting)
    }

    /// What is marked in the roll call of a meeting: the secretary's ticks, and check-ins that prove a turn of the
    /// code.
    pub fn roll_call(&self, meeting: ThingId) -> RollCall {
        let mut roll_call = self.minutes(meeting).roll_call.marks();
        if let Some(shown) = self.codes.get(&meeting) {
            let arrival = self.arrival(meeting);
            for (member, check_in, _) in self.fold.check_ins(meeting) {
                if let Some(at) = shown.shown_at(&check_in.proof) {
                    let state = arrival(at);
                    roll_call.check_in(Entry { member, state, means: Means::Code, at: Some(at) });
                }
            }
        }
        roll_call
    }

    /// Takes over the log of a meeting's code as it was stored.
    fn follow_code(&mut self, meeting: ThingId, log: CodeLog) {
        match self.codes.get_mut(&meeting) {
            Some(shown) => shown.follow(log),
            None => drop(self.codes.insert(meeting, ShownTurns::new(meeting, log))),
        }
    }

    /// What somebody is who comes to the meeting at some moment.
    fn arrival(&self, meeting: ThingId) -> impl Fn(Moment) -> State + use<> {
        let notice = self.fold.meeting(meeting);
        let known = notice.map(|notice| (notice.starts.moment(), self.regulation(notice.regulation)));
        move |at| match &known {
            Some((starts, regulation)) => State::on_arrival(*starts, at, regulation),
            None => State::Present,
        }
    }

    /// The roll call of a meeting that was held and published.
    pub fn published_roll_call(&self, meeting: ThingId) -> Option<&RollCall> {
        let roll_call = &self.fold.minutes(meeting)?.roll_call;
        (!roll_call.entries().is_empty()).then_some(roll_call)
    }

    /// The whole roll call of a meeting, with one entry for each member: what its numbers are counted from.
    pub fn attendance(&self, meeting: ThingId) -> RollCall {
        let members = self.fold.roster().map_or(&[][..], |roster| &roster.members);
        self.roll_call(meeting).completed(members, self.published_roll_call(meeting))
    }

    /// What is entered of a meeting, with its whole roll call: as it becomes a fact of the branch.
    pub(super) fn whole_minutes(&self, meeting: ThingId) -> Result<Minutes, Fault> {
        self.fold.meeting(meeting).ok_or(Fault::UnknownMeeting)?;
        // Without a single mark no roll call was held: only the tasks go out.
        let held = !self.roll_call(meeting).entries().is_empty();
        let roll_call = if held { self.attendance(meeting) } else { RollCall::default() };
        Ok(Minutes { roll_call, ..self.minutes(meeting) })
    }

    /// Minutes that are being entered, and what is stored of them. Those that no record could carry once everybody
    /// stands in the roll call are refused before they are kept.
    pub(super) fn entered(&self, minutes: Minutes) -> Result<(Minutes, Vec<u8>), Fault> {
        let members = self.fold.roster().map_or(0, |roster| roster.members.len());
        let body = Body::Minutes(minutes.clone()).encode();
        if body.len() + members * ENTRY_BYTES > RECORD_BYTES_MAX - ENVELOPE_BYTES {
            return Err(Fault::Flaw(Flaw::TooLarge));
        }
        Ok((minutes, body))
    }

    /// Check-ins whose code was never shown here: kept, but not counted.
    pub fn unproven_check_ins(&self, meeting: ThingId) -> Vec<MemberId> {
        let shown = self.codes.get(&meeting);
        let unproven = |proof: &Proof| shown.is_none_or(|shown| shown.shown_at(proof).is_none());
        self.fold
            .check_ins(meeting)
            .filter(|(_, check_in, _)| check_in.proof != Proof::Card && unproven(&check_in.proof))
            .map(|(member, ..)| member)
            .collect()
    }
}

fn changes_key(meeting: ThingId) -> Vec<u8> {
    ["entered/", &meeting.to_string()].concat().into_bytes()
}

/// The row that keeps when the entries of the minutes were changed.
pub(super) fn changes_row(meeting: ThingId, changes: &Changes) -> Write {
    Write::Put(Table::Marks, changes_key(meeting), Body::encode_changes(changes))
}

impl Handbook {
    async fn state_fact(&self, about: ThingId, body: Body, rows: &[Write]) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            if body.kind() == Kind::Meeting {
                memory.still_open(about)?;
            }
            let mut change = Change { rows: rows.to_vec(), ..Change::default() };
            memory.state_in(&mut change, now, about, body.clone())?;
            Ok((change, ()))
        })
        .await
    }

    /// A fresh id for a meeting, a document, a task.
    pub fn new_thing(&self) -> ThingId {
        ThingId(first(&self.ports.keys.seed().0))
    }

    /// A fresh id for a member.
    pub fn new_member(&self) -> MemberId {
        MemberId(first(&self.ports.keys.seed().0))
    }

    /// Announces a meeting, or changes the notice of one that was not closed.
    pub async fn announce(&self, meeting: Meeting) -> Result<(), Fault> {
        meeting.check()?;
        self.state_fact(meeting.id, Body::Meeting(meeting), &[]).await
    }

    /// Announces a meeting whose notice was drafted; the draft under `draft` goes in the same commit.
    pub async fn announce_draft(&self, meeting: Meeting, draft: &str) -> Result<(), Fault> {
        meeting.check()?;
        let rows = [Write::Delete(Table::Drafts, draft.as_bytes().to_vec())];
        self.state_fact(meeting.id, Body::Meeting(meeting), &rows).await
    }

    /// A file of a document, sealed.
    fn sealed_file(&self, media: Media, bytes: &[u8]) -> Result<(File, Vec<u8>), Fault> {
        let size = u32::try_from(bytes.len()).ok().filter(|_| bytes.len() <= File::BYTES_MAX);
        let size = size.ok_or(Fault::Flaw(Flaw::TooLarge))?;
        let sealed = seal_shared(self.memory.borrow().identity.content(), Purpose::Document, bytes);
        Ok((File { blob: blob_id(&sealed), bytes: size, media }, sealed))
    }

    /// Publishes a document, as a paper of `meeting` if there is one. One that agrees in issuer, number and date with
    /// another is refused.
    pub async fn publish_document(
        &self,
        new: NewDocument,
        meeting: Option<ThingId>,
    ) -> Result<ThingId, Fault> {
        let (file, sealed) = self.sealed_file(new.media, &new.bytes)?;
        let reading = new.reading.as_ref().map(|text| self.sealed_file(Media::Markdown, text.as_bytes()));
        let (reading, sealed_reading) = reading.transpose()?.unzip();
        let document = Document {
            id: self.new_thing(),
            kind: new.kind,
            number: new.number,
            summary: new.summary,
            issuer: new.issuer,
            issued_on: new.issued_on,
            file,
            reading,
        };
        let sealed: Vec<(BlobId, Vec<u8>)> = document
            .files()
            .map(|file| file.blob)
            .zip(std::iter::once(sealed).chain(sealed_reading))
            .collect();
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
            let mut change = memory.stated(now, document.id, Body::Document(document.clone()))?;
            for (blob, sealed) in &sealed {
                change.rows.push(Write::Put(Table::Blobs, blob.0.to_vec(), sealed.clone()));
                change.uploads.push(*blob);
            }
            if let Some(meeting) = meeting {
                let notice = memory.with_paper(meeting, document.id)?;
                memory.state_in(&mut change, now, meeting, Body::Meeting(notice))?;
            }
            Ok((change, document.id))
        })
        .await
    }

    /// Takes a document out of the library.
    pub async fn retract_document(&self, id: ThingId) -> Result<(), Fault> {
        self.state_fact(id, Body::Retract(Retractable::Document), &[]).await
    }

    /// Takes a record that was scanned face to face: a check-in answer or a member's card. Scanning a card is the
    /// secretary's own hand, who sees who holds it up: it replaces a mark of absence, and leaves a member who is here
    /// already as they came.
    pub async fn take_scanned(&self, meeting: ThingId, bytes: &[u8]) -> Result<MemberId, Fault> {
        self.load_meeting(meeting).await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act_on_minutes(meeting, now, |memory| {
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            let (mut change, record) = memory.judge(bytes, now)?;
            let (Some(member), Body::CheckIn(check_in)) = (record.member(), record.body()) else {
                return Err(Fault::Flaw(Flaw::NotAllowed));
            };
            if check_in.meeting != meeting {
                return Err(Fault::OtherMeeting);
            }
            if check_in.proof == Proof::Card && !memory.roll_call(meeting).present(member) {
                memory.still_open(meeting)?;
                let mut minutes = memory.minutes(meeting);
                let state = memory.arrival(meeting)(now);
                minutes.roll_call.tick(Entry { member, state, means: Means::Card, at: Some(now) });
                change.minutes.push(memory.entered(minutes)?);
            }
            Ok((change, member))
        })
        .await
    }

    /// Brings what the roll call of a meeting needs into memory.
    pub async fn load_meeting(&self, meeting: ThingId) -> Result<(), Fault> {
        self.load_about(&[Kind::CheckIn, Kind::Reply, Kind::Comment, Kind::Review], meeting).await?;
        if self.memory.borrow().codes.contains_key(&meeting) { Ok(()) } else { self.load_code(meeting).await }
    }

    /// Brings the log of a meeting's code into memory, if there is one.
    pub(super) async fn load_code(&self, meeting: ThingId) -> Result<(), Fault> {
        if let Some(log) = self.stored_code(meeting).await? {
            self.memory.borrow_mut().follow_code(meeting, log);
        }
        Ok(())
    }

    async fn stored_code(&self, meeting: ThingId) -> Result<Option<CodeLog>, Fault> {
        let key = meta::key(meta::CODE, &meeting.0);
        let Some(wrapped) = self.ports.store.get(Table::Meta, &key).await? else {
            return Ok(None);
        };
        let plain = self.ports.keys.unwrap(wrapped).await?;
        minicbor::decode(&plain).map(Some).map_err(|_| Fault::Keys)
    }

    /// Marks a member in the roll call; `None` takes the mark away.
    pub async fn tick(&self, meeting: ThingId, member: MemberId, state: Option<State>) -> Result<(), Fault> {
        let now = self.now();
        self.edit_minutes(meeting, &[], |minutes| {
            match state {
                None => minutes.roll_call.clear(member),
                Some(state) => {
                    let at = state.present().then_some(now);
                    minutes.roll_call.tick(Entry { member, state, means: Means::Tick, at });
                }
            }
            Ok(())
        })
        .await
    }

    /// Changes what is entered of a meeting, as it stands by then; `rows` go in the same commit.
    pub(super) async fn edit_minutes(
        &self,
        meeting: ThingId,
        rows: &[Write],
        edit: impl Fn(&mut Minutes) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let _turn = self.turn.lock().await;
        self.act_on_minutes(meeting, self.now(), |memory| {
            if memory.role() != Role::Secretary {
                return Err(Fault::NotTheSecretary);
            }
            memory.still_open(meeting)?;
            let mut minutes = memory.minutes(meeting);
            edit(&mut minutes)?;
            let (minutes, rows) = (vec![memory.entered(minutes)?], rows.to_vec());
            Ok((Change { minutes, rows, ..Change::default() }, ()))
        })
        .await
    }

    /// Like `act`, and notes when each entry of the minutes was changed.
    async fn act_on_minutes<T>(
        &self,
        meeting: ThingId,
        now: Moment,
        plan: impl Fn(&Memory) -> Result<(Change, T), Fault>,
    ) -> Result<T, Fault> {
        loop {
            let mut changes = self.stored_changes(meeting).await?;
            let (change, outcome) = {
                let memory = self.memory.borrow();
                let (mut change, outcome) = plan(&memory)?;
                if let Some((after, _)) = change.minutes.last() {
                    changes.note(&minutes_parts(&memory.minutes(meeting)), &minutes_parts(after), now);
                    change.rows.push(changes_row(meeting, &changes));
                }
                (change, outcome)
            };
            if self.settle(change).await? {
                return Ok(outcome);
            }
        }
    }

    /// When the entries of the minutes were changed that are being entered.
    pub(super) async fn stored_changes(&self, meeting: ThingId) -> Result<Changes, Fault> {
        let stored = self.ports.store.get(Table::Marks, &changes_key(meeting)).await?;
        Ok(stored.map(|bytes| Body::decode_changes(&bytes)).transpose()?.unwrap_or_default())
    }

    /// Makes the roll call and the tasks of a meeting a fact of the branch.
    pub async fn publish_minutes(&self, meeting: ThingId) -> Result<(), Fault> {
        self.load_meeting(meeting).await?;
        let _turn = self.turn.lock().await;
        let now = self.now();
        self.act(|memory| {
            memory.still_open(meeting)?;
            let minutes = memory.whole_minutes(meeting)?;
            Ok((memory.stated(now, meeting, Body::Minutes(minutes))?, ()))
        })
        .await
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
        let now = self.now();
        self.turn_code(meeting, |log| log.as_mut()?.advance(now)).await
    }

    async fn turn_code(
        &self,
        meeting: ThingId,
        step: impl Fn(&mut Option<CodeLog>) -> Option<u32>,
    ) -> Result<Turn, Fault> {
        let _turn = self.turn.lock().await;
        loop {
            // From the store: another tab may have shown turns of its own.
            let mut log = self.stored_code(meeting).await?;
            let counter = step(&mut log).ok_or(Fault::CodeClosed)?;
            let log = log.ok_or(Fault::CodeClosed)?;
            let mut bytes = Vec::new();
            let written = minicbor::encode(&log, &mut bytes);
            debug_assert!(written.is_ok(), "writing into memory has no error");
            let wrapped = self.ports.keys.wrap(bytes).await?;
            let row = Write::Put(Table::Meta, meta::key(meta::CODE, &meeting.0), wrapped);
            // Shown only once it is stored: a turn that nobody remembers would refuse the members who scanned it.
            if self.settle(Change { rows: vec![row], ..Change::default() }).await? {
                let turn = log.turn(meeting, counter);
                self.memory.borrow_mut().follow_code(meeting, log);
                return Ok(turn);
            }
        }
    }

    /// Writes rows that no fact depends on. The caller holds the turn.
    pub(super) async fn write_rows(&self, rows: Vec<Write>) -> Result<(), Fault> {
        self.act(|_| Ok((Change { rows: rows.clone(), ..Change::default() }, ()))).await
    }
}
