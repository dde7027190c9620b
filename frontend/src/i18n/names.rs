//! What the browser knows by heart: names of languages, the hour elsewhere, the time zones there are.

use js_sys::{Array, Date, Function, Object, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};

use super::{Lang, clock};

/// The name of a language in the reader's language: `sv` is `Swedish`. The tag itself where nobody knows it.
pub fn language_name(lang: Lang, tag: &str) -> String {
    named(lang, tag).unwrap_or_else(|| tag.to_owned())
}

fn named(lang: Lang, tag: &str) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DisplayNames".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    let locales = Array::of1(&JsValue::from_str(lang.locale()));
    let names = Reflect::construct(&constructor, &Array::of2(&locales, &options)).ok()?;
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &JsValue::from_str(tag)).ok()?.as_string()
}

/// What time it is now in a zone, such as `10:42`.
pub fn hour_in(lang: Lang, zone: &str) -> String {
    clock::hour(
        lang,
        Some(zone),
        &String::from(Date::new_0().to_iso_string()),
    )
}

/// All time zones the browser knows, by IANA name.
pub fn time_zones() -> Vec<String> {
    let intl: JsValue =
        Reflect::get(&js_sys::global(), &"Intl".into()).unwrap_or(JsValue::UNDEFINED);
    let listed = Reflect::get(&intl, &"supportedValuesOf".into())
        .ok()
        .and_then(|listed| listed.dyn_into::<Function>().ok())
        .and_then(|listed| listed.call1(&JsValue::UNDEFINED, &"timeZone".into()).ok());
    let mut zones: Vec<String> = listed
        .map(|zones| {
            Array::from(&zones)
                .iter()
                .filter_map(|zone| zone.as_string())
                .collect()
        })
        .unwrap_or_default();
    // `UTC` is what everybody has, and not everywhere on the list.
    if !zones.iter().any(|zone| zone == "UTC") {
        zones.push("UTC".to_owned());
    }
    zones
}
