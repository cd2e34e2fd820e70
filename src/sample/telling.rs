//! Founds the sample branch: every line of the script becomes a command on the handbook of the secretary or of a
//! member, in the order of their days, by a clock that is set back and then moved forward.

use super::script::{Gathering, Mark, Paper, Script};
use super::when::Phrase;
use crate::domain::check_in::Proof;
use crate::domain::document::{Document, Media};
use crate::domain::id::{MemberId, ThingId};
use crate::domain::meeting::{AgendaItem, ItemRole, Meeting, Plan, Theme};
use crate::domain::member::{Member, Office};
use crate::domain::org::BranchKind;
use crate::domain::task::{Outcome, Progress, Task};
use crate::domain::time::{Day, Moment, WallTime};
use crate::domain::words::{Line, Prose};
use crate::exchange::invitation::HostingLink;
use crate::ports::Ports;
use crate::ports::memory::{MemoryClock, MemoryStore};
use crate::record::Flaw;
use crate::sync::{Fault, Founding, Handbook, NewDocument};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The code is on the screen so long before a meeting begins.
const CODE_MINUTES_BEFORE: i64 = 6;
/// Who comes late comes so long after the start.
const LATE_MINUTES: i64 = 20;

/// One command and its day. The order of the kinds is the order of what happens at the same moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Publish(usize),
    Announce(usize),
    Reply(usize, usize),
    Comment(usize, usize),
    RollCall(usize),
    Minutes(usize),
}

/// Founds the branch of `script` in the store of `ports`, as it would be by now, and gives the secretary's handbook.
/// `files` gives the documents by name. Members' devices live in memory and are gone afterwards. The clock of the
/// handbook stands still: open the store with another one to go on.
pub async fn found(
    ports: Ports,
    script: &Script,
    files: &dyn Fn(&str) -> Option<Vec<u8>>,
    hosting: Option<HostingLink>,
) -> Result<Handbook, Fault> {
    let now = ports.clock.now();
    let mut telling = Telling::begin(&ports, script, hosting, now).await?;
    for (at, step) in steps(script, now) {
        ports.clock.breathe().await;
        telling.set_clock(at.moment());
        telling.act(step, files).await?;
    }
    telling.set_clock(now);
    // Nobody needs to keep the paper of people who do not exist.
    telling.secretary.note_sheet_kept().await?;
    if telling.secretary.memory().identity().token().is_some() {
        telling.secretary.travel().await?;
    }
    Ok(telling.secretary)
}

/// Lists the device behind `ports` as one of the member called `name`, as it is done between people: by invitation,
/// request and confirmation.
pub async fn welcome(secretary: &Handbook, ports: Ports, name: &Line) -> Result<Handbook, Fault> {
    let member = {
        let memory = secretary.memory();
        let mut members = memory.fold().roster().into_iter().flat_map(|roster| &roster.members);
        members.find(|member| member.name == *name).map(|member| member.id).ok_or(Fault::Script)?
    };
    let device = Handbook::join(ports, secretary.invite(member).await?).await?;
    exchange(secretary, &device).await?;
    // The device knows the branch now; its request goes with the second round.
    exchange(secretary, &device).await?;
    let newcomers = secretary.newcomers().await?;
    let newcomer = newcomers.iter().find(|newcomer| newcomer.invited == Some(member));
    secretary.admit(&newcomer.ok_or(Fault::Script)?.join, member).await?;
    exchange(secretary, &device).await?;
    Ok(device)
}

/// Brings the files of all documents to a device by hand.
pub async fn hand_files(secretary: &Handbook, device: &Handbook) -> Result<(), Fault> {
    let documents: Vec<Document> = secretary.memory().fold().documents().cloned().collect();
    hand_over(secretary, device, &documents).await
}

/// A bundle from one device to another.
async fn hand_over(from: &Handbook, to: &Handbook, documents: &[Document]) -> Result<(), Fault> {
    let out = from.export_bundle(documents).await?;
    from.note_bundle_out(&out).await?;
    to.import_bundle(out.bundle).await.map(drop)
}

