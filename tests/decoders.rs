//! Nothing that arrives can stop the app: every decoder is given noise, and valid bytes that were harmed.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use proptest::sample::{Index, select};
use so_tay::domain::regulation::{Regulation, RegulationId, Regulations};
use so_tay::exchange::bundle::Bundle;
use so_tay::exchange::invitation::{DevicePass, HostingLink, Invitation};
use so_tay::exchange::outbox::Parcel;
use so_tay::exchange::pack::{open_pack, read_sequence};
use so_tay::exchange::qr::{Decoder, Encoder, Kind as QrKind, Message};
use so_tay::library::blocks::{parse_markdown, parse_plain, title_of};
use so_tay::record::check_in_code::{CodeLog, read_code};
use so_tay::record::keyring::Vouched;
use so_tay::record::sealed_mail::open_mail;
use so_tay::record::shared_seal::{ContentKey, Purpose, open_shared, seal_shared};
use so_tay::record::{Body, DeviceSecret, Draft, Keyring, Kind, Seed, Unverified};
use so_tay::sync::Identity;
use std::path::Path;

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
        if let Ok(body) = Body::decode(kind, so_tay::domain::id::ThingId([1; 16]), bytes) {
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
    read_texts(&String::from_utf8_lossy(bytes));
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

/// The frozen files of version 1, and a film of codes.
fn valid() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1");
    let mut valid: Vec<Vec<u8>> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            let digits: String = text.split_whitespace().collect();
            hex_bytes(&digits)
        })
        .collect();
    assert!(valid.len() > 20);
    let film = Encoder::new(Message { kind: QrKind::Bundle, bytes: valid[0].repeat(3) }).unwrap();
    valid.extend((0..4).map(|number| film.frame(number).into_bytes()));
    valid
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
        let valid = valid();
        read_everything(&harmed(which.get(&valid).clone(), &harms, &valid));
    }

    /// Bodies are harmed before they are signed, so that the harm gets past the envelope.
    #[test]
    fn harmed_bodies_stop_no_decoder(which in any::<Index>(), harms in harms()) {
        let bodies: Vec<(Kind, Vec<u8>)> = valid()
            .iter()
            .filter_map(|bytes| Unverified::parse(bytes).ok())
            .map(|record| (record.claim().1.kind(), record.claim().1.encode()))
            .collect();
        let others: Vec<Vec<u8>> = bodies.iter().map(|(_, body)| body.clone()).collect();
        let (kind, body) = which.get(&bodies).clone();
        let about = so_tay::domain::id::ThingId([1; 16]);
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

    #[test]
    fn only_the_very_bytes_of_a_record_are_that_record(which in any::<Index>(), harms in harms()) {
        let valid: Vec<Vec<u8>> =
            valid().into_iter().filter(|bytes| Unverified::parse(bytes).is_ok()).collect();
        let whole = which.get(&valid).clone();
        let harmed = harmed(whole.clone(), &harms, &valid);
        if let (Ok(first), Ok(second)) = (Unverified::parse(&whole), Unverified::parse(&harmed)) {
            prop_assert_eq!(first.id() == second.id(), whole == harmed);
        }
    }
}

/// The bytes behind hexadecimal digits.
fn hex_bytes(digits: &str) -> Vec<u8> {
    let pair = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(pair).collect()
}
