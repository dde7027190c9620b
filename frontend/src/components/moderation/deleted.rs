//! What was deleted, as its author and leads see it, and restoring it.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::moderation::{DeletePostQuery, DeletedPost};
use tacit_contract::posts::PostKind;
use uuid::Uuid;

use crate::components::questions::AuthorName;
use crate::components::ui::{Confirm, Glyph, Icon, LinkButton, Prose, TextField, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::moderation::given;

/// A deleted post: folded, with who deleted it and why, and a way to bring it back.
#[component]
pub fn DeletedEntry(post: DeletedPost, #[prop(into)] on_restored: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let restoring = RwSignal::new(false);
    let what = match post.kind {
        PostKind::Question => t.moderation_deleted_question(),
        PostKind::Answer => t.moderation_deleted_answer(),
        PostKind::Comment => t.moderation_deleted_comment(),
        PostKind::Need => t.moderation_deleted_need(),
    };
    let (id, needs_reason, may_restore) = (post.id, post.restore_needs_reason, post.may_restore);
    view! {
        <details class="fold deleted" id=format!("deleted-{id}")>
            <summary>
                <Icon glyph=Glyph::Trash />
                <b>{what}</b>
                " "
                <small><Time at=post.deleted_at.to_rfc3339() /></small>
            </summary>
            <p class="meta">
                <span>{t.moderation_by()} " " <AuthorName by=post.by source=None /></span>
                {post
                    .deleted_by
                    .map(|by| {
                        view! {
                            <span>
                                {t.moderation_deleted_by()} " "
                                <A href=format!("/people/{}", by.handle)>{by.display_name}</A>
                            </span>
                        }
                    })}
            </p>
            {post.reason.map(|reason| view! { <p class="meta"><q>{reason}</q></p> })}
            <Prose html=post.body_html lang=post.language />
            {post.under_deleted.then(|| view! { <p class="meta">{t.moderation_under_deleted()}</p> })}
            {may_restore
                .then(|| {
                    view! {
                        <LinkButton glyph=Glyph::History on_press=Callback::new(move |()| restoring.set(true))>
                            {t.moderation_restore()}
                        </LinkButton>
                        <Restore post=id needs_reason open=restoring on_done=on_restored />
                    }
                })}
        </details>
    }
}

#[component]
fn Restore(
    post: Uuid,
    needs_reason: bool,
    open: RwSignal<bool>,
    on_done: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let reason = RwSignal::new(String::new());
    let act = Callback::new(move |()| {
        let api = api.clone();
        let query = DeletePostQuery {
            reason: given(&reason.get_untracked()),
        };
        sending.send(
            async move { api.restore_post(post, &query).await },
            move |()| {
                open.set(false);
                toasts.say(t.moderation_restored());
                on_done.run(());
            },
        );
    });
    let lacks = Signal::derive(move || needs_reason && given(&reason.get()).is_none());
    view! {
        <Confirm
            id=format!("restore-{post}")
            title=t.moderation_restore_title()
            open
            act=t.moderation_restore()
            disabled=lacks
            sending
            on_confirm=act
        >
            <p>{t.moderation_restore_more()}</p>
            {needs_reason
                .then(|| {
                    view! {
                        <TextField
                            id=format!("restore-reason-{post}")
                            label=t.question_reason()
                            hint=t.moderation_office_hint()
                            maxlength=500
                            value=reason
                            error=sending.field(t, "/reason")
                        />
                    }
                })}
        </Confirm>
    }
}
