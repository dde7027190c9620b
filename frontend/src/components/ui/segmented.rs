//! A few exclusive views or choices side by side: links where the address changes, radios where a value does.

use leptos::prelude::*;

/// One of a row of links.
#[derive(Clone)]
pub struct Segment {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// Whether one is there now.
    pub current: bool,
}

/// Views of the same list, each with its address.
#[component]
pub fn SegmentedLinks(
    #[prop(into)] label: String,
    /// The links, anew whenever the address changes.
    #[prop(into)]
    links: Signal<Vec<Segment>>,
) -> impl IntoView {
    view! {
        <div class="segmented" role="group" aria-label=label>
            {move || {
                links
                    .get()
                    .into_iter()
                    .map(|link| {
                        view! {
                            // Not the router's link: that one calls every address with the same path current.
                                <a href=link.href data-noscroll="" aria-current=link.current.then_some("true")>
                                {link.label}
                            </a>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}

/// A choice among a few values.
#[component]
pub fn SegmentedChoice<T>(
    /// Unique on the page; names the group of radios.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    choices: Vec<(T, String)>,
    #[prop(into)] value: Signal<T>,
    #[prop(into)] on_choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let radios = choices
        .into_iter()
        .map(|(choice, words)| {
            view! {
                <label>
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=move || value.get() == choice
                        on:change=move |_| on_choose.run(choice)
                    />
                    {words}
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field">
            <legend>{label}</legend>
            <div class="segmented">{radios}</div>
        </fieldset>
    }
}
