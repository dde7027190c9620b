//! Tabs that are places: each has its address.

use leptos::prelude::*;
use leptos_router::components::A;

use super::segmented::Segment;

/// A row of places that belong together; one is where one is.
#[component]
pub fn TabLinks(#[prop(into)] label: String, links: Vec<Segment>) -> impl IntoView {
    let links = links.into_iter().map(|link| {
        // Plain attributes: the address alone does not say it, `/admin` is also its first tab.
        view! { <A href=link.href attr:aria-current=link.current.then_some("page")>{link.label}</A> }
    });
    view! { <nav class="tabs" aria-label=label>{links.collect_view()}</nav> }
}
