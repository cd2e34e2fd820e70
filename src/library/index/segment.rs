//! The words of one text: sorted, front-coded in groups, each with the numbers of its places. About a quarter of the
//! text in bytes, and searched as it lies: opening one reads nothing but the two tables in front.
//!
//! Layout, all numbers as LEB128: passages (count, then words * 2 + heading of each), groups (count, then the length
//! of each), groups. A group is up to [`GROUP`] entries: bytes shared with the entry before, bytes of the rest, the
//! rest, accents, length of the places, places as gaps. The first entry of a group shares nothing.

use super::words::{Spelling, words};
use std::collections::BTreeMap;
use std::ops::Range;

const GROUP: usize = 8;
/// What does not fit beside each other into one byte is written after it.
const NIBBLE: usize = 15;

/// Gathers the words of a text, passage by passage.
#[derive(Default)]
pub struct Builder {
    passages: Vec<(u32, bool)>,
    places: BTreeMap<(String, u32), Vec<u32>>,
    next: u32,
}

impl Builder {
    /// Adds the next passage.
    pub fn add(&mut self, text: &str, heading: bool) {
        let before = self.next;
        for range in words(text) {
            let spelling = Spelling::of(&text[range]);
            self.places.entry((spelling.folded, spelling.accents)).or_default().push(self.next);
            self.next += 1;
        }
        self.passages.push((self.next - before, heading));
    }

    /// The words of everything that was added.
    pub fn finish(self) -> Segment {
        let (mut groups, mut lengths): (Vec<u8>, Vec<usize>) = (Vec::new(), Vec::new());
        let (mut before, mut begun) = (String::new(), 0);
        for (number, ((folded, accents), places)) in self.places.into_iter().enumerate() {
            if number % GROUP == 0 {
                if number > 0 {
                    lengths.push(groups.len() - begun);
                }
                begun = groups.len();
                before.clear();
            }
            push_entry(&mut groups, &before, &folded, accents, &places);
            before = folded;
        }
        if groups.len() > begun {
            lengths.push(groups.len() - begun);
        }
        let mut bytes = Vec::with_capacity(groups.len() + 2 * (self.passages.len() + lengths.len()) + 8);
        push(&mut bytes, self.passages.len());
        for (words, heading) in &self.passages {
            push(&mut bytes, *words as usize * 2 + usize::from(*heading));
        }
        push(&mut bytes, lengths.len());
        lengths.iter().for_each(|length| push(&mut bytes, *length));
        bytes.extend(groups);
        Segment::read(bytes).unwrap_or_default()
    }
}

fn push_entry(groups: &mut Vec<u8>, before: &str, folded: &str, accents: u32, places: &[u32]) {
    let shared = before.bytes().zip(folded.bytes()).take_while(|(a, b)| a == b).count();
    let rest = &folded.as_bytes()[shared..];
    groups.push((shared.min(NIBBLE) << 4 | rest.len().min(NIBBLE)) as u8);
    for length in [shared, rest.len()].into_iter().filter(|length| *length >= NIBBLE) {
        push(groups, length - NIBBLE);
    }
    groups.extend(rest);
    push(groups, accents as usize);
    let mut gaps = Vec::new();
    let mut last = 0;
    for place in places {
        push(&mut gaps, (place - last) as usize);
        last = *place;
    }
    push(groups, gaps.len());
    groups.extend(gaps);
}

fn push(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Takes a number off the front of `bytes`.
// A letter that is typed takes a million of these off 1,000 papers.
#[inline(always)]
fn take(bytes: &mut &[u8]) -> Option<usize> {
    // Most numbers are small.
    if let Some((byte @ 0..0x80, rest)) = bytes.split_first() {
        *bytes = rest;
        return Some(usize::from(*byte));
    }
    let (mut number, mut shift) = (0, 0);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(number);
        }
        shift += 7;
    }
}

#[inline(always)]
fn take_bytes<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

/// The words of one text and their places; nothing changes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    bytes: Vec<u8>,
    /// Where each passage ends, in words; and whether it is a heading.
    passages: Vec<(u32, bool)>,
    /// Where each group begins in `bytes`, and the end of the last.
    groups: Vec<u32>,
}

