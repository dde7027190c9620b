//! Needs similar to the wish that is being typed: perhaps one joins instead.

use leptos::prelude::*;
use tacit_contract::needs::{NeedSummary, SimilarNeedsQuery};

use crate::components::needs::{JoinButton, NeedMark};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::pause::paused;
use crate::view_model::needs::bare;

/// So many letters must stand there before anything is looked for.
const LEAST: usize = 12;
/// Needs that are offered.
const OFFERED: u32 = 4;

/// The list below the wish; quiet while there is nothing to say.
#[component]
pub fn SimilarNeeds(wish: Signal<String>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let asked = paused(wish, 300);
    let found = LocalResource::new(move || {
        let (api, wish) = (api.clone(), asked.get().trim().to_owned());
        async move {
            if wish.chars().count() < LEAST {
                return Vec::new();
            }
            let query = SimilarNeedsQuery {
                wish,
                limit: Some(OFFERED),
            };
            // A help: without it one can still say it.
            let found = api.list_similar_needs(&query).await;
            found.map(|found| found.items).unwrap_or_default()
        }
    });
    view! {
        <div id="say-similar" class="similar-place">
            <p class="visually-hidden" role="status">
                {move || {
                    let count = found.get().unwrap_or_default().len();
                    (count > 0).then(|| t.say_similar_found(u64::try_from(count).unwrap_or(0)))
                }}
            </p>
            {move || {
                let needs = found.get().unwrap_or_default();
                (!needs.is_empty())
                    .then(|| {
                        let entries = needs.into_iter().map(|need| view! { <Entry need /> });
                        view! {
                            <div class="similar">
                                <p>{t.say_similar()}</p>
                                <ul class="need-lines">{entries.collect_view()}</ul>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

#[component]
fn Entry(need: NeedSummary) -> impl IntoView {
    let join = (need.may_join || need.joined).then(|| {
        let done = Callback::new(|_: bool| ());
        view! { <JoinButton id=need.id joined=need.joined supporters=need.supporters on_done=done /> }
    });
    view! {
        <li>
            // Opened beside this page, so that what was typed stays.
            <a href=format!("/needs/{}", need.id) target="_blank" rel="noopener" lang=need.language>
                {bare(&need.wish).to_owned()}
            </a>
            <small><NeedMark state=need.state /></small>
            <div>{join}</div>
        </li>
    }
}
