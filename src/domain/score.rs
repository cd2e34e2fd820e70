//! The score of a meeting: what the branch gives itself by the rubric of its regulation, what is suggested by the
//! evidence, and what the superior says. It judges the meeting, never a member.

pub mod evidence;
pub mod gather;

use super::regulation::RegulationId;
use super::regulation::rubric::{Applies, Criterion, Excused, Item, Key, Points, Rating, Rubric, Worth};
use super::words::Prose;
use evidence::{Suggested, Suggestion};

/// Every mark of one meeting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScoreSheet {
    /// By which rubric.
    pub regulation: RegulationId,
    /// One for each item that is marked.
    pub marks: Vec<Mark>,
    /// What is to be done better; it opens the next meeting.
    pub remedies: Prose,
}

/// What one item is given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Which item.
    pub key: Key,
    /// How much.
    pub given: Given,
    /// Why.
    pub note: Prose,
}

/// How much an item is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Given {
    /// So many points.
    Points(Points),
    /// It is not applicable.
    Excused,
}

/// What is wrong with a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkFault {
    /// Of which item.
    pub key: Key,
    /// What.
    pub rule: MarkRule,
}

/// A rule that marks keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkRule {
    /// Each item is marked.
    Marked,
    /// An item is marked once.
    Once,
    /// The rubric has such an item.
    Known,
    /// No more points than the item holds.
    Max,
    /// Only what the regulation lets go is left out.
    Counts,
    /// A deduction says why, unless the evidence gives just these points.
    DeductionNote,
    /// Full points say why where no evidence gives them.
    FullNote,
}

/// Points of a whole meeting with their rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// Of the rubric's total.
    pub points: Points,
    /// xếp loại
    pub rating: Rating,
}

/// Both judgements of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgements {
    /// What the branch has voted for itself.
    pub own: Score,
    /// What the superior says, later.
    pub official: Option<Score>,
}

impl Score {
    /// The score of so many points; nothing above the total.
    pub fn new(points: Points, rubric: &Rubric) -> Option<Self> {
        (points <= rubric.total).then(|| Self { points, rating: rubric.ratings.of(points) })
    }
}

impl Judgements {
    /// By how many tenths of a point the official score lies above the own one; below it is negative.
    pub fn difference_tenths(&self) -> Option<i32> {
        self.official.map(|official| i32::from(official.points.0) - i32::from(self.own.points.0))
    }

    /// Whether the superior sees another rating.
    pub fn differ(&self) -> bool {
        self.official.is_some_and(|official| official.rating != self.own.rating)
    }
}

impl ScoreSheet {
    /// A sheet with what the evidence gives; the rest is still to be marked.
    pub fn suggested(regulation: RegulationId, suggestions: &[Suggestion]) -> Self {
        let marks = suggestions.iter().filter_map(|suggestion| {
            let given = match suggestion.suggested {
                Suggested::Points(points) => Given::Points(points),
                Suggested::Excused => Given::Excused,
                Suggested::Open => return None,
            };
            Some(Mark { key: suggestion.key.clone(), given, note: Prose::default() })
        });
        Self { regulation, marks: marks.collect(), remedies: Prose::default() }
    }

    /// The most marks of a sheet.
    pub const MARKS_MAX: usize = 200;

    /// The sheet with what the evidence gives wherever nothing was marked.
    pub fn filled(&self, suggestions: &[Suggestion]) -> Self {
        let mut filled = self.clone();
        for mark in Self::suggested(self.regulation, suggestions).marks {
            if self.mark(&mark.key).is_none() {
                filled.marks.push(mark);
            }
        }
        filled
    }

    /// A sheet by the same rubric with nothing in it.
    pub fn blank(&self) -> Self {
        Self { regulation: self.regulation, marks: Vec::new(), remedies: Prose::default() }
    }

    /// Whether nothing is in it.
    pub fn is_blank(&self) -> bool {
        self.marks.is_empty() && self.remedies.is_empty()
    }

    /// Marks an item, in place of what it was given before.
    pub fn put(&mut self, mark: Mark) {
        self.marks.retain(|known| known.key != mark.key);
        self.marks.push(mark);
    }

