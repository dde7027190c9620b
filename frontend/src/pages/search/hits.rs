//! What was found: a question with the passage that fits, a topic, a person, a need. Marked are the words searched for.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::search::{LiftReason, MemberHit, NeedHit, QuestionHit, SearchHit, TopicHit};

use crate::components::needs::NeedMark;
use crate::components::questions::AuthorName;
use crate::components::ui::{Avatar, Fragments, Glyph, Icon, StateMark, Time};
use crate::i18n::{Lang, use_lang};
use crate::view_model::people::count;
use crate::view_model::question_row;

/// One thing found.
#[component]
pub fn Hit(hit: SearchHit) -> impl IntoView {
    match hit {
        SearchHit::Question(hit) => view! { <Question hit /> }.into_any(),
        SearchHit::Topic(hit) => view! { <Topic hit /> }.into_any(),
        SearchHit::Member(hit) => view! { <Person hit /> }.into_any(),
        SearchHit::Need(hit) => view! { <Need hit /> }.into_any(),
    }
}

#[component]
fn Question(hit: QuestionHit) -> impl IntoView {
    let t = use_lang();
    let answers = u64::try_from(hit.answer_count).unwrap_or(0);
    let answers = if answers == 0 {
        t.questions_no_answer().to_owned()
    } else {
        t.questions_answers(answers)
    };
    let anchor = hit
        .snippet_answer_id
        .map(|answer| format!("#answer-{answer}"))
        .unwrap_or_default();
    let in_answer = hit
        .snippet_answer_id
        .map(|_| view! { <span>{t.search_in_answer()}</span> });
    let topics = hit
        .topics
        .into_iter()
        .map(|topic| view! { <A href=format!("/topics/{}", topic.slug) attr:class="topic">{topic.name}</A> })
        .collect_view();
    let why = hit
        .lifted_by
        .into_iter()
        .map(|reason| lift_words(t, reason))
        .collect::<Vec<_>>()
        .join(", ");
    view! {
        <article class="question-row hang">
            <div class="margin">
                <StateMark state=question_row::state(hit.state, hit.urgency) />
                <small>{answers}</small>
            </div>
            <div>
                <h3>
                    <A href=format!("/questions/{}{anchor}", hit.id) attr:lang=hit.language.clone()>
                        <Fragments fragments=hit.title />
                    </A>
                </h3>
                {(!hit.snippet.is_empty())
                    .then(|| view! { <p class="excerpt" lang=hit.language><Fragments fragments=hit.snippet /></p> })}
                <div class="meta">
                    {topics}
                    <span>
                        <AuthorName by=hit.by source=None />
                        ", "
                        <Time at=hit.created_at.to_rfc3339() />
                    </span>
                    {in_answer}
                    {(!why.is_empty()).then(|| view! { <span class="why-lifted">{why}</span> })}
                </div>
            </div>
        </article>
    }
}

fn lift_words(t: Lang, reason: LiftReason) -> &'static str {
    match reason {
        LiftReason::Solved => t.search_why_solved(),
        LiftReason::Answered => t.search_why_answered(),
        LiftReason::Helpful => t.search_why_helpful(),
        LiftReason::Recent => t.search_why_recent(),
    }
}

#[component]
fn Topic(hit: TopicHit) -> impl IntoView {
    let t = use_lang();
    let called = (!hit.synonyms.is_empty()).then(|| t.search_also_called(&hit.synonyms.join(", ")));
    view! {
        <article class="question-row hang">
            <div class="margin">
                <span class="state"><Icon glyph=Glyph::Tag />{t.shell_topics()}</span>
            </div>
            <div>
                <h3><A href=format!("/topics/{}", hit.topic.slug)><Fragments fragments=hit.name /></A></h3>
                {(!hit.snippet.is_empty()).then(|| view! { <p class="excerpt"><Fragments fragments=hit.snippet /></p> })}
                {called.map(|called| view! { <div class="meta"><span>{called}</span></div> })}
            </div>
        </article>
    }
}

#[component]
fn Person(hit: MemberHit) -> impl IntoView {
    let t = use_lang();
    let department = hit
        .department
        .map(|department| view! { <span>{department.name}</span> });
    view! {
        <article class="question-row hang">
            <div class="margin">
                <span class="state"><Icon glyph=Glyph::Person />{t.shell_people()}</span>
            </div>
            <div class="found-person">
                <Avatar name=hit.member.display_name.clone() />
                <div>
                    <h3><A href=format!("/people/{}", hit.member.handle)><Fragments fragments=hit.name /></A></h3>
                    {(!hit.snippet.is_empty())
                        .then(|| view! { <p class="excerpt"><Fragments fragments=hit.snippet /></p> })}
                    <div class="meta">
                        {(!hit.member.job_title.is_empty()).then(|| view! { <span>{hit.member.job_title}</span> })}
                        {department}
                    </div>
                </div>
            </div>
        </article>
    }
}

#[component]
fn Need(hit: NeedHit) -> impl IntoView {
    let t = use_lang();
    let topics = hit
        .topics
        .into_iter()
        .map(|topic| view! { <A href=format!("/topics/{}", topic.slug) attr:class="topic">{topic.name}</A> })
        .collect_view();
    let lang = hit.language.clone();
    view! {
        <article class="question-row hang">
            <div class="margin">
                <span class="state"><Icon glyph=Glyph::Sprout />{t.search_one_need()}</span>
                <small><NeedMark state=hit.state /></small>
            </div>
            <div>
                <h3><A href=format!("/needs/{}", hit.id) attr:lang=hit.language><Fragments fragments=hit.wish /></A></h3>
                {(!hit.snippet.is_empty())
                    .then(|| view! { <p class="excerpt" lang=lang><Fragments fragments=hit.snippet /></p> })}
                <div class="meta">{topics} <span>{t.needs_wanted_by(count(hit.supporters.into()))}</span></div>
            </div>
        </article>
    }
}
