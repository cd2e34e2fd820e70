//! A score in words: its points, its evidence on the screen and on the score sheet, and both judgements side by side.

use crate::domain::id::ThingId;
use crate::domain::regulation::Regulations;
use crate::domain::regulation::rubric::Points;
use crate::domain::score::evidence::{Bureau, Finding, Proof};
use crate::domain::score::{Judgements, Score};
use crate::domain::text::number_vi;
use crate::domain::time::Moment;
use crate::i18n::score::ScoreTexts;
use crate::sync::Memory;

/// `4,5`
pub fn points(points: Points) -> String {
    number_vi(f64::from(points.0) / 10.0, 1)
}

/// Points as they are typed, with a comma or a dot; nothing for anything else.
pub fn read_points(text: &str) -> Option<Points> {
    let text = text.trim().replace(',', ".");
    let (whole, tenths) = text.split_once('.').unwrap_or((&text, "0"));
    let digit = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || tenths.len() != 1 || !digit(whole) || !digit(tenths) {
        return None;
    }
    let (whole, tenths): (u16, u16) = (whole.parse().ok()?, tenths.parse().ok()?);
    Some(Points(whole.checked_mul(10)?.checked_add(tenths)?))
}

/// What was found, and what it is: a number or a time alone says nothing to somebody who has not asked for it.
pub fn words(texts: &ScoreTexts, finding: &Finding) -> String {
    [(texts.evidence)(finding.evidence), &found(texts, finding)].concat()
}

fn found(texts: &ScoreTexts, finding: &Finding) -> String {
    let moment = |at: Option<Moment>| {
        let at = at.map(|at| at.wall());
        at.map_or(texts.not_yet.to_owned(), |at| [&at.time.to_hm(), " ", &at.day.to_dmy()].concat())
    };
    let time = |at: Option<Moment>| at.map_or("…".to_owned(), |at| at.wall().time.to_hm());
    match finding.proof {
        Proof::Length { began, closed, asked_minutes } => {
            (texts.length)(&time(began), &time(closed), asked_minutes)
        }
        Proof::Rate(rate) => {
            let told = (texts.rate)(rate.part, rate.whole);
            match rate.whole {
                0 => told,
                whole => {
                    let share = number_vi(f64::from(rate.part) * 100.0 / f64::from(whole), 1);
                    [&told, ", ", &share, "%"].concat()
                }
            }
        }
        Proof::Absent(absent) => (texts.absent)(absent),
        Proof::Bureau(Bureau::Met(day)) => (texts.bureau_met)(&day.to_dmy()),
        Proof::Bureau(Bureau::SecretaryOnly) => texts.bureau_alone.to_owned(),
        Proof::Bureau(Bureau::NotNoted) => texts.bureau_not_noted.to_owned(),
        Proof::Out { at, due } => (texts.out)(&moment(at), &moment(Some(due))),
        Proof::Done(at) => moment(at),
        Proof::Tasks(count) => (texts.tasks)(count),
        Proof::Posted { at: None, due } => (texts.out)(texts.post_later, &due.to_dmy()),
        Proof::Posted { at, due } => (texts.out)(&moment(at), &due.to_dmy()),
    }
}

/// `Tự chấm 89,5 điểm, Khá; cấp trên 88,5 điểm, Khá, chênh 1 điểm`, the second half once it is known.
pub fn judged(texts: &ScoreTexts, judged: &Judgements) -> String {
    let score = |score: Score| (texts.scale)(&points(score.points), (texts.rating)(score.rating));
    let own = (texts.own_short)(&score(judged.own));
    let official = judged.official.map(|official| {
        let apart = difference(judged).map(|apart| [", ", &(texts.apart)(&apart)].concat());
        ["; ", &(texts.official_short)(&score(official)), &apart.unwrap_or_default()].concat()
    });
    [own, official.unwrap_or_default()].concat()
}

/// The same of a meeting that was closed with a score. Scores must be loaded.
pub fn of_meeting(
    texts: &ScoreTexts,
    memory: &Memory,
    known: &Regulations,
    meeting: ThingId,
) -> Option<String> {
    let score = memory.fold().score(meeting)?;
    Some(judged(texts, &score.judged(&known.named(score.sheet.regulation).rubric)))
}

/// By how much both judgements differ, without a sign; nothing where they do not.
pub fn difference(judged: &Judgements) -> Option<String> {
    let tenths = judged.difference_tenths().filter(|tenths| *tenths != 0)?;
    Some(points(Points(u16::try_from(tenths.unsigned_abs()).unwrap_or(u16::MAX))))
}
