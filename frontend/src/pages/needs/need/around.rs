//! Beside a need: the people who know.

use leptos::prelude::*;
use tacit_contract::expertise::SuggestExperts;

use super::Need;
use crate::components::expertise::Likely;
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// How many people are named.
const PEOPLE: u32 = 5;

/// The aside.
#[component]
pub fn Around(need: Need) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let asked = Memo::new(move |_| {
        need.detail.with(|own| {
            let topics = own.topics.iter().map(|topic| topic.slug.clone());
            (
                own.wish.clone(),
                own.why.clone(),
                topics.collect::<Vec<_>>(),
            )
        })
    });
    let found = LocalResource::new(move || {
        let api = api.clone();
        let (title, body, topics) = asked.get();
        let about = SuggestExperts {
            title,
            body,
            topics,
            question: None,
            limit: Some(PEOPLE),
        };
        // Without them the page is still whole.
        async move {
            let found = api.suggest_experts(&about).await;
            found.map(|found| found.items).unwrap_or_default()
        }
    });
    let people = Signal::derive(move || found.get().unwrap_or_default());
    view! {
        <aside class="aside" aria-label=t.need_around()>
            <Likely title=t.expertise_people_know() people />
        </aside>
    }
}
