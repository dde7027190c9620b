//! Who is likely to know, while a question is being written.

use leptos::prelude::*;
use tacit_contract::expertise::{SuggestExperts, SuggestedExpert};

use crate::components::expertise::Likely;
use crate::components::ui::Token;
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::pause::paused;

/// So many letters must stand there before anybody is looked for.
const LEAST: usize = 8;
/// Milliseconds after which typing has paused.
const PAUSE: u64 = 600;
/// People named.
const NAMED: u32 = 6;

/// The aside of the page; empty while nobody is known.
#[component]
pub fn LikelyToKnow(
    title: Signal<String>,
    body: Signal<String>,
    topics: Signal<Vec<Token>>,
    /// Whom to ask first; a press on a person chooses them.
    first: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let (title, body) = (paused(title, PAUSE), paused(body, PAUSE));
    let found = LocalResource::new(move || {
        let api = api.clone();
        let question = SuggestExperts {
            title: title.get().trim().to_owned(),
            body: body.get(),
            topics: topics.get().into_iter().map(|topic| topic.key).collect(),
            question: None,
            limit: Some(NAMED),
        };
        async move {
            let written = question.title.chars().count() >= LEAST;
            if !written && question.topics.is_empty() {
                return Vec::new();
            }
            // A help, not a need: without it one can still ask.
            let found = api.suggest_experts(&question).await;
            found.map(|found| found.items).unwrap_or_default()
        }
    });
    let people =
        Signal::derive(move || -> Vec<SuggestedExpert> { found.get().unwrap_or_default() });
    view! {
        <aside class="aside" aria-label=t.expertise_likely()>
            <Likely title=t.expertise_likely() people first />
        </aside>
    }
}
