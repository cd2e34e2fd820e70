//! Nothing that arrives can stop the app: every decoder is given noise, and valid bytes that were harmed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use paper::{Archive, Paper, Spreadsheet};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use so_tay::domain::comment::CommentBox;
use so_tay::domain::id::{MemberId, RecordId, ThingId};
use so_tay::domain::proceedings::{OpinionKind, Speaker, Taken};
use so_tay::domain::regulation::{Regulation, RegulationId, RegulationText, Regulations, Rule};
use so_tay::domain::vote::Weight;
use so_tay::domain::words::Line;
use so_tay::exchange::bundle::Bundle;
use so_tay::exchange::draft::{CommentDraft, DraftName, NoticeDraft, OpinionDraft, ReviewDraft, VoteDraft};
use so_tay::exchange::invitation::{DevicePass, HostingLink, Invitation};
use so_tay::exchange::outbox::Parcel;
use so_tay::exchange::pack::{open_pack, read_sequence};
use so_tay::exchange::qr::{Decoder, Encoder, Kind as QrKind, Message};
use so_tay::library::blocks::{parse_markdown, parse_plain, title_of};
use so_tay::record::check_in_code::{CodeLog, read_code};
use so_tay::record::keyring::Vouched;
use so_tay::record::sealed_mail::{open_hand_over, open_mail, seal_hand_over};
use so_tay::record::shared_seal::{ContentKey, Purpose, open_shared, seal_shared};
use so_tay::record::{Body, DeviceSecret, Draft, Keyring, Kind, Seed, Unverified};
use so_tay::sync::Identity;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const CONTENT: ContentKey = ContentKey([3; 32]);

/// Gives the bytes to everything that reads bytes from outside. Whatever is taken must be the very same bytes.
fn read_everything(bytes: &[u8]) {
    if let Ok(record) = Unverified::parse(bytes) {
        let (header, body) = record.claim();
        assert!(header.replaces.len() <= 32);
        assert!(Body::decode(body.kind(), header.about, &body.encode()).is_ok());
        let keyring = Keyring::new(header.org, CONTENT);
        let verified = record.verify(&keyring, Vouched::ByHead);
        assert!(verified.is_err() || verified.is_ok_and(|record| record.bytes() == bytes));
    }
    for kind in Kind::ALL {
        if let Ok(body) = Body::decode(kind, ThingId([1; 16]), bytes) {
            assert_eq!(body.kind(), kind);
        }
    }
    let taken = [
        open_mail(&DeviceSecret::grow(&Seed([1; 32])), bytes).is_ok(),
        open_shared(&CONTENT, Purpose::Head, bytes).is_ok(),
        open_pack(&CONTENT, bytes).is_ok(),
        read_sequence(bytes).is_ok_and(|items| items.iter().map(Vec::len).sum::<usize>() <= bytes.len()),
        Parcel::decode(bytes).is_ok_and(|parcel| Parcel::decode(&parcel.encode()) == Ok(parcel)),
        Identity::decode(bytes).is_ok(),
        read_code(bytes).is_ok(),
        minicbor::decode::<CodeLog>(bytes).is_ok(),
    ];
    assert!(taken.iter().filter(|taken| **taken).count() <= 3);
    let device = DeviceSecret::grow(&Seed([1; 32]));
    assert!(open_hand_over(&device, bytes).is_err(), "nothing here was sealed for this device");
    read_own(bytes);
    read_texts(&String::from_utf8_lossy(bytes));
}

/// The same for what a device writes for itself, and for papers that were locked. What is read is written again alike.
fn read_own(bytes: &[u8]) {
    macro_rules! same {
        ($($kind:ty),+) => {
            $(if let Ok(read) = <$kind>::decode(bytes) {
                assert_eq!(<$kind>::decode(&read.encode()), Ok(read));
            })+
        };
    }
    same!(CommentDraft, NoticeDraft, OpinionDraft, ReviewDraft, VoteDraft);
    if let Ok(changes) = Body::decode_changes(bytes) {
        assert_eq!(Body::decode_changes(&Body::encode_changes(&changes)), Ok(changes));
    }
    if let Some(paper) = Paper::from_bytes(bytes) {
        assert_eq!(Paper::from_bytes(&paper.to_bytes()), Some(paper));
    }
    let files = minicbor::decode::<Archive>(bytes).map_or(0, |archive| archive.files.len());
    let rows = minicbor::decode::<Spreadsheet>(bytes).map_or(0, |sheet| sheet.rows.len());
    assert!(files <= bytes.len() && rows <= bytes.len());
}

