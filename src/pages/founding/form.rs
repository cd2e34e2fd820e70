//! The two steps that are filled in.

use crate::domain::org::BranchKind;
use crate::exchange::invitation::HostingLink;
use crate::pages::form::FormField;
use crate::state::{State, use_state};
use crate::sync::Founding;
use crate::ui::{Banner, Choice, ChoiceItem, Field, TextArea, Tone};
use leptos::prelude::*;

const KINDS: [BranchKind; 6] = [
    BranchKind::Residential,
    BranchKind::Agency,
    BranchKind::StateEnterprise,
    BranchKind::PrivateEnterprise,
    BranchKind::School,
    BranchKind::ArmedForces,
];

/// What is filled in.
#[derive(Clone, Copy)]
pub struct Form {
    name: FormField,
    superior: FormField,
    locality: FormField,
    kind: RwSignal<BranchKind>,
    secretary: FormField,
    hosting: FormField,
    /// The link came with the address; its code is shown only to whoever wants to change it.
    hosting_came: RwSignal<bool>,
}

impl Form {
    /// An empty form, or one that came with a hosting link.
    pub fn new(hosting: Option<String>) -> Self {
        let link = hosting.filter(|text| HostingLink::parse(text).is_ok());
        Self {
            name: FormField::new(""),
            superior: FormField::new(""),
            locality: FormField::new(""),
            kind: RwSignal::new(BranchKind::Residential),
            secretary: FormField::new(""),
            hosting_came: RwSignal::new(link.is_some()),
            hosting: FormField::new(&link.unwrap_or_default()),
        }
    }

    /// Whether the first step is complete; says what is missing.
    pub fn branch_is_complete(self, state: State) -> bool {
        let texts = state.texts().founding();
        let fields = [
            (self.name, texts.no_name),
            (self.superior, texts.no_superior),
            (self.locality, texts.no_locality),
        ];
        // Every field says what is missing, not only the first one.
        fields.map(|(field, asks)| field.asked_line(state, asks).is_some()) == [true; 3]
    }

    /// What to found, when everything is complete.
    pub fn read(self, state: State) -> Option<Founding> {
        let (secretary, hosting) = (
            self.secretary.asked_line(state, state.texts().founding().no_secretary),
            self.hosting_link(state),
        );
        Some(Founding {
            name: self.name.line(state)?,
            superior: self.superior.line(state)?,
            kind: self.kind.get_untracked(),
            locality: self.locality.line(state)?,
            secretary: secretary?,
            hosting: hosting?,
        })
    }

    fn hosting_link(self, state: State) -> Option<Option<HostingLink>> {
        let text = self.hosting.text();
        if text.trim().is_empty() {
            return self.hosting.kept(Ok(None));
        }
        self.hosting
            .kept(HostingLink::parse(&text).map(Some).map_err(|_| state.texts().founding().bad_hosting))
    }
}

/// What the branch is called, whom it reports to, where it is.
#[component]
pub fn BranchFields(form: Form) -> impl IntoView {
    let state = use_state();
    let name = state.texts().nouns().branch_kind;
    let kinds = KINDS.map(|kind| ChoiceItem { value: kind, title: name(kind), note: String::new() }).to_vec();
    view! {
        <Field
            id="branch"
            label=state.texts().founding().name
            hint=state.texts().founding().name_hint
            value=form.name.value
            error=form.name.error
        />
        <Field
            id="superior"
            label=state.texts().founding().superior
            hint=state.texts().founding().superior_hint
            value=form.superior.value
            error=form.superior.error
        />
        <Field
            id="locality"
            label=state.texts().founding().locality
            hint=state.texts().founding().locality_hint
            value=form.locality.value
            error=form.locality.error
        />
        <section class="stack">
            <p class="field__label" aria-hidden="true">
                {state.texts().founding().kind}
            </p>
            <Choice
                label=state.texts().founding().kind
                items=kinds
                chosen=form.kind
                on_choose=move |kind| form.kind.set(kind)
            />
        </section>
    }
}

/// Who leads the branch, and where its files lie.
#[component]
pub fn SecretaryFields(form: Form) -> impl IntoView {
    let state = use_state();
    let without = move || form.hosting.value.with(|link| link.trim().is_empty());
    view! {
        <Field
            id="secretary"
            label=state.texts().founding().secretary
            value=form.secretary.value
            error=form.secretary.error
        />
        <Show
            when=move || form.hosting_came.get()
            fallback=move || {
                view! {
                    <TextArea
                        id="hosting"
                        label=state.texts().founding().hosting
                        hint=state.texts().founding().hosting_hint
                        value=form.hosting.value
                        error=form.hosting.error
                    />
                }
            }
        >
            <Banner
                tone=Tone::Ok
                icon="check-circle"
                title=state.texts().founding().hosting_came
            >
                <button class="button" type="button" on:click=move |_| form.hosting_came.set(false)>
                    {state.texts().founding().hosting_change}
                </button>
            </Banner>
        </Show>
        <Show when=without>
            <Banner
                tone=Tone::Neutral
                icon="info"
                title=state.texts().founding().without_hosting
                text=state.texts().founding().without_hosting_text
            />
        </Show>
    }
}
