//! Keeps what is being written: a moment after the last change, now and then while the words keep coming, when
//! another app is looked at, and when the page is left.

use crate::domain::time::Moment;
use crate::state::{Notice, State, use_state};
use crate::sync::{Fault, Handbook};
use crate::ui::{Tag, Tone};
use leptos::leptos_dom::helpers::set_timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

/// A change is written down after this much quiet.
const QUIET: Duration = Duration::from_millis(150);
/// Without quiet, as in dictation, it is written down after this all the same.
const UNSAVED_MILLISECONDS_MAX: i64 = 800;
/// What the store did not take is tried again after this.
const AGAIN: Duration = Duration::from_secs(5);

/// A save under way.
pub type Saving<T = ()> = Pin<Box<dyn Future<Output = Result<T, Fault>>>>;

/// What became of words that are no draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// They are in the store.
    Stored,
    /// Something is wrong with them, and the page says so.
    Refused,
    /// There were none any more.
    Dropped,
}

/// What is read while everything stands as it was before anything was written: nothing is worth a draft.
pub const NOTHING: Vec<u8> = Vec::new();

/// Keeps words that are no draft.
type Keeping = Box<dyn Fn(Rc<Handbook>, Vec<u8>) -> Saving<Kept>>;

/// Where what is read is kept.
enum Place {
    /// Among the drafts, under this name.
    Draft(String),
    /// Wherever the page puts it.
    Entry(Keeping),
}

/// Keeps one draft.
#[derive(Clone, Copy)]
pub struct Autosave {
    keeper: StoredValue<Rc<Keeper>, LocalStorage>,
    saved_at: RwSignal<Option<Moment>>,
}

/// Outlives the page for as long as a save is under way.
struct Keeper {
    state: State,
    place: Place,
    read: Box<dyn Fn() -> Option<Vec<u8>>>,
    saved_at: RwSignal<Option<Moment>>,
    /// The owner was told that nothing is kept.
    told: Cell<bool>,
    changes: Cell<u32>,
    /// The first change that was not read yet.
    dirty_since: Cell<Option<Moment>>,
    /// What was read and is not in the store yet.
    waiting: RefCell<Option<Vec<u8>>>,
    busy: Cell<bool>,
    closed: Cell<bool>,
    /// The page is gone, and `read` with it.
    left: Cell<bool>,
}

impl Autosave {
    /// Keeps the draft `name`; `read` gives its bytes, nothing while they are not fit to be kept, or [`NOTHING`], which
    /// takes the draft away: words that were taken back do not return. To be made in the body of a component, whose end
    /// is the last moment to save.
    pub fn new(state: State, name: String, read: impl Fn() -> Option<Vec<u8>> + 'static) -> Self {
        Self::keep(state, Place::Draft(name), read)
    }

    /// Like [`Autosave::new`] for what is no draft: `enter` keeps it. By then the page may be gone.
    pub fn entry(
        state: State,
        read: impl Fn() -> Option<Vec<u8>> + 'static,
        enter: impl Fn(Rc<Handbook>, Vec<u8>) -> Saving<Kept> + 'static,
    ) -> Self {
        Self::keep(state, Place::Entry(Box::new(enter)), read)
    }

    fn keep(state: State, place: Place, read: impl Fn() -> Option<Vec<u8>> + 'static) -> Self {
        let saved_at = RwSignal::new(None);
        let keeper = Rc::new(Keeper {
            state,
            place,
            read: Box::new(read),
            saved_at,
            told: Cell::new(false),
            changes: Cell::new(0),
            dirty_since: Cell::new(None),
            waiting: RefCell::new(None),
            busy: Cell::new(false),
            closed: Cell::new(false),
            left: Cell::new(false),
        });
        let hidden = keeper.clone();
        // A phone may end an app that is not looked at without another word. The guard goes with the page.
        StoredValue::new_local(state.device().shell.on_hidden(Box::new(move || hidden.save())));
        let autosave = Self { keeper: StoredValue::new_local(keeper), saved_at };
        on_cleanup(move || {
            autosave.with(|keeper| {
                keeper.save();
                keeper.left.set(true);
            });
        });
        autosave
    }

