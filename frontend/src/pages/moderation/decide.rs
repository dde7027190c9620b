//! Deciding on what was said about a post: what became of it, and a word to those who said it.

use leptos::prelude::*;
use tacit_contract::moderation::{FlagOutcome, FlaggedPost, ResolveFlags};

use super::flags::FlagPages;
use crate::components::ui::{Button, Confirm, RadioList, TextField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::moderation::{given, outcomes};

/// The button and its dialog.
#[component]
pub fn Decide(post: FlaggedPost, flags: FlagPages) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let open = RwSignal::new(false);
    let outcome = RwSignal::new(FlagOutcome::Acted);
    let word = RwSignal::new(String::new());
    let (id, kind) = (post.post_id, post.kind);
    let act = Callback::new(move |()| {
        let api = api.clone();
        let resolution = ResolveFlags {
            outcome: outcome.get_untracked(),
            word: given(&word.get_untracked()),
        };
        sending.send(
            async move { api.resolve_flags(id, kind, &resolution).await },
            move |()| {
                open.set(false);
                toasts.say(t.moderation_decision_kept());
                flags.refetch();
            },
        );
    });
    view! {
        <div class="actions">
            <Button on_press=Callback::new(move |()| open.set(true))>
                {t.moderation_decide()} <span class="visually-hidden">": " {post.question_title}</span>
            </Button>
        </div>
        <Confirm
            id=format!("decide-{id}-{kind:?}")
            title=t.moderation_decide_title()
            open
            act=t.moderation_decide()
            sending
            on_confirm=act
        >
            <RadioList
                name=format!("outcome-{id}-{kind:?}")
                label=t.moderation_outcome()
                choices=outcomes(t)
                value=outcome
                on_choose=Callback::new(move |chosen| outcome.set(chosen))
            />
            <TextField
                id=format!("word-{id}-{kind:?}")
                label=t.moderation_word()
                hint=t.moderation_word_hint()
                maxlength=500
                value=word
                optional=true
                error=sending.field(t, "/word")
            />
        </Confirm>
    }
}
