//! The part of a page that its address names after `#`: scrolled to, focused and marked, also when it comes later than
//! the page itself.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::use_location;
use web_sys::HtmlElement;

/// Goes there once the part is on the page, and again whenever the address names another. `grows` is followed: what comes
/// onto the page after the rest may be the part.
pub fn follow_target(grows: Signal<()>) {
    let hash = use_location().hash;
    let been = StoredValue::new(None::<String>);
    Effect::new(move |_| {
        grows.track();
        let hash = hash.get();
        // Whoever has been there may have gone on reading elsewhere.
        if been.with_value(|been| been.as_ref() == Some(&hash)) {
            return;
        }
        request_animation_frame(move || {
            if go(&hash) {
                been.try_set_value(Some(hash));
            }
        });
    });
}

/// Whether the part is there.
fn go(hash: &str) -> bool {
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
        return name.is_empty();
    };
    drop(part.set_attribute("data-target", ""));
    if part.tag_name().eq_ignore_ascii_case("details") {
        drop(part.set_attribute("open", ""));
    }
    if !part.has_attribute("tabindex") {
        drop(part.set_attribute("tabindex", "-1"));
    }
    part.scroll_into_view();
    drop(part.focus());
    true
}
