//! Questions that keep coming back, proposed as needs: counted by how often they were asked again, whoever asked.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::questions::{ListQuestionsQuery, QuestionSort, QuestionSummary};

use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::needs::proposal;

/// Questions that are looked at.
const LOOKED_AT: u32 = 8;
/// Asked again so often, a question comes back.
const OFTEN: i64 = 2;

/// The section; quiet while no question comes back.
#[component]
pub fn Recurring() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let often = LocalResource::new(move || {
        let api = api.clone();
        let query = ListQuestionsQuery {
            sort: Some(QuestionSort::Duplicated),
            limit: Some(LOOKED_AT),
            ..ListQuestionsQuery::default()
        };
        async move {
            let page = api.list_questions(&query).await;
            let found = page.map(|page| page.items).unwrap_or_default().into_iter();
            let again = found.filter(|one| one.duplicate_count.is_some_and(|count| count >= OFTEN));
            again.collect::<Vec<_>>()
        }
    });
    move || {
        let often = often.get().unwrap_or_default();
        (!often.is_empty()).then(|| {
            let rows = often
                .into_iter()
                .map(|question| view! { <Row question /> })
                .collect_view();
            view! {
                <section class="section" aria-labelledby="recurring">
                    <div class="section-head"><h2 id="recurring">{t.recurring_title()}</h2></div>
                    <p class="hint">{t.recurring_more()}</p>
                    <ul class="plain-list need-lines">{rows}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Row(question: QuestionSummary) -> impl IntoView {
    let t = use_lang();
    let again = question.duplicate_count.unwrap_or_default();
    let again = u64::try_from(again).unwrap_or_default();
    let topic = question.topics.first().map(|topic| topic.slug.as_str());
    let say = proposal(&question.title, topic);
    view! {
        <li>
            <A href=format!("/questions/{}", question.id) attr:lang=question.language>{question.title}</A>
            <small>
                {t.moderation_duplicated(again)}
                " "
                <A href=say>{t.recurring_say()}</A>
            </small>
        </li>
    }
}
