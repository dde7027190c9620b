//! Home: a line to ask on, what one can help with, one's own open questions, what is new.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use tacit_contract::questions::{ListQuestionsQuery, QuestionFilter, QuestionSummary};
use web_sys::SubmitEvent;

use crate::components::moderation::Renewals;
use crate::components::needs::{HelpableNeeds, LikeMyNeeds, MyNeeds};
use crate::components::questions::QuestionRow;
use crate::components::routing::HelpWantedList;
use crate::components::ui::{Button, Kind, Loaded, PageHead, RowsSkeleton};
use crate::i18n::use_lang;
use crate::routes;
use crate::state::api::use_api;
use crate::state::welcome::provide_welcome_over;
use crate::view_model::next_address::encode;

/// The page.
#[component]
pub fn HomePage() -> impl IntoView {
    let t = use_lang();
    let mine = ListQuestionsQuery {
        mine: Some(true),
        state: Some(QuestionFilter::Unsolved),
        limit: Some(5),
        ..ListQuestionsQuery::default()
    };
    let new = ListQuestionsQuery {
        limit: Some(8),
        ..ListQuestionsQuery::default()
    };
    let said = RwSignal::new(0_u32);
    let welcome = welcome(said);
    view! {
        <div class="column">
            <PageHead title=t.home_title() hidden=true />
            <AskLine />
            <Renewals />
            {welcome}
            {move || {
                // What was just said about topics brings other questions.
                said.get();
                view! { <HelpWantedList /> }
            }}
            <Part
                id="mine"
                title=t.home_mine()
                all="/questions?view=mine"
                all_words=t.home_mine_all()
                query=mine
                nothing=ViewFn::from(move || view! { <p>{t.home_mine_none()}</p> })
            />
            <MyNeeds />
            <LikeMyNeeds />
            <HelpableNeeds />
            <Part
                id="new"
                title=t.home_new()
                all="/questions"
                all_words=t.home_new_all()
                query=new
                nothing=ViewFn::from(move || view! { <p>{t.home_new_none()}</p> })
            />
        </div>
    }
}

/// What the first sign-in asks; `said` counts up when it is over.
fn welcome(said: RwSignal<u32>) -> impl IntoView {
    let api = use_api();
    let due = LocalResource::new(move || {
        let api = api.clone();
        // A help, not a need.
        async move { api.get_my_welcome().await.is_ok_and(|found| found.due) }
    });
    let over = RwSignal::new(false);
    provide_welcome_over(Callback::new(move |()| {
        over.set(true);
        said.update(|said| *said = said.saturating_add(1));
    }));
    move || (due.get().unwrap_or_default() && !over.get()).then(routes::welcome)
}

/// Where asking begins: the words go along to the page one asks on.
#[component]
fn AskLine() -> impl IntoView {
    let t = use_lang();
    let navigate = use_navigate();
    let title = RwSignal::new(String::new());
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        let words = title.get_untracked();
        let query = if words.trim().is_empty() {
            String::new()
        } else {
            format!("?title={}", encode(words.trim()))
        };
        navigate(&format!("/ask{query}"), NavigateOptions::default());
    };
    view! {
        <form class="ask-line section" action="/ask" on:submit=go>
            <label class="visually-hidden" for="home-ask">{t.ask_line()}</label>
            <input id="home-ask" name="title" autocomplete="off" maxlength="200" placeholder=t.ask_placeholder() bind:value=title />
            <div class="under">
                <p>{t.ask_under()}</p>
                <Button kind=Kind::Primary>{t.shell_ask()}</Button>
            </div>
        </form>
    }
}

/// A short list with its heading and the way to all of it.
#[component]
fn Part(
    id: &'static str,
    title: &'static str,
    all: &'static str,
    all_words: &'static str,
    query: ListQuestionsQuery,
    nothing: ViewFn,
) -> impl IntoView {
    let api = use_api();
    let page = LocalResource::new(move || {
        let (api, query) = (api.clone(), query.clone());
        async move { api.list_questions(&query).await }
    });
    view! {
        <section class="section" aria-labelledby=id>
            <div class="section-head">
                <h2 id=id>{title}</h2>
                <A href=all>{all_words}</A>
            </div>
            <Loaded resource=page waiting=|| view! { <RowsSkeleton rows=2 /> } let:page>
                <Rows questions=page.items nothing=nothing.clone() />
            </Loaded>
        </section>
    }
}

#[component]
fn Rows(questions: Vec<QuestionSummary>, nothing: ViewFn) -> impl IntoView {
    if questions.is_empty() {
        return view! { <div class="nothing">{nothing.run()}</div> }.into_any();
    }
    let rows = questions
        .into_iter()
        .map(|question| view! { <QuestionRow question /> })
        .collect_view();
    view! { <div class="rows">{rows}</div> }.into_any()
}
