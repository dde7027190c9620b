//! The list of communities. What it shows stands in the address.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::communities::{CommunitySummary, CommunityView};

use super::deleted::DeletedRow;
use crate::components::communities::CommunityRow;
use crate::components::ui::{
    Blank, Glyph, ListSearch, Loaded, PageHead, Pager, RowsSkeleton, Segment, SegmentedLinks,
};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::view_model::community_list::{CommunityList, VIEWS};

/// The page.
#[component]
pub fn CommunitiesPage() -> impl IntoView {
    let t = use_lang();
    let (api, go) = (use_api(), use_go());
    let list = address_view(|get| CommunityList::read(get));
    let page = LocalResource::new(move || {
        let (api, query) = (api.clone(), list.with(CommunityList::query));
        async move { api.list_communities(&query).await }
    });
    let search = Callback::new(move |words: String| {
        go.run(list.get_untracked().searched(words).address());
    });
    let words = Signal::derive(move || list.get().q.unwrap_or_default());
    view! {
        <div class="column">
            <PageHead title=t.communities_title() lede=t.communities_lede()>
                <ListSearch id="communities-search" label=t.communities_search() words on_search=search />
                <div class="filters">
                    <Views list />
                    <A href="/communities/new" attr:class="button" attr:data-kind="primary">{t.communities_found()}</A>
                </div>
            </PageHead>
            <h2 class="visually-hidden">{move || view_words(t, list.get().view)}</h2>
            <Loaded resource=page waiting=|| view! { <RowsSkeleton /> }.into_any() let:found>
                {
                    let (list, again) = (list.get_untracked(), Callback::new(move |()| page.refetch()));
                    view! { <Rows found list again /> }.into_any()
                }
            </Loaded>
            {move || {
                let list = list.get();
                let deleted = list.in_view(CommunityView::Deleted).address();
                (list.view == CommunityView::Mine)
                    .then(|| view! { <p class="after-list"><A href=deleted>{t.communities_deleted()}</A></p> })
            }}
        </div>
    }
}

fn view_words(t: Lang, view: CommunityView) -> &'static str {
    match view {
        CommunityView::Mine => t.communities_mine(),
        CommunityView::Pending => t.communities_pending(),
        CommunityView::All | CommunityView::Discover => t.communities_discover(),
        CommunityView::Deleted => t.communities_deleted(),
    }
}

#[component]
fn Views(list: Memo<CommunityList>) -> impl IntoView {
    let t = use_lang();
    let links = Signal::derive(move || {
        let now = list.get();
        let link = |view| Segment {
            href: now.in_view(view).address(),
            label: view_words(t, view).to_owned(),
            current: now.view == view,
        };
        VIEWS.map(link).to_vec()
    });
    view! { <SegmentedLinks label=t.communities_which() links /> }
}

#[component]
fn Rows(found: Page<CommunitySummary>, list: CommunityList, again: Callback<()>) -> impl IntoView {
    let page = found;
    if page.items.is_empty() {
        return view! { <NothingHere list /> }.into_any();
    }
    let first = list.cursor.is_some().then(|| list.at(None).address());
    let next = page
        .next_cursor
        .map(|cursor| list.at(Some(cursor)).address());
    let rows = page.items.into_iter().map(|one| match one.erased_at {
        Some(erased) => view! { <DeletedRow one erased again /> }.into_any(),
        None => view! { <CommunityRow one /> }.into_any(),
    });
    view! {
        <div class="rows">{rows.collect_view()}</div>
        <Pager first next />
    }
    .into_any()
}

/// An empty list says why, and what to do first.
#[component]
fn NothingHere(list: CommunityList) -> impl IntoView {
    let t = use_lang();
    let discover = list.in_view(CommunityView::Discover);
    let found = "/communities/new".to_owned();
    let (title, text, href, step) = match (&list.q, list.view) {
        (_, CommunityView::Deleted) => (
            t.communities_none_deleted(),
            t.communities_none_deleted_more(),
            list.in_view(CommunityView::Mine).address(),
            t.communities_mine(),
        ),
        (Some(_), CommunityView::Discover) => (
            t.communities_none_match(),
            t.communities_none_discover_more(),
            found,
            t.communities_found(),
        ),
        (Some(_), _) => (
            t.communities_none_match(),
            t.communities_none_mine_more(),
            discover.address(),
            t.communities_discover(),
        ),
        (None, CommunityView::Mine) => (
            t.communities_none_mine(),
            t.communities_none_mine_more(),
            discover.address(),
            t.communities_discover(),
        ),
        (None, CommunityView::Pending) => (
            t.communities_none_pending(),
            t.communities_none_pending_more(),
            discover.address(),
            t.communities_discover(),
        ),
        (None, _) => (
            t.communities_none_discover(),
            t.communities_none_discover_more(),
            found,
            t.communities_found(),
        ),
    };
    view! {
        <Blank glyph=Glyph::People title text>
            <A href attr:class="button">{step}</A>
        </Blank>
    }
}
