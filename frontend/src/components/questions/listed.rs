//! The questions of a topic, by state and in four orders.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::Page;
use tacit_contract::questions::{QuestionFilter, QuestionSort, QuestionSummary};

use crate::components::questions::QuestionRow;
use crate::components::ui::{Blank, Loaded, Pager, RowsSkeleton, Segment, SegmentedLinks, Select};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::view_model::address;
use crate::view_model::topics::TopicView;

/// The list with its filters.
#[component]
pub fn TopicQuestions(
    slug: String,
    /// How many there are in all.
    questions: u64,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let chosen = address_view(|get| TopicView::read(get));
    let asked = slug.clone();
    let list = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(|chosen| chosen.query(&asked)));
        async move { api.list_questions(&query).await }
    });
    let rows_slug = slug.clone();
    view! {
        <section class="section" aria-labelledby="topic-questions">
            <div class="section-head">
                <h2 id="topic-questions">{t.topic_questions()} " " <small>{t.number(questions)}</small></h2>
            </div>
            {(questions > 0).then(|| view! { <Filters slug chosen /> })}
            <Loaded resource=list waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
                {view! { <Rows page slug=rows_slug.clone() chosen=chosen.get_untracked() /> }.into_any()}
            </Loaded>
        </section>
    }
}

#[component]
fn Filters(slug: String, chosen: Memo<TopicView>) -> impl IntoView {
    let t = use_lang();
    let go = use_go();
    let sort_slug = slug.clone();
    let links = Signal::derive(move || {
        let chosen = chosen.get();
        states(t)
            .map(|(state, label)| Segment {
                href: TopicView {
                    state,
                    cursor: None,
                    ..chosen.clone()
                }
                .address(&slug),
                label: label.to_owned(),
                current: chosen.state == state,
            })
            .to_vec()
    });
    let order = Signal::derive(move || address::any_word(&chosen.get().sort).unwrap_or_default());
    let choose = Callback::new(move |word: String| {
        let sort = address::value(Some(word)).unwrap_or_default();
        go.run(
            TopicView {
                sort,
                cursor: None,
                ..chosen.get_untracked()
            }
            .address(&sort_slug),
        );
    });
    view! {
        <div class="filters">
            <SegmentedLinks label=t.topic_filter() links />
            <Select id="topic-order" label=t.topics_order() choices=orders(t) value=order on_choose=choose quiet=true />
        </div>
    }
}

fn states(t: Lang) -> [(QuestionFilter, &'static str); 4] {
    [
        (QuestionFilter::Any, t.topic_filter_any()),
        (QuestionFilter::Unanswered, t.topic_filter_unanswered()),
        (QuestionFilter::Unsolved, t.topic_filter_unsolved()),
        (QuestionFilter::Solved, t.topic_filter_solved()),
    ]
}

fn orders(t: Lang) -> Vec<(String, String)> {
    let orders = [
        (QuestionSort::Newest, t.topic_newest()),
        (QuestionSort::Active, t.topic_active()),
        (QuestionSort::Waiting, t.topic_waiting()),
        (QuestionSort::Helpful, t.topic_helpful()),
    ];
    orders
        .into_iter()
        .filter_map(|(sort, words)| Some((address::any_word(&sort)?, words.to_owned())))
        .collect()
}

#[component]
fn Rows(page: Page<QuestionSummary>, slug: String, chosen: TopicView) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() && chosen.state == QuestionFilter::Any {
        return view! {
            <Blank title=t.topic_no_questions() text=t.topic_no_questions_more()>
                <A href=format!("/ask?topic={slug}") attr:class="button" attr:data-kind="primary">{t.topic_ask()}</A>
            </Blank>
        }
        .into_any();
    }
    if page.items.is_empty() {
        return view! {
            <Blank title=t.topic_none_match() text=t.topic_none_match_more()>
                <A href=TopicView::default().address(&slug) attr:class="button">{t.topic_show_all()}</A>
            </Blank>
        }
        .into_any();
    }
    let first = chosen.cursor.is_some().then(|| {
        TopicView {
            cursor: None,
            ..chosen.clone()
        }
        .address(&slug)
    });
    let next = page.next_cursor.map(|cursor| {
        TopicView {
            cursor: Some(cursor),
            ..chosen
        }
        .address(&slug)
    });
    let rows = page
        .items
        .into_iter()
        .map(|question| view! { <QuestionRow question /> });
    view! {
        <div class="rows">{rows.collect_view()}</div>
        <Pager first next />
    }
    .into_any()
}
