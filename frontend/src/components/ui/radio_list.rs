//! One of a few, each with a sentence about what it means.

use leptos::prelude::*;

/// A choice among a few, one below the other.
#[component]
pub fn RadioList<T>(
    /// Unique on the page; names the group of radios.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    /// The value, its words, and what it means.
    choices: Vec<(T, String, String)>,
    #[prop(into)] value: Signal<T>,
    #[prop(into)] on_choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let radios = choices
        .into_iter()
        .map(|(choice, words, more)| {
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || value.get() == choice
                        on:change=move |_| on_choose.run(choice)
                    />
                    <b>{words}</b>
                    <small>{more}</small>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend>{label}</legend>
            {radios}
        </fieldset>
    }
}
