//! Locked papers, what was posted, and the plan of themes, on the wire.

use super::numbers::{draft_state, draft_state_number, posting_item, posting_item_number};
use super::{Bytes16, all, day, line, optional_line, text};
use crate::domain::id::ThingId;
use crate::domain::posting::{Posting, PostingItem};
use crate::domain::signed_paper::{Adoption, Form, SignedPaper, Term};
use crate::domain::theme_plan::{PlannedTheme, ThemePlan};
use crate::domain::time::{Day, Moment};
use crate::record::flaw::Flaw;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct SignedPaperV1 {
    #[n(0)]
    meeting: Bytes16,
    #[n(1)]
    number: Option<u16>,
    #[n(2)]
    term: Option<TermV1>,
    #[n(3)]
    addendum_of: Option<Bytes16>,
    #[n(4)]
    title: String,
    #[n(5)]
    adopted_on: i32,
    #[n(6)]
    adopted_by: Option<AdoptionV1>,
    #[n(7)]
    text: ByteVec,
}

#[derive(Encode, Decode)]
struct TermV1 {
    #[n(0)]
    from: u16,
    #[n(1)]
    to: u16,
}

#[derive(Encode, Decode)]
struct AdoptionV1 {
    #[n(0)]
    favour: u16,
    #[n(1)]
    voters: u16,
}

impl From<&SignedPaper> for SignedPaperV1 {
    fn from(paper: &SignedPaper) -> Self {
        let (number, term, addendum_of) = match paper.form {
            Form::Minutes => (None, None, None),
            Form::Resolution { number, term: Term { from, to } } => {
                (Some(number), Some(TermV1 { from, to }), None)
            }
            Form::Addendum { of } => (None, None, Some(of.0.into())),
        };
        Self {
            meeting: paper.meeting.0.into(),
            number,
            term,
            addendum_of,
            title: text(&paper.title),
            adopted_on: paper.adopted_on.number(),
            adopted_by: paper.adopted_by.map(|Adoption { favour, voters }| AdoptionV1 { favour, voters }),
            text: paper.text.clone().into(),
        }
    }
}

impl SignedPaperV1 {
    pub(super) fn noun(&self, id: ThingId) -> Result<SignedPaper, Flaw> {
        let form = match (self.number, &self.term, self.addendum_of) {
            (None, None, None) => Form::Minutes,
            (Some(number), Some(TermV1 { from, to }), None) => {
                Form::Resolution { number, term: Term { from: *from, to: *to } }
            }
            (None, None, Some(of)) => Form::Addendum { of: ThingId(*of) },
            _ => return Err(Flaw::BadValue),
        };
        let adoption = |adoption: &AdoptionV1| Adoption { favour: adoption.favour, voters: adoption.voters };
        let paper = SignedPaper {
            id,
            meeting: ThingId(*self.meeting),
            form,
            title: line(&self.title)?,
            adopted_on: day(self.adopted_on)?,
            adopted_by: self.adopted_by.as_ref().map(adoption),
            text: self.text.to_vec(),
        };
        paper.check().map_err(|_| Flaw::BadValue)?;
        Ok(paper)
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct PostingV1 {
    #[n(0)]
    done: Vec<PostedV1>,
}

#[derive(Encode, Decode)]
struct PostedV1 {
    #[n(0)]
    item: u8,
    #[n(1)]
    at: i64,
}

impl From<&Posting> for PostingV1 {
    fn from(posting: &Posting) -> Self {
        let posted =
            |(item, at): &(PostingItem, Moment)| PostedV1 { item: posting_item_number(*item), at: at.0 };
        Self { done: posting.done().iter().map(posted).collect() }
    }
}

impl PostingV1 {
    pub(super) fn noun(&self, meeting: ThingId) -> Result<Posting, Flaw> {
        let posted = |posted: &PostedV1| Ok((posting_item(posted.item)?, Moment(posted.at)));
        let posting = Posting::new(meeting, all(&self.done, posted)?);
        if posting.done().len() == self.done.len() { Ok(posting) } else { Err(Flaw::BadValue) }
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
pub(super) struct ThemePlanV1 {
    #[n(0)]
    year: i32,
    #[n(1)]
    registered_on: Option<i32>,
    #[n(2)]
    themes: Vec<PlannedThemeV1>,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct PlannedThemeV1 {
    #[n(0)]
    id: Bytes16,
    #[n(1)]
    title: String,
    #[n(2)]
    month: u8,
    #[n(3)]
    preparer: Option<String>,
    #[n(4)]
    state: u8,
}

impl From<&ThemePlan> for ThemePlanV1 {
    fn from(plan: &ThemePlan) -> Self {
        let theme = |theme: &PlannedTheme| PlannedThemeV1 {
            id: theme.id.0.into(),
            title: text(&theme.title),
            month: theme.month,
            preparer: theme.preparer.as_ref().map(text),
            state: draft_state_number(theme.state),
        };
        Self {
            year: plan.year,
            registered_on: plan.registered_on.map(Day::number),
            themes: plan.themes.iter().map(theme).collect(),
        }
    }
}

impl ThemePlanV1 {
    pub(super) fn noun(&self, about: ThingId) -> Result<ThemePlan, Flaw> {
        let theme = |theme: &PlannedThemeV1| {
            Ok(PlannedTheme {
                id: ThingId(*theme.id),
                title: line(&theme.title)?,
                month: theme.month,
                preparer: optional_line(theme.preparer.as_ref())?,
                state: draft_state(theme.state)?,
            })
        };
        let plan = ThemePlan {
            year: self.year,
            registered_on: self.registered_on.map(day).transpose()?,
            themes: all(&self.themes, theme)?,
        };
        plan.check().map_err(|_| Flaw::BadValue)?;
        if ThemePlan::about(plan.year) == about { Ok(plan) } else { Err(Flaw::BadValue) }
    }
}
