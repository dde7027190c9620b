//! Merging a topic into another: for leads, after saying what will happen.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use tacit_contract::topics::{MergeTopic, TopicRef};

use crate::components::questions::TopicsField;
use crate::components::ui::{Confirm, Token};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::topics::topic_address;

/// The dialog.
#[component]
pub fn Merge(topic: TopicRef, open: RwSignal<bool>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, navigate) = (use_api(), use_toasts(), use_navigate());
    let chosen = RwSignal::new(Vec::<Token>::new());
    let sending = Sending::new();
    let (from, title) = (topic.clone(), t.topic_merge_title(&topic.name));
    let confirm = Callback::new(move |()| {
        let Some(into) = chosen.with_untracked(|chosen| chosen.first().cloned()) else {
            return;
        };
        let (api, from, navigate) = (api.clone(), from.clone(), navigate.clone());
        let slug = from.slug.clone();
        sending.send(
            async move { api.merge_topic(&slug, &MergeTopic { into: into.key }).await },
            move |stayed| {
                open.set(false);
                toasts.say(t.topic_merged(&from.name, &stayed.topic.name));
                navigate(
                    &topic_address(&stayed.topic.slug),
                    NavigateOptions::default(),
                );
            },
        );
    });
    // A topic cannot be merged into itself.
    let own = topic.slug.clone();
    let nothing = Signal::derive(move || {
        chosen.with(|chosen| chosen.first().is_none_or(|into| into.key == own))
    });
    view! {
        <Confirm
            id="merge"
            title
            open
            act=t.topic_merge()
            danger=true
            disabled=nothing
            sending
            on_confirm=confirm
        >
            <Choice topic=topic.clone() chosen sending />
        </Confirm>
    }
}

/// The topic that stays, and what its choice means.
#[component]
fn Choice(topic: TopicRef, chosen: RwSignal<Vec<Token>>, sending: Sending) -> impl IntoView {
    let t = use_lang();
    let what = move || match chosen.with(|chosen| chosen.first().cloned()) {
        Some(into) => t.topic_merge_what(&topic.name, &into.label),
        None => t.topic_merge_choose(&topic.name),
    };
    view! {
        <TopicsField
            id="merge-into"
            label=t.topic_merge_into()
            chosen
            may_create=false
            most=1
            prompt=t.topic_choose()
            error=sending.field(t, "/into")
        />
        <p class="consequence" aria-live="polite">{what}</p>
    }
}
