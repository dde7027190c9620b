//! The time zone times are told in: the member's own, else the browser's.

use leptos::prelude::*;

/// The member's IANA time zone, offered by the frame of a signed-in page.
#[derive(Clone)]
pub struct Zone(pub Option<String>);

/// The time zone of this part of the page; `None` is the browser's own.
pub fn use_zone() -> Option<String> {
    use_context::<Zone>().and_then(|zone| zone.0)
}

/// The browser's own time zone, by its IANA name.
pub fn browser_zone() -> Option<String> {
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    js_sys::Reflect::get(&format.resolved_options(), &"timeZone".into())
        .ok()?
        .as_string()
}
