//! The vocabulary in order: topics that may be one, and topics that nothing hangs on.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_client::ClientError;
use tacit_contract::topics::{MergeTopic, NearTopics, Nearness, TopicCleanup, UnusedTopic};

use crate::components::ui::{Blank, Button, Confirm, Glyph, Loaded, RowsSkeleton, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

type Cleanup = LocalResource<Result<TopicCleanup, ClientError>>;

/// Both lists.
#[component]
pub fn Topics() -> impl IntoView {
    let api = use_api();
    let cleanup: Cleanup = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_topic_cleanup().await }
    });
    view! {
        <Loaded resource=cleanup waiting=|| view! { <RowsSkeleton rows=3 /> }.into_any() let:found>
            {view! { <Found found cleanup /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Found(found: TopicCleanup, cleanup: Cleanup) -> impl IntoView {
    let t = use_lang();
    if found.near.is_empty() && found.unused.is_empty() {
        return view! {
            <Blank glyph=Glyph::Solved title=t.cleanup_none() text=t.cleanup_none_more()>
                <A href="/topics" attr:class="button">{t.shell_topics()}</A>
            </Blank>
        }
        .into_any();
    }
    let near = found
        .near
        .into_iter()
        .map(|pair| view! { <li><Pair pair cleanup /></li> });
    let unused = found
        .unused
        .into_iter()
        .map(|topic| view! { <li><Unused topic cleanup /></li> });
    view! {
        <section class="section" aria-labelledby="near">
            <div class="section-head"><h2 id="near">{t.cleanup_near()}</h2></div>
            <ul class="rows compact">{near.collect_view()}</ul>
        </section>
        <section class="section" aria-labelledby="unused">
            <div class="section-head"><h2 id="unused">{t.cleanup_unused()}</h2></div>
            <ul class="rows compact">{unused.collect_view()}</ul>
        </section>
    }
    .into_any()
}

#[component]
fn Pair(pair: NearTopics, cleanup: Cleanup) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let open = RwSignal::new(false);
    let why = match pair.why {
        Nearness::SameLetters => t.cleanup_same_letters(),
        Nearness::Plural => t.cleanup_plural(),
        Nearness::OneLetter => t.cleanup_one_letter(),
    };
    let NearTopics { stays, goes, .. } = pair;
    let title = t.cleanup_merge_title(&goes.name, &stays.name);
    let (from, into) = (goes.slug.clone(), stays.slug.clone());
    let name = goes.name.clone();
    let act = Callback::new(move |()| {
        let (api, from) = (api.clone(), from.clone());
        let merge = MergeTopic { into: into.clone() };
        sending.send(
            async move { api.merge_topic(&from, &merge).await },
            move |_| {
                open.set(false);
                toasts.say(t.cleanup_merged());
                cleanup.refetch();
            },
        );
    });
    view! {
        <div class="line">
            <div>
                <p>
                    <A href=format!("/topics/{}", goes.slug) attr:class="topic">{name}</A>
                    " → "
                    <A href=format!("/topics/{}", stays.slug) attr:class="topic">{stays.name}</A>
                </p>
                <p class="reason">{why}</p>
            </div>
            <Button on_press=Callback::new(move |()| open.set(true))>
                {t.cleanup_merge()} <span class="visually-hidden">" " {goes.name}</span>
            </Button>
        </div>
        <Confirm id=format!("merge-{}", goes.id) title open act=t.cleanup_merge() danger=true sending on_confirm=act>
            <p>{t.cleanup_merge_more()}</p>
        </Confirm>
    }
}

#[component]
fn Unused(topic: UnusedTopic, cleanup: Cleanup) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let open = RwSignal::new(false);
    let named = topic.topic;
    let slug = named.slug.clone();
    let act = Callback::new(move |()| {
        let (api, slug) = (api.clone(), slug.clone());
        sending.send(async move { api.delete_topic(&slug).await }, move |()| {
            open.set(false);
            toasts.say(t.cleanup_deleted());
            cleanup.refetch();
        });
    });
    let title = t.cleanup_delete_title(&named.name);
    let name = named.name.clone();
    view! {
        <div class="line">
            <div>
                <A href=format!("/topics/{}", named.slug) attr:class="topic">{name}</A>
                <p class="meta"><span>{t.cleanup_made()} " " <Time at=topic.created_at.to_rfc3339() /></span></p>
            </div>
            <Button on_press=Callback::new(move |()| open.set(true))>
                {t.moderation_delete()} <span class="visually-hidden">" " {named.name}</span>
            </Button>
        </div>
        <Confirm id=format!("unused-{}", named.id) title open act=t.moderation_delete() danger=true sending on_confirm=act>
            <p>{t.cleanup_delete_more()}</p>
        </Confirm>
    }
}
