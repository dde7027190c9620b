//! `/topics`: all topics, found by name or synonym, in three orders; which ones one follows.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::topics::{TopicSort, TopicSummary};

use super::row::{Followed, TopicRow};
use crate::components::ui::{
    Blank, ListSearch, Loaded, PageHead, Pager, RowsSkeleton, Segment, SegmentedLinks,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::view_model::topics::TopicsView;

/// The page.
#[component]
pub fn TopicsPage() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let chosen = address_view(|get| TopicsView::read(get));
    let followed = Followed::fetch();
    let topics = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(TopicsView::query));
        async move { api.list_topics(&query).await }
    });
    view! {
        <div class="column">
            <PageHead title=t.topics_title() lede=t.topics_lede()>
                <Tools chosen />
            </PageHead>
            <h2 class="visually-hidden">{t.topics_list()}</h2>
            <Loaded resource=topics waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
                {view! { <Rows page chosen=chosen.get_untracked() followed /> }.into_any()}
            </Loaded>
        </div>
    }
}

#[component]
fn Tools(chosen: Memo<TopicsView>) -> impl IntoView {
    let t = use_lang();
    let go = use_go();
    let search = Callback::new(move |words: String| {
        let q = Some(words);
        go.run(
            TopicsView {
                q,
                cursor: None,
                ..chosen.get_untracked()
            }
            .address(),
        );
    });
    let which = Signal::derive(move || {
        let chosen = chosen.get();
        [(false, t.topics_all()), (true, t.topics_followed())]
            .map(|(followed, label)| Segment {
                href: TopicsView {
                    followed,
                    cursor: None,
                    ..chosen.clone()
                }
                .address(),
                label: label.to_owned(),
                current: chosen.followed == followed,
            })
            .to_vec()
    });
    let order = Signal::derive(move || {
        let chosen = chosen.get();
        let orders = [
            (TopicSort::Name, t.topics_by_name()),
            (TopicSort::Questions, t.topics_by_questions()),
            (TopicSort::Active, t.topics_by_activity()),
        ];
        orders
            .map(|(sort, label)| Segment {
                href: TopicsView {
                    sort,
                    cursor: None,
                    ..chosen.clone()
                }
                .address(),
                label: label.to_owned(),
                current: chosen.sort == sort,
            })
            .to_vec()
    });
    let words = Signal::derive(move || chosen.get().q.unwrap_or_default());
    view! {
        <ListSearch id="topic-search" label=t.topics_search() words on_search=search />
        <div class="filters">
            <SegmentedLinks label=t.topics_order() links=order />
            <SegmentedLinks label=t.topics_which() links=which />
        </div>
    }
}

#[component]
fn Rows(page: Page<TopicSummary>, chosen: TopicsView, followed: Followed) -> impl IntoView {
    if page.items.is_empty() {
        return view! { <Nothing chosen /> }.into_any();
    }
    let first = chosen.cursor.is_some().then(|| {
        TopicsView {
            cursor: None,
            ..chosen.clone()
        }
        .address()
    });
    let next = page.next_cursor.map(|cursor| {
        TopicsView {
            cursor: Some(cursor),
            ..chosen
        }
        .address()
    });
    let rows = page
        .items
        .into_iter()
        .map(|topic| view! { <TopicRow topic followed /> });
    view! {
        <div class="rows">{rows.collect_view()}</div>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Nothing(chosen: TopicsView) -> impl IntoView {
    let t = use_lang();
    let all = move || view! { <A href="/topics" attr:class="button">{t.topics_show_all()}</A> };
    if chosen.q.is_some() {
        view! { <Blank title=t.topics_none() text=t.topics_none_more()>{all()}</Blank> }.into_any()
    } else if chosen.followed {
        view! { <Blank title=t.topics_none_followed() text=t.topics_none_followed_more()>{all()}</Blank> }.into_any()
    } else {
        view! {
            <Blank title=t.topics_empty() text=t.topics_empty_more()>
                <A href="/ask" attr:class="button" attr:data-kind="primary">{t.shell_ask()}</A>
            </Blank>
        }
        .into_any()
    }
}
