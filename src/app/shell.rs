//! Header, navigation and the page of the address. Decides what is shown before there is a handbook.

use super::routes::{Route, Tab};
use crate::pages::Page;
use crate::state::{Notice, Phase, State, SyncState, use_state};
use crate::ui::{Blank, Icon, IconSize, LonePage, Tone};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Router;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};

/// Which pages a program has: the first one has those of a start, the other one all.
pub type PageOf = fn(Route) -> Option<Page>;

/// The whole app, with the pages that this program has. For any other page it hands over to the program that has it.
#[component]
pub fn App(
    /// What all screens share.
    state: State,
    /// The pages of this program.
    page: PageOf,
) -> impl IntoView {
    provide_context(state);
    state.take_up_duties();
    // What an address means is decided by `Route::parse`; the router is left with links, history and the address bar.
    view! {
        <Router>
            <Spoken page />
        </Router>
    }
}

/// Everything in one language: a new one builds it anew.
#[component]
fn Spoken(page: PageOf) -> impl IntoView {
    let state = use_state();
    move || {
        state.language();
        view! { <Place page /> }
    }
}

#[component]
fn Place(page: PageOf) -> impl IntoView {
    let state = use_state();
    let path = use_location().pathname;
    let navigate = use_navigate();
    let route = Memo::new(move |_| path.with(|path| Route::parse(path)));
    // Without a handbook every address leads to the first start; with one the first start leads home.
    Effect::new(move |_| {
        let target = match (state.phase(), route.get()) {
            (Phase::Empty, Some(route)) if !route.before_handbook() => Some(Route::Start),
            (Phase::Open, Some(Route::Start | Route::Trial)) => Some(Route::Home),
            _ => None,
        };
        if let Some(target) = target {
            navigate(&target.href(), NavigateOptions { replace: true, ..NavigateOptions::default() });
        }
    });
    let address = use_context::<BrowserUrl>();
    Effect::new(move |before: Option<String>| {
        let now = path.get();
        let shell = state.device().shell;
        match before {
            // Nobody has gone anywhere yet.
            None => shell.follow_places(&now),
            Some(before) if before != now => shell.arrive(&now),
            Some(_) => {}
        }
        // The router writes a link's address into the bar once it hears that the place is there, which is at once.
        if let Some(address) = &address {
            address.ready_to_complete();
        }
        now
    });
    // One memo for both: a closure that reads a memo and another one made from it can miss a change.
    let shown = Memo::new(move |_| match (state.phase(), path.with(|path| Route::parse(path))) {
        // A page that opens the handbook stays while that happens: it still has something to say.
        (Phase::Empty, Some(route)) if route.before_handbook() => (Phase::Open, Some(route)),
        phase_and_route => phase_and_route,
    });
    view! {
        <a class="skip-link" href="#main" rel="external">
            {state.texts().shell().skip}
        </a>
        <NoticeBar />
        {move || match shown.get() {
            (Phase::Opening, _) => view! { <Opening /> }.into_any(),
            (Phase::Failed(fault), _) => view! { <Failed sentence=state.sentence(fault) /> }.into_any(),
            (Phase::Empty, Some(_)) => view! { <Opening /> }.into_any(),
            (_, None) => view! { <NotFound /> }.into_any(),
            (_, Some(route)) => placed(route, page),
        }}
    }
}

/// The page of a route in its frame.
fn placed(route: Route, page: PageOf) -> AnyView {
    if route.for_secretary() && !untrack(|| use_state().is_secretary()) {
        return view! { <NotTheSecretary /> }.into_any();
    }
    // Another program's page brings its title along.
    let content = page(route).map(|page| {
        entitle(page.title);
        page.content
    });
    match (content, route.tab()) {
        (Some(content), Some(tab)) => view! { <TabScreen tab>{content}</TabScreen> }.into_any(),
        (None, Some(tab)) => view! { <TabScreen tab><HandOver /></TabScreen> }.into_any(),
        (Some(content), None) => content,
        (None, None) => {
            view! { <main class="app__main" id="main" tabindex="-1"><HandOver /></main> }.into_any()
        }
    }
}

