//! Handing an address to whatever the device shares with, where it does.

use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};

/// Whether the browser can.
pub fn can_share() -> bool {
    sharing().is_some()
}

/// Offers the address under the title of the page.
pub fn share(address: &str) {
    let data = js_sys::Object::new();
    for (name, value) in [("title", document().title()), ("url", address.to_owned())] {
        drop(js_sys::Reflect::set(&data, &name.into(), &value.into()));
    }
    if let Some(sharing) = sharing() {
        drop(sharing.call1(&window().navigator(), &data));
    }
}

fn sharing() -> Option<js_sys::Function> {
    let navigator: JsValue = window().navigator().into();
    js_sys::Reflect::get(&navigator, &"share".into())
        .ok()?
        .dyn_into()
        .ok()
}
