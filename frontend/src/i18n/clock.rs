//! Times in the reader's language and time zone, worked out by the browser's Intl.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};

use super::Lang;
use crate::view_model::relative_time::{self, Ago, Unit};

/// The full date and hour, as for a tooltip: `17 November 2026 at 14:05`.
pub fn absolute(lang: Lang, zone: Option<&str>, iso: &str) -> String {
    format(
        lang,
        zone,
        iso,
        &[("dateStyle", "long"), ("timeStyle", "short")],
    )
}

/// The day alone: `17 November 2026`.
pub fn day(lang: Lang, zone: Option<&str>, iso: &str) -> String {
    format(lang, zone, iso, &[("dateStyle", "long")])
}

/// The hour alone: `14:05`.
pub fn hour(lang: Lang, zone: Option<&str>, iso: &str) -> String {
    format(lang, zone, iso, &[("timeStyle", "short")])
}

/// Month and year: `November 2026`.
pub fn month(lang: Lang, zone: Option<&str>, iso: &str) -> String {
    format(lang, zone, iso, &[("month", "long"), ("year", "numeric")])
}

/// How long ago, in words, up to a week; then the day. `35 minutes ago`, `yesterday`, `17 November`.
pub fn relative(lang: Lang, zone: Option<&str>, iso: &str) -> String {
    let then = Date::new(&JsValue::from_str(iso)).get_time();
    match relative_time::ago(Date::now() - then) {
        Ago::Words(amount, unit) => words(lang, amount, unit),
        Ago::ThisYear => format(lang, zone, iso, &[("day", "numeric"), ("month", "long")]),
        Ago::Long => day(lang, zone, iso),
    }
}

/// How many days ago, for what is told to the day: `today`, `3 days ago`, then the day.
pub fn relative_day(lang: Lang, iso: &str) -> String {
    let then = Date::new(&JsValue::from_str(iso)).get_time();
    match relative_time::days_ago(Date::now() - then) {
        Some(days) => words(lang, -days, Unit::Day),
        None => relative(lang, Some("UTC"), iso),
    }
}

fn words(lang: Lang, amount: f64, unit: Unit) -> String {
    let options = options(&[("numeric", "auto")]);
    let format = Intl::RelativeTimeFormat::new(&locales(lang), &options);
    format.format(amount, unit.name()).into()
}

fn format(lang: Lang, zone: Option<&str>, iso: &str, parts: &[(&str, &str)]) -> String {
    let date = Date::new(&JsValue::from_str(iso));
    if date.get_time().is_nan() {
        return iso.to_owned();
    }
    let zoned = zone.and_then(|zone| formatter(lang, parts, Some(zone)));
    // A zone this browser does not know falls back to the browser's own.
    zoned
        .or_else(|| formatter(lang, parts, None))
        .and_then(|formatter| formatter.format().call1(&JsValue::UNDEFINED, &date).ok())
        .and_then(|text| text.as_string())
        .unwrap_or_else(|| iso.to_owned())
}

/// Built by reflection, because `new Intl.DateTimeFormat` throws on an unknown zone and only this way it can be caught.
fn formatter(
    lang: Lang,
    parts: &[(&str, &str)],
    zone: Option<&str>,
) -> Option<Intl::DateTimeFormat> {
    let options = options(parts);
    if let Some(zone) = zone {
        set(&options, "timeZone", zone);
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DateTimeFormat".into())
        .ok()?
        .unchecked_into();
    let made = Reflect::construct(&constructor, &Array::of2(&locales(lang), &options)).ok()?;
    Some(made.unchecked_into())
}

fn locales(lang: Lang) -> Array {
    Array::of1(&JsValue::from_str(lang.locale()))
}

fn options(parts: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in parts {
        set(&options, name, value);
    }
    options
}

fn set(target: &Object, name: &str, value: &str) {
    // A plain object accepts every property: there is nothing to do about a refusal that cannot come.
    drop(Reflect::set(
        target.unchecked_ref(),
        &name.into(),
        &value.into(),
    ));
}
