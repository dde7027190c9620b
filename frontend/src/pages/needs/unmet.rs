//! What many search for and nobody finds, proposed as needs: counted without names.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::needs::PeopleCount;
use tacit_contract::search::UnmetSearch;

use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::needs::proposal;

/// The section; quiet while everything is found.
#[component]
pub fn UnmetSearches() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let unmet = LocalResource::new(move || {
        let api = api.clone();
        async move { api.list_unmet_searches().await }
    });
    move || {
        let items = unmet.get().and_then(Result::ok).unwrap_or_default().items;
        (!items.is_empty()).then(|| {
            let rows = items
                .into_iter()
                .map(|search| view! { <Row search /> })
                .collect_view();
            view! {
                <section class="section" aria-labelledby="unmet">
                    <div class="section-head"><h2 id="unmet">{t.unmet_title()}</h2></div>
                    <p class="hint">{t.unmet_more()}</p>
                    <ul class="plain-list need-lines">{rows}</ul>
                </section>
            }
        })
    }
}

#[component]
fn Row(search: UnmetSearch) -> impl IntoView {
    let t = use_lang();
    let people = match search.people {
        PeopleCount::Count { count } => t.unmet_by(count),
        PeopleCount::Few | PeopleCount::AllButFew => t.demand_nearly_all().to_owned(),
    };
    let say = proposal(&search.words, None);
    view! {
        <li>
            <q>{search.words}</q>
            <small>
                {people}
                " "
                <A href=say>{t.recurring_say()}</A>
            </small>
        </li>
    }
}
