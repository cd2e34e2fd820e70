//! Why the handbook did not do what it was asked. Nothing is half-done after any of these.

use crate::domain::meeting::MeetingFault;
use crate::domain::proceedings::ProceedingsFault;
use crate::domain::regulation::RegulationFault;
use crate::domain::score::MarkRule;
use crate::domain::signed_paper::SignedPaperFault;
use crate::domain::task::OutcomeFault;
use crate::domain::theme_plan::ThemePlanFault;
use crate::domain::vote::VoteFault;
use crate::exchange::bundle::BundleFault;
use crate::exchange::invitation::LinkFault;
use crate::ports::{FeedFault, KeysFault, StoreFault};
use crate::record::Flaw;

/// One broken rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The store did not do it.
    Store(StoreFault),
    /// The device's key is gone or does not fit.
    Keys,
    /// The host did not answer, or refused.
    Feed(FeedFault),
    /// Bytes are not what they should be.
    Flaw(Flaw),
    /// A file or a pasted text is no bundle.
    Bundle(BundleFault),
    /// A link opens nothing.
    Link(LinkFault),
    /// A bundle or an invitation of another branch.
    OtherBranch,
    /// A card or an answer for another meeting.
    OtherMeeting,
    /// Only the secretary may do this.
    NotTheSecretary,
    /// The secretary has not confirmed this device yet.
    NotYetListed,
    /// The branch has no host; facts travel by file and QR.
    NoHosting,
    /// Nothing is written in any of the boxes.
    Empty,
    /// More words than one letter holds.
    TooLong,
    /// The notice is not complete.
    Meeting(MeetingFault),
    /// An entry of the meeting is not complete.
    Proceedings(ProceedingsFault),
    /// A count does not add up.
    Vote(VoteFault),
    /// An outcome does not add up.
    Outcome(OutcomeFault),
    /// A paper is not complete.
    Paper(SignedPaperFault),
    /// The plan of themes is not complete.
    ThemePlan(ThemePlanFault),
    /// The paper was locked already.
    Locked,
    /// The meeting was not scored.
    NotScored,
    /// A mark is missing, or breaks a rule.
    Mark(MarkRule),
    /// More points than there are.
    AboveTotal,
    /// A meeting is not closed without its minutes.
    NoMinutes,
    /// A meeting that nobody came to and that never began is not closed.
    NotHeld,
    /// A meeting is not closed while its clock runs: its minutes would never tell when it ended.
    StillRuns,
    /// An addendum to a paper that was not locked.
    UnknownPaper,
    /// The roster lists no such member.
    UnknownMember,
    /// The roster lists no such device.
    UnknownDevice,
    /// There is no such meeting.
    UnknownMeeting,
    /// The code of the meeting is not on the screen.
    CodeClosed,
    /// What was scanned is no request of a device to be listed.
    NotARequest,
    /// Nothing of the branch is known on this device yet.
    NotFetched,
    /// There are no own words to take back.
    NothingSaid,
    /// There is no head to hand on.
    NothingToPublish,
    /// The file is not on this device.
    NotSaved,
    /// There is no handbook on this device.
    NotOpen,
    /// A script of the sample branch names something that is not in it.
    Script,
    /// There is a handbook on this device already.
    AlreadyOpen,
    /// A document of this issuer, number and date is there already.
    Twice,
    /// The device is listed already.
    AlreadyListed,
    /// The only copy of a file that no host has yet.
    OnlyCopy,
    /// The host does not have the file.
    Missing,
    /// This device may publish, but has no token of the host.
    NoToken,
    /// This device is the secretary's from now on and needs all packs, not only the new ones.
    Promoted,
    /// The charter names as many devices of the secretary as it may.
    TooManySecretaries,
    /// A secretary's device does not take itself off.
    OwnDevice,
    /// The sheet of paper is of another branch, or was replaced.
    OtherPaper,
    /// The roster has taken this device off.
    Revoked,
    /// The file on the host is not the one that was published.
    Swapped,
    /// The text of a regulation breaks a rule, on a line.
    Regulation(RegulationFault),
    /// The branch has this very regulation, or a newer one of this id.
    OlderRegulation,
    /// No such regulation is known.
    UnknownRegulation,
}

impl Fault {
    /// Whether there was no network.
    pub fn offline(self) -> bool {
        self == Self::Feed(FeedFault::Offline)
    }

    /// Whether the host has not got the file, or not now.
    pub fn busy(self) -> bool {
        matches!(self, Self::Feed(FeedFault::Busy) | Self::Missing)
    }

    /// Whether a newer app is needed to read it.
    pub(super) fn newer(self) -> bool {
        matches!(self, Self::Flaw(Flaw::NewerVersion | Flaw::UnknownKind(_)))
    }

    /// Whether this is a matter of time: informs instead of alarming.
    pub fn recoverable(self) -> bool {
        match self {
            Self::Feed(fault) => fault.recoverable(),
            Self::Store(StoreFault::Stale) | Self::NotYetListed | Self::NoHosting | Self::Missing => true,
            _ => false,
        }
    }
}

impl From<StoreFault> for Fault {
    fn from(fault: StoreFault) -> Self {
        Self::Store(fault)
    }
}

impl From<KeysFault> for Fault {
    fn from(_: KeysFault) -> Self {
        Self::Keys
    }
}

impl From<FeedFault> for Fault {
    fn from(fault: FeedFault) -> Self {
        Self::Feed(fault)
    }
}

impl From<Flaw> for Fault {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

impl From<BundleFault> for Fault {
    fn from(fault: BundleFault) -> Self {
        Self::Bundle(fault)
    }
}

impl From<LinkFault> for Fault {
    fn from(fault: LinkFault) -> Self {
        Self::Link(fault)
    }
}

impl From<RegulationFault> for Fault {
    fn from(fault: RegulationFault) -> Self {
        Self::Regulation(fault)
    }
}

impl From<MeetingFault> for Fault {
    fn from(fault: MeetingFault) -> Self {
        Self::Meeting(fault)
    }
}

impl From<ProceedingsFault> for Fault {
    fn from(fault: ProceedingsFault) -> Self {
        Self::Proceedings(fault)
    }
}

impl From<VoteFault> for Fault {
    fn from(fault: VoteFault) -> Self {
        Self::Vote(fault)
    }
}

impl From<OutcomeFault> for Fault {
    fn from(fault: OutcomeFault) -> Self {
        Self::Outcome(fault)
    }
}

impl From<SignedPaperFault> for Fault {
    fn from(fault: SignedPaperFault) -> Self {
        Self::Paper(fault)
    }
}

impl From<ThemePlanFault> for Fault {
    fn from(fault: ThemePlanFault) -> Self {
        Self::ThemePlan(fault)
    }
}
