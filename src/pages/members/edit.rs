//! Entering or changing one member.

use super::devices::Devices;
use crate::domain::member::{Activity, Member, Membership, Office};
use crate::domain::text::lower;
use crate::pages::form::FormField;
use crate::state::{Notice, State, use_state};
use crate::ui::{Banner, Dialog, Field, Select, Tone};
use leptos::prelude::*;

const OFFICES: [Office; 4] =
    [Office::Member, Office::BureauMember, Office::DeputySecretary, Office::Secretary];
const MEMBERSHIPS: [Membership; 2] = [Membership::Official, Membership::Probationary];

/// The dialog's form.
#[derive(Clone, Copy)]
pub struct Editing {
    open: RwSignal<bool>,
    known: RwSignal<Option<Member>>,
    name: FormField,
    office: RwSignal<usize>,
    membership: RwSignal<usize>,
    activity: RwSignal<usize>,
    /// Somebody of this name is listed already: the secretary is asked.
    twin: RwSignal<bool>,
}

impl Default for Editing {
    fn default() -> Self {
        Self {
            open: RwSignal::new(false),
            known: RwSignal::new(None),
            name: FormField::new(""),
            office: RwSignal::new(0),
            membership: RwSignal::new(0),
            activity: RwSignal::new(0),
            twin: RwSignal::new(false),
        }
    }
}

fn place<T: PartialEq>(all: &[T], value: &T) -> usize {
    all.iter().position(|one| one == value).unwrap_or(0)
}

impl Editing {
    /// Opens the form for a known member, or for a new one.
    pub fn begin(self, member: Option<Member>) {
        self.name.value.set(member.as_ref().map(|member| member.name.to_string()).unwrap_or_default());
        self.name.error.set(None);
        self.office.set(member.as_ref().map_or(0, |member| place(&OFFICES, &member.office)));
        self.membership.set(member.as_ref().map_or(0, |member| place(&MEMBERSHIPS, &member.membership)));
        self.activity.set(member.as_ref().map_or(0, |member| place(&Activity::ALL, &member.activity)));
        self.twin.set(false);
        self.known.set(member);
        self.open.set(true);
    }

    /// Saves; asks first when the name is listed already, unless the secretary is `sure`.
    fn save(self, state: State, sure: bool) {
        let Some(name) = self.name.line(state) else {
            return;
        };
        let known = self.known.get_untracked();
        let id = known.as_ref().map(|member| member.id);
        let same =
            |other: &Member| Some(other.id) != id && lower(other.name.as_str()) == lower(name.as_str());
        let twin = untrack(|| {
            state.with(|memory| memory.fold().roster().is_some_and(|roster| roster.members.iter().any(same)))
        });
        if twin == Some(true) && !sure {
            self.twin.set(true);
            return;
        }
        let office = OFFICES[self.office.get_untracked()];
        let membership = MEMBERSHIPS[self.membership.get_untracked()];
        let activity = Activity::ALL[self.activity.get_untracked()];
        state.run(
            move |handbook| async move {
                let id = id.unwrap_or_else(|| handbook.new_member());
                handbook
                    .enter_member(Member { id, name, office, membership, activity, devices: Vec::new() })
                    .await
            },
            move |outcome| match outcome {
                Ok(()) => self.open.set(false),
                Err(fault) => state.say(Notice::Fault(fault)),
            },
        );
    }
}

/// The dialog.
#[component]
pub fn EditMember(editing: Editing) -> impl IntoView {
    let state = use_state();
    let title = move || {
        let texts = state.texts().members();
        if editing.known.with(Option::is_some) { texts.edit_title } else { texts.add }
    };
    let offices = OFFICES.map(state.texts().nouns().office);
    let memberships = MEMBERSHIPS.map(state.texts().nouns().membership);
    let activities = Activity::ALL.map(state.texts().nouns().activity);
    view! {
        <Dialog
            id="edit-member"
            title=Signal::derive(move || title().to_owned())
            open=editing.open
            close_label=state.texts().shell().close
        >
            <Field
                id="member-name"
                label=state.texts().members().name
                hint=state.texts().members().name_hint
                value=editing.name.value
                error=editing.name.error
            />
            <Select
                id="member-membership"
                label=state.texts().members().membership
                options=memberships.to_vec()
                chosen=editing.membership
            />
            <Select
                id="member-activity"
                label=state.texts().members().activity
                options=activities.to_vec()
                chosen=editing.activity
            />
            <Select
                id="member-office"
                label=state.texts().members().office
                options=offices.to_vec()
                chosen=editing.office
            />
            <Show when=move || editing.twin.get()>
                <Banner
                    tone=Tone::Warn
                    icon="people"
                    title=state.texts().members().twin
                    text=state.texts().members().twin_text
                >
                    <button class="button" type="button" on:click=move |_| editing.save(state, true)>
                        {state.texts().members().twin_yes}
                    </button>
                </Banner>
            </Show>
            <button
                class="button"
                data-kind="primary"
                type="button"
                on:click=move |_| editing.save(state, false)
            >
                {state.texts().shell().save}
            </button>
            {move || editing.known.get().map(|member| view! { <Devices member=member.id /> })}
        </Dialog>
    }
}