fn read_texts(text: &str) {
    if let Ok(bundle) = Bundle::from_text(text) {
        assert_eq!(Bundle::from_text(&bundle.to_text()), Ok(bundle));
    }
    if let Ok(invitation) = Invitation::parse(text) {
        assert_eq!(Invitation::parse(&invitation.to_fragment()), Ok(invitation));
    }
    if let Ok(link) = HostingLink::parse(text) {
        assert_eq!(HostingLink::parse(&link.to_fragment()), Ok(link));
    }
    if let Ok(pass) = DevicePass::parse(text) {
        assert!(DevicePass::parse(&pass.to_fragment()).is_ok());
    }
    if let Some(name) = DraftName::parse(text) {
        assert_eq!(DraftName::parse(&name.to_string()), Some(name));
    }
    if let Ok(regulation) = Regulation::parse(text) {
        assert!(text.contains(regulation.id.as_str()));
    }
    let mut decoder = Decoder::default();
    let progress = decoder.add(text);
    assert!(progress.is_err() || decoder.message().is_none_or(|message| !message.bytes.is_empty()));
    for blocks in [parse_markdown(text), parse_plain(text)] {
        assert!(title_of(&blocks).is_none_or(|title| !title.is_empty()));
    }
}

/// One of the frozen files of version 1.
fn golden(path: impl AsRef<Path>) -> Vec<u8> {
    let text = std::fs::read_to_string(path).unwrap();
    hex_bytes(&text.split_whitespace().collect::<String>())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1")
}

/// Read once for all cases.
static VALID: LazyLock<Vec<Vec<u8>>> = LazyLock::new(valid);
/// Those of them that are records of the branch of the frozen charter.
static SIGNED: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let verified = |bytes: &[u8]| Unverified::parse(bytes)?.verify(&KEYRING, Vouched::No);
    VALID.iter().filter(|bytes| verified(bytes).is_ok()).cloned().collect()
});
static KEYRING: LazyLock<Keyring> = LazyLock::new(keyring);
/// Kinds and bodies of all records among them.
static BODIES: LazyLock<Vec<(Kind, Vec<u8>)>> = LazyLock::new(|| {
    let records = VALID.iter().filter_map(|bytes| Unverified::parse(bytes).ok());
    records.map(|record| (record.claim().1.kind(), record.claim().1.encode())).collect()
});

/// The frozen files of version 1, what a device writes for itself, and a film of codes.
fn valid() -> Vec<Vec<u8>> {
    let files = std::fs::read_dir(folder()).unwrap();
    let mut valid: Vec<Vec<u8>> = files.map(|entry| golden(entry.unwrap().path())).collect();
    assert!(valid.len() > 20);
    valid.extend(own());
    let film = Encoder::new(Message { kind: QrKind::Bundle, bytes: valid[0].repeat(3) }).unwrap();
    valid.extend((0..4).map(|number| film.frame(number).into_bytes()));
    valid
}

/// Drafts, marks, and the paper that was locked.
fn own() -> Vec<Vec<u8>> {
    let id = ThingId([1; 16]);
    let opinion = OpinionDraft {
        id,
        step: 3,
        kind: OpinionKind::Criticism,
        by: vec![Speaker::Member(MemberId([2; 8])), Speaker::Guest(Line::parse("Bà Sen").unwrap())],
        text: "Cống Gốc  Gạo \n".into(),
        taken: vec![Taken { comment: RecordId([3; 32]), comment_box: Some(CommentBox::Causes) }],
    };
    let numbers = ["17", "", "x", "20", "19", " "].map(str::to_owned);
    let vote =
        VoteDraft { id, question: "Kết nạp ".into(), weight: Weight::Admission, secret: true, numbers };
    let [locked, handed_over] =
        ["locked_paper.hex", "proceedings_handed_over.hex"].map(|name| golden(folder().join(name)));
    let handed_over = Unverified::parse(&handed_over).unwrap();
    let changes = match handed_over.claim().1 {
        Body::Proceedings(entered) => Body::encode_changes(&entered.changes),
        body => panic!("{body:?}"),
    };
    vec![opinion.encode(), vote.encode(), changes, locked]
}

