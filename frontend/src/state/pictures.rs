//! Pictures in posts. An `<img>` cannot show a token, so the app fetches each with the reader's own and gives the page a
//! local address for it; the addresses last as long as the session, and are of no use to anybody else.

use std::collections::HashMap;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::{JsCast, JsValue};
use uuid::Uuid;
use web_sys::{Blob, BlobPropertyBag, HtmlImageElement, Url};

use super::api::use_api;
use super::session::{SessionState, Who};

/// Local addresses of pictures fetched before.
#[derive(Clone, Copy)]
pub struct Pictures(StoredValue<HashMap<Uuid, String>>);

impl Pictures {
    /// Offers an empty collection to all below; it is empty again when nobody is signed in.
    pub fn provide(session: SessionState) {
        let pictures = Self(StoredValue::new(HashMap::new()));
        Effect::new(move |_| {
            if session.who() == Who::Nobody {
                pictures.forget();
            }
        });
        provide_context(pictures);
    }

    fn forget(self) {
        for (_, address) in self.0.try_update_value(std::mem::take).unwrap_or_default() {
            drop(Url::revoke_object_url(&address));
        }
    }
}

/// The pictures of this session.
pub fn use_pictures() -> Option<Pictures> {
    use_context()
}

/// Makes a local address for the bytes of a picture.
pub fn local_address(media_type: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    Url::create_object_url_with_blob(&blob)
}

/// Shows the pictures in a text the server rendered, once it is there.
pub fn show_pictures(text: NodeRef<html::Div>) {
    let (api, pictures) = (use_api(), use_pictures());
    Effect::new(move |_| {
        let Some(text) = text.get() else { return };
        let Ok(found) = text.query_selector_all("img[data-file]") else {
            return;
        };
        for at in 0..found.length() {
            let img = found
                .item(at)
                .and_then(|node| node.dyn_into::<HtmlImageElement>().ok());
            let named = img.and_then(|img| {
                let id = img.get_attribute("data-file")?.parse::<Uuid>().ok()?;
                Some((img, id))
            });
            let Some((img, id)) = named else { continue };
            let known = pictures.and_then(|all| all.0.with_value(|all| all.get(&id).cloned()));
            if let Some(address) = known {
                img.set_src(&address);
                continue;
            }
            let api = api.clone();
            spawn_local(async move {
                match api.get_picture(id).await {
                    Ok((media_type, bytes)) => show(&img, id, &media_type, &bytes, pictures),
                    // Its words stand in its place.
                    Err(_) => drop(img.set_attribute("data-missing", "")),
                }
            });
        }
    });
}

fn show(img: &HtmlImageElement, id: Uuid, kind: &str, bytes: &[u8], pictures: Option<Pictures>) {
    let Ok(address) = local_address(kind, bytes) else {
        return;
    };
    img.set_src(&address);
    if let Some(pictures) = pictures {
        pictures.0.try_update_value(|all| all.insert(id, address));
    }
}
