//! The head of a page: its title, a sentence, its tools. It names the document and takes the focus on arrival.

use leptos::html;
use leptos::prelude::*;

use crate::state::navigation::announce_page;

/// The one `h1` of a page.
#[component]
pub fn PageHead(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] lede: Option<String>,
    /// What the document is called, where the heading alone would not say it.
    #[prop(optional, into)]
    document: Option<String>,
    /// Where this page belongs, above its title.
    #[prop(optional)]
    above: Option<AnyView>,
    /// A face beside the title.
    #[prop(optional)]
    beside: Option<AnyView>,
    /// The heading is for the ear only; something else on the page says it to the eye.
    #[prop(optional)]
    hidden: bool,
    /// Tools below the title.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    let announced = document.map_or(title, Signal::stored);
    announce_page(announced, heading);
    let class = if hidden { "visually-hidden" } else { "" };
    let words = view! {
        <h1 tabindex="-1" class=class node_ref=heading>{move || title.get()}</h1>
        {lede.filter(|lede| !lede.is_empty()).map(|lede| view! { <p class="lede">{lede}</p> })}
    };
    view! {
        <header class="page-head" class:bare=hidden>
            {above.map(|above| view! { <p class="crumbs">{above}</p> })}
            {match beside {
                Some(beside) => view! { <div class="profile-head">{beside} <div>{words}</div></div> }.into_any(),
                None => words.into_any(),
            }}
            {children.map(|children| view! { <div class="page-tools">{children()}</div> })}
        </header>
    }
}
