//! Topics that begin with what is typed into a field.

use leptos::prelude::*;
use tacit_contract::topics::{CompleteTopicsQuery, TopicCompletion};

use crate::components::ui::Token;
use crate::state::api::use_api;

/// What the server offers for what is typed; nothing while nothing is typed. What was offered stays until there is better.
pub fn topic_completion(typed: RwSignal<String>) -> Signal<Vec<Token>> {
    let api = use_api();
    let words = Memo::new(move |_| typed.with(|typed| typed.trim().to_owned()));
    let offered = LocalResource::new(move || {
        let (api, q) = (api.clone(), words.get());
        async move {
            if q.is_empty() {
                return Vec::new();
            }
            let found = api
                .complete_topics(&CompleteTopicsQuery { q, limit: None })
                .await;
            // A field without suggestions still takes what is typed.
            found.unwrap_or_default().into_iter().map(token).collect()
        }
    });
    Signal::derive(move || offered.get().unwrap_or_default())
}

fn token(completion: TopicCompletion) -> Token {
    Token {
        key: completion.topic.slug,
        label: completion.topic.name,
        detail: completion.synonym,
    }
}
