//! What is ticked or switched: a check for one of several facts, a switch for what takes effect at once.

use leptos::prelude::*;

/// A box to tick, with words and what they mean.
#[component]
pub fn Check(
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || checked.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <b>{label}</b>
            {hint.map(|hint| view! { <small>{hint}</small> })}
        </label>
    }
}

/// A switch with its words before it.
#[component]
pub fn Switch(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(into)] checked: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <div class="switch-line">
            <label for=id.clone()>{label}</label>
            <input
                class="switch"
                type="checkbox"
                role="switch"
                id=id
                prop:checked=move || checked.get()
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
        </div>
    }
}
