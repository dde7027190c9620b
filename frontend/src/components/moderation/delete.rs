//! Deleting a post.

use leptos::prelude::*;
use tacit_contract::moderation::DeletePostQuery;
use tacit_contract::posts::PostKind;
use uuid::Uuid;

use crate::components::ui::{Confirm, TextField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::moderation::given;

/// Before it goes: what that means, and why where it is needed.
#[component]
pub fn Delete(
    post: Uuid,
    kind: PostKind,
    #[prop(into)] needs_reason: Signal<bool>,
    open: RwSignal<bool>,
    #[prop(into)] on_done: Callback<()>,
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
            async move { api.delete_post(post, &query).await },
            move |()| {
                open.set(false);
                toasts.say(t.moderation_deleted());
                on_done.run(());
            },
        );
    });
    let lacks = Signal::derive(move || needs_reason.get() && given(&reason.get()).is_none());
    let title = match kind {
        PostKind::Question => t.moderation_delete_question(),
        PostKind::Answer => t.moderation_delete_answer(),
        PostKind::Comment => t.moderation_delete_comment(),
        PostKind::Need => t.moderation_delete_need(),
    };
    view! {
        <Confirm
            id=format!("delete-{post}")
            title
            open
            act=t.moderation_delete()
            danger=true
            disabled=lacks
            sending
            on_confirm=act
        >
            <p>{t.moderation_delete_more()}</p>
            {move || {
                needs_reason
                    .get()
                    .then(|| {
                        view! {
                            <TextField
                                id=format!("delete-reason-{post}")
                                label=t.question_reason()
                                hint=t.moderation_office_hint()
                                maxlength=500
                                value=reason
                                error=sending.field(t, "/reason")
                            />
                        }
                    })
            }}
        </Confirm>
    }
}
