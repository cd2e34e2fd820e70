//! Who speaks, what it is, and the words.

use super::hall::{Hall, Undone, names};
use super::theme::Beforehand;
use crate::domain::proceedings::{Opinion, OpinionKind, Speaker};
use crate::domain::text::{NameFit, name_fit};
use crate::domain::words::Line;
use crate::pages::autosave::SavedTag;
use crate::state::{State, use_state};
use crate::ui::{CommandButton, Dialog, Field, Icon, TextArea};
use leptos::prelude::*;

/// The dialog.
#[component]
pub fn SpeechDialog(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let speech = hall.speech;
    let known = Memo::new(move |_| speech.known());
    let title = move || if known.with(Option::is_some) { texts.edit_opinion } else { texts.add_speaker };
    view! {
        <Dialog
            id="speech"
            title=Signal::derive(move || title().to_owned())
            open=speech.open
            close_label=state.texts().shell().close
        >
            <Speakers hall />
            <Show
                when=move || !speech.choosing.get()
                fallback=move || view! { <Chooser hall /> }
            >
                <Kinds hall />
                <Beforehand hall />
                <TextArea
                    id="speech-text"
                    label=texts.words
                    value=speech.text.value
                    error=speech.text.error
                />
                <SavedTag autosave=speech.autosave />
                <div class="cluster">
                    <CommandButton
                        label=texts.enter
                        icon="check"
                        kind="primary"
                        busy=speech.saving
                        on_press=move || speech.save()
                    />
                    <Drop hall />
                </div>
                <Show when=move || known.with(Option::is_some)>
                    <Merge hall known />
                </Show>
            </Show>
        </Dialog>
    }
}

/// Those who say it; a tap takes one out again.
#[component]
fn Speakers(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let speech = hall.speech;
    let chip = move |speaker: Speaker| {
        let name = names(state, std::slice::from_ref(&speaker));
        let label = [texts.take_out, ": ", &name].concat();
        view! {
            <button
                class="chip"
                data-wrap="true"
                type="button"
                aria-label=label
                on:click=move |_| speech.remove(&speaker)
            >
                {name}
                <Icon name="cross" />
            </button>
        }
    };
    view! {
        <div class="cluster" role="group" aria-label=texts.speakers>
            {move || speech.by.get().into_iter().map(chip).collect_view()}
            <Show when=move || !speech.choosing.get()>
                <button
                    class="button"
                    data-kind="quiet"
                    type="button"
                    on:click=move |_| speech.choosing.set(true)
                >
                    <Icon name="plus" />
                    {texts.another_speaker}
                </button>
            </Show>
        </div>
    }
}

/// Members who are there, the others, guests: those whose name fits what is looked for, else those where it nearly does.
fn found(hall: Hall) -> (NameFit, Vec<Speaker>) {
    let whole = fitting(hall, NameFit::Whole);
    if whole.is_empty() { (NameFit::Nearly, fitting(hall, NameFit::Nearly)) } else { (NameFit::Whole, whole) }
}

fn fitting(hall: Hall, fit: NameFit) -> Vec<Speaker> {
    let wanted = hall.speech.search.get();
    let fits = |name: &str| name_fit(&wanted, name) == fit;
    let members = hall.floor.members.get();
    let (there, away): (Vec<_>, Vec<_>) = hall.floor.roll.with(|roll| {
        members
            .into_iter()
            .filter(|member| fits(member.name.as_str()))
            .partition(|member| roll.present(member.id))
    });
    let guests = hall.run.with(|run| run.guests.clone());
    let guests = guests.into_iter().filter(|guest| fits(guest.as_str())).map(Speaker::Guest);
    let members = |members: Vec<crate::domain::member::Member>| {
        members.into_iter().map(|member| Speaker::Member(member.id))
    };
    let taken = hall.speech.by.get();
    members(there).chain(guests).chain(members(away)).filter(|speaker| !taken.contains(speaker)).collect()
}

