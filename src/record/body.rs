//! What a record states, as a noun of the domain.

use super::flaw::Flaw;
use super::kind::{Kind, Retractable};
use crate::domain::attendance::Reply;
use crate::domain::changes::Changes;
use crate::domain::check_in::CheckIn;
use crate::domain::comment::Comment;
use crate::domain::document::Document;
use crate::domain::entered::Entered;
use crate::domain::id::{BlobId, InviteId, RecordId, ThingId};
use crate::domain::key::DeviceKeys;
use crate::domain::meeting::Meeting;
use crate::domain::meeting_score::MeetingScore;
use crate::domain::member::Roster;
use crate::domain::minutes::Minutes;
use crate::domain::org::Charter;
use crate::domain::posting::Posting;
use crate::domain::regulation::RegulationText;
use crate::domain::self_criticism::Review;
use crate::domain::signed_paper::SignedPaper;
use crate::domain::task::Outcome;
use crate::domain::theme_plan::ThemePlan;
use crate::domain::time::Moment;
use crate::domain::words::Line;

/// The statement of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// What the feed holds.
    Head(Head),
    /// The branch.
    Charter(Charter),
    /// The members.
    Roster(Roster),
    /// A document.
    Document(Document),
    /// A notice.
    Meeting(Meeting),
    /// Roll call and tasks.
    Minutes(Minutes),
    /// What is entered of a meeting.
    Proceedings(Box<Entered>),
    /// A paper that was locked.
    SignedPaper(SignedPaper),
    /// The themes of a year.
    ThemePlan(ThemePlan),
    /// What a meeting was given.
    Score(MeetingScore),
    /// What of a meeting was posted.
    Posting(Posting),
    /// Takes back the fact of this kind that the record is about.
    Retract(Retractable),
    /// A regulation that the branch goes by, as its text.
    Regulation(RegulationText),
    /// A device asks to be listed.
    Join(Join),
    /// An answer to a notice.
    Reply(Reply),
    /// A check-in.
    CheckIn(CheckIn),
    /// Words on the theme.
    Comment(Comment),
    /// Shared self-criticism.
    Review(Review),
    /// How far a task is.
    Report(Outcome),
    /// A statement of a late kind that this program does not read.
    Unread(Kind, Vec<u8>),
}

/// A device asks to be listed in the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Join {
    /// Its public keys; the record is signed with them.
    pub keys: DeviceKeys,
    /// The invitation it opened.
    pub invite: InviteId,
    /// What its owner is called, as far as the owner said.
    pub name: Option<Line>,
}

/// What the feed holds at the moment. The only file on the feed that changes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Head {
    /// Grows with each publication of one key: by one, and to no less than the milliseconds of the author's clock, so
    /// that a secretary who lost the last counter goes on beyond it. Never above [`Head::SEQ_MAX`].
    pub seq: u64,
    /// After this the members are told that nothing new has come for long.
    pub expires: Moment,
    /// A pack for each month that has facts; several for a month that is too large for one.
    pub packs: Vec<PackRef>,
    /// What the secretary has received lately, as shortened record ids.
    pub received: Vec<Receipt>,
    /// Those of them that are check-ins with a code that was never shown: their authors shall try again.
    pub unproven: Vec<Receipt>,
}

impl Head {
    /// How many receipts a head carries; a record that was sent again is listed again.
    pub const RECEIVED_MAX: usize = 1_000;
    /// Twenty years, a pack a month.
    pub const PACKS_MAX: usize = 240;
    /// Beyond this lies no honest counter: the milliseconds of the year 10889. From here on a key could publish no more.
    pub const SEQ_MAX: u64 = 1 << 48;
    /// A head that is older than this says so on the screen.
    pub const FRESH_DAYS: i64 = 45;
    /// The same in milliseconds.
    pub const FRESH_MILLIS: i64 = Self::FRESH_DAYS * 24 * 60 * 60 * 1000;
}

/// A month of facts on the feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PackRef {
    /// Year × 100 + month.
    pub month: u32,
    /// Name of the sealed file.
    pub blob: BlobId,
    /// Its size.
    pub bytes: u32,
}

/// The first half of a record id: enough to recognise the own one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Receipt(pub [u8; 16]);

impl Receipt {
    /// The receipt for a record.
    pub fn of(id: RecordId) -> Self {
        Self(super::digest::first(&id.0))
    }
}

impl Body {
    /// Canonical bytes, as they stand in a record.
    pub fn encode(&self) -> Vec<u8> {
        super::wire::encode(self)
    }

    /// Reads the body of a record of `kind` that is about `about`.
    pub fn decode(kind: Kind, about: ThingId, bytes: &[u8]) -> Result<Self, Flaw> {
        super::late::read(kind, about, bytes)
    }

    /// The marks of what is entered, alone, for the own store.
    pub fn encode_changes(changes: &Changes) -> Vec<u8> {
        super::wire::changes::encode(changes)
    }

    /// Reads [`Body::encode_changes`] back.
    pub fn decode_changes(bytes: &[u8]) -> Result<Changes, Flaw> {
        super::wire::changes::decode(bytes)
    }

    /// Kind of the fact that this is a version of: what is taken back is a version of the fact itself.
    pub fn fact_kind(&self) -> Kind {
        match self {
            Self::Retract(fact) => fact.kind(),
            body => body.kind(),
        }
    }

    /// Kind of the record that carries this.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Head(_) => Kind::Head,
            Self::Charter(_) => Kind::Charter,
            Self::Roster(_) => Kind::Roster,
            Self::Document(_) => Kind::Document,
            Self::Meeting(_) => Kind::Meeting,
            Self::Minutes(_) => Kind::Minutes,
            Self::Proceedings(_) => Kind::Proceedings,
            Self::SignedPaper(_) => Kind::SignedPaper,
            Self::ThemePlan(_) => Kind::ThemePlan,
            Self::Score(_) => Kind::Score,
            Self::Posting(_) => Kind::Posting,
            Self::Retract(_) => Kind::Retract,
            Self::Regulation(_) => Kind::Regulation,
            Self::Join(_) => Kind::Join,
            Self::Reply(_) => Kind::Reply,
            Self::CheckIn(_) => Kind::CheckIn,
            Self::Comment(_) => Kind::Comment,
            Self::Review(_) => Kind::Review,
            Self::Report(_) => Kind::Report,
            Self::Unread(kind, _) => *kind,
        }
    }
}
