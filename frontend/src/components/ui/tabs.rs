//! Tabs after the ARIA pattern: one stop for Tab, arrows move and choose, Home and End reach the ends.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::view_model::roving;

/// One tab: its words and the small figure after them.
#[derive(Clone)]
pub struct Tab {
    /// Its words.
    pub label: String,
    /// A count, where one helps.
    pub count: Option<String>,
}

/// A row of tabs; the page shows what belongs to the chosen one in an element with `role="tabpanel"` and the id
/// `{id}-panel`.
#[component]
pub fn Tabs(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    tabs: Vec<Tab>,
    chosen: RwSignal<usize>,
) -> impl IntoView {
    let count = tabs.len();
    let list = NodeRef::<leptos::html::Div>::new();
    let on_key = move |event: KeyboardEvent| {
        let Some(next) = roving::step(&event.key(), chosen.get_untracked(), count) else {
            return;
        };
        event.prevent_default();
        chosen.set(next);
        let item = list
            .get_untracked()
            .and_then(|list| list.children().item(u32::try_from(next).unwrap_or(0)));
        if let Some(Ok(button)) = item.map(JsCast::dyn_into::<HtmlElement>) {
            drop(button.focus());
        }
    };
    let panel = format!("{id}-panel");
    let buttons = tabs
        .into_iter()
        .enumerate()
        .map(|(index, tab)| {
            view! {
                <button
                    type="button"
                    role="tab"
                    id=format!("{id}-{index}")
                    aria-controls=panel.clone()
                    aria-selected=move || (chosen.get() == index).to_string()
                    tabindex=move || if chosen.get() == index { "0" } else { "-1" }
                    on:click=move |_| chosen.set(index)
                >
                    {tab.label}
                    {tab.count.map(|count| view! { " " <small>{count}</small> })}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="tabs" role="tablist" aria-label=label node_ref=list on:keydown=on_key>
            {buttons}
        </div>
    }
}
