//! Following a topic. It shows at once what was pressed, and takes it back if the server refuses.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::ui::{Button, Glyph, Icon, LinkButton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;

/// Follows a topic or ends that.
#[component]
pub fn Follow(
    slug: String,
    name: String,
    following: RwSignal<bool>,
    /// In a row of a list.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let busy = StoredValue::new(false);
    let said = name.clone();
    let press = Callback::new(move |()| {
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let follow = !following.get_untracked();
        following.set(follow);
        let (api, slug, name) = (api.clone(), slug.clone(), name.clone());
        spawn_local(async move {
            let outcome = if follow {
                api.follow_topic(&slug).await
            } else {
                api.unfollow_topic(&slug).await
            };
            busy.try_set_value(false);
            match outcome {
                Ok(()) if follow => toasts.say(t.topic_followed(&name)),
                Ok(()) => toasts.say(t.topic_unfollowed(&name)),
                Err(error) => {
                    following.try_set(!follow);
                    toasts.say(failure::sentence(t, &error));
                }
            }
        });
    });
    let words = move || {
        let (glyph, words) = if following.get() {
            (Glyph::Check, t.topic_following())
        } else {
            (Glyph::Plus, t.topic_follow())
        };
        view! { <Icon glyph /> {words} }
    };
    let about = view! { <span class="visually-hidden">" " {said}</span> };
    if small {
        view! { <LinkButton on_press=press pressed=Signal::from(following)>{words} {about}</LinkButton> }.into_any()
    } else {
        view! { <Button on_press=press pressed=Signal::from(following)>{words} {about}</Button> }
            .into_any()
    }
}