/// Tells the browser what the place is called; the name of the app goes behind it.
fn entitle(place: &str) {
    let app = use_state().texts().shell().app_name;
    if place == app {
        document().set_title(app);
    } else {
        document().set_title(&[place, " · ", app].concat());
    }
}

/// Shown while the program with all pages is on its way.
#[component]
fn HandOver() -> impl IntoView {
    let state = use_state();
    let failed = RwSignal::new(false);
    let ask = move || {
        failed.set(false);
        state.device().shell.hand_over(Box::new(move || {
            failed.try_set(true);
        }));
    };
    Effect::new(move |_| ask());
    move || {
        if failed.get() {
            view! {
                <Blank
                    alone=true
                    icon="wifi-off"
                    title=state.texts().shell().part_missing
                    text=state.texts().shell().part_missing_text
                >
                    <button class="button" data-kind="primary" type="button" on:click=move |_| ask()>
                        {state.texts().shell().try_again}
                    </button>
                </Blank>
            }
            .into_any()
        } else {
            view! { <Ghosts /> }.into_any()
        }
    }
}

/// The shape of a page before it is there.
#[component]
fn Ghosts() -> impl IntoView {
    let state = use_state();
    view! {
        <div class="stack" data-gap="loose" aria-busy="true">
            <p class="visually-hidden" role="status">
                {state.texts().shell().loading}
            </p>
            <span class="ghost" data-width="half"></span>
            <span class="ghost"></span>
            <span class="ghost" data-width="most"></span>
        </div>
    }
}

#[component]
fn NotTheSecretary() -> impl IntoView {
    let state = use_state();
    view! {
        <LonePage
            icon="lock"
            title=state.texts().faults().not_the_secretary
            href=Route::Home.href()
            link=state.texts().shell().go_home
        />
    }
}

#[component]
fn Opening() -> impl IntoView {
    let state = use_state();
    view! {
        <main class="app__main" id="main" tabindex="-1" aria-busy="true">
            <p class="note">{state.texts().shell().loading}</p>
        </main>
    }
}

#[component]
fn Failed(sentence: &'static str) -> impl IntoView {
    let state = use_state();
    view! {
        <main class="app__main" id="main" tabindex="-1">
            <Blank
                alone=true
                icon="warning"
                title=state.texts().shell().failed
                text=sentence.to_owned()
            >
                <a class="button" data-kind="primary" href="/" rel="external">
                    {state.texts().shell().try_again}
                </a>
            </Blank>
        </main>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let state = use_state();
    entitle(state.texts().shell().not_found);
    view! {
        <LonePage
            icon="help"
            title=state.texts().shell().not_found
            text=state.texts().shell().not_found_text
            href=Route::Home.href()
            link=state.texts().shell().go_home
        />
    }
}

/// What is said over whatever is shown, until it is read: one region that stays, so that screen readers hear of it.
#[component]
fn NoticeBar() -> impl IntoView {
    let state = use_state();
    let texts = state.texts().shell();
    let notice = move || {
        state.notice().map(|notice| {
            let (tone, icon) = match notice {
                Notice::Announced(_) => (Tone::Ok, "check-circle"),
                Notice::AnnouncedLater(_) => (Tone::Neutral, "clock"),
                Notice::Fault(fault) if fault.recoverable() => (Tone::Neutral, "wifi-off"),
                _ => (Tone::Warn, "warning"),
            };
            let words = state.notice_sentence(notice);
            view! {
                <Said tone icon words>
                    <button class="button" type="button" on:click=move |_| state.hush()>
                        {texts.understood}
                    </button>
                </Said>
            }
        })
    };
    let new_version = move || {
        state.new_version().then(|| {
            let on_switch = move |_| {
                state.put_off_new_version();
                state.device().shell.switch_version();
            };
            view! {
                <Said tone=Tone::Neutral icon="info" words=texts.new_version.to_owned()>
                    <button class="button" type="button" on:click=on_switch>
                        {texts.switch_version}
                    </button>
                    <button class="button" type="button" on:click=move |_| state.put_off_new_version()>
                        {texts.later}
                    </button>
                </Said>
            }
        })
    };
    view! {
        <div class="notice-bar" role="status">
            {notice}
            {new_version}
        </div>
    }
}

#[component]
fn Said(tone: Tone, icon: &'static str, words: String, children: Children) -> impl IntoView {
    view! {
        <div class="banner" data-tone=tone.name()>
            <Icon name=icon />
            <div class="banner__body">
                <p class="banner__title">{words}</p>
                <div class="banner__actions">{children()}</div>
            </div>
        </div>
    }
}

/// The frame of the five tabs.
#[component]
fn TabScreen(tab: Tab, children: Children) -> impl IntoView {
    let state = use_state();
    view! {
        <div class="app" data-nav="rail">
            <header class="app-bar" data-plain="true">
                <div class="app-bar__place">
                    <Mark />
                    <span>{move || state.branch_name()}</span>
                </div>
                <SyncPill />
            </header>
            <main class="app__main" id="main" tabindex="-1">
                {children()}
            </main>
            <Navigation tab />
        </div>
    }
}

#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="app-bar__mark" aria-hidden="true">
            <use href="#i-app"></use>
        </svg>
    }
}

