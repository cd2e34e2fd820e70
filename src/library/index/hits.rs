//! Where the words that are looked for stand in one text, and how well each passage answers.

use super::segment::{Entry, Segment};
use super::sought::{Sought, TERMS_MAX, Term};
use super::words::Spelling;

/// Weights count in these.
const WHOLE: u16 = 1_000;
/// What the letters count when the diacritics are not those that were typed.
const OTHER_SPELLING: u16 = 500;
/// What the beginning of a longer word counts, in hundredths: of one that may still be growing, and of another.
const GROWING_PERCENT: u16 = 70;
const BEGINNING_PERCENT: u16 = 30;
/// What two words count besides when they follow each other as they were typed, and when few others stand between.
const BESIDE: f32 = 1.0;
const NEAR: f32 = 0.35;
const NEAR_WORDS: u32 = 3;
/// What everything together in one passage counts.
const TOGETHER: f32 = 1.25;
/// A passage of so many words counts two thirds of a short one.
const LONG_WORDS: f32 = 500.0;

/// What is looked for, and in what.
#[derive(Clone, Copy)]
pub(super) struct Search<'a> {
    pub sought: &'a Sought,
    pub segment: &'a Segment,
    pub part: Part,
}

/// Of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What it is called: every word may be the beginning of a longer one.
    Title,
    /// What is in it.
    Text,
}

/// The places of all terms, in order. Packed into numbers, which are sorted fastest: place, term, words, weight.
#[derive(Default)]
pub(super) struct Hits(Vec<u64>);

/// A term at a place.
#[derive(Clone, Copy)]
struct Hit {
    place: u32,
    term: usize,
    words: u32,
    weight: f32,
}

/// A passage that has some of the terms.
pub(super) struct Passage {
    pub number: usize,
    pub heading: bool,
    /// Whether it has every term.
    pub every: bool,
    pub score: f32,
}

impl Hits {
    /// Adds the places of a term; whether there are any.
    pub fn gather(&mut self, search: Search<'_>, number: usize) -> bool {
        let before = self.0.len();
        let term = &search.sought.terms[number];
        for phrase in &term.any {
            let about = (number as u64) << 24 | (phrase.len().min(255) as u64) << 16;
            match phrase.as_slice() {
                [_] => each_place(search, term, phrase, 0, |place, weight| {
                    self.0.push(u64::from(place) << 32 | about | u64::from(weight));
                }),
                _ => {
                    let places = places(search, term, phrase);
                    self.0.extend(places.into_iter().map(|place| place >> 16 << 32 | about | place & 0xffff));
                }
            }
        }
        self.0.len() > before
    }

    /// In the order of places.
    pub fn sorted(mut self) -> Self {
        // Stable, because it merges what comes in runs.
        self.0.sort();
        self
    }

    /// Counts the places of each term.
    pub fn count(&self, occurs: &mut [usize]) {
        for hit in self.iter() {
            if let Some(count) = occurs.get_mut(hit.term) {
                *count += 1;
            }
        }
    }

    /// Which terms stand before a place, a bit for each.
    pub fn terms(&self, before: u32) -> u32 {
        self.iter().take_while(|hit| hit.place < before).fold(0, |terms, hit| terms | 1 << hit.term)
    }

    /// Calls `look` with each passage that has any of the terms.
    pub fn passages(&self, search: Search<'_>, weights: &[f32], mut look: impl FnMut(Passage)) {
        let Search { sought, segment, .. } = search;
        let mut rest = self.0.as_slice();
        while let Some(first) = rest.first() {
            let number = segment.passage_at(unpack(*first).place);
            let (places, heading) = segment.passage(number);
            let length = rest.iter().take_while(|hit| unpack(**hit).place < places.end).count();
            // A broken segment has places beyond its end.
            let (mine, others) = rest.split_at(length.max(1));
            rest = others;
            let (score, every) = score(mine, sought, weights);
            let words = places.len() as f32;
            look(Passage { number, heading, every, score: score / (1.0 + words / (words + LONG_WORDS)) });
        }
    }

    fn iter(&self) -> impl Iterator<Item = Hit> + '_ {
        self.0.iter().map(|hit| unpack(*hit))
    }
}

