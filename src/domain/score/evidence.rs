//! What is known of a meeting, and the points that it suggests. A suggestion is made only where the regulation leaves
//! no choice; everything else is shown beside the item and left to the branch.

use crate::domain::attendance::Tally;
use crate::domain::meeting::Kind;
use crate::domain::regulation::rubric::{Alone, Applies, Evidence, Item, Key, Points, Rate};
use crate::domain::regulation::{Deadlines, Regulation};
use crate::domain::time::{Day, Moment, WallTime};

const MINUTE: i64 = 60_000;

/// What is known of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Kind of meeting.
    pub kind: Kind,
    /// Whether it has a thematic part.
    pub thematic: bool,
    /// When it was to begin.
    pub starts: WallTime,
    /// How long it was to be, by the regulation.
    pub asked_minutes: u16,
    /// When it began.
    pub began: Option<Moment>,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// Who was there.
    pub tally: Tally,
    /// The meeting of the bureau.
    pub bureau: Bureau,
    /// When the notice went out.
    pub noticed: Option<Moment>,
    /// When each of its papers went out.
    pub papers: Vec<Moment>,
    /// Different speakers of those present.
    pub speakers: Rate,
    /// Members with an opinion of those expected.
    pub opinions: Rate,
    /// Whether there are tasks of earlier meetings to look at.
    pub to_review: bool,
    /// What was reached of those that were asked for by then; of none where none was.
    pub results: Rate,
    /// Tasks that were assigned.
    pub assigned: usize,
    /// When the minutes were adopted.
    pub minutes_adopted: Option<Moment>,
    /// When the last of what is to be posted was.
    pub posted: Option<Moment>,
    /// When this is asked.
    pub now: Moment,
}

/// The meeting of the bureau before that of the branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bureau {
    /// The branch has a secretary only.
    SecretaryOnly,
    /// It is not noted yet.
    NotNoted,
    /// It was on this day.
    Met(Day),
}

/// What an item is worth by the evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Which item.
    pub key: Key,
    /// How much.
    pub suggested: Suggested,
    /// What it is shown with.
    pub findings: Vec<Finding>,
}

/// How much is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggested {
    /// So many points.
    Points(Points),
    /// It is not applicable.
    Excused,
    /// The branch judges, now or once more is known.
    Open,
}

/// A piece of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was asked.
    pub evidence: Evidence,
    /// What was found, to be shown.
    pub proof: Proof,
    /// Whether that is enough.
    pub verdict: Verdict,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// From when to when, and how many minutes were asked for.
    Length {
        /// The beginning.
        began: Option<Moment>,
        /// The end.
        closed: Option<Moment>,
        /// What the regulation asks for.
        asked_minutes: u16,
    },
    /// A part of a whole.
    Rate(Rate),
    /// So many are absent without reason.
    Absent(u16),
    /// The meeting of the bureau.
    Bureau(Bureau),
    /// When something was out, and when it was to be.
    Out {
        /// The last of it.
        at: Option<Moment>,
        /// The latest moment.
        due: Moment,
    },
    /// When something was done.
    Done(Option<Moment>),
    /// So many tasks.
    Tasks(usize),
    /// When it was posted, and the last day for it.
    Posted {
        /// When.
        at: Option<Moment>,
        /// The last day.
        due: Day,
    },
}

/// Whether evidence is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is. Of a rate: it is known.
    Met,
    /// It is not.
    Missed,
    /// Nobody can say yet.
    Open,
}

/// What every item of the rubric is worth by the evidence, in its order.
pub fn suggestions(regulation: &Regulation, facts: &Facts) -> Vec<Suggestion> {
    let items = regulation.rubric.items().map(|(_, item)| item);
    items.map(|item| suggestion(item, &regulation.deadlines, facts)).collect()
}

fn suggestion(item: &Item, deadlines: &Deadlines, facts: &Facts) -> Suggestion {
    let findings: Vec<Finding> =
        item.evidence.iter().map(|evidence| finding(*evidence, deadlines, facts)).collect();
    Suggestion { key: item.key.clone(), suggested: suggested(item, facts, &findings), findings }
}

