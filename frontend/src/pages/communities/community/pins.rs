//! What is pinned: above the questions, and for who looks after the community with the way to take it down.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::Page;
use tacit_contract::communities::CommunityPin;

use super::Community;
use crate::components::questions::QuestionRow;
use crate::components::ui::{FormProblem, LinkButton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;

type Found = LocalResource<Result<Page<CommunityPin>, ClientError>>;

/// Nothing while nothing is pinned; without an answer the questions are still there.
#[component]
pub fn Pins(community: Community) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found: Found = LocalResource::new(move || {
        let api = api.clone();
        async move { api.list_community_pins(community.id).await }
    });
    let unpins = Memo::new(move |_| community.may(|viewer| viewer.facilitates && viewer.may_post));
    move || {
        let pins = found.get().and_then(Result::ok)?.items;
        if pins.is_empty() {
            return None;
        }
        let unpins = unpins.get();
        let rows = pins
            .into_iter()
            .map(|pin| view! { <Pinned community pin unpins found /> });
        Some(view! {
            <section class="section pinned" aria-labelledby="pinned">
                <div class="section-head"><h2 id="pinned">{t.community_pinned()}</h2></div>
                <div class="rows">{rows.collect_view()}</div>
            </section>
        })
    }
}

#[component]
fn Pinned(community: Community, pin: CommunityPin, unpins: bool, found: Found) -> impl IntoView {
    let (id, title) = (pin.question.id, pin.question.title.clone());
    let unpin = unpins.then(|| view! { <Unpin community id title found /> });
    view! {
        <div>
            <QuestionRow question=pin.question brief=true within=true />
            {unpin}
        </div>
    }
}

#[component]
fn Unpin(community: Community, id: uuid::Uuid, title: String, found: Found) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, sending) = (use_api(), use_toasts(), Sending::new());
    let unpin = Callback::new(move |()| {
        let api = api.clone();
        sending.send(
            async move { api.unpin_post(community.id, id).await },
            move |()| {
                toasts.say(t.community_unpinned());
                found.refetch();
            },
        );
    });
    view! {
        <p class="unpin">
            <LinkButton on_press=unpin>{t.community_unpin()} <span class="visually-hidden">": " {title}</span></LinkButton>
        </p>
        <FormProblem error=sending.error() />
    }
}
