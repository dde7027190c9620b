//! The answers: the accepted one first, then the most helpful, as the server orders them.

use leptos::prelude::*;
use tacit_contract::questions::Answer;

use super::Thread;
use super::answer::AnswerArticle;
use crate::i18n::use_lang;

/// All answers.
#[component]
pub fn Answers(thread: Thread) -> impl IntoView {
    let t = use_lang();
    let count = Memo::new(move |_| thread.question.with(|question| question.answers.len()));
    let heading = move || match count.get() {
        0 => t.question_heading_none().to_owned(),
        count => t.question_heading_answers(u64::try_from(count).unwrap_or(u64::MAX)),
    };
    let may_answer =
        Memo::new(move |_| thread.viewer.get().is_some_and(|viewer| viewer.may_answer));
    view! {
        <section class="section answers" aria-labelledby="answers">
            <div class="section-head">
                <h2 id="answers">{heading}</h2>
                {move || may_answer.get().then(|| view! { <a href="#yours" rel="external">{t.question_write_one()}</a> })}
            </div>
            <For each=move || thread.question.with(|question| question.answers.clone()) key=key let:answer>
                <AnswerArticle thread answer />
            </For>
        </section>
    }
}

/// What makes an answer look different. Its comments are followed by a part of their own.
fn key(answer: &Answer) -> (uuid::Uuid, i32, bool, Option<i64>) {
    let renewed = answer.renewal.as_ref();
    let renewed = renewed.map(|renewal| renewal.at.timestamp_micros());
    (answer.id, answer.version, answer.accepted, renewed)
}