/// One round between a member and the secretary: over the host where there is one, by bundles otherwise.
async fn exchange(secretary: &Handbook, device: &Handbook) -> Result<(), Fault> {
    if secretary.memory().identity().token().is_some() {
        device.travel().await?;
        secretary.travel().await?;
        device.travel().await?;
    } else {
        hand_over(device, secretary, &[]).await?;
        hand_over(secretary, device, &[]).await?;
    }
    Ok(())
}

/// Everything that has happened by `now`, in its order. What the script tells of a later hour of today is done now.
fn steps(script: &Script, now: Moment) -> Vec<(WallTime, Step)> {
    let today = now.day();
    let mut steps: Vec<(WallTime, Step)> = Vec::new();
    for (paper, number) in script.papers.iter().zip(0..) {
        steps.push((paper.issued.at(today, 8), Step::Publish(number)));
    }
    for (meeting, number) in script.meetings.iter().zip(0..) {
        steps.push((meeting.noticed.at(today, 9), Step::Announce(number)));
        for (reply, place) in meeting.replies.iter().zip(0..) {
            steps.push((reply.on.at(today, 18), Step::Reply(number, place)));
        }
        for (comment, place) in meeting.comments.iter().zip(0..) {
            let at = comment.on.at(today, 20).plus_minutes(i64::from(place) * 7);
            // `place` counts comments of one meeting, of which there are few.
            steps.push((at, Step::Comment(number, place as usize)));
        }
        if let Some(published) = meeting.published {
            let code_at = meeting.starts.wall(today).plus_minutes(-CODE_MINUTES_BEFORE);
            steps.push((code_at, Step::RollCall(number)));
            steps.push((published.at(today, 20), Step::Minutes(number)));
        }
    }
    let latest = now.wall();
    for (at, _) in &mut steps {
        *at = (*at).min(latest);
    }
    steps.sort();
    steps
}

struct Telling<'a> {
    script: &'a Script,
    today: Day,
    now: Moment,
    clock: MemoryClock,
    secretary: Handbook,
    /// By place in the script, like all below.
    members: Vec<MemberId>,
    devices: BTreeMap<usize, Handbook>,
    documents: BTreeMap<usize, ThingId>,
    meetings: Vec<ThingId>,
}

impl<'a> Telling<'a> {
    /// Founds the branch, enters its members and lists the devices of those who will say something.
    async fn begin(
        world: &Ports,
        script: &'a Script,
        hosting: Option<HostingLink>,
        now: Moment,
    ) -> Result<Self, Fault> {
        let (today, branch) = (now.day(), &script.branch);
        let clock = MemoryClock::at(branch.founded.at(today, 19).moment());
        let ports = Ports { clock: Rc::new(clock.clone()), ..world.clone() };
        let first = script.people.first().ok_or(Fault::Script)?;
        let founding = Founding {
            name: branch.name.clone(),
            superior: branch.superior.clone(),
            kind: BranchKind::Residential,
            locality: branch.locality.clone(),
            secretary: first.name.clone(),
            hosting,
        };
        let secretary = Handbook::found(ports.clone(), founding).await?.handbook;
        let mut members = vec![secretary.memory().me().ok_or(Fault::Script)?];
        for person in script.people.iter().skip(1) {
            let id = secretary.new_member();
            let member = Member {
                id,
                name: person.name.clone(),
                office: person.office,
                membership: person.membership,
                activity: person.activity,
                devices: Vec::new(),
            };
            secretary.enter_member(member).await?;
            members.push(id);
        }
        let mut devices = BTreeMap::new();
        for who in speakers(script) {
            world.clock.breathe().await;
            let ports = Ports { store: Rc::new(MemoryStore::default()), ..ports.clone() };
            devices.insert(who, welcome(&secretary, ports, &script.people[who].name).await?);
        }
        let meetings = script.meetings.iter().map(|_| secretary.new_thing()).collect();
        let documents = BTreeMap::new();
        Ok(Self { script, today, now, clock, secretary, members, devices, documents, meetings })
    }

