//! Closing a question with a reason, and opening it again.

use leptos::prelude::*;
use tacit_contract::moderation::{CloseQuestion, ReopenQuestionQuery};
use tacit_contract::questions::CloseReason;

use super::original_field::OriginalField;
use crate::components::ui::{Confirm, RadioList, TextField, Token};
use crate::i18n::use_lang;
use crate::pages::questions::question::Thread;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::moderation::{close_reasons, given};

/// Why, which original, and a word of explanation.
#[component]
pub fn Close(thread: Thread, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let reason = RwSignal::new(CloseReason::Duplicate);
    let original = RwSignal::new(Vec::<Token>::new());
    let note = RwSignal::new(String::new());
    let act = Callback::new(move |()| {
        let api = api.clone();
        let chosen = original.with_untracked(|chosen| chosen.first()?.key.parse().ok());
        let reason = reason.get_untracked();
        let closing = CloseQuestion {
            reason,
            original_id: chosen.filter(|_| reason == CloseReason::Duplicate),
            note: given(&note.get_untracked()),
        };
        sending.send(
            async move { api.close_question(thread.id, &closing).await },
            move |()| {
                open.set(false);
                toasts.say(t.moderation_closed());
                thread.reload.run(());
            },
        );
    });
    let lacks = Signal::derive(move || match reason.get() {
        CloseReason::Duplicate => original.with(Vec::is_empty),
        CloseReason::Other => note.with(|note| note.trim().is_empty()),
        CloseReason::Outdated | CloseReason::OutOfPlace => false,
    });
    view! {
        <Confirm
            id="close-question"
            title=t.moderation_close_title()
            open
            act=t.moderation_close_act()
            disabled=lacks
            sending
            on_confirm=act
        >
            <RadioList
                name="close-reason"
                label=t.moderation_why()
                choices=close_reasons(t)
                value=reason
                on_choose=Callback::new(move |chosen| reason.set(chosen))
            />
            {move || {
                (reason.get() == CloseReason::Duplicate)
                    .then(|| view! { <OriginalField question=thread.id chosen=original error=sending.field(t, "/original_id") /> })
            }}
            <TextField
                id="close-note"
                label=t.moderation_note()
                hint=t.moderation_note_hint()
                maxlength=500
                value=note
                optional=true
                error=sending.field(t, "/note")
            />
        </Confirm>
    }
}

/// Opening it again; whoever is not the asker says why.
#[component]
pub fn Reopen(thread: Thread, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let reason = RwSignal::new(String::new());
    let needs_reason = Memo::new(move |_| {
        thread.viewer.with(|viewer| {
            viewer
                .as_ref()
                .is_some_and(|viewer| viewer.reopen_needs_reason)
        })
    });
    let act = Callback::new(move |()| {
        let api = api.clone();
        let query = ReopenQuestionQuery {
            reason: given(&reason.get_untracked()),
        };
        sending.send(
            async move { api.reopen_question(thread.id, &query).await },
            move |()| {
                open.set(false);
                toasts.say(t.moderation_reopened());
                thread.reload.run(());
            },
        );
    });
    let lacks = Signal::derive(move || {
        needs_reason.get() && reason.with(|reason| reason.trim().is_empty())
    });
    view! {
        <Confirm
            id="reopen-question"
            title=t.moderation_reopen_title()
            open
            act=t.moderation_reopen()
            disabled=lacks
            sending
            on_confirm=act
        >
            <p>{t.moderation_reopen_more()}</p>
            {move || {
                needs_reason
                    .get()
                    .then(|| {
                        view! {
                            <TextField
                                id="reopen-reason"
                                label=t.question_reason()
                                hint=t.moderation_reason_hint()
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