    /// The mark of an item.
    pub fn mark(&self, key: &Key) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.key == *key)
    }

    /// Everything that is wrong, in the order of the rubric; nothing when the sheet can be voted on.
    pub fn faults(&self, rubric: &Rubric, suggestions: &[Suggestion]) -> Vec<MarkFault> {
        let mut faults = Vec::new();
        for (place, mark) in self.marks.iter().enumerate() {
            let fault = |rule| MarkFault { key: mark.key.clone(), rule };
            if rubric.item(&mark.key).is_none() {
                faults.push(fault(MarkRule::Known));
            }
            if self.marks[..place].iter().any(|other| other.key == mark.key) {
                faults.push(fault(MarkRule::Once));
            }
        }
        for (_, item) in rubric.items() {
            let suggestion = suggestions.iter().find(|suggestion| suggestion.key == item.key);
            let suggested = suggestion.map_or(Suggested::Open, |suggestion| suggestion.suggested);
            let broken = match self.mark(&item.key) {
                Some(mark) => broken(mark, item, suggested),
                None => (item.worth == Worth::Asked).then_some(MarkRule::Marked),
            };
            faults.extend(broken.map(|rule| MarkFault { key: item.key.clone(), rule }));
        }
        faults
    }

    /// Whether points are missing that some item asks for: then there is something to do better.
    pub fn deducts(&self, rubric: &Rubric) -> bool {
        let less = |item: &Item| {
            let mark = self.mark(&item.key);
            item.worth == Worth::Asked
                && mark
                    .is_some_and(|mark| matches!(mark.given, Given::Points(points) if points < item.points))
        };
        rubric.items().any(|(_, item)| less(item))
    }

    /// Points of one criterion as they are given.
    pub fn points(&self, criterion: &Criterion) -> Points {
        let given = criterion.items.iter().filter_map(|item| match self.mark(&item.key)?.given {
            Given::Points(points) => Some(points.min(item.points)),
            Given::Excused => None,
        });
        let holds = Points(criterion.points.0.saturating_sub(self.excused(criterion).0));
        given.fold(Points::default(), Points::plus).min(holds)
    }

    /// Points of one criterion's items that are not applicable.
    fn excused(&self, criterion: &Criterion) -> Points {
        let excused = criterion.items.iter().filter(|item| {
            let mark = self.mark(&item.key);
            item.worth == Worth::Asked && mark.is_some_and(|mark| mark.given == Given::Excused)
        });
        excused.fold(Points::default(), |sum, item| sum.plus(item.points))
    }

    /// The score of the whole sheet, with what is not applicable as the regulation says; to the tenth, half up.
    pub fn score(&self, rubric: &Rubric) -> Score {
        let sum = |of: &dyn Fn(&Criterion) -> Points| {
            rubric.criteria.iter().fold(Points::default(), |sum, criterion| sum.plus(of(criterion)))
        };
        let (given, excused) =
            (sum(&|criterion| self.points(criterion)), sum(&|criterion| self.excused(criterion)));
        let points = match rubric.excused {
            Excused::Full => given.plus(excused),
            Excused::Scaled => scaled(given, rubric.total, excused),
        };
        Score { points, rating: rubric.ratings.of(points) }
    }
}

fn scaled(given: Points, total: Points, excused: Points) -> Points {
    let counted = u32::from(total.0.saturating_sub(excused.0));
    if counted == 0 {
        return Points::default();
    }
    let scaled = (u32::from(given.0) * u32::from(total.0) * 2 + counted) / (counted * 2);
    Points(u16::try_from(scaled).unwrap_or(u16::MAX)).min(total)
}