    fn set_clock(&self, at: Moment) {
        self.clock.set(at.min(self.now));
    }

    async fn act(&mut self, step: Step, files: &dyn Fn(&str) -> Option<Vec<u8>>) -> Result<(), Fault> {
        match step {
            Step::Publish(number) => {
                let document = document(&self.script.papers[number], files, self.today)?;
                let id = self.secretary.publish_document(document, None).await?;
                self.documents.insert(number, id);
                Ok(())
            }
            Step::Announce(number) => self.secretary.announce(self.notice(number)?).await,
            Step::Reply(number, place) => {
                let said = &self.script.meetings[number].replies[place];
                let device = self.informed(said.who).await?;
                device.reply(self.meetings[number], said.what.clone()).await?;
                self.report(said.who).await
            }
            Step::Comment(number, place) => {
                let said = &self.script.meetings[number].comments[place];
                let (boxes, visibility) = said.what.clone();
                let device = self.informed(said.who).await?;
                device.comment(self.meetings[number], boxes, visibility, "").await?;
                self.report(said.who).await
            }
            Step::RollCall(number) => self.call_roll(number).await,
            Step::Minutes(number) => self.post(self.meetings[number]).await,
        }
    }

    /// The minutes come out, and everything that the regulation asks for is posted with them.
    async fn post(&self, meeting: ThingId) -> Result<(), Fault> {
        self.secretary.publish_minutes(meeting).await?;
        let items = self.secretary.memory().to_post(meeting);
        for item in items {
            self.secretary.tick_posted(meeting, item, true).await?;
        }
        Ok(())
    }

    fn notice(&self, number: usize) -> Result<Meeting, Fault> {
        let told = &self.script.meetings[number];
        let documents = told.papers.iter().map(|paper| self.documents.get(paper).copied());
        let item = |(part, role, minutes, title): &(_, ItemRole, u16, Phrase)| {
            Ok(AgendaItem { part: *part, title: self.line(title)?, minutes: *minutes, role: *role })
        };
        Ok(Meeting {
            id: self.meetings[number],
            kind: told.kind,
            number: Some(self.line(&told.number)?),
            noticed_on: told.noticed.day(self.today),
            starts: told.starts.wall(self.today),
            minutes: told.minutes,
            place: told.place.clone(),
            chair: told.chair.clone(),
            theme: told
                .theme
                .as_ref()
                .map(|(title, preparer)| Theme { title: title.clone(), preparer: preparer.clone() }),
            agenda: told.agenda.iter().map(item).collect::<Result<_, Fault>>()?,
            documents: documents.collect::<Option<_>>().ok_or(Fault::Script)?,
            plan: Plan::Announced,
            regulation: self.secretary.memory().in_force(told.starts.wall(self.today).day).id,
        })
    }

    fn line(&self, phrase: &Phrase) -> Result<Line, Fault> {
        line(phrase, self.today)
    }

    /// The handbook of a member, with everything that the secretary has stated so far.
    async fn informed(&self, who: usize) -> Result<&Handbook, Fault> {
        match self.devices.get(&who) {
            None => Ok(&self.secretary),
            Some(device) => exchange(&self.secretary, device).await.map(|()| device),
        }
    }

    /// Brings what a member said to the secretary.
    async fn report(&self, who: usize) -> Result<(), Fault> {
        self.informed(who).await.map(drop)
    }