impl Segment {
    /// Reads [`Segment::bytes`]; nothing for bytes that are none.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let mut rest = bytes.as_slice();
        let count = take(&mut rest)?;
        let (mut passages, mut words) = (Vec::with_capacity(count.min(rest.len())), 0_u32);
        for _ in 0..count {
            let passage = take(&mut rest)?;
            words = words.checked_add(u32::try_from(passage / 2).ok()?)?;
            passages.push((words, passage % 2 == 1));
        }
        let count = take(&mut rest)?;
        let mut lengths = Vec::with_capacity(count.min(rest.len()));
        for _ in 0..count {
            lengths.push(take(&mut rest)?);
        }
        let mut begins = bytes.len() - rest.len();
        let mut groups = vec![u32::try_from(begins).ok()?];
        for length in lengths {
            begins = begins.checked_add(length)?;
            groups.push(u32::try_from(begins).ok()?);
        }
        (begins == bytes.len()).then_some(Self { bytes, passages, groups })
    }

    /// What is kept.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many words the text has.
    pub fn words(&self) -> u32 {
        self.passages.last().map_or(0, |(end, _)| *end)
    }

    /// The passage in which a word is, by its place.
    pub(super) fn passage_at(&self, place: u32) -> usize {
        self.passages.partition_point(|(end, _)| *end <= place)
    }

    /// Places of a passage, and whether it is a heading.
    pub(super) fn passage(&self, number: usize) -> (Range<u32>, bool) {
        let start = number.checked_sub(1).and_then(|before| self.passages.get(before));
        let (end, heading) = self.passages.get(number).copied().unwrap_or_default();
        (start.map_or(0, |(end, _)| *end)..end, heading)
    }

    /// Calls `look` with each word of these letters; with `beginning`, with each that begins with them. Until `look`
    /// answers no.
    pub(super) fn each(&self, folded: &str, beginning: bool, mut look: impl FnMut(Entry<'_>) -> bool) {
        let groups = self.groups.len() - usize::from(!self.groups.is_empty());
        // The word may begin in the group before the first whose first word is not below it.
        let first = partition(groups, |group| {
            let first = self.group(group).and_then(|mut bytes| take_word(&mut bytes));
            first.is_some_and(|(_, rest)| rest < folded.as_bytes())
        });
        let mut word = Vec::new();
        for group in first.saturating_sub(1)..groups {
            let Some(mut bytes) = self.group(group) else { return };
            word.clear();
            while let Some(raw) = Raw::take(&mut bytes) {
                word.truncate(raw.shared);
                word.extend(raw.rest);
                if word.as_slice() < folded.as_bytes() {
                    continue;
                }
                let whole = word.len() == folded.len();
                if !(word.starts_with(folded.as_bytes()) && (whole || beginning)) {
                    return;
                }
                if !look(Entry { accents: raw.accents, whole, gaps: raw.gaps }) {
                    return;
                }
            }
        }
    }

    fn group(&self, number: usize) -> Option<&[u8]> {
        let (from, to) = (*self.groups.get(number)?, *self.groups.get(number + 1)?);
        self.bytes.get(from as usize..to as usize)
    }
}

/// The first of `count` numbers that is not below.
fn partition(count: usize, below: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = usize::midpoint(from, to);
        if below(middle) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from
}

/// An entry as it lies.
struct Raw<'a> {
    shared: usize,
    rest: &'a [u8],
    accents: u32,
    gaps: &'a [u8],
}

/// Takes the letters of an entry: how many it shares with the one before, and the rest.
#[inline(always)]
fn take_word<'a>(bytes: &mut &'a [u8]) -> Option<(usize, &'a [u8])> {
    let (head, after) = bytes.split_first()?;
    *bytes = after;
    let (mut shared, mut rest) = (usize::from(head >> 4), usize::from(head & 0xf));
    if shared == NIBBLE {
        shared += take(bytes)?;
    }
    if rest == NIBBLE {
        rest += take(bytes)?;
    }
    Some((shared, take_bytes(bytes, rest)?))
}

impl<'a> Raw<'a> {
    fn take(bytes: &mut &'a [u8]) -> Option<Self> {
        let (shared, rest) = take_word(bytes)?;
        let accents = u32::try_from(take(bytes)?).ok()?;
        let gaps = take(bytes)?;
        Some(Self { shared, rest, accents, gaps: take_bytes(bytes, gaps)? })
    }
}

/// A word of a text.
pub(super) struct Entry<'a> {
    /// Its diacritics, as [`Spelling::accents`].
    pub accents: u32,
    /// Whether it has no more letters than were asked for.
    pub whole: bool,
    gaps: &'a [u8],
}

impl Entry<'_> {
    /// Calls `look` with each place where it stands, in order.
    pub fn each_place(&self, mut look: impl FnMut(u32)) {
        let (mut rest, mut place) = (self.gaps, 0_u32);
        while let Some(gap) = take(&mut rest) {
            place = place.wrapping_add(gap as u32);
            look(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn segment(passages: &[&str]) -> Segment {
        let mut builder = Builder::default();
        passages.iter().for_each(|text| builder.add(text, false));
        builder.finish()
    }

    fn places(segment: &Segment, folded: &str, beginning: bool) -> Vec<u32> {
        let mut found = Vec::new();
        segment.each(folded, beginning, |entry| {
            entry.each_place(|place| found.push(place));
            true
        });
        found.sort_unstable();
        found
    }

    #[test]
    fn a_word_is_found_in_every_spelling_and_by_its_beginning() {
        let segment = segment(&["Chi bộ họp, chỉ định", "", "Chia tổ: chi"]);
        assert_eq!(places(&segment, "chi", false), [0, 3, 7]);
        assert_eq!(places(&segment, "chi", true), [0, 3, 5, 7]);
        assert_eq!(places(&segment, "ch", false), []);
        assert_eq!((segment.words(), segment.passage_at(4), segment.passage_at(5)), (8, 0, 2));
        assert_eq!(segment.passage(2), (5..8, false));
    }

    proptest! {
        #[test]
        fn every_word_is_found_where_it_stands(texts in prop::collection::vec("[a-eđăê ]{0,40}|\\PC{0,20}", 0..12), asked in "[a-e]{0,3}") {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let segment = segment(&texts);
            prop_assert_eq!(Segment::read(segment.bytes().to_vec()), Some(segment.clone()));
            let all: Vec<String> = texts.iter().flat_map(|text| {
                words(text).map(|range| Spelling::of(&text[range]).folded)
            }).collect();
            for beginning in [false, true] {
                for word in all.iter().chain([&asked]) {
                    let fits = |other: &&String| if beginning { other.starts_with(word.as_str()) } else { *other == word };
                    let expected = all.iter().enumerate().filter(|(_, other)| fits(other)).map(|(at, _)| at as u32);
                    prop_assert_eq!(places(&segment, word, beginning), expected.collect::<Vec<_>>());
                }
            }
        }

        #[test]
        fn bytes_that_are_none_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..60), folded in "[a-c]{0,2}") {
            if let Some(segment) = Segment::read(bytes) {
                places(&segment, &folded, true);
            }
        }
    }
}
