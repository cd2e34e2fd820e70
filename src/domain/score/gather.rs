//! The facts of a meeting out of what was entered of it: nobody counts speakers or tasks by hand.

use super::evidence::{Bureau, Facts};
use crate::domain::attendance::{Entry, State, Tally};
use crate::domain::id::MemberId;
use crate::domain::meeting::Meeting;
use crate::domain::member::{Office, Roster};
use crate::domain::minutes::Minutes;
use crate::domain::order;
use crate::domain::proceedings::Proceedings;
use crate::domain::regulation::Regulation;
use crate::domain::regulation::rubric::Rate;
use crate::domain::task::{Outcome, Progress, Task};
use crate::domain::time::Moment;
use std::collections::BTreeSet;

/// What was entered of a meeting.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The notice.
    pub meeting: &'a Meeting,
    /// What it is held under.
    pub regulation: &'a Regulation,
    /// The members.
    pub roster: &'a Roster,
    /// With the whole roll call, one entry for each member.
    pub minutes: &'a Minutes,
    /// Minutes of the meetings before.
    pub earlier: &'a [&'a Minutes],
    /// The tasks that it takes up from them.
    pub taken_up: &'a [&'a Task],
    /// What happened.
    pub proceedings: &'a Proceedings,
    /// Who has sent words beforehand.
    pub commented: &'a BTreeSet<MemberId>,
    /// When papers went out.
    pub times: &'a Times,
}

/// When papers went out, as far as they did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Times {
    /// The notice.
    pub noticed: Option<Moment>,
    /// Each paper to be read beforehand.
    pub papers: Vec<Moment>,
    /// The minutes were adopted.
    pub minutes_adopted: Option<Moment>,
    /// The last of what is to be posted was.
    pub posted: Option<Moment>,
    /// Now.
    pub now: Moment,
}

impl Facts {
    /// What the sources tell.
    pub fn of(sources: &Sources<'_>) -> Self {
        let Sources { meeting, regulation, roster, minutes, proceedings, times, .. } = *sources;
        let tally = Tally::of(&minutes.roll_call);
        let (spoke, there) = proceedings.participation(&minutes.roll_call);
        Self {
            kind: meeting.kind,
            thematic: meeting.thematic(),
            starts: meeting.starts,
            asked_minutes: regulation.usual_minutes(meeting.thematic(), roster.listed().count()),
            began: proceedings.began(),
            closed: proceedings.closed_at,
            tally,
            bureau: bureau(roster, proceedings),
            noticed: times.noticed,
            papers: times.papers.clone(),
            speakers: Rate { part: small(spoke), whole: small(there) },
            opinions: Rate { part: small(opinions(sources)), whole: tally.expected },
            to_review: !(sources.taken_up.is_empty() && minutes.outcomes.is_empty()),
            results: results(sources),
            assigned: minutes.tasks.len(),
            minutes_adopted: times.minutes_adopted,
            posted: times.posted,
            now: times.now,
        }
    }
}