/// Everybody whom the frozen charter and roster name.
fn keyring() -> Keyring {
    let [charter, roster] =
        ["charter.hex", "roster.hex"].map(|name| Unverified::parse(&golden(folder().join(name))).unwrap());
    let mut keyring = Keyring::new(charter.claim().0.org, CONTENT);
    if let (Body::Charter(named), Body::Roster(listed)) = (charter.claim().1, roster.claim().1) {
        keyring.trust_charters([(charter.id(), named)], named);
        keyring.trust_roster(listed);
    }
    keyring
}

#[derive(Clone, Debug)]
enum Harm {
    Flip(Index, u8),
    Cut(Index),
    Double(Index, Index),
    Splice(Index, Index, Index),
    Set(Index, u8),
}

fn harms() -> impl Strategy<Value = Vec<Harm>> {
    let place = any::<Index>;
    let harm = prop_oneof![
        (place(), 0..8u8).prop_map(|(at, bit)| Harm::Flip(at, bit)),
        place().prop_map(Harm::Cut),
        (place(), place()).prop_map(|(from, to)| Harm::Double(from, to)),
        (place(), place(), place()).prop_map(|(which, from, at)| Harm::Splice(which, from, at)),
        (place(), select(vec![0x00, 0x1b, 0x3b, 0x5b, 0x7b, 0x7f, 0x9b, 0xa0, 0xbb, 0xf6, 0xff]))
            .prop_map(|(at, byte)| Harm::Set(at, byte)),
    ];
    prop::collection::vec(harm, 1..5)
}

