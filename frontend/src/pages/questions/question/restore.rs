//! Back to an earlier revision: for somebody else's post with a reason.

use leptos::prelude::*;
use tacit_contract::posts::RestoreRevision;
use uuid::Uuid;

use super::Thread;
use super::post_actions::post_viewer;
use crate::components::ui::{FormProblem, Glyph, LinkButton, TextField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The button, and before it the reason where one is needed.
#[component]
pub fn Restore(
    thread: Thread,
    id: Uuid,
    /// The version to go back to.
    restored: i32,
    /// The version that stands now.
    read: i32,
    done: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let reason = RwSignal::new(String::new());
    let viewer = post_viewer(thread, id);
    let not_mine = Memo::new(move |_| viewer.get().is_some_and(|viewer| !viewer.mine));
    let lacking =
        Signal::derive(move || not_mine.get() && reason.with(|reason| reason.trim().is_empty()));
    let restore = Callback::new(move |()| {
        let api = api.clone();
        let reason =
            Some(reason.get_untracked().trim().to_owned()).filter(|reason| !reason.is_empty());
        sending.send(
            async move {
                let why = RestoreRevision { reason };
                api.restore_revision(id, restored, read, &why).await
            },
            move |_| {
                done.run(());
                toasts.say(t.history_restored());
                thread.reload.run(());
            },
        );
    });
    view! {
        {move || {
            not_mine
                .get()
                .then(|| {
                    view! {
                        <TextField
                            id=format!("restore-reason-{id}-{restored}")
                            label=t.question_reason()
                            hint=t.question_edit_reason_hint()
                            value=reason
                            error=sending.field(t, "/reason")
                        />
                    }
                })
        }}
        <FormProblem error=sending.error() />
        <LinkButton glyph=Glyph::History on_press=restore disabled=Signal::derive(move || sending.busy().get() || lacking.get())>
            {t.history_restore()}
            <span class="visually-hidden">" " {t.question_version(restored)}</span>
        </LinkButton>
    }
}
