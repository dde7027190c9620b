//! A question in a list: how far it has come in the margin, its title, the beginning of its text, topics, who and when.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::posts::Byline;
use tacit_contract::questions::QuestionSummary;
use tacit_contract::topics::TopicRef;

use super::AudienceWords;
use crate::components::ui::{Glyph, Icon, StateMark, Time};
use crate::i18n::use_lang;
use crate::view_model::question_row::{self, Standing};

/// One row.
#[component]
pub fn QuestionRow(
    question: QuestionSummary,
    /// Without the beginning of the text, for lists beside other things.
    #[prop(optional)]
    brief: bool,
    /// Without the community it stands in, for lists within that.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    let t = use_lang();
    let foreign = question.language != t.tag();
    let lang = foreign.then(|| question.language.clone());
    let standing = match question_row::standing(&question) {
        Standing::NoAnswer => t.questions_no_answer().to_owned(),
        Standing::Answers(count) => t.questions_answers(count),
        Standing::Duplicate => t.questions_duplicate().to_owned(),
    };
    let excerpt = (!brief && !question.excerpt.is_empty())
        .then(|| view! { <p class="excerpt" lang=lang.clone()>{question.excerpt.clone()}</p> });
    let again = question
        .duplicate_count
        .and_then(|count| u64::try_from(count).ok())
        .map(|count| view! { <small>{t.moderation_duplicated(count)}</small> });
    let original = question.duplicate_of.map(|original| {
        view! {
            <span>
                {t.questions_asked_before()} " "
                <A href=format!("/questions/{}", original.id) attr:lang=original.language>{original.title}</A>
            </span>
        }
    });
    view! {
        <article class="question-row hang">
            <div class="margin">
                <StateMark state=question_row::state(question.state, question.urgency) />
                <small>{standing}</small>
                {again}
            </div>
            <div>
                <h3>
                    <A href=format!("/questions/{}", question.id) attr:lang=lang>{question.title}</A>
                </h3>
                {excerpt}
                <div class="meta">
                    <TopicLinks topics=question.topics />
                    <By by=question.by at=question.created_at.to_rfc3339() />
                    <AudienceWords community=question.community.filter(|_| !within) people=question.people />
                    {original}
                </div>
            </div>
        </article>
    }
}

/// Topics as links.
#[component]
fn TopicLinks(topics: Vec<TopicRef>) -> impl IntoView {
    topics
        .into_iter()
        .map(|topic| view! { <A href=format!("/topics/{}", topic.slug) attr:class="topic">{topic.name}</A> })
        .collect_view()
}

/// Who asked, and when.
#[component]
fn By(by: Byline, at: String) -> impl IntoView {
    let t = use_lang();
    let who = match by.author {
        Some(author) => view! { <A href=format!("/people/{}", author.handle)>{author.display_name}</A> }.into_any(),
        None if by.hidden => {
            view! { <span class="state quiet" data-state="hidden"><Icon glyph=Glyph::Person />{t.ui_anonymous()}</span> }.into_any()
        }
        None => view! { <span>{t.ui_unknown_author()}</span> }.into_any(),
    };
    view! { <span>{who} ", " <Time at /></span> }
}