fn suggested(item: &Item, facts: &Facts, findings: &[Finding]) -> Suggested {
    let alone = facts.bureau == Bureau::SecretaryOnly && item.evidence.contains(&Evidence::Bureau);
    let excused = match item.applies {
        Applies::WithTheme => !facts.thematic,
        Applies::WithTasks => !facts.to_review,
        Applies::Always | Applies::ByChoice => false,
    };
    if excused || (alone && item.alone == Alone::Excused) {
        return Suggested::Excused;
    }
    let any = |verdict| findings.iter().any(|finding| finding.verdict == verdict);
    if item.is_subjective() || any(Verdict::Open) {
        return Suggested::Open;
    }
    let rate = findings.iter().find_map(|finding| match finding.proof {
        Proof::Rate(rate) => Some(rate),
        _ => None,
    });
    let points = match (&item.scale, rate) {
        _ if any(Verdict::Missed) => item.missed,
        (Some(scale), Some(rate)) => scale.of(rate),
        _ => Some(item.points),
    };
    points.map_or(Suggested::Open, Suggested::Points)
}

fn finding(evidence: Evidence, deadlines: &Deadlines, facts: &Facts) -> Finding {
    let marked = facts.tally.unmarked == 0 && facts.tally.expected > 0;
    let (proof, verdict) = match evidence {
        Evidence::Length => length(deadlines, facts),
        Evidence::Attendance => {
            let Tally { present, expected, .. } = facts.tally;
            (Proof::Rate(Rate { part: present, whole: expected }), known(marked))
        }
        Evidence::NobodyAbsent => {
            let verdict = if marked { held(facts.tally.absent == 0) } else { Verdict::Open };
            (Proof::Absent(facts.tally.absent), verdict)
        }
        Evidence::Bureau => (Proof::Bureau(facts.bureau), bureau(facts)),
        Evidence::Notice => out(facts, deadlines.notice_due(facts.starts), facts.noticed),
        // Without papers there is nothing to be in time with: the branch judges.
        Evidence::Papers => {
            let last = facts.papers.iter().max().copied();
            let (proof, verdict) = out(facts, deadlines.papers_due(facts.starts), last);
            (proof, if last.is_none() { Verdict::Open } else { verdict })
        }
        Evidence::Speakers => rate(facts.speakers),
        Evidence::Opinions => rate(facts.opinions),
        Evidence::Results => rate(facts.results),
        Evidence::Minutes => (Proof::Done(facts.minutes_adopted), known(facts.minutes_adopted.is_some())),
        Evidence::Assigned => {
            (Proof::Tasks(facts.assigned), once(facts.assigned > 0, facts.closed.is_some()))
        }
        Evidence::Posted => posted(deadlines, facts),
    };
    Finding { evidence, proof, verdict }
}

fn held(met: bool) -> Verdict {
    if met { Verdict::Met } else { Verdict::Missed }
}

fn known(known: bool) -> Verdict {
    if known { Verdict::Met } else { Verdict::Open }
}

/// Met as soon as it is so, missed only when it is too late.
fn once(met: bool, too_late: bool) -> Verdict {
    if met || too_late { held(met) } else { Verdict::Open }
}

fn rate(rate: Rate) -> (Proof, Verdict) {
    (Proof::Rate(rate), known(rate.whole > 0))
}

/// Begun in time, in the days meant for it, and long enough.
fn length(deadlines: &Deadlines, facts: &Facts) -> (Proof, Verdict) {
    let Facts { began, closed, asked_minutes, starts, .. } = *facts;
    let latest = starts.moment().plus_milliseconds(i64::from(deadlines.late_after_minutes) * MINUTE);
    let in_days = facts.kind != Kind::Regular || starts.day.of_month() <= deadlines.last_day_of_month;
    let verdict = match (began, closed) {
        (None, _) => Verdict::Open,
        (Some(began), _) if began > latest || !in_days => Verdict::Missed,
        (Some(_), None) => Verdict::Open,
        (Some(began), Some(closed)) => held(closed.since(began) >= i64::from(asked_minutes) * MINUTE),
    };
    (Proof::Length { began, closed, asked_minutes }, verdict)
}

