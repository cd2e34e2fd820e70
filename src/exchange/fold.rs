//! The state of a branch: a pure fold over the set of its valid records. The order in which records come, and how
//! often, makes no difference.

mod follow_up;
mod resolution_book;

pub use follow_up::Finding;
pub use resolution_book::Entry;

use super::subject::Subject;
use crate::domain::attendance::Reply;
use crate::domain::check_in::CheckIn;
use crate::domain::comment::Comment;
use crate::domain::document::Document;
use crate::domain::id::{KeyId, MemberId, RecordId, ThingId};
use crate::domain::meeting::Meeting;
use crate::domain::meeting_score::MeetingScore;
use crate::domain::member::Roster;
use crate::domain::minutes::Minutes;
use crate::domain::order;
use crate::domain::org::Charter;
use crate::domain::posting::Posting;
use crate::domain::self_criticism::Review;
use crate::domain::signed_paper::{Form, SignedPaper};
use crate::domain::task::{Outcome, Task};
use crate::domain::theme_plan::ThemePlan;
use crate::domain::time::{Moment, WallTime};
use crate::record::digest::key_id;
use crate::record::{Author, Body, Kind, Record};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// All versions of one fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    records: BTreeMap<RecordId, Rc<Record>>,
    /// What some version says it replaces, here or not.
    replaced: BTreeSet<RecordId>,
    // Worked out when a version comes, because every look at a screen asks for them.
    live: BTreeMap<RecordId, Rc<Record>>,
    current: Option<Rc<Record>>,
}

impl Versions {
    /// Versions that no other version replaces.
    pub fn live(&self) -> impl Iterator<Item = &Rc<Record>> {
        self.live.values()
    }

    /// The version that is shown: of several live ones the latest by its author's clock, then the greater id. What is
    /// said once and for good is what was said first.
    pub fn current(&self) -> Option<&Rc<Record>> {
        self.current.as_ref()
    }

    /// Adds a version. Tells whether it was new.
    fn insert(&mut self, record: Rc<Record>) -> bool {
        let id = record.id();
        if self.records.insert(id, record.clone()).is_some() {
            return false;
        }
        for older in &record.header().replaces {
            self.replaced.insert(*older);
            self.live.remove(older);
        }
        if !self.replaced.contains(&id) {
            self.live.insert(id, record);
        }
        self.current = self.live.values().max_by_key(|record| rank(record)).cloned();
        true
    }

    /// Every version, live or replaced.
    pub fn all(&self) -> impl Iterator<Item = &Rc<Record>> {
        self.records.values()
    }
}

/// What decides between versions whose authors did not know of each other. A device that has not heard of the close of a
/// meeting does not open it again; of two closes, with their papers and scores, the first one stays; and what the
/// superior says of a score stands against a score without it.
fn rank(record: &Record) -> (bool, i64, RecordId) {
    let (settled, first) = match record.body() {
        Body::Minutes(minutes) => (minutes.closed_at.is_some(), minutes.closed_at.is_some()),
        Body::Score(score) => (score.official.is_some(), score.official.is_none()),
        body => (false, body.kind() == Kind::SignedPaper),
    };
    let at = record.header().at.0;
    // The complement turns the order of numbers round.
    (settled, if first { !at } else { at }, record.id())
}

/// The state of a branch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fold {
    subjects: BTreeMap<Subject, Versions>,
    /// The charter in force.
    charter: Option<Rc<Record>>,
    /// All live rosters in one.
    roster: Option<Roster>,
}

const CHARTERS: Subject = Subject { kind: Kind::Charter, about: ThingId::BRANCH, whose: [0; 8] };
const ROSTERS: Subject = Subject { kind: Kind::Roster, about: ThingId::BRANCH, whose: [0; 8] };

impl Fold {
    /// Adds a record. Tells whether it was new.
    pub fn insert(&mut self, record: Rc<Record>) -> bool {
        let subject = Subject::of(&record);
        let versions = self.subjects.entry(subject).or_default();
        let new = versions.insert(record);
        if new && (subject == CHARTERS || subject == ROSTERS) {
            self.settle();
        }
        new
    }

    /// Finds what is in force.
    fn settle(&mut self) {
        self.charter = self.versions(&CHARTERS).and_then(charter_in_force).cloned();
        self.roster = self.versions(&ROSTERS).and_then(|versions| joined_roster(versions, self.charter()));
    }

    /// Takes away a record that never left this device: what it replaced is live again.
    pub fn remove(&mut self, record: &Record) {
        let subject = Subject::of(record);
        for other in
            self.subjects.remove(&subject).into_iter().flat_map(|versions| versions.records.into_values())
        {
            if other.id() != record.id() {
                self.insert(other);
            }
        }
        self.settle();
    }

