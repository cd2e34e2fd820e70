//! What is entered of a meeting, on the wire.

use super::changes::{self, MarkV1};
use super::numbers::{
    comment_box, comment_box_number, draft_state, draft_state_number, item_role, item_role_number,
    opinion_kind, opinion_kind_number, progress, progress_number, remark_kind, remark_kind_number, weight,
    weight_number,
};
use super::score::ScoreSheetV1;
use super::stated::{AgendaItemV1, MinutesV1};
use super::{Bytes8, Bytes16, Bytes32, all, at_most, day, line, optional_line, prose, text};
use crate::domain::entered::Entered;
use crate::domain::id::{MemberId, RecordId, ThingId};
use crate::domain::meeting::{ItemRole, Meeting};
use crate::domain::member::Roster;
use crate::domain::proceedings::{
    FeeReport, Findings, Opinion, Preparation, Proceedings, Remark, Remedied, Span, Speaker, Step, Taken,
};
use crate::domain::time::{Day, Moment};
use crate::domain::vote::{Ballots, Base, Vote, Way};
use crate::record::flaw::Flaw;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct ProceedingsV1 {
    #[n(0)]
    bureau_met: Option<i32>,
    #[n(1)]
    drafter: Option<String>,
    #[n(2)]
    draft: u8,
    #[n(3)]
    chair: Option<Bytes8>,
    #[n(4)]
    minute_taker: Option<Bytes8>,
    #[n(5)]
    guests: Vec<String>,
    #[n(6)]
    fees: Option<FeesV1>,
    #[n(7)]
    steps: Vec<StepV1>,
    #[n(8)]
    opinions: Vec<OpinionV1>,
    #[n(9)]
    votes: Vec<VoteV1>,
    #[n(10)]
    remarks: Vec<RemarkV1>,
    #[n(11)]
    findings: FindingsV1,
    #[n(12)]
    closed_at: Option<i64>,
    #[n(13)]
    changes: Option<Vec<MarkV1>>,
    #[n(14)]
    minutes: Option<MinutesV1>,
    #[n(15)]
    score: Option<ScoreSheetV1>,
    #[n(16)]
    remedied: Option<RemediedV1>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RemediedV1 {
    #[n(0)]
    progress: u8,
    #[n(1)]
    result: String,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct FeesV1 {
    #[n(0)]
    paid: u16,
    #[n(1)]
    of: u16,
    #[n(2)]
    note: Option<String>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct StepV1 {
    #[n(0)]
    item: AgendaItemV1,
    #[n(1)]
    spans: Vec<SpanV1>,
    #[n(2)]
    note: String,
}

#[derive(Encode, Decode)]
struct SpanV1 {
    #[n(0)]
    from: i64,
    #[n(1)]
    to: Option<i64>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct OpinionV1 {
    #[n(0)]
    id: Bytes16,
    #[n(1)]
    step: u16,
    #[n(2)]
    kind: u8,
    #[n(3)]
    by: Vec<SpeakerV1>,
    #[n(4)]
    at: i64,
    #[n(5)]
    text: String,
    /// A comment of which it is not known what was taken in.
    #[n(6)]
    comment: Option<Bytes32>,
    #[n(7)]
    taken: Option<Vec<TakenV1>>,
}

#[derive(Encode, Decode)]
struct TakenV1 {
    #[n(0)]
    comment: Bytes32,
    #[n(1)]
    comment_box: u8,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct SpeakerV1 {
    #[n(0)]
    member: Option<Bytes8>,
    #[n(1)]
    guest: Option<String>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct VoteV1 {
    #[n(0)]
    id: Bytes16,
    #[n(1)]
    question: String,
    #[n(2)]
    weight: u8,
    #[n(3)]
    ballots: Option<BallotsV1>,
    #[n(4)]
    favour: u16,
    #[n(5)]
    against: u16,
    #[n(6)]
    other: u16,
    #[n(7)]
    base: BaseV1,
    #[n(8)]
    at: i64,
    #[n(9)]
    decides: Option<u8>,
}

#[derive(Encode, Decode)]
struct BallotsV1 {
    #[n(0)]
    issued: u16,
    #[n(1)]
    collected: u16,
    #[n(2)]
    invalid: u16,
}

#[derive(Encode, Decode)]
struct BaseV1 {
    #[n(0)]
    official: u16,
    #[n(1)]
    released: u16,
    #[n(2)]
    suspended: u16,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct RemarkV1 {
    #[n(0)]
    id: Bytes16,
    #[n(1)]
    member: Bytes8,
    #[n(2)]
    kind: u8,
    #[n(3)]
    text: String,
    #[n(4)]
    in_minutes: bool,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct FindingsV1 {
    #[n(0)]
    ideology: String,
    #[n(1)]
    politics: String,
    #[n(2)]
    weaknesses: String,
    #[n(3)]
    next_month: Vec<String>,
    #[n(4)]
    conclusion: String,
}

impl From<&Entered> for ProceedingsV1 {
    fn from(entered: &Entered) -> Self {
        let run = &entered.proceedings;
        let fees =
            |fees: &FeeReport| FeesV1 { paid: fees.paid, of: fees.of, note: fees.note.as_ref().map(text) };
        Self {
            bureau_met: run.preparation.bureau_met.map(Day::number),
            drafter: run.preparation.drafter.as_ref().map(text),
            draft: draft_state_number(run.preparation.draft),
            chair: run.chair.map(|id| id.0.into()),
            minute_taker: run.minute_taker.map(|id| id.0.into()),
            guests: run.guests.iter().map(text).collect(),
            fees: run.fees.as_ref().map(fees),
            steps: run.steps.iter().map(StepV1::from).collect(),
            opinions: run.opinions.iter().map(OpinionV1::from).collect(),
            votes: run.votes.iter().map(VoteV1::from).collect(),
            remarks: run.remarks.iter().map(RemarkV1::from).collect(),
            findings: FindingsV1::from(&run.findings),
            closed_at: run.closed_at.map(|at| at.0),
            score: run.score.as_ref().map(ScoreSheetV1::from),
            remedied: run.remedied.as_ref().map(|found| RemediedV1 {
                progress: progress_number(found.progress),
                result: found.result.as_str().to_owned(),
            }),
            changes: Some(changes::marks(&entered.changes)).filter(|marks| !marks.is_empty()),
            minutes: entered.minutes.as_ref().map(MinutesV1::from),
        }
    }
}

impl ProceedingsV1 {
    pub(super) fn noun(&self, meeting: ThingId) -> Result<Entered, Flaw> {
        let changes = changes::changes(self.changes.as_deref().unwrap_or_default())?;
        let minutes = self.minutes.as_ref().map(|minutes| minutes.noun(meeting)).transpose()?;
        // Counted before anything is made of them; `check` counts the rest.
        at_most(&self.steps, Meeting::AGENDA_MAX)?;
        at_most(&self.opinions, Proceedings::OPINIONS_MAX)?;
        let fees = |fees: &FeesV1| -> Result<FeeReport, Flaw> {
            Ok(FeeReport { paid: fees.paid, of: fees.of, note: optional_line(fees.note.as_ref())? })
        };
        let proceedings = Proceedings {
            meeting,
            preparation: Preparation {
                bureau_met: self.bureau_met.map(day).transpose()?,
                drafter: optional_line(self.drafter.as_ref())?,
                draft: draft_state(self.draft)?,
            },
            chair: self.chair.map(|id| MemberId(*id)),
            minute_taker: self.minute_taker.map(|id| MemberId(*id)),
            guests: all(&self.guests, |guest| line(guest))?,
            fees: self.fees.as_ref().map(fees).transpose()?,
            steps: all(&self.steps, StepV1::noun)?,
            opinions: all(&self.opinions, OpinionV1::noun)?,
            votes: all(&self.votes, VoteV1::noun)?,
            remarks: all(&self.remarks, RemarkV1::noun)?,
            findings: self.findings.noun()?,
            closed_at: self.closed_at.map(Moment),
            score: self.score.as_ref().map(ScoreSheetV1::noun).transpose()?,
            remedied: self.remedied.as_ref().map(RemediedV1::noun).transpose()?,
        };
        proceedings.check().map_err(|_| Flaw::BadValue)?;
        Ok(Entered { proceedings, minutes, changes })
    }
}

impl RemediedV1 {
    fn noun(&self) -> Result<Remedied, Flaw> {
        Ok(Remedied { progress: progress(self.progress)?, result: prose(&self.result)? })
    }
}

impl From<&Step> for StepV1 {
    fn from(step: &Step) -> Self {
        let span = |span: &Span| SpanV1 { from: span.from.0, to: span.to.map(|to| to.0) };
        Self {
            item: AgendaItemV1::from(&step.item),
            spans: step.spans.iter().map(span).collect(),
            note: step.note.as_str().to_owned(),
        }
    }
}

impl StepV1 {
    fn noun(&self) -> Result<Step, Flaw> {
        let span = |span: &SpanV1| Span { from: Moment(span.from), to: span.to.map(Moment) };
        let spans = self.spans.iter().map(span).collect();
        Ok(Step { item: self.item.noun()?, spans, note: prose(&self.note)? })
    }
}

impl From<&Opinion> for OpinionV1 {
    fn from(opinion: &Opinion) -> Self {
        let speaker = |speaker: &Speaker| match speaker {
            Speaker::Member(member) => SpeakerV1 { member: Some(member.0.into()), guest: None },
            Speaker::Guest(name) => SpeakerV1 { member: None, guest: Some(text(name)) },
        };
        let taken = |taken: &Taken| {
            let comment_box = comment_box_number(taken.comment_box?);
            Some(TakenV1 { comment: taken.comment.0.into(), comment_box })
        };
        let taken: Vec<TakenV1> = opinion.taken.iter().filter_map(taken).collect();
        let whole = opinion.taken.iter().find(|taken| taken.comment_box.is_none());
        Self {
            id: opinion.id.0.into(),
            step: opinion.step,
            kind: opinion_kind_number(opinion.kind),
            by: opinion.by.iter().map(speaker).collect(),
            at: opinion.at.0,
            text: opinion.text.as_str().to_owned(),
            comment: whole.map(|taken| taken.comment.0.into()),
            taken: Some(taken).filter(|taken| !taken.is_empty()),
        }
    }
}

impl OpinionV1 {
    fn noun(&self) -> Result<Opinion, Flaw> {
        at_most(&self.by, Roster::MEMBERS_MAX)?;
        let speaker = |speaker: &SpeakerV1| match (&speaker.member, &speaker.guest) {
            (Some(member), None) => Ok(Speaker::Member(MemberId(**member))),
            (None, Some(name)) => Ok(Speaker::Guest(line(name)?)),
            _ => Err(Flaw::BadValue),
        };
        let taken = |taken: &TakenV1| -> Result<Taken, Flaw> {
            Ok(Taken {
                comment: RecordId(*taken.comment),
                comment_box: Some(comment_box(taken.comment_box)?),
            })
        };
        let whole = self.comment.map(|id| Taken { comment: RecordId(*id), comment_box: None });
        let parts = self.taken.as_deref().unwrap_or_default();
        at_most(parts, Proceedings::TAKEN_MAX)?;
        Ok(Opinion {
            id: ThingId(*self.id),
            step: self.step,
            kind: opinion_kind(self.kind)?,
            by: all(&self.by, speaker)?,
            at: Moment(self.at),
            text: prose(&self.text)?,
            taken: whole.map(Ok).into_iter().chain(parts.iter().map(taken)).collect::<Result<_, _>>()?,
        })
    }
}

impl From<&Vote> for VoteV1 {
    fn from(vote: &Vote) -> Self {
        let ballots = match vote.way {
            Way::Hands => None,
            Way::Ballots(Ballots { issued, collected, invalid }) => {
                Some(BallotsV1 { issued, collected, invalid })
            }
        };
        let Base { official, released, suspended } = vote.base;
        Self {
            id: vote.id.0.into(),
            question: text(&vote.question),
            weight: weight_number(vote.weight),
            ballots,
            favour: vote.favour,
            against: vote.against,
            other: vote.other,
            base: BaseV1 { official, released, suspended },
            at: vote.at.0,
            decides: (vote.decides != ItemRole::Other).then(|| item_role_number(vote.decides)),
        }
    }
}

impl VoteV1 {
    fn noun(&self) -> Result<Vote, Flaw> {
        let BaseV1 { official, released, suspended } = self.base;
        if released.checked_add(suspended).is_none_or(|away| away > official) {
            return Err(Flaw::BadValue);
        }
        let way = self.ballots.as_ref().map_or(Way::Hands, |ballots| {
            let BallotsV1 { issued, collected, invalid } = *ballots;
            Way::Ballots(Ballots { issued, collected, invalid })
        });
        let vote = Vote {
            id: ThingId(*self.id),
            question: line(&self.question)?,
            decides: self.decides.map(item_role).transpose()?.unwrap_or_default(),
            weight: weight(self.weight)?,
            way,
            favour: self.favour,
            against: self.against,
            other: self.other,
            base: Base { official, released, suspended },
            at: Moment(self.at),
        };
        vote.check().map_err(|_| Flaw::BadValue)?;
        Ok(vote)
    }
}

impl From<&Remark> for RemarkV1 {
    fn from(remark: &Remark) -> Self {
        Self {
            id: remark.id.0.into(),
            member: remark.member.0.into(),
            kind: remark_kind_number(remark.kind),
            text: text(&remark.text),
            in_minutes: remark.in_minutes,
        }
    }
}

impl RemarkV1 {
    fn noun(&self) -> Result<Remark, Flaw> {
        Ok(Remark {
            id: ThingId(*self.id),
            member: MemberId(*self.member),
            kind: remark_kind(self.kind)?,
            text: line(&self.text)?,
            in_minutes: self.in_minutes,
        })
    }
}

impl From<&Findings> for FindingsV1 {
    fn from(findings: &Findings) -> Self {
        Self {
            ideology: findings.ideology.as_str().to_owned(),
            politics: findings.politics.as_str().to_owned(),
            weaknesses: findings.weaknesses.as_str().to_owned(),
            next_month: findings.next_month.iter().map(text).collect(),
            conclusion: findings.conclusion.as_str().to_owned(),
        }
    }
}

impl FindingsV1 {
    fn noun(&self) -> Result<Findings, Flaw> {
        Ok(Findings {
            ideology: prose(&self.ideology)?,
            politics: prose(&self.politics)?,
            weaknesses: prose(&self.weaknesses)?,
            next_month: all(&self.next_month, |task| line(task))?,
            conclusion: prose(&self.conclusion)?,
        })
    }
}