#[inline(always)]
fn unpack(hit: u64) -> Hit {
    Hit {
        place: (hit >> 32) as u32,
        term: (hit >> 24 & 0xff) as usize,
        words: (hit >> 16 & 0xff) as u32,
        weight: (hit & 0xffff) as f32 / f32::from(WHOLE),
    }
}

/// What the hits of one passage count, and whether every term is among them.
fn score(hits: &[u64], sought: &Sought, weights: &[f32]) -> (f32, bool) {
    let mut best = [(0.0_f32, 0.0_f32); TERMS_MAX];
    let mut before: Option<Hit> = None;
    for hit in hits.iter().map(|hit| unpack(*hit)) {
        let (Some((best, beside)), Some(weight)) = (best.get_mut(hit.term), weights.get(hit.term)) else {
            continue;
        };
        *best = best.max(hit.weight * weight);
        if let Some(before) = before.filter(|before| before.term + 1 == hit.term && before.place < hit.place)
        {
            let between = hit.place.saturating_sub(before.place + before.words);
            if between <= NEAR_WORDS {
                let share = if between == 0 { BESIDE } else { NEAR };
                *beside =
                    beside.max(share * weight.min(weights[before.term]) * hit.weight.min(before.weight));
            }
        }
        before = Some(hit);
    }
    let best = &best[..weights.len().min(TERMS_MAX)];
    let every = best.iter().zip(&sought.terms).all(|((best, _), term)| *best > 0.0 || term.begun);
    let sum = best.iter().fold(0.0, |sum, (best, beside)| sum + best + beside);
    (if every { sum * TOGETHER } else { sum }, every)
}

/// Calls `push` with each place of one word of a phrase, and what it counts there.
fn each_place(
    search: Search<'_>,
    term: &Term,
    phrase: &[Spelling],
    number: usize,
    mut push: impl FnMut(u32, u16),
) {
    let asked = &phrase[number];
    let growing = term.growing && number + 1 == phrase.len();
    let longer = if growing { GROWING_PERCENT } else { BEGINNING_PERCENT };
    let longer_too = growing || search.part == Part::Title && phrase.len() == 1;
    search.segment.each(&asked.folded, longer_too, |entry| {
        if let Some(weight) = weight(search.sought, term, asked, &entry) {
            let weight = if entry.whole { weight } else { weight / 100 * longer };
            entry.each_place(|place| push(place, weight));
        }
        true
    });
}

/// Where a phrase begins, as `place << 16 | weight`, in order.
fn places(search: Search<'_>, term: &Term, phrase: &[Spelling]) -> Vec<u64> {
    let mut begins: Vec<u64> = Vec::new();
    for number in 0..phrase.len() {
        let mut places = Vec::new();
        each_place(search, term, phrase, number, |place, weight| {
            places.push(u64::from(place) << 16 | u64::from(weight));
        });
        places.sort();
        if number == 0 {
            begins = places;
        } else {
            begins.retain_mut(|begin| {
                follow(*begin, number as u64, &places, search.segment).inspect(|now| *begin = *now).is_some()
            });
        }
        if begins.is_empty() {
            break;
        }
    }
    begins
}

/// The phrase that begins at `begin`, when its next word stands `number` words later in the same passage.
fn follow(begin: u64, number: u64, places: &[u64], segment: &Segment) -> Option<u64> {
    let place = (begin >> 16) + number;
    let next = places
        .get(places.partition_point(|other| other >> 16 < place))
        .filter(|next| **next >> 16 == place)?;
    let passage = |place: u64| segment.passage_at(place as u32);
    let together = passage(begin >> 16) == passage(place);
    together.then_some(begin >> 16 << 16 | (begin & 0xffff).min(next & 0xffff))
}

fn weight(sought: &Sought, term: &Term, asked: &Spelling, entry: &Entry<'_>) -> Option<u16> {
    let spelt = if entry.whole { asked.is_spelt(entry.accents) } else { asked.begins(entry.accents) };
    if term.quoted && asked.accented() && !spelt {
        return None;
    }
    Some(if spelt || !sought.accented { WHOLE } else { OTHER_SPELLING })
}