    /// The versions of one fact.
    pub fn versions(&self, subject: &Subject) -> Option<&Versions> {
        self.subjects.get(subject)
    }

    /// Only the facts named, to try a change on.
    pub fn excerpt(&self, subjects: &BTreeSet<Subject>) -> Self {
        let pick =
            |subject: &Subject| self.subjects.get(subject).map(|versions| (*subject, versions.clone()));
        let subjects = order::map(subjects.iter().filter_map(pick));
        let mut excerpt = Self { subjects, charter: None, roster: None };
        excerpt.settle();
        excerpt
    }

    /// The charters and rosters, to try a change of them on.
    pub fn of_branch(&self) -> Self {
        self.excerpt(&[CHARTERS, ROSTERS].into())
    }

    /// Whether this very record is here.
    pub fn contains(&self, record: &Record) -> bool {
        self.versions(&Subject::of(record))
            .is_some_and(|versions| versions.records.contains_key(&record.id()))
    }

    /// Current records of one kind.
    fn current(&self, kind: Kind) -> impl Iterator<Item = (&Subject, &Rc<Record>)> {
        let from = Subject { kind, about: ThingId([0; 16]), whose: [0; 8] };
        let to = Subject { kind, about: ThingId([255; 16]), whose: [255; 8] };
        self.subjects
            .range(from..=to)
            .filter_map(|(subject, versions)| versions.current().map(|record| (subject, record)))
    }

    /// Current records of one kind about one thing, retracted ones left out.
    pub fn about(&self, kind: Kind, about: ThingId) -> impl Iterator<Item = &Rc<Record>> {
        let from = Subject { kind, about, whose: [0; 8] };
        let to = Subject { kind, about, whose: [255; 8] };
        self.subjects
            .range(from..=to)
            .filter_map(|(_, versions)| versions.current())
            .filter(move |record| record.body().kind() == kind)
    }

    fn one(&self, subject: Subject) -> Option<&Body> {
        self.versions(&subject)?.current().map(|record| record.body())
    }

    /// The charter in force: the last of those that follow the founding one, each signed by a key that the one before
    /// it names. The clock of an author counts for nothing.
    pub fn charter(&self) -> Option<&Charter> {
        charter_of(self.charter.as_ref()?)
    }

    /// Every charter there is, in force or not.
    pub fn charters(&self) -> impl Iterator<Item = (RecordId, &Charter)> {
        let all = self.versions(&CHARTERS).into_iter().flat_map(Versions::all);
        all.filter_map(|record| Some((record.id(), charter_of(record)?)))
    }

    /// The roster in force. Where two devices of the secretary have each written one, both count.
    pub fn roster(&self) -> Option<&Roster> {
        self.roster.as_ref()
    }

    /// One notice.
    pub fn meeting(&self, id: ThingId) -> Option<&Meeting> {
        match self.one(Subject::of_branch(Kind::Meeting, id))? {
            Body::Meeting(meeting) => Some(meeting),
            _ => None,
        }
    }

    /// All notices, in no particular order.
    pub fn meetings(&self) -> impl Iterator<Item = &Meeting> {
        self.current(Kind::Meeting).filter_map(|(_, record)| match record.body() {
            Body::Meeting(meeting) => Some(meeting),
            _ => None,
        })
    }

    /// The next meeting that takes place, or the one that is going on.
    pub fn next_meeting(&self, now: WallTime) -> Option<&Meeting> {
        let coming = self.meetings().filter(|meeting| meeting.stands() && !self.past(meeting, now));
        coming.min_by_key(|meeting| (meeting.starts, meeting.id))
    }

    /// Whether a meeting is past: over by its notice, or closed, whatever its notice says.
    pub fn past(&self, meeting: &Meeting, now: WallTime) -> bool {
        meeting.over(now) || self.closed(meeting.id)
    }

    /// Whether the papers of a meeting were locked.
    pub fn closed(&self, meeting: ThingId) -> bool {
        self.minutes(meeting).is_some_and(|minutes| minutes.closed_at.is_some())
    }

    /// Tasks of all meetings, with the nearest deadline first and those without one last.
    pub fn tasks(&self) -> Vec<(ThingId, &Task)> {
        let tasks =
            self.all_minutes().flat_map(|minutes| minutes.tasks.iter().map(|task| (minutes.meeting, task)));
        let key = |task: &Task| (task.deadline.is_none(), task.deadline, task.id);
        order::sorted(tasks, |(_, a), (_, b)| key(a).cmp(&key(b)))
    }

    /// One document.
    pub fn document(&self, id: ThingId) -> Option<&Document> {
        match self.one(Subject::of_branch(Kind::Document, id))? {
            Body::Document(document) => Some(document),
            _ => None,
        }
    }

    /// The records behind the current facts of one kind, as far as they are loaded.
    pub fn stated(&self, kind: Kind) -> impl Iterator<Item = &Rc<Record>> {
        self.current(kind).map(|(_, record)| record)
    }

