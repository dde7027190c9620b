//! The search of one list: what is typed narrows it after a moment, Enter at once. The address keeps the words.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::icon::{Glyph, Icon};

/// How long one may pause while typing.
const PAUSE: Duration = Duration::from_millis(250);

/// A line that narrows the list below it.
#[component]
pub fn ListSearch(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What it looks through; for the ear, and the hint in the empty line.
    label: &'static str,
    /// The words of the address.
    #[prop(into)]
    words: Signal<String>,
    #[prop(into)] on_search: Callback<String>,
) -> impl IntoView {
    let typed = RwSignal::new(words.get_untracked());
    let sent = StoredValue::new(words.get_untracked());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    // Going back changes the words from outside; our own words coming back must not undo what was typed since.
    Effect::new(move |_| {
        let words = words.get();
        if words != sent.get_value() {
            sent.set_value(words.clone());
            typed.set(words);
        }
    });
    let search = move || {
        let words = typed.get_untracked().trim().to_owned();
        if words != sent.get_value() {
            sent.set_value(words.clone());
            on_search.run(words);
        }
    };
    let stop = move || {
        if let Some(Some(handle)) = waiting.try_get_value() {
            handle.clear();
        }
    };
    let on_input = move |_| {
        stop();
        waiting.set_value(set_timeout_with_handle(search, PAUSE).ok());
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        stop();
        search();
    };
    on_cleanup(stop);
    view! {
        <form class="search list-search" role="search" aria-label=label on:submit=on_submit>
            <Icon glyph=Glyph::Search />
            <label class="visually-hidden" for=id.clone()>{label}</label>
            <input id=id type="search" placeholder=label autocomplete="off" bind:value=typed on:input=on_input />
        </form>
    }
}
