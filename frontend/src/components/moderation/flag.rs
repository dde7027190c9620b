//! Saying in private that something is the matter with a post, and what its author reads of that.

use leptos::prelude::*;
use tacit_contract::moderation::{FlagKind, FlagPost, SaidOfPost};
use uuid::Uuid;

use crate::components::ui::{Banner, Confirm, LinkButton, RadioList, TextArea, Tone};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::moderation::{flag_kinds, flag_words, given};

/// What is the matter, and the words for it.
#[component]
pub fn Flag(
    post: Uuid,
    /// What the viewer said before.
    #[prop(into)]
    said: Signal<Vec<FlagKind>>,
    open: RwSignal<bool>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let kind = RwSignal::new(FlagKind::Outdated);
    let reason = RwSignal::new(String::new());
    let back = {
        let api = api.clone();
        Callback::new(move |kind: FlagKind| {
            let api = api.clone();
            sending.send(
                async move { api.unflag_post(post, kind).await },
                move |()| {
                    open.set(false);
                    toasts.say(t.moderation_unflagged());
                    on_done.run(());
                },
            );
        })
    };
    let act = Callback::new(move |()| {
        let (api, kind) = (api.clone(), kind.get_untracked());
        let flag = FlagPost {
            reason: reason.get_untracked(),
        };
        sending.send(
            async move { api.flag_post(post, kind, &flag).await },
            move |()| {
                open.set(false);
                reason.set(String::new());
                toasts.say(t.moderation_flagged());
                on_done.run(());
            },
        );
    });
    let lacks = Signal::derive(move || given(&reason.get()).is_none());
    view! {
        <Confirm
            id=format!("flag-{post}")
            title=t.moderation_flag_title()
            open
            act=t.moderation_flag_act()
            disabled=lacks
            sending
            on_confirm=act
        >
            <p>{t.moderation_flag_more()}</p>
            {move || {
                said.get()
                    .into_iter()
                    .map(|kind| {
                        view! {
                            <p class="meta">
                                {t.moderation_you_said()} " " {flag_words(t, kind)} ". "
                                <LinkButton on_press=Callback::new(move |()| back.run(kind))>{t.moderation_take_back()}</LinkButton>
                            </p>
                        }
                    })
                    .collect_view()
            }}
            <RadioList
                name=format!("flag-kind-{post}")
                label=t.moderation_flag_what()
                choices=flag_kinds(t)
                value=kind
                on_choose=Callback::new(move |chosen| kind.set(chosen))
            />
            <TextArea
                id=format!("flag-reason-{post}")
                label=t.moderation_flag_reason()
                hint=t.moderation_flag_reason_hint()
                rows=3
                value=reason
                error=sending.field(t, "/reason")
            />
        </Confirm>
    }
}

/// What was said about the viewer's own post; only they and leads read it.
#[component]
pub fn SaidHere(said: Vec<SaidOfPost>) -> impl IntoView {
    let t = use_lang();
    said.into_iter()
        .map(|said| {
            let title = match said.kind {
                FlagKind::Outdated => t.moderation_said_outdated(),
                FlagKind::Incorrect | FlagKind::NotAllRight => t.moderation_said_incorrect(),
            };
            view! {
                <div class="closed-note">
                    <Banner tone=Tone::Waiting title>
                        <q>{said.reason}</q>
                        <small class="closing-by">{t.moderation_said_private()}</small>
                    </Banner>
                </div>
            }
        })
        .collect_view()
}
