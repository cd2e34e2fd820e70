//! A bundle: the one body of file, share and paste exchange. Everything in it is sealed already, so it may pass
//! through any hand. Shared as `.txt`, because phones refuse unknown file types: a first line that names the app,
//! lines of Base64, and a last line with a checksum.

use super::pack::{read_sequence, sequence};
use crate::domain::id::OrgId;
use crate::record::Flaw;
use crate::record::digest::{first, sha256};
use base64ct::{Base64, Encoding};

/// The largest bundle: a month with its documents.
pub const BUNDLE_BYTES_MAX: usize = 64 * 1024 * 1024;

const FIRST_LINE: &str = "Sổ tay Đảng viên - tệp trao đổi 1";
const LAST_LINE: &str = "hết ";
const LINE_CHARS: usize = 76;

/// One sealed thing in a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A sealed head.
    Head(Vec<u8>),
    /// A sealed pack.
    Pack(Vec<u8>),
    /// A sealed document.
    Document(Vec<u8>),
    /// Mail for the secretary.
    Mail(Vec<u8>),
    /// What is entered of a meeting, for the secretary's other devices.
    Proceedings(Vec<u8>),
}

/// Sealed things of one branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The branch.
    pub org: OrgId,
    /// In the order in which they were put in.
    pub items: Vec<Item>,
}

/// Why a text is no bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BundleFault {
    /// Not a file of this app.
    NotABundle,
    /// A newer version wrote it.
    NewerVersion,
    /// Larger than any bundle.
    TooLarge,
    /// The end is missing, or characters were changed on the way.
    Damaged,
}

impl Item {
    fn tagged(&self) -> Vec<u8> {
        let (tag, bytes) = match self {
            Self::Head(bytes) => (1, bytes),
            Self::Pack(bytes) => (2, bytes),
            Self::Document(bytes) => (3, bytes),
            Self::Mail(bytes) => (4, bytes),
            Self::Proceedings(bytes) => (5, bytes),
        };
        let mut tagged = vec![tag];
        tagged.extend_from_slice(bytes);
        tagged
    }

    fn read(tagged: &[u8]) -> Option<Self> {
        let (tag, bytes) = tagged.split_first()?;
        let bytes = bytes.to_vec();
        match tag {
            1 => Some(Self::Head(bytes)),
            2 => Some(Self::Pack(bytes)),
            3 => Some(Self::Document(bytes)),
            4 => Some(Self::Mail(bytes)),
            5 => Some(Self::Proceedings(bytes)),
            _ => None,
        }
    }
}

impl Bundle {
    /// The text to write into a file or to paste.
    pub fn to_text(&self) -> String {
        let items: Vec<Vec<u8>> = self.items.iter().map(Item::tagged).collect();
        let body = sequence(std::iter::once(&self.org.0[..]).chain(items.iter().map(Vec::as_slice)));
        let code = Base64::encode_string(&body);
        let mut text = String::with_capacity(code.len() + code.len() / LINE_CHARS + 80);
        text.push_str(FIRST_LINE);
        text.push('\n');
        let mut rest = code.as_str();
        while !rest.is_empty() {
            let (line, next) = rest.split_at(rest.len().min(LINE_CHARS));
            text.push_str(line);
            text.push('\n');
            rest = next;
        }
        text.push_str(LAST_LINE);
        text.push_str(&checksum(&body));
        text.push('\n');
        text
    }

    /// Reads a text that may have gone through a messenger: other line ends, spaces and lines around it do no harm.
    pub fn from_text(text: &str) -> Result<Self, BundleFault> {
        if text.len() > BUNDLE_BYTES_MAX * 2 {
            return Err(BundleFault::TooLarge);
        }
        let name = FIRST_LINE.trim_end_matches('1');
        let start = text.find(name).ok_or(BundleFault::NotABundle)?;
        let mut lines = text[start + name.len()..].lines().map(str::trim);
        if lines.next() != Some("1") {
            return Err(BundleFault::NewerVersion);
        }
        let mut code = String::new();
        for line in lines {
            if let Some(sum) = line.strip_prefix(LAST_LINE) {
                let body = Base64::decode_vec(&code).map_err(|_| BundleFault::Damaged)?;
                return if checksum(&body) == sum { Self::read(&body) } else { Err(BundleFault::Damaged) };
            }
            code.push_str(line);
        }
        Err(BundleFault::Damaged)
    }

    fn read(body: &[u8]) -> Result<Self, BundleFault> {
        let parts = read_sequence(body).map_err(|flaw| match flaw {
            Flaw::TooLarge => BundleFault::TooLarge,
            _ => BundleFault::Damaged,
        })?;
        let (org, items) = parts.split_first().ok_or(BundleFault::Damaged)?;
        let org = OrgId::from_slice(org).ok_or(BundleFault::Damaged)?;
        // An item of a later version is passed over: what is known still counts.
        Ok(Self { org, items: items.iter().filter_map(|item| Item::read(item)).collect() })
    }
}

fn checksum(body: &[u8]) -> String {
    let digest: [u8; 8] = first(&sha256(&[body]));
    crate::domain::id::hex(&digest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn bundle() -> Bundle {
        Bundle { org: OrgId([1; 16]), items: vec![Item::Head(vec![2; 100]), Item::Mail(vec![3; 300])] }
    }

    #[test]
    fn a_bundle_survives_a_messenger() {
        let text = bundle().to_text().replace('\n', "\r\n  ");
        let text = format!("Gửi đồng chí:\r\n{text}\r\nđã gửi từ điện thoại");
        assert_eq!(Bundle::from_text(&text), Ok(bundle()));
    }

    #[rstest]
    #[case("", BundleFault::NotABundle)]
    #[case("Sổ tay Đảng viên - tệp trao đổi 2\n", BundleFault::NewerVersion)]
    #[case("Sổ tay Đảng viên - tệp trao đổi 1\nAAAA\n", BundleFault::Damaged)]
    #[case("Sổ tay Đảng viên - tệp trao đổi 1\n~~~~\nhết 00\n", BundleFault::Damaged)]
    fn a_text_that_is_no_whole_bundle_is_refused(#[case] text: &str, #[case] fault: BundleFault) {
        assert_eq!(Bundle::from_text(text), Err(fault));
    }

    #[test]
    fn a_cut_or_flipped_bundle_is_refused_whole() {
        let text = bundle().to_text();
        let lines: Vec<&str> = text.lines().collect();
        for missing in 1..lines.len() {
            let kept: Vec<&str> = (0..lines.len()).filter(|n| *n != missing).map(|n| lines[n]).collect();
            assert!(Bundle::from_text(&kept.join("\n")).is_err());
        }
        let flipped = text.replacen("AgIC", "AgIB", 1);
        assert_ne!(flipped, text);
        assert_eq!(Bundle::from_text(&flipped), Err(BundleFault::Damaged));
    }
}