/// The state of exchange, always in words; leads to Trao đổi.
#[component]
fn SyncPill() -> impl IntoView {
    let state = use_state();
    let now = Memo::new(move |_| state.sync_state());
    let words = move || {
        let texts = state.texts().shell();
        match now.get() {
            SyncState::Syncing => texts.syncing.to_owned(),
            SyncState::Queued(count) => (texts.queued)(count),
            SyncState::Offline => texts.offline.to_owned(),
            SyncState::Unpublished => texts.unpublished.to_owned(),
            SyncState::Saved => texts.saved.to_owned(),
        }
    };
    let look = move || match now.get() {
        SyncState::Syncing => ("wait", "syncing", "#i-sync"),
        SyncState::Queued(_) => ("wait", "queued", "#i-outbox"),
        SyncState::Offline => ("neutral", "offline", "#i-wifi-off"),
        SyncState::Unpublished => ("wait", "queued", "#i-outbox"),
        SyncState::Saved => ("ok", "saved", "#i-saved"),
    };
    view! {
        <a
            class="sync"
            href=Route::Exchange.href()
            data-tone=move || look().0
            data-state=move || look().1
        >
            <span class="sync__face" role="status">
                <svg class="icon" aria-hidden="true" data-size="s">
                    <use href=move || look().2></use>
                </svg>
                <span>{words}</span>
            </span>
        </a>
    }
}

#[component]
fn Navigation(tab: Tab) -> impl IntoView {
    let state = use_state();
    let secretary = Memo::new(move |_| state.is_secretary());
    let tabs = move || {
        let texts = state.texts().shell();
        let fourth = if secretary.get() {
            (Tab::Desk, Route::Desk, "hall", texts.branch)
        } else {
            (Tab::Tasks, Route::Tasks, "tasks", texts.tasks)
        };
        [
            (Tab::Home, Route::Home, "home", texts.home),
            (Tab::Library, Route::Library, "library", texts.library),
            (Tab::Meetings, Route::Meetings, "people", texts.meetings),
            fourth,
            (Tab::Me, Route::Me, "person", texts.me),
        ]
    };
    let link = move |(of, route, icon, label): (Tab, Route, &'static str, &'static str)| {
        view! {
            <li>
                <a
                    class="nav__link"
                    href=route.href()
                    aria-current=(of == tab).then_some("page")
                >
                    <span class="nav__icon">
                        <Icon name=icon size=IconSize::Normal />
                    </span>
                    <span>{label}</span>
                    {(of == Tab::Desk).then(|| view! { <MailCount /> })}
                </a>
            </li>
        }
    };
    view! {
        <nav class="nav" aria-label=state.texts().shell().main_nav>
            <div class="nav__brand">
                <Mark />
                <span>{state.texts().shell().app_name}</span>
            </div>
            <ul class="nav__list">{move || tabs().map(link).collect_view()}</ul>
        </nav>
    }
}

/// How much asks for the secretary.
#[component]
fn MailCount() -> impl IntoView {
    let state = use_state();
    let count = Memo::new(move |_| state.waiting_mail().asks());
    let words = move || (state.texts().shell().waiting)(count.get());
    view! {
        <Show when=move || count.get() != 0>
            <span class="visually-hidden">{words}</span>
            <span class="nav__count" aria-hidden="true">
                {count}
            </span>
        </Show>
    }
}
