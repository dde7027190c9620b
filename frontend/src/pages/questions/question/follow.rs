//! A topic of the question, and following it.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::topics::TopicRef;

use crate::components::ui::{Glyph, LinkButton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;

/// The topic's name and a button that stays down while one follows it.
#[component]
pub fn FollowTopic(topic: TopicRef) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let changed = RwSignal::new(None::<bool>);
    let slug = topic.slug.clone();
    let viewer = {
        let (api, slug) = (api.clone(), slug.clone());
        LocalResource::new(move || {
            let (api, slug) = (api.clone(), slug.clone());
            async move { api.get_topic_viewer(&slug).await.ok() }
        })
    };
    let following = Memo::new(move |_| changed.get().or_else(|| Some(viewer.get()??.following)));
    let press = Callback::new(move |()| {
        let (api, slug) = (api.clone(), slug.clone());
        let was = following.get_untracked().unwrap_or(false);
        changed.set(Some(!was));
        sending.send_or(
            async move {
                if was {
                    api.unfollow_topic(&slug).await
                } else {
                    api.follow_topic(&slug).await
                }
            },
            |_| {},
            move |error| {
                changed.set(Some(was));
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    });
    let pressed = Signal::derive(move || following.get() == Some(true));
    view! {
        <li class="follow">
            <A href=format!("/topics/{}", topic.slug)>{topic.name}</A>
            {move || {
                following
                    .get()
                    .map(|on| {
                        let words = if on { t.question_following() } else { t.question_follow() };
                        view! { <LinkButton glyph=Glyph::Follow on_press=press pressed>{words}</LinkButton> }
                    })
            }}
        </li>
    }
}
