//! The list of questions. What it shows stands in the address, so it can be kept, sent and gone back to.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_query_map};
use tacit_contract::Page;
use tacit_contract::questions::{QuestionSort, QuestionSummary};

use super::filters::Filters;
use crate::components::questions::QuestionRow;
use crate::components::ui::{
    Blank, Loaded, PageHead, Pager, RowsSkeleton, Segment, SegmentedLinks, Select,
};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::view_model::question_list::{QuestionList, SORTS, View, sort_word};

/// The page.
#[component]
pub fn QuestionsPage() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let params = use_query_map();
    let list =
        Memo::new(move |_| params.with(|params| QuestionList::parse(|name| params.get(name))));
    let page = LocalResource::new(move || {
        let (api, query) = (api.clone(), list.get().query());
        async move { api.list_questions(&query).await }
    });
    view! {
        <div class="column">
            <PageHead title=t.questions_title()>
                <Views list />
                <div class="filters">
                    <Filters list />
                    {move || (list.get().view != View::Duplicated).then(|| view! { <Order list /> })}
                </div>
            </PageHead>
            <h2 class="visually-hidden">{move || view_words(t, list.get().view)}</h2>
            <Loaded resource=page waiting=|| view! { <RowsSkeleton /> } let:page>
                <Rows page list />
            </Loaded>
        </div>
    }
}

fn view_words(t: Lang, view: View) -> &'static str {
    match view {
        View::All => t.questions_view_all(),
        View::Followed => t.questions_view_followed(),
        View::Unanswered => t.questions_view_unanswered(),
        View::Urgent => t.questions_view_urgent(),
        View::Solved => t.questions_view_solved(),
        View::Duplicated => t.questions_view_duplicated(),
        View::Mine => t.questions_view_mine(),
    }
}

fn sort_words(t: Lang, sort: QuestionSort) -> &'static str {
    match sort {
        QuestionSort::Newest => t.questions_sort_newest(),
        QuestionSort::Active => t.questions_sort_active(),
        QuestionSort::Waiting => t.questions_sort_waiting(),
        QuestionSort::Helpful => t.questions_sort_helpful(),
        QuestionSort::Duplicated => t.questions_sort_duplicated(),
    }
}

#[component]
fn Views(list: Memo<QuestionList>) -> impl IntoView {
    let t = use_lang();
    let links = Signal::derive(move || {
        let now = list.get();
        let link = |view| Segment {
            href: now.in_view(view).href(),
            label: view_words(t, view).to_owned(),
            current: now.view == view,
        };
        View::ALL.map(link).to_vec()
    });
    view! { <SegmentedLinks label=t.questions_which() links /> }
}

#[component]
fn Order(list: Memo<QuestionList>) -> impl IntoView {
    let t = use_lang();
    let navigate = use_navigate();
    let choices: Vec<_> = SORTS
        .map(|sort| (sort_word(sort).to_owned(), sort_words(t, sort).to_owned()))
        .to_vec();
    let choose = Callback::new(move |word: String| {
        if let Some(sort) = SORTS.into_iter().find(|sort| sort_word(*sort) == word) {
            let options = NavigateOptions {
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&list.get_untracked().sorted(sort).href(), options);
        }
    });
    let value = Signal::derive(move || sort_word(list.get().sort).to_owned());
    view! { <Select id="sort" label=t.questions_sort() quiet=true choices value on_choose=choose /> }
}

#[component]
fn Rows(page: Page<QuestionSummary>, list: Memo<QuestionList>) -> impl IntoView {
    let t = use_lang();
    let now = list.get_untracked();
    if page.items.is_empty() {
        return view! { <NothingHere list=now /> }.into_any();
    }
    let first = now.cursor.is_some().then(|| now.at(None).href());
    let next = page.next_cursor.map(|cursor| now.at(Some(cursor)).href());
    view! {
        <div class="rows" aria-label=t.questions_title()>
            {page.items.into_iter().map(|question| view! { <QuestionRow question /> }).collect_view()}
        </div>
        <Pager first next />
    }
    .into_any()
}

/// An empty list says why, and what to do first.
#[component]
fn NothingHere(list: QuestionList) -> impl IntoView {
    let t = use_lang();
    let (title, text, href, step) = if list.is_filtered() {
        (
            t.questions_none_filtered(),
            t.questions_none_filtered_more(),
            list_without_filters(&list),
            t.questions_clear(),
        )
    } else {
        match list.view {
            View::Followed => (
                t.questions_none_followed(),
                t.questions_none_followed_more(),
                "/topics".to_owned(),
                t.shell_topics(),
            ),
            View::Unanswered | View::Urgent => (
                t.questions_none_waiting(),
                t.questions_none_waiting_more(),
                "/questions".to_owned(),
                t.questions_see_all(),
            ),
            View::Duplicated => (
                t.questions_none_duplicated(),
                t.questions_none_duplicated_more(),
                "/questions".to_owned(),
                t.questions_see_all(),
            ),
            View::All | View::Solved | View::Mine => (
                t.questions_none(),
                t.questions_none_more(),
                "/ask".to_owned(),
                t.ask_title(),
            ),
        }
    };
    view! {
        <Blank title text>
            <A href attr:class="button">{step}</A>
        </Blank>
    }
}

fn list_without_filters(list: &QuestionList) -> String {
    QuestionList {
        view: list.view,
        sort: list.sort,
        ..QuestionList::default()
    }
    .href()
}
