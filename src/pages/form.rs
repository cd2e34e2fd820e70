//! A field of a form: what is written, and what is wrong with it, said at the field.

use crate::domain::time::Day;
use crate::domain::words::{Line, Prose};
use crate::pages::words;
use crate::state::State;
use leptos::prelude::*;

/// A field of a form.
#[derive(Clone, Copy)]
pub struct FormField {
    /// What is written.
    pub value: RwSignal<String>,
    /// What is wrong with it.
    pub error: RwSignal<Option<String>>,
}

impl FormField {
    /// A field that holds `value`. What was wrong is forgotten as soon as something else is written.
    pub fn new(value: &str) -> Self {
        let field = Self { value: RwSignal::new(value.to_owned()), error: RwSignal::new(None) };
        Effect::new(move |before: Option<()>| {
            field.value.track();
            if before.is_some() && field.error.with_untracked(Option::is_some) {
                field.error.set(None);
            }
        });
        field
    }

    /// Says what is wrong.
    pub fn refuse(self, sentence: &str) {
        self.error.set(Some(sentence.to_owned()));
    }

    /// What is written, looked at without following it.
    pub fn text(self) -> String {
        self.value.get_untracked()
    }

    /// One line that must not be empty.
    pub fn line(self, state: State) -> Option<Line> {
        self.kept(Line::parse(&self.text()).map_err(|fault| state.words_sentence(fault)))
    }

    /// One line that must not be empty; `asks` names what is missing.
    pub fn asked_line(self, state: State, asks: &'static str) -> Option<Line> {
        if self.text().trim().is_empty() {
            return self.kept(Err(asks));
        }
        self.line(state)
    }

    /// One line that may be empty.
    pub fn optional_line(self, state: State) -> Option<Option<Line>> {
        self.kept(Line::optional(&self.text()).map_err(|fault| state.words_sentence(fault)))
    }

    /// A few paragraphs that may be empty.
    pub fn prose(self, state: State) -> Option<Prose> {
        self.kept(Prose::parse(&self.text()).map_err(|fault| state.words_sentence(fault)))
    }

    /// A few paragraphs that must not be empty.
    pub fn some_prose(self, state: State) -> Option<Prose> {
        let prose = self.prose(state)?;
        self.kept(if prose.is_empty() { Err(state.texts().faults().empty) } else { Ok(prose) })
    }

    /// The day as it is spoken: what the browser shows in the field follows the browser's language. Before there is
    /// one, `otherwise`.
    pub fn day_in_words(self, state: State, otherwise: &'static str) -> Signal<String> {
        Signal::derive(move || {
            let day = self.value.with(|text| Day::parse(text));
            day.map_or(otherwise.to_owned(), |day| words::long_day(state.texts(), day))
        })
    }

    /// A day that must be given; `sentence` says so.
    pub fn day(self, sentence: &'static str) -> Option<Day> {
        self.kept(Day::parse(&self.text()).map_err(|_| sentence))
    }

    /// A day that may be left out.
    pub fn optional_day(self, sentence: &'static str) -> Option<Option<Day>> {
        if self.text().is_empty() {
            return self.kept(Ok(None));
        }
        self.day(sentence).map(Some)
    }

    /// A number between `least` and `most`.
    pub fn number(self, least: u16, most: u16, sentence: &'static str) -> Option<u16> {
        let number = self.text().trim().parse().ok().filter(|number| (least..=most).contains(number));
        self.kept(number.ok_or(sentence))
    }

    /// Takes over what was read, or shows why not.
    pub fn kept<T>(self, read: Result<T, &'static str>) -> Option<T> {
        self.error.set(read.as_ref().err().map(|sentence| (*sentence).to_owned()));
        read.ok()
    }
}

/// One of a few, kept by its place among them.
#[derive(Clone, Copy)]
pub struct Chosen<T: 'static> {
    all: &'static [T],
    /// Its place.
    pub place: RwSignal<usize>,
}

impl<T: Copy + PartialEq> Chosen<T> {
    /// `value`, or the first one where it is not among them.
    pub fn new(all: &'static [T], value: T) -> Self {
        let chosen = Self { all, place: RwSignal::new(0) };
        chosen.set(value);
        chosen
    }

    /// What is chosen. Follows it.
    pub fn get(self) -> T {
        // A place behind the last one was written by a newer app.
        self.all[self.place.get().min(self.all.len() - 1)]
    }

    /// Chooses another one.
    pub fn set(self, value: T) {
        self.place.set(self.all.iter().position(|one| *one == value).unwrap_or(0));
    }
}

/// Passes on what was read from a form; when a field was refused, leads to the first one.
pub fn read_or_lead<T>(state: State, read: Option<T>) -> Option<T> {
    if read.is_none() {
        state.device().shell.focus_first_wrong();
    }
    read
}
