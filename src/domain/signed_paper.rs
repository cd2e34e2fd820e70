//! A paper of a meeting that was locked with a signature: minutes, a resolution. It is never changed; what was wrong is
//! put right in an addendum.

use super::id::ThingId;
use super::time::Day;
use super::words::Line;

/// A locked paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedPaper {
    /// Drawn when it is locked.
    pub id: ThingId,
    /// The meeting it comes from.
    pub meeting: ThingId,
    /// What it is.
    pub form: Form,
    /// trích yếu
    pub title: Line,
    /// When the branch adopted it.
    pub adopted_on: Day,
    /// The vote that adopted it.
    pub adopted_by: Option<Adoption>,
    /// The paper itself, as `papers` writes it: at most [`SignedPaper::TEXT_BYTES_MAX`] bytes.
    pub text: Vec<u8>,
}

/// What a locked paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// biên bản
    Minutes,
    /// nghị quyết, numbered through its term
    Resolution {
        /// n in Số n-NQ/CB
        number: u16,
        /// nhiệm kỳ
        term: Term,
    },
    /// bản bổ sung, đính chính of a paper that was locked
    Addendum {
        /// Which paper.
        of: ThingId,
    },
}

/// nhiệm kỳ, by its years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// The year in which it begins.
    pub from: u16,
    /// The year in which it ends.
    pub to: u16,
}

/// How a paper was adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// Votes in favour.
    pub favour: u16,
    /// What they are counted over.
    pub voters: u16,
}

/// Why a paper is not locked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedPaperFault {
    /// A term ends after it begins, and lasts ten years at most.
    Term,
    /// Resolutions count from one.
    Number,
    /// More votes in favour than voters.
    Adoption,
    /// Larger than a paper can be.
    TooLarge,
}

impl SignedPaper {
    /// Forty pages of text.
    pub const TEXT_BYTES_MAX: usize = 192 * 1024;

    /// Checks what no single field can.
    pub fn check(&self) -> Result<(), SignedPaperFault> {
        if let Form::Resolution { number, term } = self.form {
            if number == 0 {
                return Err(SignedPaperFault::Number);
            }
            if !term.sound() {
                return Err(SignedPaperFault::Term);
            }
        }
        if self.adopted_by.is_some_and(|adoption| adoption.favour > adoption.voters) {
            return Err(SignedPaperFault::Adoption);
        }
        if self.text.len() > Self::TEXT_BYTES_MAX {
            return Err(SignedPaperFault::TooLarge);
        }
        Ok(())
    }
}

impl Term {
    /// The longest.
    const YEARS_MAX: u16 = 10;

    /// Whether it ends after it begins, and not too late.
    pub fn sound(self) -> bool {
        self.to > self.from && self.to - self.from <= Self::YEARS_MAX
    }

    /// The usual term that `year` belongs to: five years, counted from the congresses of 2025, 2020 and so on. What a
    /// branch has typed once comes before it.
    pub fn of_year(year: u16) -> Self {
        let from = year - year % 5;
        Self { from, to: from + 5 }
    }
}
