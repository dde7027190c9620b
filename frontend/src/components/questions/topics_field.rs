//! The field for the topics of a question: completion by name and synonym, creation of what does not exist yet.

use leptos::prelude::*;
use tacit_contract::topics::{CompleteTopicsQuery, TopicCompletion, TopicRef};

use crate::components::ui::{Token, TokenField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::pause::paused;

/// One to five topics.
#[component]
pub fn TopicsField(
    #[prop(into)] id: String,
    chosen: RwSignal<Vec<Token>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: Option<String>,
    /// Whether what does not exist yet may be made.
    #[prop(default = true.into(), into)]
    may_create: Signal<bool>,
    #[prop(default = 5)] most: usize,
    #[prop(optional)] optional: bool,
    /// What the topics are for, when not for a question.
    #[prop(optional, into)]
    label: Option<String>,
    /// What the empty line asks for, likewise.
    #[prop(optional)]
    prompt: Option<&'static str>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let label = label.unwrap_or_else(|| t.shell_topics().to_owned());
    let typed = RwSignal::new(String::new());
    let asked = paused(typed.into(), 150);
    let found = LocalResource::new(move || {
        let (api, q) = (api.clone(), asked.get().trim().to_owned());
        async move {
            if q.is_empty() {
                return Vec::new();
            }
            let query = CompleteTopicsQuery { q, limit: None };
            // Completion is a help: without it one can still type a name.
            api.complete_topics(&query).await.unwrap_or_default()
        }
    });
    let known = Signal::derive(move || {
        found
            .get()
            .unwrap_or_default()
            .into_iter()
            .map(offered)
            .collect::<Vec<_>>()
    });
    view! {
        <TokenField id label hint error chosen typed known may_create most optional prompt=prompt.unwrap_or(t.ui_add_topic()) />
    }
}

/// A topic as a token.
pub fn token(topic: TopicRef) -> Token {
    Token {
        key: topic.slug,
        label: topic.name,
        detail: None,
    }
}

fn offered(completion: TopicCompletion) -> Token {
    Token {
        detail: completion.synonym,
        ..token(completion.topic)
    }
}
