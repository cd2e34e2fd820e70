//! The kinds of records and who may sign each.

/// Kind of a record. The numbers are part of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kind {
    /// What the feed holds at the moment; kept apart from the facts.
    Head = 0,
    /// The branch and its keys.
    Charter = 1,
    /// The members and their devices.
    Roster = 2,
    /// A circulated document.
    Document = 3,
    /// The notice of a meeting.
    Meeting = 4,
    /// Roll call and tasks of a meeting.
    Minutes = 5,
    /// What the secretary enters of a meeting. It goes to the secretary's other devices only.
    Proceedings = 6,
    /// Minutes or a resolution that was locked.
    SignedPaper = 7,
    /// Takes a fact back.
    Retract = 8,
    /// A regulation that the branch goes by.
    Regulation = 9,
    /// The themes of a year.
    ThemePlan = 10,
    /// What a meeting was given.
    Score = 11,
    /// What of a meeting was posted.
    Posting = 12,
    /// A device asks to be listed.
    Join = 16,
    /// Will the member come?
    Reply = 17,
    /// The member is here.
    CheckIn = 18,
    /// Words on the theme.
    Comment = 19,
    /// What a member shares of the own self-criticism.
    Review = 20,
    /// How far a member is with a task.
    Report = 21,
}

/// A kind of fact that can be taken back. A notice is cancelled in its next version; nothing else is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retractable {
    /// A document leaves the library.
    Document,
    /// A member takes words on the theme back.
    Comment,
    /// A member takes back what was shared.
    Review,
}

impl Retractable {
    /// The kind of the fact.
    pub fn kind(self) -> Kind {
        match self {
            Self::Document => Kind::Document,
            Self::Comment => Kind::Comment,
            Self::Review => Kind::Review,
        }
    }

    /// The retractable kind that `kind` is, if it is one.
    pub fn of(kind: Kind) -> Option<Self> {
        [Self::Document, Self::Comment, Self::Review].into_iter().find(|one| one.kind() == kind)
    }

    /// Who may sign the fact, and so take it back.
    pub fn signer(self) -> Signer {
        self.kind().signer()
    }
}

/// Who may sign a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// A secretary's device named in the charter.
    Secretary,
    /// An active device of the roster.
    Member,
    /// Anybody: the record carries the key that it is signed with.
    Newcomer,
    /// A secretary for facts of the branch, a member for the own ones.
    Either,
}

impl Kind {
    /// Every kind of this version.
    pub const ALL: [Self; 19] = [
        Self::Head,
        Self::Charter,
        Self::Roster,
        Self::Document,
        Self::Meeting,
        Self::Minutes,
        Self::Proceedings,
        Self::SignedPaper,
        Self::Retract,
        Self::Regulation,
        Self::ThemePlan,
        Self::Score,
        Self::Posting,
        Self::Join,
        Self::Reply,
        Self::CheckIn,
        Self::Comment,
        Self::Review,
        Self::Report,
    ];

    /// The kind with this number.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| *kind as u8 == number)
    }

    /// Whether no start needs what it states: see `late`.
    pub fn late(self) -> bool {
        matches!(
            self,
            Self::Regulation
                | Self::Proceedings
                | Self::SignedPaper
                | Self::ThemePlan
                | Self::Score
                | Self::Posting
                | Self::Review
                | Self::Report
        )
    }

    /// Who may sign it.
    pub fn signer(self) -> Signer {
        match self {
            Self::Head
            | Self::Charter
            | Self::Roster
            | Self::Document
            | Self::Meeting
            | Self::Minutes
            | Self::Proceedings
            | Self::SignedPaper
            | Self::Regulation
            | Self::ThemePlan
            | Self::Score
            | Self::Posting => Signer::Secretary,
            Self::Join => Signer::Newcomer,
            Self::Reply | Self::CheckIn | Self::Comment | Self::Review | Self::Report => Signer::Member,
            Self::Retract => Signer::Either,
        }
    }
}