fn bureau(facts: &Facts) -> Verdict {
    match facts.bureau {
        Bureau::SecretaryOnly => Verdict::Met,
        Bureau::Met(day) => held(day <= facts.starts.day),
        Bureau::NotNoted => once(false, facts.closed.is_some()),
    }
}

fn out(facts: &Facts, due: WallTime, at: Option<Moment>) -> (Proof, Verdict) {
    let due = due.moment();
    let verdict = match at {
        Some(at) => held(at <= due),
        None => once(false, facts.now > due),
    };
    (Proof::Out { at, due }, verdict)
}

fn posted(deadlines: &Deadlines, facts: &Facts) -> (Proof, Verdict) {
    let due = deadlines.posting_due(facts.starts).day;
    let verdict = match facts.posted {
        Some(at) => held(at.day() <= due),
        // The branch scores itself before anything can be posted: until the last day that is not late.
        None => held(facts.now.day() <= due),
    };
    (Proof::Posted { at: facts.posted, due }, verdict)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::regulation::{RegulationId, Regulations};
    use crate::domain::time::TimeOfDay;
    use rstest::rstest;

    const PLAIN: &str = "hd42";
    const SCALED: &str = "hd42-thang-diem";

    fn at(text: &str) -> Moment {
        let (day, time) = text.split_once(' ').unwrap();
        WallTime { day: Day::parse(day).unwrap(), time: TimeOfDay::parse(time).unwrap() }.moment()
    }

    fn of(part: u16, whole: u16) -> Rate {
        Rate { part, whole }
    }

    /// A meeting of twenty on 3 October 2026 at 19:00 at which nothing is wrong.
    fn facts() -> Facts {
        Facts {
            kind: Kind::Regular,
            thematic: false,
            starts: at("2026-10-03 19:00").wall(),
            asked_minutes: 90,
            began: Some(at("2026-10-03 19:00")),
            closed: Some(at("2026-10-03 20:30")),
            tally: Tally { present: 20, expected: 20, ..Tally::default() },
            bureau: Bureau::Met(Day::parse("2026-09-25").unwrap()),
            noticed: Some(at("2026-09-26 08:00")),
            papers: vec![at("2026-10-01 08:00"), at("2026-10-02 19:00")],
            speakers: of(12, 20),
            opinions: of(12, 20),
            to_review: true,
            results: of(10, 10),
            assigned: 2,
            minutes_adopted: Some(at("2026-10-03 20:29")),
            posted: Some(at("2026-10-05 23:59")),
            now: at("2026-10-06 08:00"),
        }
    }

    fn suggested(id: &str, key: &str, facts: &Facts) -> Suggested {
        let regulation = Regulations::shipped().named(RegulationId::parse(id).unwrap());
        let all = suggestions(&regulation, facts);
        all.into_iter().find(|suggestion| suggestion.key.as_str() == key).unwrap().suggested
    }

    fn points(points: u16) -> Suggested {
        Suggested::Points(Points::whole(points))
    }

    #[rstest]
    #[case(20, 4)]
    #[case(18, 4)]
    #[case(17, 3)]
    #[case(15, 3)]
    #[case(14, 2)]
    #[case(13, 2)]
    #[case(12, 1)]
    #[case(0, 1)]
    fn attendance_goes_down_its_scale(#[case] present: u16, #[case] worth: u16) {
        let tally = Tally { present, excused: 20 - present, expected: 20, ..Tally::default() };
        let facts = Facts { tally, ..facts() };
        assert_eq!(suggested(SCALED, "2.1", &facts), points(worth));
        let plain = if present >= 18 { points(5) } else { Suggested::Open };
        assert_eq!(suggested(PLAIN, "2.1", &facts), plain, "below its goal the branch judges");
    }

    #[rstest]
    #[case(0, 0, points(1), points(5))]
    #[case(1, 0, points(0), Suggested::Open)]
    #[case(0, 1, Suggested::Open, Suggested::Open)]
    fn nobody_is_absent_without_reason(
        #[case] absent: u16,
        #[case] unmarked: u16,
        #[case] scaled: Suggested,
        #[case] plain: Suggested,
    ) {
        let present = 20 - absent - unmarked;
        let tally = Tally { present, absent, unmarked, expected: 20, ..Tally::default() };
        let facts = Facts { tally, ..facts() };
        assert_eq!(suggested(SCALED, "2.2", &facts), scaled);
        assert_eq!(suggested(PLAIN, "2.1", &facts), plain);
    }

    #[rstest]
    #[case(of(11, 20), 5)]
    #[case(of(10, 20), 4)]
    #[case(of(8, 20), 4)]
    #[case(of(7, 20), 3)]
    #[case(of(6, 20), 3)]
    #[case(of(5, 20), 2)]
    #[case(of(0, 20), 2)]
    #[case(of(501, 1_000), 5)]
    #[case(of(399, 1_000), 3)]
    fn opinions_go_down_their_scale(#[case] opinions: Rate, #[case] worth: u16) {
        assert_eq!(suggested(SCALED, "4.3", &Facts { opinions, ..facts() }), points(worth));
    }

    #[rstest]
    #[case(of(10, 10), 30)]
    #[case(of(9, 10), 30)]
    #[case(of(89, 100), 27)]
    #[case(of(8, 10), 27)]
    #[case(of(79, 100), 24)]
    #[case(of(7, 10), 24)]
    #[case(of(69, 100), 20)]
    #[case(of(6, 10), 20)]
    #[case(of(59, 100), 15)]
    #[case(of(5, 10), 15)]
    #[case(of(49, 100), 10)]
    #[case(of(0, 10), 10)]
    fn results_go_down_their_scale(#[case] results: Rate, #[case] worth: u16) {
        let facts = Facts { results, ..facts() };
        assert_eq!(suggested(SCALED, "6.1", &facts), points(worth));
        let plain = if results.part == results.whole { points(30) } else { Suggested::Open };
        assert_eq!(suggested(PLAIN, "6.1", &facts), plain);
    }

    #[test]
    fn a_branch_without_last_tasks_is_not_marked_for_their_results() {
        let facts = Facts { to_review: false, results: of(0, 0), ..facts() };
        assert_eq!(suggested(SCALED, "6.1", &facts), Suggested::Excused);
    }

    #[test]
    fn a_branch_whose_tasks_are_all_due_later_judges_their_results_itself() {
        let facts = Facts { results: of(0, 0), ..facts() };
        assert_eq!(suggested(SCALED, "6.1", &facts), Suggested::Open);
    }

    #[rstest]
    #[case("2026-10-03", "19:00", Some("20:30"), points(5))]
    #[case("2026-10-03", "19:15", Some("20:45"), points(5))]
    #[case("2026-10-03", "19:16", Some("21:00"), Suggested::Open)]
    #[case("2026-10-03", "19:00", Some("20:29"), Suggested::Open)]
    #[case("2026-10-03", "19:00", None, Suggested::Open)]
    #[case("2026-10-15", "19:00", Some("20:30"), points(5))]
    #[case("2026-10-16", "19:00", Some("20:30"), Suggested::Open)]
    fn time_is_kept_when_it_begins_in_time_and_lasts_long_enough(
        #[case] day: &str,
        #[case] began: &str,
        #[case] closed: Option<&str>,
        #[case] expected: Suggested,
    ) {
        let on = |time: &str| at(&[day, " ", time].concat());
        let facts =
            Facts { starts: on("19:00").wall(), began: Some(on(began)), closed: closed.map(on), ..facts() };
        assert_eq!(suggested(PLAIN, "1.1", &facts), expected);
    }

    #[rstest]
    #[case(Bureau::Met(Day::MIN), Some("2026-10-02 19:00"), Some("2026-10-02 19:00"), points(5))]
    #[case(Bureau::SecretaryOnly, Some("2026-10-02 19:00"), Some("2026-10-02 19:00"), points(5))]
    #[case(Bureau::NotNoted, Some("2026-10-02 19:00"), Some("2026-10-02 19:00"), Suggested::Open)]
    #[case(Bureau::Met(Day::MAX), Some("2026-10-02 19:00"), Some("2026-10-02 19:00"), Suggested::Open)]
    #[case(Bureau::SecretaryOnly, Some("2026-10-02 19:01"), Some("2026-10-02 19:00"), Suggested::Open)]
    #[case(Bureau::SecretaryOnly, Some("2026-10-02 19:00"), Some("2026-10-02 19:01"), Suggested::Open)]
    #[case(Bureau::SecretaryOnly, None, Some("2026-10-02 19:00"), Suggested::Open)]
    #[case(Bureau::SecretaryOnly, Some("2026-10-02 19:00"), None, Suggested::Open)]
    fn preparation_asks_for_bureau_notice_and_papers_in_time(
        #[case] bureau: Bureau,
        #[case] noticed: Option<&str>,
        #[case] paper: Option<&str>,
        #[case] expected: Suggested,
    ) {
        let papers = paper.map(at).into_iter().collect();
        let facts = Facts { bureau, noticed: noticed.map(at), papers, ..facts() };
        assert_eq!(suggested(PLAIN, "3.2", &facts), expected);
    }

    #[rstest]
    #[case(Some("2026-10-05 23:59"), "2026-10-06 08:00", points(1))]
    #[case(Some("2026-10-06 00:00"), "2026-10-06 08:00", points(0))]
    #[case(None, "2026-10-05 23:59", points(1))]
    #[case(None, "2026-10-06 00:00", points(0))]
    fn posting_counts_within_two_days(
        #[case] posted: Option<&str>,
        #[case] now: &str,
        #[case] expected: Suggested,
    ) {
        let facts = Facts { posted: posted.map(at), now: at(now), ..facts() };
        assert_eq!(suggested(PLAIN, "7.3", &facts), expected);
    }

    #[rstest]
    #[case(2, true, points(2))]
    #[case(0, true, Suggested::Open)]
    #[case(2, false, Suggested::Open)]
    fn minutes_are_adopted_and_tasks_assigned(
        #[case] assigned: usize,
        #[case] adopted: bool,
        #[case] expected: Suggested,
    ) {
        let minutes_adopted = adopted.then(|| at("2026-10-03 20:29"));
        let facts = Facts { assigned, minutes_adopted, ..facts() };
        assert_eq!(suggested(PLAIN, "7.2", &facts), expected);
    }

    #[test]
    fn speakers_are_shown_but_the_branch_judges_what_was_said() {
        let regulation = Regulations::shipped().named(RegulationId::FIRST);
        let all = suggestions(&regulation, &facts());
        let content = all.iter().find(|suggestion| suggestion.key.as_str() == "4.2").unwrap();
        assert_eq!(content.suggested, Suggested::Open);
        assert_eq!(content.findings[0].proof, Proof::Rate(of(12, 20)));
    }

    #[test]
    fn an_item_on_the_theme_counts_only_with_one_and_the_bureau_only_where_there_is_one() {
        let mut regulation = (*Regulations::shipped().named(RegulationId::FIRST)).clone();
        regulation.rubric.criteria[0].items[0].applies = Applies::WithTheme;
        regulation.rubric.criteria[2].items[1].alone = Alone::Excused;
        let told = |facts: &Facts| {
            let all = suggestions(&regulation, facts);
            (all[0].suggested, all[3].suggested)
        };
        assert_eq!(told(&Facts { thematic: true, ..facts() }), (points(5), points(5)));
        let alone = Facts { bureau: Bureau::SecretaryOnly, ..facts() };
        assert_eq!(told(&alone), (Suggested::Excused, Suggested::Excused));
    }
}
