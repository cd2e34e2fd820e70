//! Everything that is entered of a meeting, as it goes from one device of the secretary to another, and how it is joined
//! with what is entered there: part by part, the later change stays. The order in which hand-overs come, and how often,
//! makes no difference.

use super::attendance::{Means, RollCall};
use super::changes::{Changes, Mark, Part, Parts, Place};
use super::meeting::Meeting;
use super::member::Roster;
use super::minutes::Minutes;
use super::order;
use super::proceedings::{DraftState, Findings, Preparation, Proceedings, ProceedingsFault, Span, Step};
use super::score::ScoreSheet;
use super::time::Moment;
use super::words::Prose;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What is entered of a meeting on one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// diễn biến
    pub proceedings: Proceedings,
    /// Roll call, tasks and outcomes, where they travel along.
    pub minutes: Option<Minutes>,
    /// When each part was changed.
    pub changes: Changes,
}

/// Gathers parts; what is empty is no part.
struct Gathering(Parts);

impl Gathering {
    fn put(&mut self, place: Place, part: Part) {
        let number = self.0.len();
        self.0.insert(place, (part, number));
    }

    fn prose(&mut self, place: Place, text: &Prose) {
        if !text.is_empty() {
            self.put(place, Part::Prose(text.clone()));
        }
    }
}

/// The parts of what is entered beside the minutes.
pub fn proceedings_parts(run: &Proceedings) -> Parts {
    let mut parts = Gathering(Parts::new());
    let Preparation { bureau_met, drafter, draft } = &run.preparation;
    bureau_met.iter().for_each(|day| parts.put(Place::Bureau, Part::Day(*day)));
    drafter.iter().for_each(|name| parts.put(Place::Drafter, Part::Line(name.clone())));
    if *draft != DraftState::default() {
        parts.put(Place::Draft, Part::Draft(*draft));
    }
    run.chair.iter().for_each(|member| parts.put(Place::Chair, Part::Member(*member)));
    run.minute_taker.iter().for_each(|member| parts.put(Place::MinuteTaker, Part::Member(*member)));
    run.fees.iter().for_each(|fees| parts.put(Place::Fees, Part::Fees(fees.clone())));
    run.remedied.iter().for_each(|found| parts.put(Place::Remedied, Part::Remedied(found.clone())));
    run.closed_at.iter().for_each(|at| parts.put(Place::Close, Part::Moment(*at)));
    parts.prose(Place::Ideology, &run.findings.ideology);
    parts.prose(Place::Politics, &run.findings.politics);
    parts.prose(Place::Weaknesses, &run.findings.weaknesses);
    parts.prose(Place::Conclusion, &run.findings.conclusion);
    if !run.findings.next_month.is_empty() {
        parts.put(Place::NextMonth, Part::Lines(run.findings.next_month.clone()));
    }
    run.guests.iter().for_each(|guest| parts.put(Place::Guest(guest.clone()), Part::There));
    // Until the order of business is fixed it is the notice's.
    for (number, step) in (0_u16..).zip(&run.steps).filter(|_| run.fixed()) {
        parts.put(Place::Item(number), Part::Item(step.item.clone()));
        parts.prose(Place::Note(number), &step.note);
        for span in &step.spans {
            parts.put(Place::Span(number, span.from), Part::End(span.to.map(Reverse)));
        }
    }
    for opinion in &run.opinions {
        parts.put(Place::Opinion(opinion.id), Part::Opinion(opinion.clone()));
    }
    run.votes.iter().for_each(|vote| parts.put(Place::Vote(vote.id), Part::Vote(vote.clone())));
    run.remarks.iter().for_each(|remark| parts.put(Place::Remark(remark.id), Part::Remark(remark.clone())));
    if let Some(sheet) = &run.score {
        for mark in &sheet.marks {
            parts.put(Place::Mark(mark.key.clone()), Part::Mark(mark.clone()));
        }
        parts.prose(Place::Remedies, &sheet.remedies);
    }
    parts.0
}

/// The parts of the minutes.
pub fn minutes_parts(minutes: &Minutes) -> Parts {
    let mut parts = Gathering(Parts::new());
    for entry in minutes.roll_call.marks().entries() {
        match entry.means {
            Means::Code => parts.put(Place::CheckIn(entry.member), Part::CheckIn(Reverse(*entry))),
            _ => parts.put(Place::Tick(entry.member), Part::Tick(*entry)),
        }
    }
    minutes.tasks.iter().for_each(|task| parts.put(Place::Task(task.id), Part::Task(task.clone())));
    for outcome in &minutes.outcomes {
        parts.put(Place::Outcome(outcome.task), Part::Outcome(outcome.clone()));
    }
    parts.0
}

/// What stands at a place of either side, and when it was written.
type Joined = BTreeMap<Place, (Option<Part>, Mark)>;

