//! Accepting an answer and taking that back: the asker at once, a lead with a reason.

use leptos::prelude::*;
use tacit_contract::questions::{AcceptAnswer, WithdrawAcceptanceQuery};
use uuid::Uuid;

use super::Thread;
use crate::components::ui::{Confirm, Glyph, LinkButton, TextField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

/// The button, and the dialog where a reason is needed or something is taken back.
#[component]
pub fn Acceptance(thread: Thread, answer: Uuid, accepted: bool) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let may = Memo::new(move |_| thread.viewer.get().is_some_and(|viewer| viewer.may_accept));
    let needs_reason = Memo::new(move |_| {
        thread
            .viewer
            .get()
            .is_some_and(|viewer| viewer.accept_needs_reason)
    });
    let act = Callback::new(move |()| {
        let api = api.clone();
        let given =
            Some(reason.get_untracked().trim().to_owned()).filter(|reason| !reason.is_empty());
        sending.send(
            async move {
                if accepted {
                    api.withdraw_acceptance(thread.id, &WithdrawAcceptanceQuery { reason: given })
                        .await
                } else {
                    api.accept_answer(
                        thread.id,
                        &AcceptAnswer {
                            answer_id: answer,
                            reason: given,
                        },
                    )
                    .await
                }
            },
            move |_| {
                open.set(false);
                toasts.say(if accepted {
                    t.question_withdraw_done()
                } else {
                    t.question_accept_done()
                });
                thread.reload.run(());
            },
        );
    });
    let press = Callback::new(move |()| {
        if accepted || needs_reason.get_untracked() {
            open.set(true);
        } else {
            act.run(());
        }
    });
    let (title, verb) = if accepted {
        (t.question_withdraw_title(), t.question_withdraw())
    } else {
        (t.question_accept_title(), t.question_accept())
    };
    let lacks_reason = Signal::derive(move || {
        needs_reason.get() && reason.with(|reason| reason.trim().is_empty())
    });
    view! {
        {move || {
            may.get()
                .then(|| {
                    let glyph = if accepted { Glyph::History } else { Glyph::Solved };
                    view! { <LinkButton glyph on_press=press disabled=sending.busy()>{verb}</LinkButton> }
                })
        }}
        <Confirm id=format!("accept-{answer}") title open act=verb disabled=lacks_reason sending on_confirm=act>
            {accepted.then(|| view! { <p>{t.question_withdraw_more()}</p> })}
            {move || {
                needs_reason
                    .get()
                    .then(|| {
                        view! {
                            <TextField
                                id=format!("reason-{answer}")
                                label=t.question_reason()
                                hint=t.question_accept_reason()
                                value=reason
                            />
                        }
                    })
            }}
        </Confirm>
    }
}
