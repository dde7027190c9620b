//! Questions similar to what is being typed, answered ones marked: perhaps one need not ask.

use leptos::prelude::*;
use tacit_contract::questions::QuestionState;
use tacit_contract::search::{SimilarQuery, SimilarQuestion};

use crate::components::ui::{Glyph, Icon, Token};
use crate::i18n::{Lang, use_lang};
use crate::state::api::use_api;
use crate::state::pause::paused;

/// So many letters must stand there before anything is looked for.
const LEAST: usize = 8;

/// The list below the title; quiet while there is nothing to say.
#[component]
pub fn SimilarQuestions(title: Signal<String>, topics: Signal<Vec<Token>>) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let asked = paused(title, 250);
    let found = LocalResource::new(move || {
        let api = api.clone();
        let title = asked.get().trim().to_owned();
        let slugs: Vec<String> = topics.get().into_iter().map(|topic| topic.key).collect();
        let topics = (!slugs.is_empty()).then(|| slugs.join(","));
        async move {
            if title.chars().count() < LEAST {
                return Vec::new();
            }
            let query = SimilarQuery {
                title,
                topics,
                limit: Some(5),
            };
            // A help, not a need: without it one can still ask.
            api.list_similar_questions(&query)
                .await
                .map(|found| found.items)
                .unwrap_or_default()
        }
    });
    view! {
        <div id="ask-similar" class="similar-place">
            <p class="visually-hidden" role="status">
                {move || {
                    let count = found.get().unwrap_or_default().len();
                    (count > 0).then(|| t.ask_similar_found(u64::try_from(count).unwrap_or(0)))
                }}
            </p>
            {move || {
                let questions = found.get().unwrap_or_default();
                (!questions.is_empty())
                    .then(|| {
                        view! {
                            <div class="similar">
                                <p>{t.ask_similar()}</p>
                                <ul>{questions.into_iter().map(|question| view! { <Entry question /> }).collect_view()}</ul>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

#[component]
fn Entry(question: SimilarQuestion) -> impl IntoView {
    let t = use_lang();
    let (glyph, solved) = match question.state {
        QuestionState::Solved => (Glyph::Solved, true),
        QuestionState::Open | QuestionState::Answered | QuestionState::Closed => {
            (Glyph::Questions, false)
        }
    };
    let facts = facts(t, &question);
    view! {
        <li data-state=solved.then_some("solved")>
            <Icon glyph />
            <div>
                // Opened beside this page, so that what was typed stays.
                <a href=format!("/questions/{}", question.id) target="_blank" rel="noopener" lang=question.language>
                    {question.title}
                </a>
                <small>{facts}</small>
            </div>
        </li>
    }
}

fn facts(t: Lang, question: &SimilarQuestion) -> String {
    let state = match question.state {
        QuestionState::Open => t.questions_open(),
        QuestionState::Answered => t.questions_answered(),
        QuestionState::Solved => t.questions_solved(),
        QuestionState::Closed => t.questions_closed(),
    };
    let answers = u64::try_from(question.answer_count).unwrap_or(0);
    let answers = if answers == 0 {
        t.questions_no_answer().to_owned()
    } else {
        t.questions_answers(answers)
    };
    let topics: Vec<&str> = question
        .topics
        .iter()
        .map(|topic| topic.name.as_str())
        .collect();
    let topics = if topics.is_empty() {
        String::new()
    } else {
        format!(", {}", t.ask_in_topics(&topics.join(", ")))
    };
    format!("{state}, {answers}{topics}")
}