    /// When a document was first published, by the secretary's clock.
    pub fn published_at(&self, document: ThingId) -> Option<Moment> {
        self.first_stated(Kind::Document, document)
    }

    /// When the notice of a meeting was first signed, however often it was changed later.
    pub fn announced_at(&self, meeting: ThingId) -> Option<Moment> {
        self.first_stated(Kind::Meeting, meeting)
    }

    fn first_stated(&self, kind: Kind, about: ThingId) -> Option<Moment> {
        let versions = self.versions(&Subject::of_branch(kind, about))?;
        versions.all().map(|record| record.header().at).min()
    }

    /// All documents that are loaded, in no particular order.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.current(Kind::Document).filter_map(|(_, record)| match record.body() {
            Body::Document(document) => Some(document),
            _ => None,
        })
    }

    /// What a meeting left behind.
    pub fn minutes(&self, meeting: ThingId) -> Option<&Minutes> {
        match self.one(Subject::of_branch(Kind::Minutes, meeting))? {
            Body::Minutes(minutes) => Some(minutes),
            _ => None,
        }
    }

    /// All minutes, in no particular order.
    pub fn all_minutes(&self) -> impl Iterator<Item = &Minutes> {
        self.current(Kind::Minutes).filter_map(|(_, record)| match record.body() {
            Body::Minutes(minutes) => Some(minutes),
            _ => None,
        })
    }

    /// Papers that were locked, in no particular order.
    pub fn signed_papers(&self) -> impl Iterator<Item = &SignedPaper> {
        self.current(Kind::SignedPaper).filter_map(|(_, record)| match record.body() {
            Body::SignedPaper(paper) => Some(paper),
            _ => None,
        })
    }

    /// The locked paper of a meeting in a form, if there is one: its minutes, its resolution. Of two that two devices
    /// have locked it is the first, as it is with the close of the meeting.
    pub fn signed_paper(&self, meeting: ThingId, like: impl Fn(&Form) -> bool) -> Option<&SignedPaper> {
        let locked = self.stated(Kind::SignedPaper).filter_map(|record| match record.body() {
            Body::SignedPaper(paper) if paper.meeting == meeting && like(&paper.form) => {
                Some((record.header().at, paper))
            }
            _ => None,
        });
        locked.min_by_key(|(at, paper)| (*at, paper.id)).map(|(_, paper)| paper)
    }

    /// What a meeting was given.
    pub fn score(&self, meeting: ThingId) -> Option<&MeetingScore> {
        match self.one(Subject::of_branch(Kind::Score, meeting))? {
            Body::Score(score) => Some(score),
            _ => None,
        }
    }

    /// What of a meeting was posted.
    pub fn posting(&self, meeting: ThingId) -> Option<&Posting> {
        match self.one(Subject::of_branch(Kind::Posting, meeting))? {
            Body::Posting(posting) => Some(posting),
            _ => None,
        }
    }

    /// The plan of themes of a year. Where two devices of the secretary have each written one, both count, the later one
    /// first.
    pub fn theme_plan(&self, year: i32) -> Option<ThemePlan> {
        let versions = self.versions(&Subject::of_branch(Kind::ThemePlan, ThemePlan::about(year)))?;
        let live = order::sorted(versions.live(), |a, b| rank(b).cmp(&rank(a)));
        let mut plans = live.into_iter().filter_map(|record| match record.body() {
            Body::ThemePlan(plan) => Some(plan),
            _ => None,
        });
        let mut joined = plans.next()?.clone();
        plans.for_each(|other| joined.take_over(other));
        Some(joined)
    }

    /// What members told of a task, each by the own word.
    pub fn reports(&self, task: ThingId) -> impl Iterator<Item = (MemberId, &Outcome, &Rc<Record>)> {
        self.about(Kind::Report, task).filter_map(|record| match (record.member(), record.body()) {
            (Some(member), Body::Report(outcome)) => Some((member, outcome, record)),
            _ => None,
        })
    }

    /// A member's answer to a notice.
    pub fn reply(&self, meeting: ThingId, member: MemberId) -> Option<&Reply> {
        match self.one(Subject::of_member(Kind::Reply, meeting, member))? {
            Body::Reply(reply) => Some(reply),
            _ => None,
        }
    }

    /// Every check-in of a meeting, with its author. One member may have sent several; the roll call keeps the first.
    pub fn check_ins(&self, meeting: ThingId) -> impl Iterator<Item = (MemberId, &CheckIn, &Rc<Record>)> {
        let from = Subject { kind: Kind::CheckIn, about: meeting, whose: [0; 8] };
        let to = Subject { kind: Kind::CheckIn, about: meeting, whose: [255; 8] };
        self.subjects.range(from..=to).flat_map(|(_, versions)| versions.all()).filter_map(|record| {
            match (record.member(), record.body()) {
                (Some(member), Body::CheckIn(check_in)) => Some((member, check_in, record)),
                _ => None,
            }
        })
    }

    /// The comments on a meeting's theme; nobody for an anonymous one.
    pub fn comments(
        &self,
        meeting: ThingId,
    ) -> impl Iterator<Item = (Option<MemberId>, &Comment, &Rc<Record>)> {
        self.about(Kind::Comment, meeting).filter_map(|record| match record.body() {
            Body::Comment(comment) => Some((record.member(), comment, record)),
            _ => None,
        })
    }

    /// A member's own comment on a meeting's theme.
    pub fn comment(&self, meeting: ThingId, member: MemberId) -> Option<&Comment> {
        match self.one(Subject::of_member(Kind::Comment, meeting, member))? {
            Body::Comment(comment) => Some(comment),
            _ => None,
        }
    }

    /// What members have shared of their self-criticism for a meeting.
    pub fn reviews(&self, meeting: ThingId) -> impl Iterator<Item = (MemberId, &Review)> {
        self.about(Kind::Review, meeting).filter_map(|record| match (record.member(), record.body()) {
            (Some(member), Body::Review(review)) => Some((member, review)),
            _ => None,
        })
    }

    /// Ids that a new version of `subject` replaces.
    pub fn replaced_by_next(&self, subject: &Subject) -> Vec<RecordId> {
        let live = self.versions(subject).into_iter().flat_map(Versions::live).map(|record| record.id());
        // A charter must replace the one in force, even if a fork has replaced that already.
        let in_force = self.charter.iter().filter(|_| *subject == CHARTERS).map(|record| record.id());
        let ids = order::set(in_force.chain(live.take(crate::record::envelope::REPLACES_MAX - 1)));
        ids.into_iter().collect()
    }
}

