//! Which of the votes of a meeting adopted its resolution. Where that is in doubt nothing is guessed: the secretary is
//! asked, because the number is printed and locked.

use super::meeting::{ItemRole, Kind};
use super::text::lower;
use super::vote::{Vote, Weight};

/// Place of the vote that adopted the resolution of a meeting of this kind. It is the vote on the item that adopts it,
/// else the one whose question names it. Of a question that was put again the last count stands; where several different
/// questions may be meant, there is none.
pub fn adopting(kind: Kind, votes: &[Vote]) -> Option<usize> {
    let on_item = |vote: &Vote| vote.decides == ItemRole::Vote;
    let named = |vote: &Vote| vote.decides == ItemRole::Other && names(kind, vote);
    if votes.iter().any(on_item) { last_alike(votes, on_item) } else { last_alike(votes, named) }
}

/// Whether the question is on the resolution, which a thematic meeting calls its conclusion.
fn names(kind: Kind, vote: &Vote) -> bool {
    let question = lower(vote.question.as_str());
    let thematic = kind == Kind::Thematic && question.contains("kết luận");
    vote.weight == Weight::Ordinary && (thematic || question.contains("nghị quyết"))
}

/// The last one of those meant, as long as they all ask the same.
fn last_alike(votes: &[Vote], meant: impl Fn(&Vote) -> bool) -> Option<usize> {
    let last = votes.iter().rposition(&meant)?;
    let asked = |vote: &Vote| lower(vote.question.as_str());
    let alike = |vote: &Vote| asked(vote) == asked(&votes[last]);
    votes.iter().filter(|vote| meant(vote)).all(alike).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ThingId;
    use crate::domain::time::Moment;
    use crate::domain::vote::{Base, Way};
    use crate::domain::words::Line;
    use ItemRole::{Adoption, Minutes, Other, Score, Vote as OnIt};
    use Weight::{Admission, Ordinary};
    use rstest::rstest;

    const AGENDA: (&str, ItemRole, Weight) = ("Thông qua chương trình", Adoption, Ordinary);
    const RESOLUTION: (&str, ItemRole, Weight) = ("Thông qua nghị quyết", OnIt, Ordinary);
    const NAMED: (&str, ItemRole, Weight) = ("Đồng ý ban hành NGHỊ QUYẾT tháng 11", Other, Ordinary);
    const CONCLUSION: (&str, ItemRole, Weight) = ("Thông qua kết luận chuyên đề", Other, Ordinary);
    const SECRET: (&str, ItemRole, Weight) = ("Giới thiệu nhân sự", Other, Ordinary);
    const ADMISSION: (&str, ItemRole, Weight) = ("Nghị quyết kết nạp đồng chí Lan", Other, Admission);
    const SCORE: (&str, ItemRole, Weight) = ("Thông qua điểm buổi sinh hoạt", Score, Ordinary);
    const MINUTES: (&str, ItemRole, Weight) = ("Thông qua biên bản", Minutes, Ordinary);

    #[rstest]
    #[case::nothing(Kind::Regular, &[], None)]
    #[case::on_the_item(Kind::Regular, &[AGENDA, RESOLUTION], Some(1))]
    #[case::something_else_comes_later(Kind::Regular, &[RESOLUTION, SECRET, SCORE, MINUTES], Some(0))]
    #[case::put_again(Kind::Regular, &[RESOLUTION, SECRET, RESOLUTION, SCORE], Some(2))]
    #[case::named(Kind::Regular, &[NAMED, SECRET], Some(0))]
    #[case::the_item_before_what_is_named(Kind::Regular, &[NAMED, RESOLUTION, NAMED], Some(1))]
    #[case::two_that_are_on_the_item(Kind::Regular, &[RESOLUTION, ("Thông qua nghị quyết sửa", OnIt, Ordinary)], None)]
    #[case::two_that_name_one(Kind::Regular, &[NAMED, ("Nghị quyết về đường làng", Other, Ordinary)], None)]
    #[case::something_else_alone(Kind::Regular, &[SECRET], None)]
    #[case::a_member_is_admitted(Kind::Regular, &[ADMISSION], None)]
    #[case::a_conclusion(Kind::Thematic, &[CONCLUSION, SCORE], Some(0))]
    #[case::a_conclusion_is_no_resolution(Kind::Regular, &[CONCLUSION], None)]
    #[case::score_and_minutes(Kind::Regular, &[AGENDA, SCORE, MINUTES], None)]
    fn a_resolution_was_adopted_by_the_vote_on_it(
        #[case] kind: Kind,
        #[case] asked: &[(&str, ItemRole, Weight)],
        #[case] place: Option<usize>,
    ) {
        let vote = |(question, decides, weight): &(&str, ItemRole, Weight)| Vote {
            id: ThingId([1; 16]),
            question: Line::parse(question).unwrap(),
            decides: *decides,
            weight: *weight,
            way: Way::Hands,
            favour: 15,
            against: 0,
            other: 0,
            base: Base { official: 18, released: 0, suspended: 0 },
            at: Moment(0),
        };
        let votes: Vec<Vote> = asked.iter().map(vote).collect();
        assert_eq!(adopting(kind, &votes), place);
    }
}
