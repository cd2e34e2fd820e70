//! What the library shows: the documents in memory, sieved and grouped, or what a search found. What a document is
//! called is read once, not at each letter that is typed.

use crate::domain::document::Document;
use crate::domain::id::ThingId;
use crate::domain::meeting::Meeting;
use crate::domain::order::sorted;
use crate::library::index::{Candidate, Found, Segment, Sought, find};
use crate::state::{Looking, Searching, Sieve, State, use_searching};
use crate::sync::Memory;
use leptos::prelude::*;
use std::cmp::Reverse;

/// A document and what it is found by.
#[derive(Clone, PartialEq)]
pub struct Entry {
    document: Document,
    title: Segment,
    /// Whether the next meeting names it.
    due: bool,
}

/// A document that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown {
    /// Its place in `entries`.
    place: usize,
    hit: Option<Hit>,
}

/// What was found in the text of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The best passage.
    pub passage: usize,
    /// How many passages have everything that is looked for.
    pub mentions: usize,
}

/// Documents under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Empty for the results of a search.
    pub heading: String,
    /// How many, how large.
    pub note: String,
    /// In the order in which they are shown.
    pub documents: Vec<Document>,
}

/// The library's signals.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// Documents in order: papers of the next meeting as the notice names them, then the newest first.
    pub entries: Memo<Vec<Entry>>,
    /// What stands in the search field.
    pub typed: RwSignal<String>,
    /// What is looked for.
    pub sought: Memo<Sought>,
    /// Which are wanted.
    pub sieve: RwSignal<Sieve>,
    /// Those that are shown, in order.
    shown: Memo<Vec<Shown>>,
}

fn next_meeting(memory: &Memory, state: State) -> Option<&Meeting> {
    memory.fold().next_meeting(state.now().wall())
}

fn entries(memory: &Memory, state: State) -> Vec<Entry> {
    let due: &[ThingId] = next_meeting(memory, state).map_or(&[], |meeting| &meeting.documents);
    let place = |id: ThingId| due.iter().position(|other| *other == id);
    let rank = |document: &Document| {
        let place = place(document.id);
        (place.is_none(), place, Reverse(document.issued_on), document.id)
    };
    let documents = sorted(memory.fold().documents(), |a, b| rank(a).cmp(&rank(b)));
    let entry = |document: &Document| Entry {
        title: Segment::of_title(document),
        due: place(document.id).is_some(),
        document: document.clone(),
    };
    documents.into_iter().map(entry).collect()
}

/// Of the entries at `places` those that have what is looked for, the best first.
fn search(sought: &Sought, searching: Searching, entries: &[Entry], places: &[usize]) -> Vec<Shown> {
    searching.words().with(|words| {
        let candidate = |place: &usize| Candidate {
            title: &entries[*place].title,
            text: Searching::words_of(words, &entries[*place].document),
        };
        let candidates: Vec<Candidate<'_>> = places.iter().map(candidate).collect();
        let shown = |found: Found| Shown {
            place: places[found.candidate],
            hit: found.spots.first().map(|spot| Hit { passage: spot.passage, mentions: found.mentions }),
        };
        find(sought, &candidates).into_iter().map(shown).collect()
    })
}

impl Shelf {
    /// The signals of one visit; what is looked for outlives it.
    pub fn new(state: State) -> Self {
        let entries = Memo::new(move |_| state.with(|memory| entries(memory, state)).unwrap_or_default());
        let Looking { typed, sieve } = state.looking();
        let searching = use_searching();
        let sought = Memo::new(move |_| typed.with(|typed| Sought::parse(typed)));
        let shown = Memo::new(move |_| {
            let sieve = sieve.get();
            let wanted = |entry: &Entry| match sieve {
                Sieve::All => true,
                Sieve::NextMeeting => entry.due,
                Sieve::Unread => !state.read_mark(entry.document.id).finished(),
                Sieve::Saved => state.saved(entry.document.file.blob),
            };
            entries.with(|entries| {
                let places =
                    entries.iter().enumerate().filter(|(_, entry)| wanted(entry)).map(|(place, _)| place);
                sought.with(|sought| match sought.is_empty() {
                    true => places.map(|place| Shown { place, hit: None }).collect(),
                    false => search(sought, searching, entries, &places.collect::<Vec<_>>()),
                })
            })
        });
        Self { entries, typed, sought, sieve, shown }
    }

    /// How many documents are shown.
    pub fn count(self) -> usize {
        self.shown.with(Vec::len)
    }

    /// What was found in the text of a document.
    pub fn hit(self, document: ThingId) -> Option<Hit> {
        self.entries.with(|entries| {
            let of =
                |shown: &&Shown| entries.get(shown.place).is_some_and(|entry| entry.document.id == document);
            self.shown.with(|shown| shown.iter().find(of)?.hit)
        })
    }

    /// How many documents are on this device, and their bytes.
    pub fn saved(self, state: State) -> (usize, u32) {
        let (mut count, mut bytes) = (0, 0_u32);
        self.entries.with(|entries| {
            for entry in entries.iter().filter(|entry| state.saved(entry.document.file.blob)) {
                count += 1;
                bytes = bytes.saturating_add(entry.document.file.bytes);
            }
        });
        (count, bytes)
    }

    /// The first `rows` of what is shown, under their headings; results of a search have none.
    pub fn groups(self, state: State, rows: usize) -> Vec<Group> {
        let texts = state.texts();
        let searching = self.sought.with(|sought| !sought.is_empty());
        let day =
            state.with(|memory| next_meeting(memory, state).map(|meeting| meeting.starts.day)).flatten();
        let (due, others): (Vec<Document>, Vec<Document>) = self.entries.with(|entries| {
            let shown = self.shown.get();
            let shown = shown.into_iter().take(rows).filter_map(|shown| entries.get(shown.place));
            let (due, others): (Vec<&Entry>, Vec<&Entry>) = shown.partition(|entry| entry.due && !searching);
            let documents = |entries: &[&Entry]| entries.iter().map(|entry| entry.document.clone()).collect();
            (documents(&due), documents(&others))
        });
        let mut groups = Vec::new();
        if let (false, Some(day)) = (due.is_empty(), day) {
            let bytes = due.iter().fold(0_u32, |sum, document| sum.saturating_add(document.file.bytes));
            groups.push(Group {
                heading: (texts.library().of_meeting)(&day.to_dmy()[..5]),
                note: (texts.library().group_size)(due.len(), &(texts.nouns().size)(bytes)),
                documents: due,
            });
        }
        if !others.is_empty() {
            let heading = match (searching, groups.is_empty()) {
                (true, _) => "",
                (false, true) => texts.library().everything,
                (false, false) => texts.library().others,
            };
            groups.push(Group { heading: heading.to_owned(), note: String::new(), documents: others });
        }
        groups
    }
}
