//! Answers to look at again, on Home; nothing while there are none.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::moderation::{ListRenewalsQuery, RenewalDue};

use crate::components::ui::Time;
use crate::i18n::use_lang;
use crate::state::api::use_api;

/// The few that were accepted longest ago.
#[component]
pub fn Renewals() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let due = LocalResource::new(move || {
        let api = api.clone();
        let query = ListRenewalsQuery {
            limit: Some(5),
            ..ListRenewalsQuery::default()
        };
        async move {
            api.list_renewals(&query)
                .await
                .map(|page| page.items)
                .unwrap_or_default()
        }
    });
    move || {
        let due = due.get().unwrap_or_default();
        (!due.is_empty()).then(|| {
            let rows = due
                .into_iter()
                .map(|due| view! { <Row due /> })
                .collect_view();
            view! {
                <section class="section" aria-labelledby="renewals">
                    <div class="section-head"><h2 id="renewals">{t.moderation_renewals()}</h2></div>
                    <ul class="rows compact">{rows}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Row(due: RenewalDue) -> impl IntoView {
    let t = use_lang();
    let why = if due.mine {
        t.moderation_renewals_mine()
    } else {
        t.moderation_renewals_known()
    };
    let said = due
        .said
        .into_iter()
        .map(|said| view! { <p><q>{said}</q></p> });
    view! {
        <li class="renewal">
            <h3>
                <A href=format!("/questions/{}#answer-{}", due.question_id, due.answer_id)>{due.question_title}</A>
            </h3>
            <p class="reason">{why} ", " {t.moderation_renewals_since()} " " <Time at=due.accepted_at.to_rfc3339() /></p>
            {said.collect_view()}
        </li>
    }
}
