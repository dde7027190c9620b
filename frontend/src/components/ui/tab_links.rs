//! Tabs that are places: each has its address.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::components::A;
use web_sys::HtmlElement;

use super::segmented::Segment;

/// A row of places that belong together; one is where one is, and stands in sight where the row is wider than the window.
#[component]
pub fn TabLinks(#[prop(into)] label: String, links: Vec<Segment>) -> impl IntoView {
    let row = NodeRef::<html::Nav>::new();
    row.on_load(|row| {
        request_animation_frame(move || show_current(&row));
    });
    let links = links.into_iter().map(|link| {
        // Plain attributes: the address alone does not say it, `/admin` is also its first tab.
        view! { <A href=link.href exact=true attr:aria-current=link.current.then_some("page")>{link.label}</A> }
    });
    view! { <nav class="tabs" aria-label=label node_ref=row>{links.collect_view()}</nav> }
}

/// Scrolls the row alone, as far as the tab one is on needs to stand in it whole.
fn show_current(row: &HtmlElement) {
    let current = row.query_selector("[aria-current]").ok().flatten();
    let Some(current) = current.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let (from, to) = (
        row.get_bounding_client_rect(),
        current.get_bounding_client_rect(),
    );
    if to.right() > from.right() {
        row.scroll_by_with_x_and_y(to.right() - from.right(), 0.0);
    }
}
