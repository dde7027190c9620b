//! The question itself: title, who asked, text, topics, what one can do with it, and its comments.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::moderation::ClosingFacts;
use tacit_contract::posts::PostKind;
use tacit_contract::questions::{CloseReason, QuestionDetail, QuestionState};

use super::comments::Comments;
use super::edit::EditQuestionForm;
use super::moderation::Said;
use super::post_actions::{Post, PostActions};
use super::{Thread, asked_for};
use crate::components::follows::FollowQuestion;
use crate::components::questions::{AudienceWords, Byline, SourceLine};
use crate::components::ui::{Banner, Glyph, PageHead, Prose, StateMark, Time};
use crate::i18n::{Lang, use_lang};
use crate::view_model::question_row;

/// The question.
#[component]
pub fn QuestionHead(thread: Thread) -> impl IntoView {
    let editing = RwSignal::new(asked_for(&format!("edit-{}", thread.id)));
    let commenting = RwSignal::new(asked_for(&format!("comment-{}", thread.id)));
    // Answers and comments have parts of their own: a change there leaves this alone.
    let own = Memo::new(move |_| {
        let question = thread.question.get();
        QuestionDetail {
            answers: Vec::new(),
            comments: Vec::new(),
            ..question
        }
    });
    let title = Signal::derive(move || own.with(|own| own.title.clone()));
    let state = Memo::new(move |_| own.with(|own| question_row::state(own.state, own.urgency)));
    let comments = Memo::new(move |_| thread.question.with(|question| question.comments.clone()));
    view! {
        <article class="question">
            <div class="hang">
                <div class="margin">{move || view! { <StateMark state=state.get() /> }}</div>
                <PageHead title />
            </div>
            {move || {
                let question = own.get();
                if editing.get() {
                    view! { <EditQuestionForm thread question editing /> }.into_any()
                } else {
                    view! { <Text thread question editing commenting /> }.into_any()
                }
            }}
            <Comments thread post=thread.id comments writing=commenting />
        </article>
    }
}

#[component]
fn Text(
    thread: Thread,
    question: QuestionDetail,
    editing: RwSignal<bool>,
    commenting: RwSignal<bool>,
) -> impl IntoView {
    let t = use_lang();
    let topics = question
        .topics
        .clone()
        .into_iter()
        .map(|topic| view! { <A href=format!("/topics/{}", topic.slug) attr:class="topic">{topic.name}</A> })
        .collect_view();
    let post = Post {
        id: question.id,
        kind: PostKind::Question,
        version: question.version,
        helpful_count: question.helpful_count,
        link: format!("/questions/{}", question.id),
    };
    let name = question
        .by
        .author
        .as_ref()
        .map(|author| author.display_name.clone());
    let (place, people) = (question.community.clone(), question.people.clone());
    let audience = view! { <AudienceWords community=place people /> };
    let edited = question.edited_at.map(|at| at.to_rfc3339());
    let mine = thread.viewer.with_untracked(|viewer| {
        viewer.as_ref().is_some_and(|viewer| {
            viewer
                .posts
                .iter()
                .any(|post| post.id == question.id && post.mine)
        })
    });
    let following = Signal::derive(move || thread.viewer.get().map(|viewer| viewer.following));
    view! {
        <Byline by=question.by.clone() mine source=question.source.clone()>
            {t.question_asked()}
            " "
            <Time at=question.created_at.to_rfc3339() />
            {edited.map(|at| view! { ", " {t.question_edited()} " " <Time at /> })}
            " "
            {audience}
        </Byline>
        <Closed question=question.clone() />
        <Said thread id=question.id />
        {(!question.body_html.trim().is_empty())
            .then(|| {
                view! {
                    <div data-quote="" data-name=name>
                        <Prose html=question.body_html.clone() lang=question.language.clone() />
                    </div>
                }
            })}
        <div class="topics">{topics}</div>
        {question.source.clone().map(|source| view! { <SourceLine source /> })}
        <PostActions thread post commenting on_edit=Callback::new(move |()| editing.set(true))>
            <FollowQuestion id=question.id known=following />
        </PostActions>
    }
}

/// Why it is closed, and where to go on.
#[component]
fn Closed(question: QuestionDetail) -> impl IntoView {
    let t = use_lang();
    (question.state == QuestionState::Closed).then(|| {
        let original = question.duplicate_of.map(|original| {
            view! {
                {t.question_original()}
                " "
                <A href=format!("/questions/{}", original.id)>{original.title}</A>
            }
        });
        view! {
            <div class="closed-note">
                <Banner glyph=Glyph::Door title=closed_words(t, question.closed_reason)>
                    {original}
                    {question.closing.map(|closing| view! { <ClosedBy closing /> })}
                </Banner>
            </div>
        }
    })
}

/// The words of whoever closed it, their name and the time.
#[component]
fn ClosedBy(closing: ClosingFacts) -> impl IntoView {
    let t = use_lang();
    let words = if closing.by.is_some() {
        t.moderation_closed_by()
    } else {
        t.moderation_closed_on()
    };
    view! {
        {closing.note.map(|note| view! { <span class="closing-note">{note}</span> })}
        <small class="closing-by">
            {words}
            " "
            {closing.by.map(|by| view! { <A href=format!("/people/{}", by.handle)>{by.display_name}</A> ", " })}
            <Time at=closing.at.to_rfc3339() />
        </small>
    }
}

fn closed_words(t: Lang, reason: Option<CloseReason>) -> &'static str {
    match reason {
        Some(CloseReason::Duplicate) => t.question_closed_duplicate(),
        Some(CloseReason::Outdated) => t.question_closed_outdated(),
        Some(CloseReason::OutOfPlace) => t.question_closed_out_of_place(),
        Some(CloseReason::Other) | None => t.question_closed_other(),
    }
}