fn charter_of(record: &Record) -> Option<&Charter> {
    match record.body() {
        Body::Charter(charter) => Some(charter),
        _ => None,
    }
}

fn signed_by_one_of(record: &Record, charter: &Charter) -> bool {
    matches!(record.header().author, Author::Device(author) if names(charter, author))
}

/// Whether a charter names this key as a secretary's.
fn names(charter: &Charter, key: KeyId) -> bool {
    charter.secretaries.iter().any(|keys| key_id(&keys.signing) == key)
}

/// Follows the founding charter to the last one.
fn charter_in_force(charters: &Versions) -> Option<&Rc<Record>> {
    let founding = charters.all().filter(|record| record.header().replaces.is_empty());
    let mut current = founding.min_by_key(|record| (record.header().at, record.id()))?;
    let mut passed = vec![current.id()];
    loop {
        let parent = charter_of(current)?;
        let next = charters.all().filter(|record| {
            record.header().replaces.contains(&current.id()) && !passed.contains(&record.id())
        });
        let Some(next) = next.reduce(|a, b| if follows(parent, a, b) { a } else { b }) else {
            return Some(current);
        };
        current = next;
        passed.push(current.id());
    }
}

/// Which of two charters that replace `parent` counts: the one signed with the key on paper; else the one that takes
/// the other's author off while it is named there itself; else the later one.
fn follows(parent: &Charter, a: &Rc<Record>, b: &Rc<Record>) -> bool {
    let paper =
        |record: &Rc<Record>| record.header().author == Author::Device(key_id(&parent.recovery.signing));
    let keeps = |of: &Rc<Record>, author: &Rc<Record>| {
        charter_of(of).is_some_and(|charter| signed_by_one_of(author, charter))
    };
    let rank = |one, other| (paper(one), !keeps(one, other) && keeps(other, one));
    let latest = |record: &Rc<Record>| (record.header().at, record.id());
    (rank(a, b), latest(a)) > (rank(b, a), latest(b))
}

/// The current roster with what only the other live ones say, later ones first. What a former secretary has written
/// beside a roster of the one in force does not count.
fn joined_roster(versions: &Versions, charter: Option<&Charter>) -> Option<Roster> {
    let in_force = |record: &Rc<Record>| charter.is_some_and(|charter| signed_by_one_of(record, charter));
    let key = |record: &Rc<Record>| (in_force(record), record.header().at, record.id());
    let live = order::sorted(versions.live(), |a, b| key(b).cmp(&key(a)));
    let counts = live.first().is_some_and(|first| in_force(first));
    let live = live.into_iter().filter(|record| in_force(record) == counts);
    let mut rosters = live.map(|record| match record.body() {
        Body::Roster(roster) => Some(roster),
        _ => None,
    });
    let mut joined = rosters.next()??.clone();
    for other in rosters.flatten() {
        joined.take_over(other);
    }
    Some(joined)
}
