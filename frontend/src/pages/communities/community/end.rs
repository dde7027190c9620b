//! How a community ends, for its owner: archiving it, bringing it back, deleting it. Each says before what happens.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use tacit_contract::communities::CommunityDeletion;

use super::Community;
use crate::components::ui::{Button, Confirm, Loaded, TextSkeleton};
use crate::i18n::{day, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::state::zone::use_zone;
use crate::view_model::people::count;

/// The section.
#[component]
pub fn End(community: Community) -> impl IntoView {
    let t = use_lang();
    let archived = Memo::new(move |_| community.detail.with(|detail| detail.archived_at.is_some()));
    view! {
        <section class="section ending" aria-labelledby="end">
            <div class="section-head"><h2 id="end">{t.community_end_title()}</h2></div>
            {move || match archived.get() {
                true => view! { <Restore community /> }.into_any(),
                false => view! { <Archive community /> }.into_any(),
            }}
            <Delete community />
        </section>
    }
}

#[component]
fn Archive(community: Community) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, sending) = (use_api(), use_toasts(), Sending::new());
    let open = RwSignal::new(false);
    let archive = Callback::new(move |()| {
        let api = api.clone();
        sending.send(
            async move { api.archive_community(community.id).await },
            move |()| {
                open.set(false);
                toasts.say(t.community_archived_done());
                community.reload.run(());
            },
        );
    });
    view! {
        <div class="line">
            <p>{t.community_archive_what()}</p>
            <Button on_press=Callback::new(move |()| open.set(true))>{t.community_archive()}</Button>
        </div>
        <Confirm
            id="archive"
            title=t.community_archive_title(&community.name())
            open
            act=t.community_archive()
            sending
            on_confirm=archive
        >
            <p>{t.community_archive_what()}</p>
        </Confirm>
    }
}

#[component]
fn Restore(community: Community) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, sending) = (use_api(), use_toasts(), Sending::new());
    let restore = Callback::new(move |()| {
        let api = api.clone();
        sending.send(
            async move { api.restore_community(community.id).await },
            move |()| {
                toasts.say(t.community_restored(&community.name()));
                community.reload.run(());
            },
        );
    });
    view! {
        <div class="line">
            <p>{t.community_restore_what()}</p>
            <Button on_press=restore busy=sending.busy()>{t.community_restore()}</Button>
        </div>
    }
}

#[component]
fn Delete(community: Community) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, sending) = (use_api(), use_toasts(), Sending::new());
    let navigate = use_navigate();
    let open = RwSignal::new(false);
    let delete = Callback::new(move |()| {
        let (api, navigate) = (api.clone(), navigate.clone());
        let name = community.name();
        sending.send(
            async move { api.delete_community(community.id).await },
            move |()| {
                open.set(false);
                toasts.say(t.community_deleted_done(&name));
                navigate("/communities?view=deleted", NavigateOptions::default());
            },
        );
    });
    view! {
        <div class="line">
            <p>{t.community_delete_what()}</p>
            <Button on_press=Callback::new(move |()| open.set(true))>{t.community_delete()}</Button>
        </div>
        <Confirm
            id="delete"
            title=t.community_delete_title(&community.name())
            open
            act=t.community_delete()
            danger=true
            sending
            on_confirm=delete
        >
            <WhatGoes community />
        </Confirm>
    }
}

/// How much is in it, and until when it can be brought back.
#[component]
fn WhatGoes(community: Community) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_community_deletion(community.id).await }
    });
    let zone = StoredValue::new(use_zone());
    let said = move |goes: CommunityDeletion| {
        let until = day(t, zone.get_value().as_deref(), &goes.erased_at.to_rfc3339());
        view! {
            <p>
                {t.community_delete_goes()} " " {t.communities_members(count(goes.members))} ", "
                {t.community_questions(count(goes.questions))} ", "
                {t.questions_answers(count(goes.answers))} ", "
                {t.community_comments(count(goes.comments))} "."
            </p>
            <p>{t.community_delete_until(&until)}</p>
        }
    };
    view! {
        <Loaded resource=found waiting=|| view! { <TextSkeleton /> }.into_any() let:goes>
            {said(goes).into_any()}
        </Loaded>
    }
}
