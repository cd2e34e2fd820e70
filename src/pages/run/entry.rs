//! Words that are an entry as soon as they are typed: no button, and a kill loses at most the word being typed.

use crate::domain::proceedings::Proceedings;
use crate::domain::words::{Line, Prose, WordsFault};
use crate::pages::autosave::{Autosave, Kept, SavedTag, Saving};
use crate::record::Flaw;
use crate::state::{Run, State, use_state};
use crate::sync::{Fault, Handbook};
use crate::ui::TextArea;
use leptos::prelude::*;
use std::rc::Rc;

/// Where words of a meeting go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// What was reported in the step at this place.
    Note(usize),
    /// tình hình tư tưởng
    Ideology,
    /// kết quả thực hiện nhiệm vụ chính trị
    Politics,
    /// hạn chế và nguyên nhân
    Weaknesses,
    /// nhiệm vụ tháng tới, one line each
    NextMonth,
    /// kết luận
    Conclusion,
    /// What came of the remedies of the meeting before.
    Remedied,
}

impl Slot {
    fn read(self, run: &Proceedings) -> String {
        let findings = &run.findings;
        match self {
            Self::Note(place) => run.steps.get(place).map(|step| step.note.to_string()).unwrap_or_default(),
            Self::Ideology => findings.ideology.to_string(),
            Self::Politics => findings.politics.to_string(),
            Self::Weaknesses => findings.weaknesses.to_string(),
            Self::NextMonth => findings.next_month.iter().map(Line::as_str).collect::<Vec<_>>().join("\n"),
            Self::Conclusion => findings.conclusion.to_string(),
            Self::Remedied => run.remedied.as_ref().map(|found| found.result.to_string()).unwrap_or_default(),
        }
    }

    fn write(self, run: &mut Proceedings, words: &str) -> Result<(), WordsFault> {
        if self == Self::NextMonth {
            let lines = words.lines().filter_map(|line| Line::optional(line).transpose());
            run.findings.next_month = lines.collect::<Result<_, _>>()?;
            return Ok(());
        }
        let words = Prose::parse(words)?;
        let findings = &mut run.findings;
        let slot = match self {
            Self::Note(place) => match run.steps.get_mut(place) {
                Some(step) => &mut step.note,
                None => return Ok(()),
            },
            Self::Remedied => match &mut run.remedied {
                Some(found) => &mut found.result,
                None => return Ok(()),
            },
            Self::Ideology => &mut findings.ideology,
            Self::Politics => &mut findings.politics,
            Self::Weaknesses => &mut findings.weaknesses,
            Self::NextMonth | Self::Conclusion => &mut findings.conclusion,
        };
        *slot = words;
        Ok(())
    }
}

/// Keeps what `read` gives as an entry: `enter` parses it and says what to do, or what is wrong with it. `refuse` shows
/// the sentence, or takes it away; by then the page may be gone.
pub fn keep_entry(
    state: State,
    read: impl Fn() -> String + 'static,
    enter: impl Fn(Rc<Handbook>, &str) -> Result<Saving, &'static str> + 'static,
    refuse: impl Fn(Option<&'static str>) + Clone + 'static,
) -> Autosave {
    let keep = move |handbook: Rc<Handbook>, bytes: Vec<u8>| -> Saving<Kept> {
        let refuse = refuse.clone();
        match enter(handbook, &String::from_utf8_lossy(&bytes)) {
            Err(sentence) => {
                refuse(Some(sentence));
                Box::pin(async { Ok(Kept::Refused) })
            }
            Ok(saving) => Box::pin(async move {
                match saving.await {
                    Ok(()) => {
                        refuse(None);
                        state.changed();
                        state.device().shell.tell_tabs();
                        Ok(Kept::Stored)
                    }
                    Err(fault @ (Fault::Proceedings(_) | Fault::Outcome(_))) => {
                        refuse(Some(state.sentence(fault)));
                        Ok(Kept::Refused)
                    }
                    Err(fault) => Err(fault),
                }
            }),
        }
    };
    Autosave::entry(state, move || Some(read().into_bytes()), keep)
}

/// Follows what is entered elsewhere as long as nothing else is typed here; gives what was last entered.
pub fn follow(value: RwSignal<String>, entered: Memo<String>, autosave: Autosave) {
    let last = StoredValue::new(untrack(|| entered.get()));
    Effect::new(move |_| {
        let now = entered.get();
        let untouched = value.with_untracked(|value| last.with_value(|last| value == last));
        if untouched && last.with_value(|last| *last != now) {
            value.set(now.clone());
        }
        last.set_value(now);
    });
    Effect::new(move |before: Option<()>| {
        let typed = value.with(|value| last.with_value(|last| value != last));
        if before.is_some() && typed {
            autosave.touch();
        }
    });
}

/// A few words of the meeting, kept as they are typed.
#[component]
pub fn Jot(
    run: Run,
    of: Slot,
    /// Unique on the page.
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
) -> impl IntoView {
    let state = use_state();
    let entered = Memo::new(move |_| run.with(|run| of.read(run)));
    let value = RwSignal::new(untrack(|| entered.get()));
    let error: RwSignal<Option<String>> = RwSignal::new(None);
    let meeting = run.meeting;
    let enter = move |handbook: Rc<Handbook>, words: &str| -> Result<Saving, &'static str> {
        of.write(&mut Proceedings::empty(meeting), words).map_err(|fault| state.words_sentence(fault))?;
        let words = words.to_owned();
        let edit = move |run: &mut Proceedings| {
            of.write(run, &words).map_err(|fault| Fault::Flaw(Flaw::BadWords(fault)))
        };
        Ok(Box::pin(async move { handbook.edit_proceedings(meeting, edit).await }))
    };
    let refuse = move |sentence: Option<&'static str>| {
        error.try_set(sentence.map(str::to_owned));
    };
    let autosave = keep_entry(state, move || value.get_untracked(), enter, refuse);
    follow(value, entered, autosave);
    view! {
        <div class="stack" data-gap="tight">
            <TextArea
                id
                label
                hint
                value
                error
            />
            <SavedTag autosave />
        </div>
    }
}
