//! Numbers of choices on the wire. A number is never used for anything else.

use crate::domain::attendance::{Means, Reason, State};
use crate::domain::comment::{CommentBox, Visibility};
use crate::domain::document::{self, Media};
use crate::domain::meeting::{self, ItemRole, Part};
use crate::domain::member::{Activity, Departure, Membership, Office};
use crate::domain::org::BranchKind;
use crate::domain::posting::PostingItem;
use crate::domain::proceedings::{DraftState, OpinionKind, RemarkKind};
use crate::domain::self_criticism::Level;
use crate::domain::task::Progress;
use crate::domain::vote::Weight;
use crate::record::flaw::Flaw;

/// Numbers of an enum's variants on the wire.
macro_rules! numbers {
    ($to:ident, $from:ident, $name:ty { $($variant:path = $number:literal),+ $(,)? }) => {
        pub(super) fn $to(value: $name) -> u8 {
            match value { $($variant => $number),+ }
        }
        pub(super) fn $from(number: u8) -> Result<$name, Flaw> {
            match number { $($number => Ok($variant),)+ _ => Err(Flaw::BadValue) }
        }
    };
}

numbers!(branch_kind_number, branch_kind, BranchKind {
    BranchKind::Residential = 1,
    BranchKind::Agency = 2,
    BranchKind::StateEnterprise = 3,
    BranchKind::PrivateEnterprise = 4,
    BranchKind::School = 5,
    BranchKind::ArmedForces = 6,
});
numbers!(membership_number, membership, Membership { Membership::Official = 1, Membership::Probationary = 2 });
numbers!(departure_number, departure, Departure {
    Departure::Transferred = 1,
    Departure::Died = 2,
    Departure::Withdrew = 3,
    Departure::Expelled = 4,
    Departure::Mistake = 5,
});

/// Reasons to have left follow the activities of whoever is here.
const LEFT: u8 = 5;

pub(super) fn activity_number(activity: Activity) -> u8 {
    match activity {
        Activity::Here => 1,
        Activity::Exempt => 2,
        Activity::Elsewhere => 3,
        Activity::Guest => 4,
        Activity::Suspended => 5,
        Activity::Left(reason) => LEFT + departure_number(reason),
    }
}

pub(super) fn activity(number: u8) -> Result<Activity, Flaw> {
    match number {
        1 => Ok(Activity::Here),
        2 => Ok(Activity::Exempt),
        3 => Ok(Activity::Elsewhere),
        4 => Ok(Activity::Guest),
        5 => Ok(Activity::Suspended),
        _ => departure(number.saturating_sub(LEFT)).map(Activity::Left),
    }
}

numbers!(office_number, office, Office {
    Office::Secretary = 1,
    Office::DeputySecretary = 2,
    Office::BureauMember = 3,
    Office::Member = 4,
});
numbers!(document_kind_number, document_kind, document::Kind {
    document::Kind::Directive = 1,
    document::Kind::Resolution = 2,
    document::Kind::Regulation = 3,
    document::Kind::Guidance = 4,
    document::Kind::Conclusion = 5,
    document::Kind::Plan = 6,
    document::Kind::Notice = 7,
    document::Kind::Report = 8,
    document::Kind::Submission = 9,
    document::Kind::Decision = 10,
    document::Kind::OfficialLetter = 11,
    document::Kind::MeetingPaper = 12,
    document::Kind::Bulletin = 13,
});
numbers!(media_number, media, Media {
    Media::Text = 1,
    Media::Markdown = 2,
    Media::Pdf = 3,
    Media::Word = 4,
});
numbers!(meeting_kind_number, meeting_kind, meeting::Kind {
    meeting::Kind::Regular = 1,
    meeting::Kind::Thematic = 2,
    meeting::Kind::Extraordinary = 3,
});
numbers!(part_number, part, Part { Part::Regular = 1, Part::Thematic = 2 });
numbers!(state_number, state, State {
    State::Present = 1,
    State::Late = 2,
    State::Excused = 3,
    State::Absent = 4,
    State::Exempt = 5,
    State::Elsewhere = 6,
    State::SpecialDuty = 7,
    State::Suspended = 8,
    State::Unmarked = 9,
});
numbers!(means_number, means, Means { Means::Code = 1, Means::Card = 2, Means::Tick = 3, Means::Roster = 4 });
numbers!(reason_number, reason, Reason {
    Reason::Illness = 1,
    Reason::Duty = 2,
    Reason::Family = 3,
    Reason::Away = 4,
    Reason::Other = 5,
});
numbers!(visibility_number, visibility, Visibility {
    Visibility::Branch = 1,
    Visibility::Secretary = 2,
    Visibility::Anonymous = 3,
});
numbers!(item_role_number, item_role, ItemRole {
    ItemRole::Other = 0,
    ItemRole::Opening = 1,
    ItemRole::RollCall = 2,
    ItemRole::Fees = 3,
    ItemRole::Adoption = 4,
    ItemRole::Report = 5,
    ItemRole::Review = 6,
    ItemRole::Information = 7,
    ItemRole::Discussion = 8,
    ItemRole::Criticism = 9,
    ItemRole::ThemePresentation = 10,
    ItemRole::ThemeDiscussion = 11,
    ItemRole::Conclusion = 12,
    ItemRole::Vote = 13,
    ItemRole::Score = 14,
    ItemRole::Minutes = 15,
});
numbers!(draft_state_number, draft_state, DraftState {
    DraftState::Assigned = 1,
    DraftState::Drafted = 2,
    DraftState::Approved = 3,
    DraftState::Sent = 4,
});
numbers!(posting_item_number, posting_item, PostingItem {
    PostingItem::Minutes = 1,
    PostingItem::Resolution = 2,
    PostingItem::Score = 3,
    PostingItem::RollCall = 4,
    PostingItem::Tasks = 5,
    PostingItem::Report = 6,
});
numbers!(opinion_kind_number, opinion_kind, OpinionKind {
    OpinionKind::Opinion = 1,
    OpinionKind::Agreement = 2,
    OpinionKind::SelfCriticism = 3,
    OpinionKind::Criticism = 4,
    OpinionKind::Proposal = 5,
});
numbers!(comment_box_number, comment_box, CommentBox {
    CommentBox::CurrentState = 1,
    CommentBox::Causes = 2,
    CommentBox::Solutions = 3,
});
numbers!(remark_kind_number, remark_kind, RemarkKind { RemarkKind::Praise = 1, RemarkKind::Reminder = 2 });
numbers!(weight_number, weight, Weight {
    Weight::Ordinary = 1,
    Weight::Admission = 2,
    Weight::Recognition = 3,
    Weight::Removal = 4,
    Weight::Expulsion = 5,
});
numbers!(progress_number, progress, Progress {
    Progress::NotBegun = 1,
    Progress::UnderWay = 2,
    Progress::Done = 3,
    Progress::Failed = 4,
});
numbers!(level_number, level, Level { Level::Well = 1, Level::Partly = 2, Level::NotYet = 3 });
