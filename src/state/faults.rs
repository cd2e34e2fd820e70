//! One clear sentence for each fault.

use super::{Notice, State};
use crate::domain::proceedings::ProceedingsFault;
use crate::domain::signed_paper::SignedPaperFault;
use crate::domain::task::OutcomeFault;
use crate::domain::theme_plan::ThemePlanFault;
use crate::domain::words::WordsFault;
use crate::exchange::bundle::BundleFault;
use crate::exchange::invitation::LinkFault;
use crate::i18n::faults::FaultTexts;
use crate::ports::device::PickedFault;
use crate::ports::{FeedFault, StoreFault};
use crate::record::Flaw;
use crate::sync::Fault;

impl State {
    /// What to tell the owner about `fault`.
    pub fn sentence(self, fault: Fault) -> &'static str {
        sentence(self.texts().faults(), fault)
    }

    /// What to tell the owner about `notice`.
    pub fn notice_sentence(self, notice: Notice) -> String {
        match notice {
            Notice::Fault(fault) => self.sentence(fault).to_owned(),
            Notice::Outdated => self.texts().faults().outdated.to_owned(),
            Notice::Announced(count) => (self.texts().notice().sent)(count),
            Notice::AnnouncedLater(count) => (self.texts().notice().sent_later)(count),
        }
    }

    /// What to tell the owner about a picked file that gives nothing.
    pub fn picked_sentence(self, fault: PickedFault) -> &'static str {
        let texts = self.texts().faults();
        match fault {
            PickedFault::TooLarge => texts.too_large,
            PickedFault::Unreadable => texts.unreadable,
        }
    }

    /// What to tell the owner about words that are not taken.
    pub fn words_sentence(self, fault: WordsFault) -> &'static str {
        let texts = self.texts().faults();
        match fault {
            WordsFault::Empty => texts.empty,
            WordsFault::TooLong(_) => texts.too_long,
            WordsFault::Control => texts.control,
        }
    }
}

fn sentence(texts: &FaultTexts, fault: Fault) -> &'static str {
    match fault {
        Fault::Store(StoreFault::Full) => texts.full,
        Fault::Store(StoreFault::Stale | StoreFault::Broken) => texts.store,
        Fault::Keys => texts.keys,
        Fault::Feed(FeedFault::Offline) => texts.offline,
        Fault::Feed(FeedFault::Busy) => texts.busy,
        Fault::Feed(FeedFault::Refused) => texts.host_refused,
        Fault::Feed(FeedFault::TooLarge) | Fault::Flaw(Flaw::TooLarge) => texts.too_large,
        Fault::Flaw(Flaw::NewerVersion | Flaw::UnknownKind(_))
        | Fault::Bundle(BundleFault::NewerVersion)
        | Fault::Link(LinkFault::NewerVersion) => texts.newer_version,
        Fault::Flaw(Flaw::OtherBranch) | Fault::OtherBranch => texts.other_branch,
        Fault::Flaw(Flaw::UnknownKey(_)) => texts.unknown_key,
        Fault::Flaw(Flaw::RevokedKey(_)) => texts.revoked_key,
        Fault::Flaw(Flaw::FormerSecretary(_)) => texts.former_secretary,
        Fault::Flaw(Flaw::NotForUs | Flaw::BadSignature | Flaw::NotTheCharter) => texts.forged,
        Fault::Flaw(Flaw::BadWords(_)) => texts.control,
        Fault::Flaw(Flaw::Cut | Flaw::NotCanonical | Flaw::BadValue | Flaw::NotAllowed) => texts.damaged,
        Fault::Bundle(BundleFault::NotABundle) => texts.not_a_bundle,
        Fault::Bundle(BundleFault::TooLarge) => texts.too_large,
        Fault::Bundle(BundleFault::Damaged) => texts.damaged,
        Fault::Link(LinkFault::Damaged) => texts.bad_link,
        Fault::OtherMeeting => texts.other_meeting,
        Fault::NotTheSecretary => texts.not_the_secretary,
        Fault::NotYetListed => texts.not_yet_listed,
        Fault::NoHosting => texts.no_hosting,
        Fault::Empty => texts.empty,
        Fault::TooLong => texts.too_long,
        Fault::Meeting(_) => texts.meeting,
        Fault::UnknownMember => texts.unknown_member,
        Fault::UnknownDevice => texts.unknown_device,
        Fault::UnknownMeeting => texts.unknown_meeting,
        Fault::CodeClosed => texts.code_closed,
        Fault::NotARequest => texts.not_a_request,
        Fault::NotFetched => texts.not_fetched,
        Fault::NothingSaid => texts.nothing_said,
        Fault::NothingToPublish => texts.nothing_to_publish,
        Fault::NotSaved => texts.not_saved,
        Fault::NotOpen => texts.not_open,
        Fault::Script => texts.script,
        Fault::AlreadyListed => texts.already_listed,
        Fault::OnlyCopy => texts.only_copy,
        Fault::Missing => texts.missing,
        Fault::NoToken => texts.no_token,
        Fault::Promoted => texts.missing,
        Fault::TooManySecretaries => texts.too_many_secretaries,
        Fault::OwnDevice => texts.own_device,
        Fault::OtherPaper => texts.other_paper,
        Fault::Revoked => texts.revoked,
        Fault::AlreadyOpen => texts.already_open,
        Fault::Twice => texts.twice,
        Fault::Proceedings(fault) => proceedings(texts, fault),
        Fault::Vote(_) => texts.sum_differs,
        Fault::Outcome(OutcomeFault::Share) => texts.bad_share,
        Fault::Paper(fault) => paper(texts, fault),
        Fault::ThemePlan(ThemePlanFault::Month | ThemePlanFault::Year) => texts.bad_month,
        Fault::ThemePlan(ThemePlanFault::TooMany) => texts.too_many,
        Fault::Locked | Fault::Flaw(Flaw::Locked) => texts.locked,
        Fault::NotScored | Fault::Mark(_) => texts.not_scored,
        Fault::AboveTotal => texts.above_total,
        Fault::NoMinutes => texts.no_minutes,
        Fault::NotHeld => texts.not_held,
        Fault::StillRuns => texts.still_runs,
        Fault::UnknownPaper => texts.unknown_paper,
        Fault::Swapped => texts.swapped,
        // The page that adopts regulations names the line.
        Fault::Regulation(_) => texts.damaged,
        Fault::OlderRegulation => texts.twice,
        Fault::UnknownRegulation => texts.missing,
    }
}

fn proceedings(texts: &FaultTexts, fault: ProceedingsFault) -> &'static str {
    match fault {
        ProceedingsFault::ChairTakesMinutes => texts.chair_takes_minutes,
        ProceedingsFault::MorePaidThanMembers => texts.more_paid,
        ProceedingsFault::NobodySpoke => texts.nobody_spoke,
        ProceedingsFault::NothingSaid => texts.empty,
        ProceedingsFault::NoSuchStep => texts.no_such_step,
        ProceedingsFault::Time => texts.bad_time,
        ProceedingsFault::TooMany => texts.too_many,
    }
}

fn paper(texts: &FaultTexts, fault: SignedPaperFault) -> &'static str {
    match fault {
        SignedPaperFault::Term | SignedPaperFault::Number => texts.bad_number,
        SignedPaperFault::Adoption => texts.more_than_base,
        SignedPaperFault::TooLarge => texts.too_large,
    }
}
