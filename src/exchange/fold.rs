//! The state of a branch: a pure fold over the set of its valid records. The order in which records come, and how
//! often, makes no difference.

use super::subject::Subject;
use crate::domain::attendance::Reply;
use crate::domain::check_in::CheckIn;
use crate::domain::comment::Comment;
use crate::domain::document::Document;
use crate::domain::id::{MemberId, RecordId, ThingId};
use crate::domain::meeting::Meeting;
use crate::domain::member::Roster;
use crate::domain::minutes::Minutes;
use crate::domain::order;
use crate::domain::org::Charter;
use crate::domain::self_criticism::Review;
use crate::domain::task::Task;
use crate::domain::time::{Moment, WallTime};
use crate::record::kind::Signer;
use crate::record::{Body, Kind, Record};
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

    /// The version that is shown: of several live ones the latest by its author's clock, then the greater id.
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
        self.current = self.live.values().max_by_key(|record| (record.header().at, record.id())).cloned();
        true
    }

    /// Every version, live or replaced.
    pub fn all(&self) -> impl Iterator<Item = &Rc<Record>> {
        self.records.values()
    }
}

/// The state of a branch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fold {
    subjects: BTreeMap<Subject, Versions>,
    /// All live rosters in one.
    roster: Option<Roster>,
}

impl Fold {
    /// Adds a record. Tells whether it was new.
    pub fn insert(&mut self, record: Rc<Record>) -> bool {
        let subject = Subject::of(&record);
        let versions = self.subjects.entry(subject).or_default();
        let new = versions.insert(record);
        if new && subject == Subject::of_branch(Kind::Roster, ThingId::BRANCH) {
            self.roster = joined_roster(versions);
        }
        new
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
        let roster = subjects.get(&Subject::of_branch(Kind::Roster, ThingId::BRANCH)).and_then(joined_roster);
        Self { subjects, roster }
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

    /// The charter in force.
    pub fn charter(&self) -> Option<&Charter> {
        match self.one(Subject::of_branch(Kind::Charter, ThingId::BRANCH))? {
            Body::Charter(charter) => Some(charter),
            _ => None,
        }
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
        let coming = self.meetings().filter(|meeting| meeting.stands() && !meeting.over(now));
        coming.min_by_key(|meeting| (meeting.starts, meeting.id))
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

    /// When a document was first published, by the secretary's clock.
    pub fn published_at(&self, document: ThingId) -> Option<Moment> {
        let versions = self.versions(&Subject::of_branch(Kind::Document, document))?;
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

    /// How many facts of the branch were stated after `moment`, as far as they are loaded.
    pub fn stated_after(&self, moment: Moment) -> usize {
        let of_branch =
            self.subjects.iter().filter(|(subject, _)| subject.kind.signer() == Signer::Secretary);
        let current = of_branch.filter_map(|(_, versions)| versions.current());
        current.filter(|record| record.header().at > moment).count()
    }

    /// Ids that a new version of `subject` replaces.
    pub fn replaced_by_next(&self, subject: &Subject) -> Vec<RecordId> {
        let live = self.versions(subject).into_iter().flat_map(Versions::live).map(|record| record.id());
        live.take(crate::record::envelope::REPLACES_MAX).collect()
    }
}

/// The current roster with what only the other live ones say, later ones first.
fn joined_roster(versions: &Versions) -> Option<Roster> {
    let key = |record: &Rc<Record>| (record.header().at, record.id());
    let live = order::sorted(versions.live(), |a, b| key(b).cmp(&key(a)));
    let mut rosters = live.into_iter().map(|record| match record.body() {
        Body::Roster(roster) => Some(roster),
        _ => None,
    });
    let mut joined = rosters.next()??.clone();
    for other in rosters.flatten() {
        joined.take_over(other);
    }
    Some(joined)
}