impl Entered {
    /// All parts, and how many there are.
    pub fn parts(&self) -> Parts {
        let mut parts = proceedings_parts(&self.proceedings);
        parts.extend(self.minutes.iter().flat_map(minutes_parts));
        parts
    }

    fn marked(&self) -> Joined {
        let mut joined = Joined::new();
        for (place, (part, number)) in self.parts() {
            let mark = self.changes.mark(&place).unwrap_or(Mark::unnoted(number));
            joined.insert(place, (Some(part), mark));
        }
        for (place, mark) in self.changes.marks() {
            joined.entry(place.clone()).or_insert((None, *mark));
        }
        joined
    }

    /// Leaves out what was entered of the minutes until they were published at `at`: what is published stands.
    pub fn after_publication(mut self, at: Moment) -> Self {
        let later = |changes: &Changes, place: &Place| changes.mark(place).is_some_and(|mark| mark.last > at);
        if let Some(minutes) = &mut self.minutes {
            let changes = &self.changes;
            let entries =
                minutes.roll_call.entries().iter().filter(|entry| later(changes, &Place::Tick(entry.member)));
            minutes.roll_call = RollCall::new(entries.copied());
            minutes.tasks.retain(|task| later(changes, &Place::Task(task.id)));
            minutes.outcomes.retain(|outcome| later(changes, &Place::Outcome(outcome.task)));
        }
        self.changes = self.changes.only(|place| !place.of_minutes() || later(&self.changes, place));
        self
    }

    /// Joins what another device has entered of the same meeting, whose notice is `meeting`. Of each part the one that
    /// was changed last stays, and what was taken away stays away unless it was changed after that. Refused as a whole
    /// where both together are more than a meeting can have.
    pub fn join(&self, other: &Self, meeting: &Meeting) -> Result<Self, ProceedingsFault> {
        let mut joined = self.marked();
        for (place, (theirs, mark)) in other.marked() {
            // An item goes only where nothing hangs on it any more, on either side.
            let item = matches!(place, Place::Item(_));
            let there = joined.entry(place).or_insert((None, mark));
            let rank = |part: &Option<Part>, last| (item && part.is_some(), last, part.clone());
            let later = rank(&theirs, mark.last) > rank(&there.0, there.1.last);
            there.1 = there.1.join(mark);
            if later {
                there.0 = theirs;
            }
        }
        let mut marks = BTreeMap::new();
        for (place, (_, mark)) in joined.iter().filter(|(_, (_, mark))| mark.noted()) {
            marks.insert(place.clone(), *mark);
        }
        let mut proceedings = Proceedings::of(meeting);
        let minutes = self.minutes.as_ref().or(other.minutes.as_ref());
        let minutes = minutes.map(|minutes| joined_minutes(minutes, &joined));
        proceedings.score =
            self.proceedings.score.iter().chain(&other.proceedings.score).map(ScoreSheet::blank).max();
        stand(&mut proceedings, joined);
        // A sheet with nothing in it has no part that could travel: it is none.
        proceedings.score.take_if(|sheet| sheet.is_blank());
        proceedings.check()?;
        if let Some(Minutes { tasks, outcomes, roll_call, .. }) = &minutes
            && (tasks.len() > Minutes::TASKS_MAX
                || outcomes.len() > Minutes::OUTCOMES_MAX
                || roll_call.entries().len() > Roster::MEMBERS_MAX)
        {
            return Err(ProceedingsFault::TooMany);
        }
        // What is kept is read again: nothing may be kept that the reader refuses.
        if marks.len() > Changes::PLACES_MAX {
            return Err(ProceedingsFault::TooMany);
        }
        Ok(Self { proceedings, minutes, changes: Changes::new(marks) })
    }
}

/// The items that stand, in the order of `key`.
fn in_order<T, K: Ord>(items: Vec<(T, Mark)>, key: impl Fn(&T, &Mark) -> K) -> Vec<T> {
    let sorted = order::sorted(items, |(a, mark), (b, other)| key(a, mark).cmp(&key(b, other)));
    sorted.into_iter().map(|(item, _)| item).collect()
}

