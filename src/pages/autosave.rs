//! Keeps what is being written: a moment after the last change, and when the page is left.

use crate::domain::time::Moment;
use crate::state::{Notice, State, use_state};
use crate::ui::{Tag, Tone};
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// A change is written down after this much quiet.
const QUIET: Duration = Duration::from_millis(400);

/// Keeps one draft.
#[derive(Clone, Copy)]
pub struct Autosave {
    keeper: StoredValue<Rc<Keeper>, LocalStorage>,
    saved_at: RwSignal<Option<Moment>>,
}

/// Outlives the page for as long as a save is under way.
struct Keeper {
    state: State,
    name: String,
    read: Box<dyn Fn() -> Option<Vec<u8>>>,
    saved_at: RwSignal<Option<Moment>>,
    changes: Cell<u32>,
    dirty: Cell<bool>,
    waiting: RefCell<Option<Vec<u8>>>,
    busy: Cell<bool>,
    closed: Cell<bool>,
}

impl Autosave {
    /// Keeps the draft `name`; `read` gives its bytes, or nothing while they are not fit to be kept. To be made in
    /// the body of a component, whose end is the last moment to save.
    pub fn new(state: State, name: String, read: impl Fn() -> Option<Vec<u8>> + 'static) -> Self {
        let saved_at = RwSignal::new(None);
        let keeper = Keeper {
            state,
            name,
            read: Box::new(read),
            saved_at,
            changes: Cell::new(0),
            dirty: Cell::new(false),
            waiting: RefCell::new(None),
            busy: Cell::new(false),
            closed: Cell::new(false),
        };
        let autosave = Self { keeper: StoredValue::new_local(Rc::new(keeper)), saved_at };
        on_cleanup(move || {
            if let Some(keeper) = autosave.keeper.try_get_value() {
                keeper.save();
                // What `read` reads is gone after this.
                keeper.dirty.set(false);
            }
        });
        autosave
    }

    /// Something has changed.
    pub fn touch(self) {
        self.keeper.with_value(|keeper| {
            if keeper.closed.get() {
                return;
            }
            keeper.dirty.set(true);
            let change = keeper.changes.get().wrapping_add(1);
            keeper.changes.set(change);
            let keeper = keeper.clone();
            set_timeout(
                move || {
                    if keeper.changes.get() == change {
                        keeper.save();
                    }
                },
                QUIET,
            );
        });
    }

    /// The words are on their way: from now on nothing is kept, and a save that is under way is undone.
    pub fn close(self) {
        self.keeper.with_value(|keeper| {
            keeper.closed.set(true);
            keeper.dirty.set(false);
            keeper.waiting.take();
        });
    }

    /// The words are back: changes are kept again.
    pub fn reopen(self) {
        self.keeper.with_value(|keeper| keeper.closed.set(false));
    }

    /// When the draft was last kept.
    pub fn saved_at(self) -> Option<Moment> {
        self.saved_at.get()
    }
}

impl Keeper {
    fn save(self: &Rc<Self>) {
        if !self.dirty.get() {
            return;
        }
        let Some(bytes) = (self.read)() else {
            return;
        };
        self.dirty.set(false);
        self.waiting.replace(Some(bytes));
        if !self.busy.replace(true) {
            let keeper = self.clone();
            spawn_local(async move {
                keeper.write().await;
                keeper.busy.set(false);
            });
        }
    }

    /// One after the other, so that an older text never lands on a newer one.
    async fn write(&self) {
        let Some(handbook) = self.state.handbook() else {
            return;
        };
        while let Some(bytes) = self.waiting.take() {
            match handbook.save_draft(&self.name, bytes).await {
                Ok(()) => {
                    // The page may have been left in the meantime.
                    self.saved_at.try_set(Some(self.state.now()));
                }
                Err(fault) => {
                    self.state.say(Notice::Fault(fault));
                    break;
                }
            }
        }
        if self.closed.get()
            && let Err(fault) = handbook.drop_draft(&self.name).await
        {
            self.state.say(Notice::Fault(fault));
        }
    }
}

/// `Đã lưu nháp lúc 20:14`, said politely.
#[component]
pub fn SavedTag(
    /// What is kept.
    autosave: Autosave,
) -> impl IntoView {
    let state = use_state();
    view! {
        <span role="status">
            {move || {
                autosave
                    .saved_at()
                    .map(|at| {
                        let words = (state.texts().comments().draft_saved)(&at.wall().time.to_hm());
                        view! { <Tag tone=Tone::Ok icon="saved" bare=true words /> }
                    })
            }}
        </span>
    }
}
