//! The way to a Word file as it was circulated: other apps show it, this one reads its words.

use super::name;
use crate::domain::document::Document;
use crate::ports::device::Sharing;
use crate::state::{Notice, use_state};
use crate::ui::CommandButton;
use leptos::prelude::*;
use leptos::task::spawn_local;

const MEDIA: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The bar below: hands the file to another app, or saves it.
#[component]
pub fn WordBar(document: Document) -> impl IntoView {
    let state = use_state();
    let texts = state.texts();
    let busy = RwSignal::new(false);
    let told = RwSignal::new("");
    let file = document.file;
    let title = [&name(texts, &document).replace('/', "-"), ".docx"].concat();
    let on_press = move || {
        busy.set(true);
        let title = title.clone();
        state.open_file(
            file,
            || {},
            move |bytes| match bytes {
                Err(fault) => {
                    busy.try_set(false);
                    state.say(Notice::Fault(fault));
                }
                Ok(bytes) => spawn_local(async move {
                    let files = state.tools().files;
                    let shared = files.share(&title, MEDIA, &bytes).await;
                    let refused = matches!(shared, Sharing::Refused | Sharing::Unsupported);
                    if refused && !files.save(&title, MEDIA, &bytes) {
                        told.try_set(texts.library().original_not_saved);
                    }
                    busy.try_set(false);
                }),
            },
        );
    };
    view! {
        <footer class="action-bar" data-player="true">
            <div class="action-bar__inner">
                <p role="status">{move || told.get()}</p>
                <CommandButton label=texts.library().original_word icon="download" busy on_press />
            </div>
        </footer>
    }
}