/// Puts everything that was joined where it stands, over what the notice alone gives.
fn stand(run: &mut Proceedings, joined: Joined) {
    let (mut opinions, mut votes, mut remarks, mut guests) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut notes, mut given) = (Vec::new(), Vec::new());
    let mut spans = Vec::new();
    let mut items = Vec::new();
    let (mut chair, mut minute_taker) = (None, None);
    for (place, (part, mark)) in joined {
        match (place, part) {
            (Place::Bureau, Some(Part::Day(day))) => run.preparation.bureau_met = Some(day),
            (Place::Drafter, Some(Part::Line(name))) => run.preparation.drafter = Some(name),
            (Place::Draft, Some(Part::Draft(draft))) => run.preparation.draft = draft,
            (Place::Chair, Some(Part::Member(member))) => chair = Some((mark.last, member)),
            (Place::MinuteTaker, Some(Part::Member(member))) => minute_taker = Some((mark.last, member)),
            (Place::Fees, Some(Part::Fees(fees))) => run.fees = Some(fees),
            (Place::Close, Some(Part::Moment(at))) => run.closed_at = Some(at),
            (_, Some(Part::Remedied(found))) => run.remedied = Some(found),
            (Place::NextMonth, Some(Part::Lines(lines))) => run.findings.next_month = lines,
            (Place::Item(number), Some(Part::Item(item))) => items.push((number, item)),
            (Place::Note(number), Some(Part::Prose(note))) => notes.push((number, note)),
            (Place::Span(number, from), Some(Part::End(to))) => {
                spans.push((number, Span { from, to: to.map(|Reverse(to)| to) }));
            }
            (Place::Guest(name), Some(Part::There)) => guests.push((name, mark)),
            (_, Some(Part::Opinion(opinion))) => opinions.push((opinion, mark)),
            (_, Some(Part::Vote(vote))) => votes.push((vote, mark)),
            (_, Some(Part::Remark(remark))) => remarks.push((remark, mark)),
            (_, Some(Part::Mark(of_item))) => given.push((of_item, mark)),
            (Place::Remedies, Some(Part::Prose(text))) => {
                run.score.iter_mut().for_each(|sheet| sheet.remedies.clone_from(&text));
            }
            (place, Some(Part::Prose(text))) => find(&mut run.findings, &place, text),
            _ => {}
        }
    }
    (run.chair, run.minute_taker) = two_members(chair, minute_taker);
    run.opinions = in_order(opinions, |opinion, _| (opinion.at, opinion.id));
    run.votes = in_order(votes, |vote, _| (vote.at, vote.id));
    run.remarks = in_order(remarks, |remark, mark| (mark.first, remark.id));
    run.guests = in_order(guests, |name, mark| (mark.first, name.clone()));
    if let Some(sheet) = &mut run.score {
        sheet.marks = in_order(given, |of_item, mark| (mark.first, of_item.key.clone()));
    }
    if !items.is_empty() {
        run.steps = items.into_iter().map(|(_, item)| Step::new(item)).collect();
    }
    for (number, note) in notes {
        if let Some(step) = run.steps.get_mut(usize::from(number)) {
            step.note = note;
        }
    }
    for (number, span) in one_at_a_time(spans) {
        if let Some(step) = run.steps.get_mut(usize::from(number)) {
            step.spans.push(span);
        }
    }
}

fn find(findings: &mut Findings, place: &Place, text: Prose) {
    match place {
        Place::Ideology => findings.ideology = text,
        Place::Politics => findings.politics = text,
        Place::Weaknesses => findings.weaknesses = text,
        Place::Conclusion => findings.conclusion = text,
        _ => {}
    }
}

/// Two devices may have made one member both: the one that was entered last stays.
fn two_members<T: Ord + Copy>(
    chair: Option<(Moment, T)>,
    taker: Option<(Moment, T)>,
) -> (Option<T>, Option<T>) {
    match (chair, taker) {
        (Some((chaired, chair)), Some((taken, taker))) if chair == taker => {
            if chaired > taken {
                (Some(chair), None)
            } else {
                (None, Some(taker))
            }
        }
        _ => (chair.map(|(_, member)| member), taker.map(|(_, member)| member)),
    }
}

/// A stretch of time ends where the next one begins, whichever device began it: no minute counts twice.
fn one_at_a_time(spans: Vec<(u16, Span)>) -> Vec<(u16, Span)> {
    let mut spans = order::sorted(spans, |(a, span), (b, other)| (span.from, a).cmp(&(other.from, b)));
    for place in 1..spans.len() {
        let next = spans[place].1.from;
        let span = &mut spans[place - 1].1;
        span.to = Some(span.to.map_or(next, |to| to.min(next)));
    }
    spans
}

fn joined_minutes(minutes: &Minutes, joined: &Joined) -> Minutes {
    let (mut ticks, mut check_ins, mut tasks, mut outcomes) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (part, mark) in joined.values() {
        match part {
            Some(Part::Tick(entry)) => ticks.push((*entry, *mark)),
            Some(Part::CheckIn(Reverse(entry))) => check_ins.push((*entry, *mark)),
            Some(Part::Task(task)) => tasks.push((task.clone(), *mark)),
            Some(Part::Outcome(outcome)) => outcomes.push((outcome.clone(), *mark)),
            _ => {}
        }
    }
    let ticks = in_order(ticks, |entry, mark| (mark.last, entry.member));
    // The secretary's ticks first: a second entry of the same member is left out.
    let check_ins = in_order(check_ins, |entry, _| (entry.at, entry.member));
    Minutes {
        roll_call: RollCall::new(ticks.into_iter().chain(check_ins)),
        tasks: in_order(tasks, |task, mark| (mark.first, task.id)),
        outcomes: in_order(outcomes, |outcome, mark| (mark.first, outcome.task)),
        ..minutes.clone()
    }
}
