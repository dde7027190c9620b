//! How far a need has come, and by when it is wanted.

use leptos::prelude::*;
use tacit_contract::needs::NeedState;

use crate::components::ui::{Glyph, Icon};
use crate::i18n::{day, use_lang};
use crate::view_model::needs::tone;

/// A state as a word in its colour.
#[component]
pub fn NeedMark(state: NeedState) -> impl IntoView {
    let t = use_lang();
    let met = matches!(state, NeedState::Met | NeedState::AlreadyExists);
    view! {
        <span class="state" data-state=tone(state)>
            {met.then(|| view! { <Icon glyph=Glyph::Solved /> })}
            {t.need_state(state)}
        </span>
    }
}

/// The day by which it is wanted; a day is the same everywhere, so no time zone moves it.
#[component]
pub fn WantedBy(
    /// RFC 3339.
    #[prop(into)]
    at: String,
) -> impl IntoView {
    let t = use_lang();
    let words = t.needs_by(&day(t, Some("UTC"), &at));
    view! { <time datetime=at>{words}</time> }
}