    /// Roll call and tasks of a meeting: some scan the code, the others are ticked.
    async fn call_roll(&self, number: usize) -> Result<(), Fault> {
        let (told, meeting) = (&self.script.meetings[number], self.meetings[number]);
        let starts = told.starts.wall(self.today);
        let scanning = told.marks.iter().filter(|(_, mark)| *mark == Mark::Code).map(|(who, _)| *who);
        let mut turn = self.secretary.open_code(meeting).await?;
        for who in scanning {
            let proof = Proof::Code { counter: turn.counter, tag: turn.tag };
            self.informed(who).await?.check_in(meeting, proof).await?;
            self.report(who).await?;
            turn = self.secretary.next_turn(meeting).await?;
        }
        for (who, mark) in &told.marks {
            let Mark::Tick(state) = *mark else {
                continue;
            };
            let late = state == crate::domain::attendance::State::Late;
            self.set_clock(starts.plus_minutes(if late { LATE_MINUTES } else { 0 }).moment());
            self.secretary.tick(meeting, self.members[*who], Some(state)).await?;
        }
        self.set_clock(starts.plus_minutes(i64::from(told.minutes)).moment());
        for (place, task) in self.tasks(told).into_iter().enumerate() {
            self.secretary.put_task(meeting, place, task).await?;
        }
        for outcome in self.found(number) {
            self.secretary.put_outcome(meeting, outcome).await?;
        }
        Ok(())
    }

    /// How far a meeting found the tasks of the one before.
    fn found(&self, number: usize) -> Vec<Outcome> {
        let Some(before) = number.checked_sub(1).map(|before| self.meetings[before]) else {
            return Vec::new();
        };
        let tasks = self.secretary.memory().minutes(before).tasks;
        let outcome = |(place, progress, words): &(usize, Progress, Prose)| {
            let task = tasks.get(*place)?.id;
            Some(Outcome { task, progress: *progress, share: None, result: words.clone() })
        };
        self.script.meetings[number].found.iter().filter_map(outcome).collect()
    }

    fn tasks(&self, told: &Gathering) -> Vec<Task> {
        let task = |(what, who, deadline): &(Line, Vec<usize>, Option<super::When>)| Task {
            id: self.secretary.new_thing(),
            what: what.clone(),
            who: who.iter().map(|who| self.members[*who]).collect(),
            deadline: deadline.map(|deadline| deadline.day(self.today)),
            report_on: None,
        };
        told.tasks.iter().map(task).collect()
    }
}

/// Members who say something by themselves and therefore need a device; the secretary has one.
fn speakers(script: &Script) -> BTreeSet<usize> {
    let of_meeting = |meeting: &Gathering| {
        let replies = meeting.replies.iter().map(|said| said.who);
        let comments = meeting.comments.iter().map(|said| said.who);
        let scans = meeting.marks.iter().filter(|(_, mark)| *mark == Mark::Code).map(|(who, _)| *who);
        replies.chain(comments).chain(scans).collect::<Vec<usize>>()
    };
    let speaks = script.meetings.iter().flat_map(of_meeting);
    speaks.filter(|who| script.people[*who].office != Office::Secretary).collect()
}

fn line(phrase: &Phrase, today: Day) -> Result<Line, Fault> {
    Line::parse(&phrase.say(today)).map_err(|fault| Fault::Flaw(Flaw::BadWords(fault)))
}

fn document(
    paper: &Paper,
    files: &dyn Fn(&str) -> Option<Vec<u8>>,
    today: Day,
) -> Result<NewDocument, Fault> {
    let media = if paper.file.ends_with(".pdf") { Media::Pdf } else { Media::Markdown };
    let file = files(&paper.file).ok_or(Fault::Script)?;
    let bytes = if media == Media::Pdf { file } else { dated(&file, today)? };
    Ok(NewDocument {
        kind: paper.kind,
        number: paper.number.as_ref().map(|number| line(number, today)).transpose()?,
        summary: line(&paper.summary, today)?,
        issuer: paper.issuer.clone(),
        issued_on: Some(paper.issued.day(today)),
        media,
        bytes,
        reading: None,
    })
}

/// The text of a document with its days filled in.
fn dated(file: &[u8], today: Day) -> Result<Vec<u8>, Fault> {
    let text = core::str::from_utf8(file).map_err(|_| Flaw::BadValue)?;
    let phrase = Phrase::parse(text).map_err(|_| Flaw::BadValue)?;
    Ok(phrase.say(today).into_bytes())
}
