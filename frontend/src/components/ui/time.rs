//! A moment: how long ago in words, exact on demand, in the reader's language and time zone.

use leptos::prelude::*;

use crate::i18n::{absolute, relative, use_lang};
use crate::state::zone::use_zone;

/// A moment in the past. The exact time is in the tooltip and in the markup.
#[component]
pub fn Time(
    /// RFC 3339.
    #[prop(into)]
    at: String,
) -> impl IntoView {
    let t = use_lang();
    let zone = use_zone();
    let exact = absolute(t, zone.as_deref(), &at);
    let words = relative(t, zone.as_deref(), &at);
    view! { <time datetime=at title=exact>{words}</time> }
}
