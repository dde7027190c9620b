//! Comments below a post, and the form for one more.

use leptos::prelude::*;
use tacit_contract::drafts::SaveDraft;
use tacit_contract::posts::{AudienceKind, Comment, CreateComment, PostKind};
use uuid::Uuid;
use web_sys::SubmitEvent;

use super::edit::EditCommentForm;
use super::moderation::{Dialogs, ModerationDialogs, ModerationItems, Said};
use super::post_actions::post_viewer;
use super::{Thread, asked_for};
use crate::components::blocks::Folded;
use crate::components::nameless::NamelessChoice;
use crate::components::questions::AuthorName;
use crate::components::ui::{
    Button, DraftLine, FormProblem, Glyph, Icon, Kind, LinkButton, Menu, Prose, Time, Writing,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::drafts::DraftKeeper;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The comments of a post.
#[component]
pub fn Comments(
    thread: Thread,
    post: Uuid,
    comments: Memo<Vec<Comment>>,
    /// Whether one more is being written.
    writing: RwSignal<bool>,
) -> impl IntoView {
    let t = use_lang();
    let draft = RwSignal::new(String::new());
    let any = Memo::new(move |_| comments.with(|comments| !comments.is_empty()));
    view! {
        {move || {
            any.get()
                .then(|| {
                    view! {
                        <ul class="comments" aria-label=t.question_comments()>
                            <For each=move || comments.get() key=|comment| (comment.id, comment.version) let:comment>
                                <CommentEntry thread comment />
                            </For>
                        </ul>
                    }
                })
        }}
        {move || writing.get().then(|| view! { <CommentForm thread post draft writing /> })}
    }
}

#[component]
fn CommentEntry(thread: Thread, comment: Comment) -> impl IntoView {
    let t = use_lang();
    let place = format!("edit-{}", comment.id);
    let editing = RwSignal::new(asked_for(&place));
    let viewer = post_viewer(thread, comment.id);
    let mine = Memo::new(move |_| viewer.get().is_some_and(|viewer| viewer.mine));
    let may_edit = Memo::new(move |_| viewer.get().is_some_and(|viewer| viewer.may_edit));
    let folded = Signal::derive(move || viewer.get().is_some_and(|viewer| viewer.folded));
    let dialogs = Dialogs::new();
    let id = comment.id;
    move || {
        let gone = comment.source.as_ref().is_some_and(|source| source.gone);
        let (comment, begun) = (comment.clone(), thread.has_draft(&place));
        if editing.get() {
            return view! { <li><EditCommentForm thread comment editing /></li> }.into_any();
        }
        view! {
            <li id=format!("comment-{}", comment.id)>
                <Folded folded>
                    {
                        let (html, lang) = (comment.body_html.clone(), comment.language.clone());
                        view! { <Prose html lang look="said" /> }
                    }
                </Folded>
                <span class="by">
                    {
                        let (by, source) = (comment.by, comment.source);
                        move || view! { <AuthorName by=by.clone() mine=mine.get() source=source.clone() /> }
                    }
                    ", "
                    <a href=format!("/questions/{}#comment-{}", thread.id, comment.id)><Time at=comment.created_at.to_rfc3339() /></a>
                    {comment.edited_at.map(|_| view! { ", " {t.question_edited()} })}
                    {gone.then(|| view! { ". " {t.source_gone()} })}
                    {move || {
                        may_edit
                            .get()
                            .then(|| {
                                view! {
                                    " "
                                    <LinkButton on_press=Callback::new(move |()| editing.set(true))>
                                        {if begun { t.drafts_go_on() } else { t.question_edit() }}
                                    </LinkButton>
                                }
                            })
                    }}
                    <Menu
                        id=format!("more-{id}")
                        label=t.moderation_more()
                        look="link-button"
                        trigger=Box::new(|| view! { <Icon glyph=Glyph::More /> }.into_any())
                    >
                        <ModerationItems thread id kind=PostKind::Comment dialogs />
                    </Menu>
                </span>
                <Said thread id />
                <ModerationDialogs thread id kind=PostKind::Comment dialogs />
            </li>
        }
        .into_any()
    }
}

/// Whoever asked without their name goes on without it; others choose, where everyone reads along.
#[component]
fn NamelessComment(
    thread: Thread,
    chosen: RwSignal<bool>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let t = use_lang();
    let everyone = thread
        .question
        .with_untracked(|question| question.audience == AudienceKind::Everyone);
    let own = Memo::new(move |_| thread.asked_nameless());
    move || {
        if own.get() {
            view! { <small>{t.nameless_here()}</small> }.into_any()
        } else if everyone {
            view! { <NamelessChoice label=t.nameless_comment() community=Signal::stored(None) chosen error /> }
                .into_any()
        } else {
            ().into_any()
        }
    }
}

#[component]
fn CommentForm(
    thread: Thread,
    post: Uuid,
    draft: RwSignal<String>,
    writing: RwSignal<bool>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let (sending, nameless) = (Sending::new(), RwSignal::new(false));
    let place = format!("comment-{post}");
    let look = thread.has_draft(&place);
    let keeper = DraftKeeper::follow(
        place,
        Signal::derive(move || SaveDraft {
            body: draft.get(),
            nameless: nameless.get(),
            ..SaveDraft::default()
        }),
        Callback::new(move |kept: SaveDraft| {
            draft.set(kept.body);
            nameless.set(kept.nameless);
        }),
        look,
    );
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let comment = CreateComment {
            body: draft.get_untracked(),
            nameless: nameless.get_untracked(),
        };
        sending.send(
            async move { api.add_comment(post, &comment).await },
            move |_| {
                keeper.posted();
                draft.set(String::new());
                nameless.set(false);
                writing.set(false);
                toasts.say(t.question_comment_done());
                thread.reload.run(());
            },
        );
    };
    view! {
        <form class="small-form" novalidate on:submit=submit>
            <Writing
                id=format!("comment-on-{post}")
                label=t.question_your_comment()
                rows=3
                value=draft
                error=sending.field(t, "/body")
                focused=true
            />
            <NamelessComment thread chosen=nameless error=sending.field(t, "/nameless") />
            <DraftLine keeper />
            <FormProblem error=sending.error() />
            <div class="actions">
                <Button kind=Kind::Primary busy=sending.busy()>{t.question_post_comment()}</Button>
                <Button kind=Kind::Quiet on_press=Callback::new(move |()| writing.set(false))>{t.ui_cancel()}</Button>
            </div>
        </form>
    }
}
