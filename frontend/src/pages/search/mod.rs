//! Searching: the words and filters stand in the box of the bar and in the address, what was found below.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use tacit_contract::Page;
use tacit_contract::search::{SearchHit, SearchKind, SearchQuery};

use crate::components::ui::{
    Blank, Glyph, Loaded, PageHead, Pager, RowsSkeleton, Segment, SegmentedLinks,
};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::view_model::search_address::SearchAddress;

mod hits;
mod in_vain;

/// The page.
#[component]
pub fn SearchPage() -> impl IntoView {
    let t = use_lang();
    let params = use_query_map();
    let address =
        Memo::new(move |_| params.with(|params| SearchAddress::parse(|name| params.get(name))));
    let title = Signal::derive(move || {
        let words = address.with(|address| address.q.clone());
        if words.is_empty() {
            t.search_title().to_owned()
        } else {
            t.search_title_for(&words)
        }
    });
    let is_empty = Memo::new(move |_| address.with(|address| address.q.is_empty()));
    view! {
        <div class="column">
            <PageHead title>
                <Kinds address />
                <p class="hint">{t.search_help()}</p>
            </PageHead>
            {move || {
                if is_empty.get() {
                    view! { <Blank glyph=Glyph::Search title=t.search_empty() text=t.search_help() /> }.into_any()
                } else {
                    view! { <Results address /> }.into_any()
                }
            }}
        </div>
    }
}

fn kind_words(t: Lang, kind: Option<SearchKind>) -> &'static str {
    match kind {
        None => t.search_all(),
        Some(SearchKind::Question) => t.search_questions(),
        Some(SearchKind::Topic) => t.search_topics(),
        Some(SearchKind::Member) => t.search_people(),
        Some(SearchKind::Need) => t.needs_nav(),
    }
}

#[component]
fn Kinds(address: Memo<SearchAddress>) -> impl IntoView {
    let t = use_lang();
    let links = Signal::derive(move || {
        let now = address.get();
        let kinds = std::iter::once(None).chain(SearchKind::ALL.iter().copied().map(Some));
        kinds
            .map(|kind| Segment {
                href: now.of_kind(kind).href(),
                label: kind_words(t, kind).to_owned(),
                current: now.kind == kind,
            })
            .collect::<Vec<_>>()
    });
    view! { <SegmentedLinks label=t.search_kinds() links /> }
}

#[component]
fn Results(address: Memo<SearchAddress>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found = LocalResource::new(move || {
        let api = api.clone();
        let now = address.get();
        let query = SearchQuery {
            q: now.q,
            kind: now.kind,
            cursor: now.cursor,
            limit: None,
        };
        async move { api.search(&query).await }
    });
    view! {
        <h2 class="visually-hidden">{t.search_found_page()}</h2>
        <Loaded resource=found waiting=|| view! { <RowsSkeleton /> } let:page>
            <Found page address />
        </Loaded>
    }
}

#[component]
fn Found(page: Page<SearchHit>, address: Memo<SearchAddress>) -> impl IntoView {
    let now = address.get_untracked();
    if page.items.is_empty() {
        return view! { <in_vain::InVain words=now.q /> }.into_any();
    }
    let first = now.cursor.is_some().then(|| now.at(None).href());
    let next = page.next_cursor.map(|cursor| now.at(Some(cursor)).href());
    view! {
        <div class="rows">{page.items.into_iter().map(|hit| view! { <hits::Hit hit /> }).collect_view()}</div>
        <Pager first next />
    }
    .into_any()
}
