//! What all papers of a branch share: the head, and who signs.

use super::phrase;
use crate::domain::member::Roster;
use crate::domain::org::Charter;
use crate::domain::regulation::Regulation;
use crate::domain::regulation::papers::Papers;
use crate::domain::time::Day;
use paper::{Foot, Head, Left, Signature};

const PARTY: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
const RECIPIENTS: &str = "Nơi nhận:";

/// For whom the secretary signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behalf {
    /// chi bộ: what the meeting has decided
    Branch,
    /// chi ủy: what the bureau sends out
    Bureau,
}

/// How papers are styled; the regulation in force says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style<'a> {
    /// Letters of the points of a list, in order.
    pub letters: &'a [char],
    /// Above the signature of what the branch has decided: `T/M CHI BỘ`.
    pub for_branch: &'a str,
    /// Above the signature of what the bureau sends out: `T/M CHI ỦY`.
    pub for_bureau: &'a str,
    /// Below it: `BÍ THƯ`.
    pub office: &'a str,
}

impl<'a> From<&'a Papers> for Style<'a> {
    fn from(papers: &'a Papers) -> Self {
        let Papers { letters, signatures, .. } = papers;
        Self {
            letters,
            for_branch: signatures.for_branch.as_str(),
            for_bureau: signatures.for_bureau.as_str(),
            office: signatures.office.as_str(),
        }
    }
}

/// The branch as it stands on its papers.
#[derive(Clone, Copy, Debug)]
pub struct Letterhead<'a> {
    /// The branch.
    pub charter: &'a Charter,
    /// Its members.
    pub roster: &'a Roster,
    /// How its papers are styled.
    pub style: Style<'a>,
}

impl<'a> Letterhead<'a> {
    /// The papers of a branch, styled as a regulation says.
    pub fn under(charter: &'a Charter, roster: &'a Roster, regulation: &'a Regulation) -> Self {
        let style = Style::from(&regulation.papers);
        Self { charter, roster, style }
    }
}

impl Letterhead<'_> {
    /// The head of a paper with this number, such as `15-NQ/CB`, of this day.
    pub fn head(&self, number: Option<&str>, day: Day) -> Head {
        let Self { charter, .. } = self;
        Head {
            superior: phrase::upper(charter.superior.as_str()),
            issuer: phrase::upper(charter.name.as_str()),
            number: number.map(|number| ["Số ", number].concat()),
            party: PARTY.to_owned(),
            place_and_date: [&phrase::place(charter.locality.as_str()), ", ", &phrase::long_day(day)]
                .concat(),
        }
    }

    /// Who gets the paper, and the secretary's signature.
    pub fn foot(&self, behalf: Behalf, recipients: &[&str]) -> Foot {
        let role = match behalf {
            Behalf::Branch => self.style.for_branch,
            Behalf::Bureau => self.style.for_bureau,
        };
        let last = recipients.len().saturating_sub(1);
        let lines = recipients
            .iter()
            .enumerate()
            .map(|(index, recipient)| ["- ", recipient, if index == last { "." } else { "," }].concat());
        let secretary = self.roster.secretary();
        Foot {
            left: Left::Recipients(RECIPIENTS.to_owned(), lines.collect()),
            right: Signature {
                role: role.to_owned(),
                office: self.style.office.to_owned(),
                name: secretary.map(|member| member.name.to_string()).unwrap_or_default(),
            },
        }
    }

    /// The branch inside a sentence: `Chi bộ thôn Đồng Sen`.
    pub fn branch(&self) -> &str {
        self.charter.name.as_str()
    }
}
