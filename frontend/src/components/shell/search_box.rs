//! The search box of the bar. `/` puts the cursor into it from anywhere; while one types it offers questions, topics
//! and people; Enter opens what is marked in the list, else the search page.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use tacit_contract::search::{CompleteSearchQuery, Completion};
use web_sys::{Element, KeyboardEvent, SubmitEvent};

use super::search_offers::SearchOffers;
use crate::components::ui::{Glyph, Icon};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::pause::paused;
use crate::view_model::next_address::encode;
use crate::view_model::{completion, roving};

/// The id of the list below the box.
pub(super) const LIST: &str = "search-offers";

/// The signals of the box.
#[derive(Clone, Copy)]
pub(super) struct SearchState {
    /// What stands in the box.
    pub typed: RwSignal<String>,
    /// Whether the list may show.
    pub open: RwSignal<bool>,
    /// Which line of the list is marked.
    pub active: RwSignal<Option<usize>>,
    /// What is offered.
    pub offers: Signal<Vec<Completion>>,
}

impl SearchState {
    /// Whether the list shows.
    pub fn expanded(self) -> bool {
        self.open.get() && self.offers.with(|offers| !offers.is_empty())
    }

    /// Where Enter leads.
    fn destination(self) -> Option<String> {
        let offers = self.offers.get_untracked();
        if let Some(marked) = self.active.get_untracked().and_then(|at| offers.get(at)) {
            return Some(completion::href(marked));
        }
        let typed = self.typed.get_untracked();
        let words = typed.trim();
        (!words.is_empty()).then(|| format!("/search?q={}", encode(words)))
    }

    fn on_key(self, event: &KeyboardEvent) {
        match event.key().as_str() {
            "Escape" => self.open.set(false),
            key @ ("ArrowDown" | "ArrowUp") => {
                let count = self.offers.with_untracked(Vec::len);
                let now = self.active.get_untracked().unwrap_or(count);
                if let Some(next) = roving::step(key, now, count) {
                    event.prevent_default();
                    self.open.set(true);
                    self.active.set(Some(next));
                }
            }
            _ => {}
        }
    }
}

/// What is offered for what is typed; a help that may fail quietly.
fn offers_for(typed: RwSignal<String>, open: RwSignal<bool>) -> Signal<Vec<Completion>> {
    let api = use_api();
    let asked = paused(typed.into(), 120);
    let found = LocalResource::new(move || {
        let (api, q, open) = (api.clone(), asked.get().trim().to_owned(), open.get());
        async move {
            if q.is_empty() || !open {
                return Vec::new();
            }
            let query = CompleteSearchQuery {
                q,
                kind: None,
                limit: None,
            };
            api.complete_search(&query)
                .await
                .map(|found| found.items)
                .unwrap_or_default()
        }
    });
    Signal::derive(move || found.get().unwrap_or_default())
}

/// The search of the bar.
#[component]
pub fn SearchBox() -> impl IntoView {
    let t = use_lang();
    let input = NodeRef::<html::Input>::new();
    let (typed, open) = (RwSignal::new(String::new()), RwSignal::new(false));
    let state = SearchState {
        typed,
        open,
        active: RwSignal::new(None),
        offers: offers_for(typed, open),
    };
    follow_address(typed);
    focus_on_slash(input);
    let navigate = use_navigate();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(to) = state.destination() {
            open.set(false);
            navigate(&to, NavigateOptions::default());
        }
    };
    let marked = move || {
        state
            .active
            .get()
            .filter(|_| state.expanded())
            .map(|at| format!("{LIST}-{at}"))
    };
    view! {
        <form class="search" role="search" action="/search" on:submit=submit>
            <Icon glyph=Glyph::Search />
            <label class="visually-hidden" for="search">{t.shell_search()}</label>
            <input
                id="search"
                name="q"
                type="search"
                role="combobox"
                placeholder=t.shell_search_hint()
                autocomplete="off"
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded=move || state.expanded().to_string()
                aria-activedescendant=marked
                aria-keyshortcuts="/"
                node_ref=input
                bind:value=typed
                on:input=move |_| {
                    state.active.set(None);
                    open.set(true);
                }
                on:blur=move |_| open.set(false)
                on:keydown=move |event| state.on_key(&event)
            />
            <kbd aria-hidden="true">"/"</kbd>
            <SearchOffers state />
        </form>
    }
}

/// On the search page the box shows what is searched for, also after going back.
fn follow_address(typed: RwSignal<String>) {
    let (path, query) = (use_location().pathname, use_query_map());
    Effect::new(move |_| {
        let searched = if path.get() == "/search" {
            query.with(|query| query.get("q"))
        } else {
            None
        };
        typed.set(searched.unwrap_or_default());
    });
}

fn focus_on_slash(input: NodeRef<html::Input>) {
    let shortcut = window_event_listener(leptos::ev::keydown, move |event| {
        let at = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let writing = at.is_some_and(|at| is_written_in(&at));
        if event.key() == "/"
            && !writing
            && !event.ctrl_key()
            && !event.meta_key()
            && !event.alt_key()
        {
            event.prevent_default();
            if let Some(input) = input.get_untracked() {
                drop(input.focus());
                input.select();
            }
        }
    });
    on_cleanup(move || shortcut.remove());
}

fn is_written_in(at: &Element) -> bool {
    matches!(at.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || at.has_attribute("contenteditable")
}
