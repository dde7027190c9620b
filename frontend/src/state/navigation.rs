//! What a screen reader needs on a change of page: the title of the document, and the focus on the new heading.

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Whether somebody has gone from one page to another; the first page keeps the focus where the browser put it.
#[derive(Clone, Copy)]
struct Moved(RwSignal<bool>);

/// Watches the address, inside the router.
pub fn watch_navigation() {
    let moved = RwSignal::new(false);
    let location = use_location();
    Effect::new(move |last: Option<String>| {
        let path = location.pathname.get();
        if last.is_some_and(|last| last != path) {
            moved.set(true);
        }
        path
    });
    provide_context(Moved(moved));
}

/// Gives a page its title, and its heading the focus once the heading is there and somebody came by a link.
pub fn announce_page(title: Signal<String>, heading: NodeRef<html::H1>) {
    let moved = use_context::<Moved>();
    Effect::new(move |_| document().set_title(&format!("{} · Tacit", title.get())));
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) {
            return true;
        }
        let Some(heading) = heading.get() else {
            return false;
        };
        if moved.is_some_and(|moved| moved.0.get_untracked()) && heading.focus().is_err() {
            leptos::logging::warn!("the heading took no focus");
        }
        true
    });
}
