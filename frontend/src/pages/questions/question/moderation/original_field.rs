//! The field for the original of a duplicate: words of its title, or its address.

use leptos::prelude::*;
use tacit_contract::search::SimilarQuery;
use uuid::Uuid;

use crate::components::ui::{Token, TokenField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::pause::paused;
use crate::view_model::moderation::question_in_address;

/// One question other than this one.
#[component]
pub fn OriginalField(
    question: Uuid,
    chosen: RwSignal<Vec<Token>>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let typed = RwSignal::new(String::new());
    let asked = paused(typed.into(), 200);
    let found = LocalResource::new(move || {
        let (api, title) = (api.clone(), asked.get().trim().to_owned());
        async move {
            if title.is_empty() {
                return Vec::new();
            }
            if let Some(id) = question_in_address(&title) {
                let found = api.get_question(id).await;
                return found
                    .map(|found| vec![token(found.id, found.title)])
                    .unwrap_or_default();
            }
            let query = SimilarQuery {
                title,
                topics: None,
                limit: Some(6),
            };
            let found = api.list_similar_questions(&query).await.unwrap_or_default();
            found
                .items
                .into_iter()
                .map(|found| token(found.id, found.title))
                .collect()
        }
    });
    let own = question.to_string();
    let known = Signal::derive(move || {
        let mut found = found.get().unwrap_or_default();
        found.retain(|token| token.key != own);
        found
    });
    view! {
        <TokenField
            id="close-original"
            label=t.moderation_original()
            hint=Some(t.moderation_original_hint().to_owned())
            error
            chosen
            typed
            known
            most=1
            prompt=t.moderation_original_prompt()
        />
    }
}

fn token(id: Uuid, title: String) -> Token {
    Token {
        key: id.to_string(),
        label: title,
        detail: None,
    }
}
