//! Putting an address where it can be pasted from, and saying whether that worked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::i18n::Lang;
use crate::state::toasts::Toasts;

/// Copies an address. Where the browser does not, over plain http for example, it shows the address marked, to be copied by
/// hand.
pub fn copy_address(t: Lang, toasts: Toasts, address: String) {
    spawn_local(async move {
        match write(&address).await {
            Ok(_) => toasts.say(t.ui_link_copied()),
            Err(_) => {
                let asked = window().prompt_with_message_and_default(t.ui_link_by_hand(), &address);
                drop(asked);
            }
        }
    });
}

/// The clipboard is looked up by hand: the bindings take for granted that it is there.
async fn write(text: &str) -> Result<JsValue, JsValue> {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into())?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await
}
