//! Nothing was found: ask it, or say it as a need; whoever is not alone with it hears so.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::ui::{Blank, Glyph};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::needs::proposal;
use crate::view_model::next_address::encode;

/// What stands where nothing was found.
#[component]
pub fn InVain(words: String) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let (ask, say) = (
        format!("/ask?title={}", encode(&words)),
        proposal(&words, None),
    );
    let by_many = LocalResource::new(move || {
        let (api, words) = (api.clone(), words.clone());
        async move { api.check_unmet_search(&words).await }
    });
    let more = move || {
        let found = by_many.get().and_then(Result::ok).unwrap_or_default();
        found
            .by_many
            .then(|| view! { <p class="hint">{t.search_none_by_many()}</p> })
    };
    view! {
        <Blank glyph=Glyph::Search title=t.search_none() text=t.search_none_more()>
            <A href=ask attr:class="button">{t.search_ask()}</A>
            <A href=say attr:class="button">{t.needs_say()}</A>
        </Blank>
        {more}
    }
}
