//! Nơi lưu trữ: where the files of the branch lie, and the link of another place, or of the same for a new device.

use crate::exchange::invitation::HostingLink;
use crate::pages::form::FormField;
use crate::state::use_state;
use crate::ui::TextArea;
use leptos::prelude::*;

#[component]
pub(super) fn HostingForm() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().secretaries();
    let link = FormField::new("");
    let done = RwSignal::new(false);
    let place = move || {
        let hosting = state.with(|memory| memory.identity().hosting(memory.fold())).flatten();
        hosting.map_or(texts.no_hosting.to_owned(), |hosting| hosting.base_url.as_str().to_owned())
    };
    let on_host = move |_| {
        let read = HostingLink::parse(&link.text()).map_err(|_| state.texts().founding().bad_hosting);
        if let Some(read) = link.kept(read) {
            state.run_or_say(
                move |handbook| async move { handbook.host(read).await },
                move |()| {
                    link.value.set(String::new());
                    done.set(true);
                },
            );
        }
    };
    view! {
        <section class="stack" aria-labelledby="hosting-title">
            <h2 id="hosting-title">{texts.hosting}</h2>
            <p class="note">{place}</p>
            <TextArea
                id="hosting"
                label=texts.link
                hint=texts.link_hint
                value=link.value
                error=link.error
            />
            <button class="button" type="button" on:click=on_host>
                {texts.host}
            </button>
            <p role="status">{move || done.get().then_some(texts.hosted)}</p>
        </section>
    }
}
