//! Needs on one's own home: mine, what others want to learn too, and whom one could help. Each is quiet while there is
//! nothing to show; without it the page is still whole.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::needs::{ListNeedsQuery, NeedSort, NeedSummary};

use super::row::NeedRow;
use super::state::NeedMark;
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::needs::bare;

/// Needs shown of each kind.
const SHOWN: u32 = 4;

/// Needs of a query; none while they are not there.
pub(super) fn needs_of(query: ListNeedsQuery) -> LocalResource<Vec<NeedSummary>> {
    let api = use_api();
    LocalResource::new(move || {
        let (api, query) = (api.clone(), query.clone());
        async move {
            let page = api.list_needs(&query).await;
            page.map(|page| page.items).unwrap_or_default()
        }
    })
}

/// The needs one has said, with their state.
#[component]
pub fn MyNeeds() -> impl IntoView {
    let t = use_lang();
    let mine = needs_of(ListNeedsQuery {
        mine: Some(true),
        sort: Some(NeedSort::Active),
        limit: Some(SHOWN),
        ..ListNeedsQuery::default()
    });
    let joined = needs_of(ListNeedsQuery {
        joined: Some(true),
        sort: Some(NeedSort::Active),
        limit: Some(SHOWN),
        ..ListNeedsQuery::default()
    });
    move || {
        let mut needs = mine.get().unwrap_or_default();
        needs.extend(joined.get().unwrap_or_default());
        (!needs.is_empty()).then(|| {
            let rows = needs
                .into_iter()
                .map(|need| view! { <Line need /> })
                .collect_view();
            view! {
                <section class="section" aria-labelledby="my-needs">
                    <div class="section-head">
                        <h2 id="my-needs">{t.need_mine()}</h2>
                        <A href="/needs?view=mine">{t.need_mine_all()}</A>
                    </div>
                    <ul class="plain-list need-lines">{rows}</ul>
                </section>
            }
        })
    }
}

/// A need in a short list.
#[component]
pub(super) fn Line(need: NeedSummary) -> impl IntoView {
    let t = use_lang();
    let lang = (need.language != t.tag()).then(|| need.language.clone());
    let offer = need.offer.map(|offer| {
        let words = if offer.word.is_empty() {
            t.needs_offers_help().to_owned()
        } else {
            t.needs_offers(&offer.word)
        };
        format!("{} {words}", offer.member.display_name)
    });
    view! {
        <li>
            <A href=format!("/needs/{}", need.id) attr:lang=lang>{bare(&need.wish).to_owned()}</A>
            <small><NeedMark state=need.state /> {offer.map(|offer| format!(" {offer}"))}</small>
        </li>
    }
}

/// What others want to learn in the topics one is learning, or has needs in.
#[component]
pub fn LikeMyNeeds() -> impl IntoView {
    let t = use_lang();
    let query = ListNeedsQuery {
        like_mine: Some(true),
        sort: Some(NeedSort::Wanted),
        limit: Some(SHOWN),
        ..ListNeedsQuery::default()
    };
    view! { <Rows id="like-my-needs" title=t.need_like_mine() all="/needs?view=wanted" query /> }
}

/// What others want to learn in the topics one knows.
#[component]
pub fn HelpableNeeds() -> impl IntoView {
    let t = use_lang();
    let query = ListNeedsQuery {
        could_help: Some(true),
        sort: Some(NeedSort::Wanted),
        limit: Some(SHOWN),
        ..ListNeedsQuery::default()
    };
    view! { <Rows id="helpable-needs" title=t.need_helpable() all="/needs?view=help" query /> }
}

#[component]
fn Rows(
    id: &'static str,
    title: &'static str,
    all: &'static str,
    query: ListNeedsQuery,
) -> impl IntoView {
    let t = use_lang();
    let needs = needs_of(query);
    move || {
        let needs = needs.get().unwrap_or_default();
        (!needs.is_empty()).then(|| {
            let rows = needs
                .into_iter()
                .map(|need| view! { <NeedRow need /> })
                .collect_view();
            view! {
                <section class="section" aria-labelledby=id>
                    <div class="section-head">
                        <h2 id=id>{title}</h2>
                        <A href=all>{t.needs_see_all()}</A>
                    </div>
                    <div class="rows">{rows}</div>
                </section>
            }
        })
    }
}
