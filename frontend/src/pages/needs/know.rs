//! People who know, beside a need that is being written or read.

use leptos::prelude::*;
use tacit_contract::expertise::SuggestExperts;

use crate::components::expertise::Likely;
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// So many letters must stand there before anybody is looked for.
const LEAST: usize = 12;
/// How many people are named.
const NAMED: u32 = 5;

/// The aside; empty while nobody is known.
#[component]
pub fn WhoKnows(
    /// Wish, why and topics.
    #[prop(into)]
    about: Signal<(String, String, Vec<String>)>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found = LocalResource::new(move || {
        let api = api.clone();
        let (title, body, topics) = about.get();
        let about = SuggestExperts {
            title: title.trim().to_owned(),
            body,
            topics,
            question: None,
            community_id: None,
            limit: Some(NAMED),
        };
        async move {
            if about.title.chars().count() < LEAST && about.topics.is_empty() {
                return Vec::new();
            }
            // Without them the page is still whole.
            let found = api.suggest_experts(&about).await;
            found.map(|found| found.items).unwrap_or_default()
        }
    });
    let people = Signal::derive(move || found.get().unwrap_or_default());
    view! {
        <aside class="aside" aria-label=t.expertise_people_know()>
            <Likely title=t.expertise_people_know() people />
        </aside>
    }
}
