//! Why the handbook did not do what it was asked. Nothing is half-done after any of these.

use crate::domain::meeting::MeetingFault;
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
    /// There is no such thing in the handbook.
    Unknown,
    /// There is a handbook on this device already.
    AlreadyOpen,
    /// A document of this issuer, number and date is there already.
    Twice,
    /// The file on the host is not the one that was published.
    Swapped,
}

impl Fault {
    /// Whether there was no network.
    pub fn offline(self) -> bool {
        self == Self::Feed(FeedFault::Offline)
    }

    /// Whether the host answered without the file, now.
    pub fn busy(self) -> bool {
        self == Self::Feed(FeedFault::Busy)
    }

    /// Whether this is a matter of time: informs instead of alarming.
    pub fn recoverable(self) -> bool {
        match self {
            Self::Feed(fault) => fault.recoverable(),
            Self::Store(StoreFault::Stale) | Self::NotYetListed | Self::NoHosting => true,
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

impl From<MeetingFault> for Fault {
    fn from(fault: MeetingFault) -> Self {
        Self::Meeting(fault)
    }
}
