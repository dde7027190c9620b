//! Founding a community.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use tacit_contract::communities::CreateCommunity;
use web_sys::SubmitEvent;

use crate::components::communities::{CommunityDoors, CommunityTexts, Typed};
use crate::components::ui::{Button, FormProblem, Kind, PageHead};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::communities::community_address;

/// The page.
#[component]
pub fn FoundPage() -> impl IntoView {
    let t = use_lang();
    let (api, toasts, navigate) = (use_api(), use_toasts(), use_navigate());
    let typed = Typed::new();
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (api, navigate) = (api.clone(), navigate.clone());
        let new = CreateCommunity {
            name: typed.name.get_untracked(),
            purpose: typed.purpose.get_untracked(),
            visibility: typed.visibility.get_untracked(),
            join_rule: typed.join_rule.get_untracked(),
            topics: typed.topics(),
            charter: typed.charter(),
            language: None,
        };
        sending.send(
            async move { api.create_community(&new).await },
            move |founded| {
                toasts.say(t.community_found_done());
                let address = community_address(founded.community.id);
                navigate(&address, NavigateOptions::default());
            },
        );
    };
    view! {
        <div class="column">
            <PageHead title=t.communities_found() lede=t.communities_lede() />
            <form class="form community-form" novalidate on:submit=submit>
                <CommunityTexts typed sending />
                <CommunityDoors typed />
                <FormProblem error=sending.error() />
                <div class="actions">
                    <Button kind=Kind::Primary busy=sending.busy()>{t.community_found_act()}</Button>
                </div>
            </form>
        </div>
    }
}
