//! A moment: how long ago in words, exact on demand, in the reader's language and time zone.

use leptos::prelude::*;

use crate::i18n::{absolute, day, relative, relative_day, use_lang};
use crate::state::zone::use_zone;
use crate::view_model::relative_time::is_day;

/// A moment in the past. The exact time is in the tooltip and in the markup.
#[component]
pub fn Time(
    /// RFC 3339.
    #[prop(into)]
    at: String,
) -> impl IntoView {
    let t = use_lang();
    let zone = use_zone();
    // A time told to the day is the same day for everybody.
    let (exact, words) = if is_day(&at) {
        (day(t, Some("UTC"), &at), relative_day(t, &at))
    } else {
        let zone = zone.as_deref();
        (absolute(t, zone, &at), relative(t, zone, &at))
    };
    view! { <time datetime=at title=exact>{words}</time> }
}