fn harmed(mut bytes: Vec<u8>, harms: &[Harm], others: &[Vec<u8>]) -> Vec<u8> {
    for harm in harms {
        if bytes.is_empty() {
            return bytes;
        }
        let length = bytes.len();
        match harm {
            Harm::Flip(at, bit) => bytes[at.index(length)] ^= 1 << bit,
            Harm::Set(at, byte) => bytes[at.index(length)] = *byte,
            Harm::Cut(at) => bytes.truncate(at.index(length)),
            Harm::Double(from, to) => {
                let (from, to) = (from.index(length), to.index(length));
                let part = bytes[from.min(to)..from.max(to)].to_vec();
                bytes.splice(from..from, part);
            }
            Harm::Splice(which, from, at) => {
                let other = &others[which.index(others.len())];
                let from = from.index(other.len());
                bytes.splice(at.index(length).., other[from..].iter().copied());
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn noise_stops_no_decoder(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        read_everything(&bytes);
        // Behind the right seal there may be noise too: a newer app, or a member with the key.
        for purpose in [Purpose::Head, Purpose::Pack, Purpose::Document] {
            let sealed = seal_shared(&CONTENT, purpose, &bytes);
            prop_assert_eq!(open_shared(&CONTENT, purpose, &sealed).unwrap(), &bytes[..]);
            prop_assert_eq!(open_pack(&CONTENT, &sealed).is_ok(), purpose == Purpose::Pack && read_sequence(&bytes).is_ok());
        }
    }

    #[test]
    fn noise_in_texts_stops_no_decoder(
        text in "(Sổ tay Đảng viên - tệp trao đổi 1\n|#|ST1[FIJMCAB]:)?[ -~\n\u{e0}-\u{1ef9}]{0,300}(\nhết [0-9a-f]{16}\n)?",
    ) {
        read_texts(&text);
    }

    /// Lines of a regulation are left out, doubled and exchanged, and letters harmed: it is read, or a line is named.
    #[test]
    fn a_harmed_regulation_names_one_of_its_lines(
        moves in prop::collection::vec((any::<Index>(), any::<Index>(), 0..4u8), 1..6),
        harms in harms(),
        harming in any::<bool>(),
    ) {
        let whole = Regulations::shipped_text(RegulationId::FIRST).unwrap();
        let mut lines: Vec<&str> = whole.lines().collect();
        for (from, to, how) in &moves {
            if lines.is_empty() {
                break;
            }
            let (from, to) = (from.index(lines.len()), to.index(lines.len()));
            match how {
                0 => drop(lines.remove(from)),
                1 => lines.insert(to, lines[from]),
                2 => lines.swap(from, to),
                _ => lines.truncate(from + 1),
            }
        }
        let mut bytes = lines.join("\n").into_bytes();
        if harming {
            bytes = harmed(bytes, &harms, &[whole.as_bytes().to_vec()]);
        }
        let text = String::from_utf8_lossy(&bytes);
        if let Err(fault) = Regulation::parse(&text) {
            prop_assert!((1..=text.lines().count().max(1)).contains(&fault.line), "{fault:?}");
        }
    }

    #[test]
    fn harmed_bytes_stop_no_decoder(which in any::<Index>(), harms in harms()) {
        read_everything(&harmed(which.get(&VALID).clone(), &harms, &VALID));
    }

    /// Bodies are harmed before they are signed, so that the harm gets past the envelope.
    #[test]
    fn harmed_bodies_stop_no_decoder(which in any::<Index>(), harms in harms()) {
        let others: Vec<Vec<u8>> = BODIES.iter().map(|(_, body)| body.clone()).collect();
        let (kind, body) = which.get(&BODIES).clone();
        let about = ThingId([1; 16]);
        if let Ok(body) = Body::decode(kind, about, &harmed(body, &harms, &others)) {
            // Whatever is read can be stated again, signed, and read by everybody.
            let org = so_tay::domain::id::OrgId([2; 16]);
            let at = so_tay::domain::time::Moment(0);
            let draft = Draft { org, at, about, replaces: Vec::new(), body: body.clone() };
            let bytes = draft.sign(&DeviceSecret::grow(&Seed([1; 32])));
            let again = Unverified::parse(&bytes).unwrap();
            prop_assert_eq!(again.claim().1, &body);
        }
    }

    /// One byte of what somebody signed is another one: nobody has said that.
    #[test]
    fn a_record_with_one_byte_changed_is_nobodys(which in any::<Index>(), at in any::<Index>(), mask in 1..=255u8) {
        prop_assert!(SIGNED.len() > 15, "{}", SIGNED.len());
        let mut bytes = which.get(&SIGNED).clone();
        let at = at.index(bytes.len());
        bytes[at] ^= mask;
        let judged = Unverified::parse(&bytes).and_then(|record| record.verify(&KEYRING, Vouched::No));
        prop_assert!(judged.is_err());
    }

    /// The same for what goes from hand to hand, and behind its seal for a letter of noise.
    #[test]
    fn a_hand_over_with_one_byte_changed_opens_for_nobody(
        letter in prop::collection::vec(any::<u8>(), 0..300),
        at in any::<Index>(),
        mask in 1..=255u8,
    ) {
        let device = DeviceSecret::grow(&Seed([1; 32]));
        let sealed = seal_hand_over(&[device.keys().sealing], &letter, &Seed([2; 32])).unwrap();
        prop_assert_eq!(open_hand_over(&device, &sealed), Ok(letter.clone()));
        read_own(&letter);
        let mut changed = sealed;
        let at = at.index(changed.len());
        changed[at] ^= mask;
        prop_assert!(open_hand_over(&device, &changed).is_err());
    }

    #[test]
    fn only_the_very_bytes_of_a_record_are_that_record(which in any::<Index>(), harms in harms()) {
        let whole = which.get(&SIGNED).clone();
        let harmed = harmed(whole.clone(), &harms, &VALID);
        if let (Ok(first), Ok(second)) = (Unverified::parse(&whole), Unverified::parse(&harmed)) {
            prop_assert_eq!(first.id() == second.id(), whole == harmed);
        }
    }
}

#[test]
fn a_regulation_of_five_megabytes_is_refused_before_it_is_read() {
    let large = "Điểm = 4294967295\n".repeat(300_000);
    assert!(large.len() > 5_000_000 && RegulationText::new(&large).is_none());
    assert_eq!(Regulation::parse(&large).map_err(|fault| (fault.rule, fault.line)), Err((Rule::Size, 1)));
}

/// The bytes behind hexadecimal digits.
fn hex_bytes(digits: &str) -> Vec<u8> {
    let pair = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(pair).collect()
}