#[component]
fn Chooser(hall: Hall) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let speech = hall.speech;
    let found = Memo::new(move |_| found(hall));
    let row = move |speaker: Speaker| {
        let name = names(state, std::slice::from_ref(&speaker));
        let note = match &speaker {
            Speaker::Guest(_) => texts.guest,
            Speaker::Member(member) if hall.floor.roll.with(|roll| roll.present(*member)) => "",
            Speaker::Member(_) => texts.not_there,
        };
        view! {
            <li>
                <button class="row" type="button" on:click=move |_| speech.add(speaker.clone())>
                    <span class="row__body">
                        <span class="row__title">{name}</span>
                        {(!note.is_empty()).then(|| view! { <span class="row__note">{note}</span> })}
                    </span>
                </button>
            </li>
        }
    };
    let guest = Memo::new(move |_| speech.search.with(|search| Line::optional(search).ok().flatten()));
    let on_guest = move || {
        let Some(name) = guest.get_untracked() else {
            return;
        };
        speech.add(Speaker::Guest(name.clone()));
        hall.run.enter(move |run| {
            run.put_guest(name.clone());
            Ok(())
        });
    };
    view! {
        <Field
            id="speaker-search"
            label=texts.search
            hint=texts.search_hint
            value=speech.search
        />
        <Show when=move || found.with(|(_, found)| !found.is_empty())>
            <ul class="sheet rows">{move || found.get().1.into_iter().map(row).collect_view()}</ul>
        </Show>
        <Show when=move || found.with(|(fit, _)| *fit != NameFit::Whole) && guest.with(Option::is_some)>
            <p class="note">{texts.nobody_found}</p>
            <CommandButton label=texts.add_as_guest icon="plus" on_press=on_guest />
        </Show>
    }
}

#[component]
fn Kinds(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().run();
    let kind = hall.speech.kind;
    let chip = move |of: OpinionKind| {
        view! {
            <button
                class="chip"
                data-wrap="true"
                type="button"
                aria-pressed=move || (kind.get() == of).to_string()
                on:click=move |_| kind.set(of)
            >
                {(texts.opinion_kind)(of)}
            </button>
        }
    };
    view! {
        <div class="cluster" role="group" aria-label=texts.kind>
            {OpinionKind::ALL.map(chip).collect_view()}
        </div>
    }
}

/// Forgets what is typed, or takes the entered opinion out.
#[component]
fn Drop(hall: Hall) -> impl IntoView {
    let texts = use_state().texts().run();
    let speech = hall.speech;
    let on_press = move || {
        // Words that were not entered can be had back as well.
        let gone = untrack(|| speech.known()).or_else(|| speech.read());
        speech.clear();
        if let Some(opinion) = gone {
            let id = opinion.id;
            hall.undone.set(Some(Undone::Opinion(opinion)));
            hall.run.enter(move |run| {
                run.opinions.retain(|known| known.id != id);
                Ok(())
            });
        }
    };
    view! { <CommandButton label=texts.remove icon="trash" on_press=on_press /> }
}

/// `Đinh Văn Quý: góp ý lịch trực…`
pub fn excerpt(state: State, opinion: &Opinion) -> String {
    let words = if opinion.text.is_empty() {
        (state.texts().run().opinion_kind)(opinion.kind).to_lowercase()
    } else {
        opinion.text.to_string()
    };
    [&names(state, &opinion.by), ": ", &words].concat()
}

/// The others of the step, to be made one with this.
#[component]
fn Merge(hall: Hall, known: Memo<Option<Opinion>>) -> impl IntoView {
    let state = use_state();
    let texts = state.texts().run();
    let others = Memo::new(move |_| {
        let Some(known) = known.get() else {
            return Vec::new();
        };
        let other = |opinion: &&Opinion| opinion.step == known.step && opinion.id != known.id;
        hall.run.with(|run| run.opinions.iter().filter(other).cloned().collect::<Vec<_>>())
    });
    let merge = move |other: Opinion| {
        // What was changed a moment ago is kept with it.
        let (Some(kept), Some(changed)) = (known.get_untracked(), hall.speech.read()) else {
            return;
        };
        let (keep, same) = (kept.id, other.id);
        hall.speech.clear();
        hall.undone.set(Some(Undone::Merged(kept, other)));
        hall.run.enter(move |run| {
            run.put_opinion(changed.clone())?;
            run.merge_opinions(keep, same);
            Ok(())
        });
    };
    let row = move |other: Opinion| {
        let words = excerpt(state, &other);
        view! {
            <li>
                <button class="row" type="button" on:click=move |_| merge(other.clone())>
                    <span class="row__body">{words}</span>
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || others.with(|others| !others.is_empty())>
            <section class="stack" aria-labelledby="merge">
                <h3 id="merge">{texts.merge}</h3>
                <p class="note">{texts.merge_note}</p>
                <ul class="sheet rows">{move || others.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