fn broken(mark: &Mark, item: &Item, suggested: Suggested) -> Option<MarkRule> {
    match mark.given {
        Given::Excused if item.applies == Applies::Always && suggested != Suggested::Excused => {
            Some(MarkRule::Counts)
        }
        Given::Excused => None,
        Given::Points(points) if points > item.points => Some(MarkRule::Max),
        Given::Points(_) if !mark.note.is_empty() => None,
        Given::Points(points) if points == item.points => item.is_subjective().then_some(MarkRule::FullNote),
        Given::Points(points) => {
            let explained = item.worth == Worth::Bonus || suggested == Suggested::Points(points);
            (!explained).then_some(MarkRule::DeductionNote)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::regulation::{Regulation, Regulations};
    use rstest::rstest;
    use std::sync::Arc;

    fn regulation(id: &str) -> Arc<Regulation> {
        Regulations::shipped().named(RegulationId::parse(id).unwrap())
    }

    fn key(text: &str) -> Key {
        Key::parse(text).unwrap()
    }

    fn mark(item: &str, given: Given) -> Mark {
        Mark { key: key(item), given, note: Prose::default() }
    }

    fn tenths(item: &str, points: u16) -> Mark {
        mark(item, Given::Points(Points(points)))
    }

    /// Every item in full, but for these.
    fn full_but(rubric: &Rubric, others: &[Mark]) -> ScoreSheet {
        let marks = rubric.items().map(|(_, item)| {
            let other = others.iter().find(|mark| mark.key == item.key);
            let full = Mark {
                key: item.key.clone(),
                given: Given::Points(item.points),
                note: Prose::parse("đã xem xét").unwrap(),
            };
            other.cloned().unwrap_or(full)
        });
        ScoreSheet { regulation: RegulationId::FIRST, marks: marks.collect(), remedies: Prose::default() }
    }

    fn excused(item: &str) -> Mark {
        mark(item, Given::Excused)
    }

    #[rstest]
    #[case(1_000, Rating::Good)]
    #[case(900, Rating::Good)]
    #[case(899, Rating::Fair)]
    #[case(700, Rating::Fair)]
    #[case(699, Rating::Average)]
    #[case(500, Rating::Average)]
    #[case(499, Rating::Weak)]
    #[case(0, Rating::Weak)]
    fn every_rating_begins_where_the_regulation_says(#[case] points: u16, #[case] rating: Rating) {
        for id in ["hd42", "hd42-thang-diem"] {
            let score = Score::new(Points(points), &regulation(id).rubric);
            assert_eq!(score, Some(Score { points: Points(points), rating }));
        }
    }

    #[rstest]
    #[case(&[], 1_000)]
    #[case(&[tenths("4.1", 40)], 990)]
    #[case(&[tenths("4.1", 45)], 995)]
    #[case(&[tenths("4.1", 9_999)], 1_000)]
    // 70 of 70 are all, 60 of 70 are 85.71.
    #[case(&[excused("6.1")], 1_000)]
    #[case(&[excused("6.1"), tenths("4.3", 0)], 857)]
    // 94 of 95 are 98.947.
    #[case(&[excused("1.1"), tenths("4.1", 40)], 989)]
    fn what_is_not_applicable_is_made_up_by_the_rest(#[case] others: &[Mark], #[case] points: u16) {
        let regulation = regulation("hd42");
        assert_eq!(full_but(&regulation.rubric, others).score(&regulation.rubric).points, Points(points));
    }

    #[test]
    fn where_the_regulation_says_so_it_counts_as_reached() {
        let rubric = Rubric { excused: Excused::Full, ..regulation("hd42").rubric.clone() };
        let sheet = full_but(&rubric, &[excused("6.1"), tenths("4.3", 0)]);
        assert_eq!(sheet.score(&rubric).points, Points(900));
    }

    #[test]
    fn nothing_that_counts_is_no_score() {
        let rubric = regulation("hd42").rubric.clone();
        let all: Vec<Mark> = rubric.items().map(|(_, item)| excused(item.key.as_str())).collect();
        assert_eq!(full_but(&rubric, &all).score(&rubric).points, Points(0));
    }

    #[rstest]
    #[case(40, 10, 50)]
    #[case(40, 0, 40)]
    #[case(30, 10, 40)]
    #[case(10, 0, 10)]
    fn a_bonus_fills_its_criterion_up(#[case] rate: u16, #[case] bonus: u16, #[case] points: u16) {
        let rubric = &regulation("hd42-thang-diem").rubric;
        let sheet = full_but(rubric, &[tenths("2.1", rate), tenths("2.2", bonus)]);
        assert_eq!(sheet.points(&rubric.criteria[1]), Points(points));
    }

    #[rstest]
    #[case(tenths("4.1", 51), Suggested::Open, Some(MarkRule::Max))]
    #[case(tenths("4.1", 50), Suggested::Open, Some(MarkRule::FullNote))]
    #[case(tenths("4.1", 40), Suggested::Open, Some(MarkRule::DeductionNote))]
    #[case(tenths("1.1", 50), Suggested::Points(Points(50)), None)]
    #[case(tenths("1.1", 50), Suggested::Open, None)]
    #[case(tenths("1.1", 40), Suggested::Points(Points(50)), Some(MarkRule::DeductionNote))]
    #[case(tenths("2.1", 30), Suggested::Points(Points(30)), None)]
    #[case(tenths("2.1", 20), Suggested::Points(Points(30)), Some(MarkRule::DeductionNote))]
    #[case(tenths("2.2", 0), Suggested::Open, None)]
    #[case(excused("4.1"), Suggested::Open, Some(MarkRule::Counts))]
    #[case(excused("3.2"), Suggested::Excused, None)]
    #[case(excused("6.1"), Suggested::Open, None)]
    fn a_mark_is_explained_by_evidence_or_by_a_note(
        #[case] mark: Mark,
        #[case] suggested: Suggested,
        #[case] rule: Option<MarkRule>,
    ) {
        let rubric = &regulation("hd42-thang-diem").rubric;
        let suggestion = Suggestion { key: mark.key.clone(), suggested, findings: Vec::new() };
        let expected = rule.map(|rule| MarkFault { key: mark.key.clone(), rule });
        let faults = |mark: &Mark| {
            full_but(rubric, std::slice::from_ref(mark)).faults(rubric, std::slice::from_ref(&suggestion))
        };
        assert_eq!(faults(&mark), Vec::from_iter(expected));
        let noted = Mark { note: Prose::parse("phê bình còn nể nang").unwrap(), ..mark };
        let stays = matches!(rule, Some(MarkRule::Max | MarkRule::Counts));
        assert_eq!(faults(&noted).is_empty(), !stays, "a note explains points, but makes none");
    }

    #[rstest]
    #[case(&[], false)]
    #[case(&[tenths("4.1", 49)], true)]
    #[case(&[excused("6.1")], false)]
    #[case(&[tenths("2.2", 0)], false)]
    fn only_points_that_are_asked_for_can_be_missed(#[case] others: &[Mark], #[case] deducts: bool) {
        let rubric = &regulation("hd42-thang-diem").rubric;
        assert_eq!(full_but(rubric, others).deducts(rubric), deducts, "a bonus is none");
    }

    #[test]
    fn a_sheet_marks_every_item_once_and_none_that_is_not_there() {
        let rubric = &regulation("hd42-thang-diem").rubric;
        let mut sheet = full_but(rubric, &[]);
        assert_eq!(sheet.faults(rubric, &[]), []);
        sheet.marks.retain(|mark| mark.key != key("5.1") && mark.key != key("2.2"));
        sheet.marks.push(tenths("9.9", 10));
        sheet.marks.push(sheet.marks[0].clone());
        let faults = sheet.faults(rubric, &[]);
        let told: Vec<_> = faults.iter().map(|fault| (fault.key.as_str(), fault.rule)).collect();
        let expected = [("9.9", MarkRule::Known), ("1.1", MarkRule::Once), ("5.1", MarkRule::Marked)];
        assert_eq!(told, expected, "a bonus may stay unmarked");
    }

    #[test]
    fn what_was_marked_by_hand_stands_before_the_evidence() {
        let suggested = |item, points| Suggestion {
            key: key(item),
            suggested: Suggested::Points(Points(points)),
            findings: Vec::new(),
        };
        let mut sheet =
            ScoreSheet { regulation: RegulationId::FIRST, marks: Vec::new(), remedies: Prose::default() };
        sheet.put(tenths("1.1", 20));
        sheet.put(tenths("1.1", 30));
        let filled = sheet.filled(&[suggested("1.1", 50), suggested("2.1", 50)]);
        assert_eq!(filled.marks, [tenths("1.1", 30), tenths("2.1", 50)]);
        assert_eq!(filled.filled(&[]), filled);
    }

    #[test]
    fn the_official_score_stands_beside_the_own_one() {
        let rubric = &regulation("hd42").rubric;
        let score = |points| Score::new(Points(points), rubric);
        let judged = |official| Judgements { own: score(900).unwrap(), official };
        assert_eq!(judged(None).difference_tenths(), None);
        assert!(!judged(None).differ());
        assert_eq!(judged(score(885)).difference_tenths(), Some(-15));
        assert!(judged(score(885)).differ());
        assert!(!judged(score(950)).differ());
        assert_eq!(score(1_001), None);
    }
}
