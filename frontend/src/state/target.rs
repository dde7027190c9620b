//! The part of a page that its address names after `#`: scrolled to, focused and marked, also when it comes later than
//! the page itself.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::use_location;
use web_sys::HtmlElement;

/// Goes there once the part is on the page, and again whenever the address names another.
pub fn follow_target() {
    let hash = use_location().hash;
    Effect::new(move |_| {
        let hash = hash.get();
        request_animation_frame(move || go(&hash));
    });
}

fn go(hash: &str) {
    let name = hash.trim_start_matches('#');
    let part = if name.is_empty() {
        None
    } else {
        document().get_element_by_id(name)
    };
    if let Ok(Some(before)) = document().query_selector("[data-target]") {
        drop(before.remove_attribute("data-target"));
    }
    let Some(part) = part.and_then(|part| part.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    drop(part.set_attribute("data-target", ""));
    if !part.has_attribute("tabindex") {
        drop(part.set_attribute("tabindex", "-1"));
    }
    part.scroll_into_view();
    drop(part.focus());
}
