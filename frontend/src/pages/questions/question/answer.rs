//! One answer: whether it solved the question hangs in the margin, its words stand in the column.

use leptos::prelude::*;
use tacit_contract::posts::PostKind;
use tacit_contract::questions::Answer;

use super::accept::Acceptance;
use super::comments::Comments;
use super::edit::EditAnswerForm;
use super::moderation::{Renewed, Said};
use super::post_actions::{Post, PostActions, post_viewer};
use super::{Thread, asked_for};
use crate::components::blocks::Folded;
use crate::components::questions::{Byline, SourceLine};
use crate::components::ui::{Glyph, Icon, Prose, Time};
use crate::i18n::use_lang;

/// An answer with its comments.
#[component]
pub fn AnswerArticle(thread: Thread, answer: Answer) -> impl IntoView {
    let t = use_lang();
    let editing = RwSignal::new(asked_for(&format!("edit-{}", answer.id)));
    let commenting = RwSignal::new(asked_for(&format!("comment-{}", answer.id)));
    let (id, accepted) = (answer.id, answer.accepted);
    let at_first = answer.comments.clone();
    let comments = Memo::new(move |_| {
        thread.question.with(|question| {
            let answer = question.answers.iter().find(|answer| answer.id == id);
            answer.map_or_else(|| at_first.clone(), |answer| answer.comments.clone())
        })
    });
    let mark = accepted.then(|| {
        view! {
            <p class="accepted">
                <Icon glyph=Glyph::Solved />
                {t.question_accepted()}
            </p>
        }
    });
    view! {
        <article class="answer hang" id=format!("answer-{id}") data-accepted=accepted.then_some("")>
            <div class="margin">{mark}</div>
            <div class="body">
                {move || {
                    let answer = answer.clone();
                    if editing.get() {
                        view! { <EditAnswerForm thread answer editing /> }.into_any()
                    } else {
                        view! { <Text thread answer editing commenting /> }.into_any()
                    }
                }}
                <Comments thread post=id comments writing=commenting />
            </div>
        </article>
    }
}

#[component]
fn Text(
    thread: Thread,
    answer: Answer,
    editing: RwSignal<bool>,
    commenting: RwSignal<bool>,
) -> impl IntoView {
    let t = use_lang();
    let post = Post {
        id: answer.id,
        kind: PostKind::Answer,
        version: answer.version,
        helpful_count: answer.helpful_count,
        link: format!("/questions/{}#answer-{}", thread.id, answer.id),
    };
    let edited = answer.edited_at.map(|at| at.to_rfc3339());
    let viewer = post_viewer(thread, answer.id);
    let mine = Memo::new(move |_| viewer.get().is_some_and(|viewer| viewer.mine));
    let folded = Signal::derive(move || viewer.get().is_some_and(|viewer| viewer.folded));
    let name = answer
        .by
        .author
        .as_ref()
        .map(|author| author.display_name.clone());
    let (by, source, at) = (
        answer.by,
        answer.source.clone(),
        answer.created_at.to_rfc3339(),
    );
    view! {
        {move || {
            let (at, edited) = (at.clone(), edited.clone());
            view! {
                <Byline by=by.clone() mine=mine.get() source=source.clone()>
                    {t.question_answered()}
                    " "
                    <Time at />
                    {edited.map(|at| view! { ", " {t.question_edited()} " " <Time at /> })}
                </Byline>
            }
        }}
        <Said thread id=answer.id />
        {answer.renewal.map(|renewal| view! { <Renewed renewal question=thread.id /> })}
        <Folded folded>
            {
                let (name, quote) = (name.clone(), format!("#answer-{}", answer.id));
                let (html, lang) = (answer.body_html.clone(), answer.language.clone());
                view! { <div data-quote=quote data-name=name><Prose html lang /></div> }
            }
        </Folded>
        {answer.source.map(|source| view! { <SourceLine source /> })}
        <PostActions thread post commenting on_edit=Callback::new(move |()| editing.set(true))>
            <Acceptance thread answer=answer.id accepted=answer.accepted />
        </PostActions>
    }
}