    /// Something has changed.
    pub fn touch(self) {
        self.with(Keeper::touch);
    }

    /// The words are on their way: from now on nothing is kept, and a save that is under way is undone.
    pub fn close(self) {
        self.with(|keeper| {
            keeper.closed.set(true);
            keeper.dirty_since.take();
            keeper.waiting.take();
        });
    }

    /// The words are back: changes are kept again.
    pub fn reopen(self) {
        self.with(|keeper| keeper.closed.set(false));
    }

    /// When the draft was last kept.
    pub fn saved_at(self) -> Option<Moment> {
        // The tag in the header may outlive the words by a moment.
        self.saved_at.try_get().flatten()
    }

    /// Callers come back from the network: the page may have been left in the meantime.
    fn with(self, act: impl FnOnce(&Rc<Keeper>)) {
        if let Some(keeper) = self.keeper.try_get_value() {
            act(&keeper);
        }
    }
}

impl Keeper {
    fn touch(self: &Rc<Self>) {
        if self.closed.get() {
            return;
        }
        let since = self.dirty_since.get().unwrap_or_else(|| self.state.now());
        self.dirty_since.set(Some(since));
        let change = self.changes.get().wrapping_add(1);
        self.changes.set(change);
        let keeper = self.clone();
        set_timeout(
            move || {
                if keeper.changes.get() == change || keeper.overdue() {
                    keeper.save();
                }
            },
            QUIET,
        );
    }

    fn overdue(&self) -> bool {
        let waits = |since: Moment| self.state.now().0 - since.0 >= UNSAVED_MILLISECONDS_MAX;
        self.dirty_since.get().is_some_and(waits)
    }

    fn save(self: &Rc<Self>) {
        if self.left.get() {
            return;
        }
        if self.dirty_since.get().is_some()
            && let Some(bytes) = (self.read)()
        {
            self.dirty_since.take();
            self.waiting.replace(Some(bytes));
        }
        let Some(handbook) = self.state.handbook() else {
            return;
        };
        if self.waiting.borrow().is_some() && !self.busy.replace(true) {
            let keeper = self.clone();
            spawn_local(async move {
                keeper.write(handbook).await;
                keeper.busy.set(false);
            });
        }
    }

    /// One after the other, so that an older text never lands on a newer one.
    async fn write(self: &Rc<Self>, handbook: Rc<Handbook>) {
        while let Some(bytes) = self.waiting.take() {
            let outcome = match &self.place {
                Place::Draft(name) if bytes == NOTHING => {
                    handbook.drop_draft(name).await.map(|()| Kept::Dropped)
                }
                Place::Draft(name) => handbook.save_draft(name, bytes.clone()).await.map(|()| Kept::Stored),
                Place::Entry(enter) => enter(handbook.clone(), bytes.clone()).await,
            };
            // The page may have been left in the meantime, hence `try_set`.
            self.saved_at.try_set((outcome == Ok(Kept::Stored)).then(|| self.state.now()));
            let told = self.told.replace(outcome.is_err());
            if let Err(fault) = outcome {
                // Once, until words are kept again.
                if !told {
                    self.state.say(Notice::Fault(fault));
                }
                self.try_again(bytes);
                break;
            }
        }
        if let (true, Place::Draft(name)) = (self.closed.get(), &self.place)
            && let Err(fault) = handbook.drop_draft(name).await
        {
            self.state.say(Notice::Fault(fault));
        }
    }

    /// The words wait on, unless newer ones do. After the page nothing is tried: the next one may have newer words.
    fn try_again(self: &Rc<Self>, bytes: Vec<u8>) {
        if !self.closed.get() && !self.left.get() {
            self.waiting.borrow_mut().get_or_insert(bytes);
            let keeper = self.clone();
            set_timeout(move || keeper.save(), AGAIN);
        }
    }
}

/// `Đã lưu 20:14`, said politely.
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