fn small(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// A branch without a deputy and without other members of a bureau has a secretary only.
fn bureau(roster: &Roster, proceedings: &Proceedings) -> Bureau {
    let others = [Office::DeputySecretary, Office::BureauMember];
    match proceedings.preparation.bureau_met {
        Some(day) => Bureau::Met(day),
        None if roster.listed().any(|member| others.contains(&member.office)) => Bureau::NotNoted,
        None => Bureau::SecretaryOnly,
    }
}

/// Members of the branch who were expected and had an opinion: in the room, or in words sent beforehand.
fn opinions(sources: &Sources<'_>) -> usize {
    let expected = |entry: &&Entry| {
        matches!(entry.state, State::Present | State::Late | State::Excused | State::Absent | State::Unmarked)
    };
    let entries = sources.minutes.roll_call.entries().iter().filter(expected);
    let expected: BTreeSet<MemberId> = order::set(entries.map(|entry| entry.member));
    let spoke = sources.proceedings.speakers();
    spoke.union(sources.commented).filter(|member| expected.contains(member)).count()
}

/// Tasks that are done, of those that are closed or were asked for by the day of the meeting. What nobody looked at is
/// not done.
fn results(sources: &Sources<'_>) -> Rate {
    let task = |outcome: &Outcome| -> Option<&Task> {
        sources.earlier.iter().flat_map(|minutes| &minutes.tasks).find(|task| task.id == outcome.task)
    };
    let later = |task: &Task| task.asked_for().is_some_and(|day| day > sources.meeting.starts.day);
    let outcomes = &sources.minutes.outcomes;
    let counted: Vec<&Outcome> = outcomes
        .iter()
        .filter(|outcome| outcome.progress.closes() || !task(outcome).is_some_and(later))
        .collect();
    let unseen = sources
        .taken_up
        .iter()
        .filter(|task| !later(task) && outcomes.iter().all(|outcome| outcome.task != task.id));
    Rate {
        part: small(counted.iter().filter(|outcome| outcome.progress == Progress::Done).count()),
        whole: small(counted.len() + unseen.count()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::tests::{entry, member};
    use crate::domain::attendance::{Means, RollCall};
    use crate::domain::id::ThingId;
    use crate::domain::meeting::{AgendaItem, ItemRole, Kind, Part, Plan};
    use crate::domain::member::{Activity, Member, Membership};
    use crate::domain::proceedings::{Opinion, OpinionKind, Speaker};
    use crate::domain::regulation::{RegulationId, Regulations};
    use crate::domain::time::{Day, TimeOfDay, WallTime};
    use crate::domain::words::{Line, Prose};
    use Progress::{Done, Failed, UnderWay};
    use rstest::rstest;

    fn line(text: &str) -> Line {
        Line::parse(text).unwrap()
    }

    fn meeting() -> Meeting {
        let day = Day::parse("2026-10-03").unwrap();
        let item = AgendaItem {
            part: Part::Regular,
            title: line("Thảo luận"),
            minutes: 90,
            role: ItemRole::Discussion,
        };
        Meeting {
            id: ThingId([1; 16]),
            kind: Kind::Regular,
            number: None,
            noticed_on: day,
            starts: WallTime { day, time: TimeOfDay::parse("19:00").unwrap() },
            minutes: 90,
            place: line("Nhà văn hóa"),
            chair: line("Bùi Văn Hòa"),
            theme: None,
            agenda: vec![item],
            documents: Vec::new(),
            plan: Plan::Announced,
            regulation: RegulationId::FIRST,
        }
    }

    fn task(number: u8, deadline: &str) -> Task {
        let deadline = Day::parse(deadline).ok();
        Task {
            id: ThingId([number; 16]),
            what: line("Dọn đường"),
            who: Vec::new(),
            deadline,
            report_on: None,
        }
    }

    fn opinion(number: u8, kind: OpinionKind) -> Opinion {
        Opinion {
            id: ThingId([number; 16]),
            step: 0,
            kind,
            by: vec![Speaker::Member(MemberId([number; 8]))],
            at: Moment(0),
            text: Prose::parse("ý kiến").unwrap(),
            taken: Vec::new(),
        }
    }

    /// Ten members: 1 to 7 present, 8 excused, 9 absent, 10 exempt. 1, 2 and 3 spoke, 4 only agreed; 3, 8 and 10 wrote.
    fn facts(offices: &[Office], met: Option<Day>) -> Facts {
        let found = [(1, Done), (2, UnderWay), (3, UnderWay), (4, Failed)];
        facts_of(offices, met, &found)
    }

    /// The same meeting, which has found this of the five tasks that it takes up; nobody says when the last is due.
    fn facts_of(offices: &[Office], met: Option<Day>, found: &[(u8, Progress)]) -> Facts {
        let activity = |number| if number == 10 { Activity::Exempt } else { Activity::Here };
        let member = |number| member(number, Membership::Official, activity(number));
        let mut members: Vec<Member> = (1..=10).map(member).collect();
        for (member, office) in members.iter_mut().zip(offices) {
            member.office = *office;
        }
        let state = |number| match number {
            8 => State::Excused,
            9 => State::Absent,
            _ => State::Present,
        };
        let marks = RollCall::new((1..=9).map(|number| entry(number, state(number), Means::Tick, None)));
        let outcome = |(number, progress)| Outcome {
            task: ThingId([number; 16]),
            progress,
            share: None,
            result: Prose::default(),
        };
        let empty = Minutes {
            meeting: ThingId([0; 16]),
            roll_call: RollCall::default(),
            tasks: Vec::new(),
            outcomes: Vec::new(),
            regulation: RegulationId::FIRST,
            closed_at: None,
        };
        let tasks = ["2026-10-20", "2026-10-03", "2026-10-04", "2026-10-20", ""];
        let tasks: Vec<Task> = (1..).zip(tasks).map(|(number, day)| task(number, day)).collect();
        let earlier = Minutes { tasks, ..empty.clone() };
        let taken_up: Vec<&Task> = earlier.tasks.iter().collect();
        let minutes = Minutes {
            roll_call: marks.completed(&members, None),
            tasks: vec![task(9, "2026-11-01")],
            outcomes: found.iter().copied().map(outcome).collect(),
            ..empty
        };
        let mut proceedings = Proceedings::of(&meeting());
        proceedings.preparation.bureau_met = met;
        for number in 1..=3 {
            proceedings.put_opinion(opinion(number, OpinionKind::Opinion)).unwrap();
        }
        proceedings.put_opinion(opinion(4, OpinionKind::Agreement)).unwrap();
        let now = Moment(0);
        let times = Times { noticed: None, papers: Vec::new(), minutes_adopted: None, posted: None, now };
        Facts::of(&Sources {
            meeting: &meeting(),
            regulation: &Regulations::shipped().named(RegulationId::FIRST),
            roster: &Roster { members },
            minutes: &minutes,
            earlier: &[&earlier],
            taken_up: &taken_up,
            proceedings: &proceedings,
            commented: &[3, 8, 10].map(|number| MemberId([number; 8])).into(),
            times: &times,
        })
    }

    #[test]
    fn speakers_opinions_and_results_are_counted_each_over_its_own_base() {
        let facts = facts(&[], None);
        assert_eq!(facts.speakers, Rate { part: 3, whole: 7 });
        assert_eq!(facts.opinions, Rate { part: 4, whole: 9 }, "8 wrote; 10 is exempt, 4 only agreed");
        assert_eq!(facts.results, Rate { part: 1, whole: 4 }, "task 3 is not asked for yet");
        assert_eq!((facts.asked_minutes, facts.assigned), (90, 1));
    }

    #[rstest]
    #[case(&[], 0, 2)]
    #[case(&[(2, Done)], 1, 2)]
    #[case(&[(2, Done), (5, Done)], 2, 2)]
    #[case(&[(5, UnderWay)], 0, 2)]
    #[case(&[(1, Done)], 1, 3)]
    #[case(&[(3, UnderWay)], 0, 2)]
    fn a_task_that_nobody_looked_at_is_not_done(
        #[case] found: &[(u8, Progress)],
        #[case] part: u16,
        #[case] whole: u16,
    ) {
        let facts = facts_of(&[], None, found);
        assert_eq!((facts.results, facts.to_review), (Rate { part, whole }, true));
    }

    #[rstest]
    #[case(&[Office::Secretary], None, Bureau::SecretaryOnly)]
    #[case(&[Office::Secretary, Office::DeputySecretary], None, Bureau::NotNoted)]
    #[case(&[Office::Secretary, Office::BureauMember], None, Bureau::NotNoted)]
    #[case(&[Office::Secretary, Office::DeputySecretary], Some(Day::MIN), Bureau::Met(Day::MIN))]
    fn a_secretary_alone_is_no_bureau(
        #[case] offices: &[Office],
        #[case] met: Option<Day>,
        #[case] bureau: Bureau,
    ) {
        assert_eq!(facts(offices, met).bureau, bureau);
    }
}
