//! What follows questions and people. A press shows at once, and is taken back if the server refuses.

use std::future::Future;

use leptos::prelude::*;
use tacit_client::{Client, ClientError};
use tacit_contract::follows::MemberViewer;
use uuid::Uuid;

use crate::components::ui::{Button, Glyph, Icon, LinkButton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;

/// Whether something is followed, and how to change that.
#[derive(Clone, Copy)]
struct Following {
    now: Signal<Option<bool>>,
    press: Callback<()>,
}

/// `known` is what the server says; `change` asks it to follow or not.
fn following<F>(
    known: Signal<Option<bool>>,
    change: impl Fn(Client, bool) -> F + Send + Sync + 'static,
) -> Following
where
    F: Future<Output = Result<(), ClientError>> + 'static,
{
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let pressed = RwSignal::new(None::<bool>);
    let now = Signal::derive(move || pressed.get().or_else(|| known.get()));
    let press = Callback::new(move |()| {
        let was = now.get_untracked().unwrap_or(false);
        pressed.set(Some(!was));
        sending.send_or(
            change(api.clone(), !was),
            |()| {},
            move |error| {
                pressed.set(Some(was));
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    });
    Following { now, press }
}

/// Follows a question; nothing while it is not known whether one does.
#[component]
pub fn FollowQuestion(id: Uuid, known: Signal<Option<bool>>) -> impl IntoView {
    let t = use_lang();
    let follow = following(known, move |api, follow| async move {
        api.follow_question(id, follow).await
    });
    let pressed = Signal::derive(move || follow.now.get() == Some(true));
    move || {
        follow.now.get().map(|on| {
            let words = if on { t.question_following() } else { t.question_follow() };
            view! { <LinkButton glyph=Glyph::Follow on_press=follow.press pressed>{words}</LinkButton> }
        })
    }
}

/// Follows a person; nothing for oneself.
#[component]
pub fn FollowMember(
    handle: String,
    /// The person as they concern the viewer.
    viewer: LocalResource<Option<MemberViewer>>,
) -> impl IntoView {
    let t = use_lang();
    let known = Signal::derive(move || {
        let viewer = viewer.get().flatten()?;
        viewer.may_follow.then_some(viewer.following)
    });
    let follow = following(known, move |api, follow| {
        let handle = handle.clone();
        async move { api.follow_member(&handle, follow).await }
    });
    let pressed = Signal::derive(move || follow.now.get() == Some(true));
    move || {
        follow.now.get().map(|on| {
            let (glyph, words) = if on {
                (Glyph::Check, t.topic_following())
            } else {
                (Glyph::Plus, t.topic_follow())
            };
            view! { <Button on_press=follow.press pressed><Icon glyph /> {words}</Button> }
        })
    }
}
