//! Around the question: its topics to follow, and what stands close to it.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::expertise::SuggestExperts;
use tacit_contract::questions::{QuestionRef, QuestionState};
use tacit_contract::search::SimilarQuery;

use super::Thread;
use super::follow::FollowTopic;
use crate::components::expertise::Likely;
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;

/// How many people are named.
const PEOPLE: u32 = 6;
/// How many neighbours are shown.
const NEIGHBOURS: usize = 5;

/// The aside.
#[component]
pub fn Aside(thread: Thread) -> impl IntoView {
    let t = use_lang();
    let topics = Memo::new(move |_| thread.question.with(|question| question.topics.clone()));
    let linked = Memo::new(move |_| {
        thread
            .question
            .with(|question| (question.related.clone(), question.duplicates.clone()))
    });
    view! {
        <aside class="aside" aria-label=t.question_around()>
            <section class="aside-block">
                <h2>{t.question_topics()}</h2>
                <ul class="plain-list">
                    <For each=move || topics.get() key=|topic| topic.id let:topic><FollowTopic topic /></For>
                </ul>
            </section>
            <PeopleWhoKnow thread />
            {move || {
                let (related, duplicates) = linked.get();
                view! {
                    <Neighbours title=t.question_related() questions=related />
                    <Neighbours title=t.question_duplicates() questions=duplicates />
                }
            }}
            <Similar thread />
        </aside>
    }
}

/// Who is likely to answer, or to know more.
#[component]
fn PeopleWhoKnow(thread: Thread) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let asked = Memo::new(move |_| {
        thread.question.with(|question| {
            let topics = question.topics.iter();
            (
                question.title.clone(),
                question.body.clone(),
                topics.map(|topic| topic.slug.clone()).collect::<Vec<_>>(),
            )
        })
    });
    let found = LocalResource::new(move || {
        let api = api.clone();
        let (title, body, topics) = asked.get();
        let question = SuggestExperts {
            title,
            body,
            topics,
            question: Some(thread.id),
            community_id: None,
            limit: Some(PEOPLE),
        };
        // Without them the page is still whole.
        async move {
            let found = api.suggest_experts(&question).await;
            found.map(|found| found.items).unwrap_or_default()
        }
    });
    let people = Signal::derive(move || found.get().unwrap_or_default());
    view! { <Likely title=t.expertise_people_know() people /> }
}

/// A list of questions beside the text; nothing when there are none.
#[component]
fn Neighbours(title: &'static str, questions: Vec<QuestionRef>) -> impl IntoView {
    (!questions.is_empty()).then(|| {
        let rows = questions
            .into_iter()
            .map(|question| view! { <Neighbour question /> })
            .collect_view();
        view! {
            <section class="aside-block">
                <h2>{title}</h2>
                <ul class="plain-list">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Neighbour(question: QuestionRef) -> impl IntoView {
    let t = use_lang();
    view! {
        <li>
            <A href=format!("/questions/{}", question.id) attr:lang=question.language>{question.title}</A>
            <small>{state_words(t, question.state)}</small>
        </li>
    }
}

fn state_words(t: Lang, state: QuestionState) -> &'static str {
    match state {
        QuestionState::Open => t.questions_open(),
        QuestionState::Answered => t.questions_answered(),
        QuestionState::Solved => t.questions_solved(),
        QuestionState::Closed => t.questions_closed(),
    }
}

/// What the search finds close to the title.
#[component]
fn Similar(thread: Thread) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let title = Memo::new(move |_| thread.question.with(|question| question.title.clone()));
    let found = LocalResource::new(move || {
        let api = api.clone();
        let query = SimilarQuery {
            title: title.get(),
            topics: None,
            limit: Some(8),
        };
        // Without it the page is still whole.
        async move {
            api.list_similar_questions(&query)
                .await
                .map(|found| found.items)
                .unwrap_or_default()
        }
    });
    move || {
        let close = found
            .get()
            .unwrap_or_default()
            .into_iter()
            .filter(|question| question.id != thread.id);
        let close = close.take(NEIGHBOURS).map(|question| QuestionRef {
            id: question.id,
            title: question.title,
            language: question.language,
            state: question.state,
        });
        view! { <Neighbours title=t.question_close() questions=close.collect() /> }
    }
}
