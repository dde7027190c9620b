//! The search box of the bar. `/` puts the cursor into it from anywhere; Enter opens the search page.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use web_sys::{Element, SubmitEvent};

use crate::components::ui::{Glyph, Icon};
use crate::i18n::use_lang;
use crate::view_model::next_address::encode;

/// The search of the bar.
#[component]
pub fn SearchBox() -> impl IntoView {
    let t = use_lang();
    let input = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let (path, query) = (use_location().pathname, use_query_map());
    // On the search page the box shows what is searched for, also after going back.
    Effect::new(move |_| {
        let searched = if path.get() == "/search" {
            query.with(|query| query.get("q"))
        } else {
            None
        };
        typed.set(searched.unwrap_or_default());
    });
    let navigate = use_navigate();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let words = typed.get_untracked();
        if !words.trim().is_empty() {
            navigate(
                &format!("/search?q={}", encode(words.trim())),
                leptos_router::NavigateOptions::default(),
            );
        }
    };
    let shortcut = window_event_listener(leptos::ev::keydown, move |event| {
        let writing = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .is_some_and(|at| is_written_in(&at));
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
    view! {
        <form class="search" role="search" action="/search" on:submit=submit>
            <Icon glyph=Glyph::Search />
            <label class="visually-hidden" for="search">{t.shell_search()}</label>
            <input
                id="search"
                name="q"
                type="search"
                placeholder=t.shell_search_hint()
                autocomplete="off"
                aria-keyshortcuts="/"
                node_ref=input
                bind:value=typed
            />
            <kbd aria-hidden="true">"/"</kbd>
        </form>
    }
}

fn is_written_in(at: &Element) -> bool {
    matches!(at.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        || at.has_attribute("contenteditable")
}
