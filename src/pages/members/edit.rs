//! Entering or changing one member.

use super::devices::Devices;
use super::left::PutOff;
use crate::domain::id::MemberId;
use crate::domain::member::{Activity, Member, Membership, Office};
use crate::pages::form::{FormField, read_or_lead};
use crate::state::{Notice, State, use_state};
use crate::ui::{Banner, CommandButton, Dialog, Field, Select, Tone};
use leptos::prelude::*;

const OFFICES: [Office; 4] =
    [Office::Member, Office::BureauMember, Office::DeputySecretary, Office::Secretary];
const MEMBERSHIPS: [Membership; 2] = [Membership::Official, Membership::Probationary];

/// The dialog's form.
#[derive(Clone, Copy)]
pub struct Editing {
    open: RwSignal<bool>,
    known: RwSignal<Option<Member>>,
    /// A new member's id is drawn with the form, so that saving it twice enters one member.
    id: RwSignal<MemberId>,
    name: FormField,
    office: RwSignal<usize>,
    membership: RwSignal<usize>,
    activity: RwSignal<usize>,
    /// Somebody of this name is listed already: the secretary is asked.
    twin: RwSignal<bool>,
    busy: RwSignal<bool>,
}

impl Default for Editing {
    fn default() -> Self {
        Self {
            open: RwSignal::new(false),
            known: RwSignal::new(None),
            id: RwSignal::new(MemberId([0; MemberId::SIZE])),
            name: FormField::new(""),
            office: RwSignal::new(0),
            membership: RwSignal::new(0),
            activity: RwSignal::new(0),
            twin: RwSignal::new(false),
            busy: RwSignal::new(false),
        }
    }
}

fn place<T: PartialEq>(all: &[T], value: &T) -> usize {
    all.iter().position(|one| one == value).unwrap_or(0)
}

impl Editing {
    /// Opens the form for a known member, or for a new one.
    pub fn begin(self, state: State, member: Option<Member>) {
        let fresh = || state.handbook().map(|handbook| handbook.new_member());
        if let Some(id) = member.as_ref().map(|member| member.id).or_else(fresh) {
            self.id.set(id);
        }
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
        let Some(name) = read_or_lead(state, self.name.asked_line(state, state.texts().members().no_name))
        else {
            return;
        };
        let office = OFFICES[self.office.get_untracked()];
        let membership = MEMBERSHIPS[self.membership.get_untracked()];
        let activity = Activity::ALL[self.activity.get_untracked()];
        let id = self.id.get_untracked();
        let member = Member { id, name, office, membership, activity, devices: Vec::new() };
        self.busy.set(true);
        state.run(
            move |handbook| async move {
                if sure {
                    handbook.enter_member(member).await?;
                    return Ok(true);
                }
                Ok(handbook.enter_unless_listed(&[member]).await? > 0)
            },
            move |outcome| {
                self.busy.try_set(false);
                match outcome {
                    Ok(entered) => {
                        self.twin.try_set(!entered);
                        self.open.try_set(!entered);
                    }
                    Err(fault) => state.say(Notice::Fault(fault)),
                }
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
                    <CommandButton
                        label=state.texts().members().twin_yes
                        busy=editing.busy
                        on_press=move || editing.save(state, true)
                    />
                </Banner>
            </Show>
            <CommandButton
                label=state.texts().shell().save
                kind="primary"
                busy=editing.busy
                on_press=move || editing.save(state, false)
            />
            {move || {
                editing
                    .known
                    .get()
                    .map(|member| {
                        view! {
                            <Devices member=member.id />
                            <PutOff member=member.id on_done=move || editing.open.set(false) />
                        }
                    })
            }}
        </Dialog>
    }
}
