//! Where a link of invitation leads: what the community is, and coming in.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_query_map};
use tacit_contract::communities::{CommunityToken, OpenedCommunityLink};

use crate::components::ui::{Button, FormProblem, Kind, Loaded, PageHead, TextSkeleton};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::communities::community_address;
use crate::view_model::people::count;

/// The page.
#[component]
pub fn CommunityLinkPage() -> impl IntoView {
    let api = use_api();
    let token = use_query_map().with_untracked(|query| query.get("token").unwrap_or_default());
    let given = StoredValue::new(CommunityToken { token });
    let opened = LocalResource::new(move || {
        let (api, token) = (api.clone(), given.get_value());
        async move { api.open_community_link(&token).await }
    });
    let waiting = || view! { <div class="column"><TextSkeleton /></div> }.into_any();
    view! {
        <Loaded resource=opened waiting page=true let:opened>
            {view! { <Opened opened given /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Opened(opened: OpenedCommunityLink, given: StoredValue<CommunityToken>) -> impl IntoView {
    let t = use_lang();
    let (api, toasts, navigate) = (use_api(), use_toasts(), use_navigate());
    let sending = Sending::new();
    let address = community_address(opened.community.id);
    let (there, name) = (address.clone(), opened.community.name.clone());
    let join = Callback::new(move |()| {
        let (api, token) = (api.clone(), given.get_value());
        let (there, name, navigate) = (there.clone(), name.clone(), navigate.clone());
        sending.send(
            async move { api.join_by_community_link(&token).await },
            move |_| {
                toasts.say(t.community_joined(&name));
                navigate(&there, NavigateOptions::default());
            },
        );
    });
    let above = match &opened.by {
        Some(by) => t.community_invited_by(&by.display_name),
        None => t.community_invited().to_owned(),
    };
    let charter = [
        (t.community_for(), opened.charter.for_whom),
        (t.community_get(), opened.charter.get),
        (t.community_give(), opened.charter.give),
    ];
    let charter = charter
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| view! { <dt>{label}</dt> <dd class="lines">{text}</dd> });
    let act = match opened.member {
        true => {
            view! { <A href=address attr:class="button" attr:data-kind="primary">{t.community_see()}</A> }
                .into_any()
        }
        false => {
            view! { <Button kind=Kind::Primary on_press=join busy=sending.busy()>{t.community_join()}</Button> }
                .into_any()
        }
    };
    view! {
        <div class="column">
            <PageHead title=opened.community.name above=above.into_any() lede=opened.purpose />
            <dl class="charter">{charter.collect::<Vec<_>>()}</dl>
            <p class="hint">{t.communities_members(count(opened.members))}</p>
            {opened.member.then(|| view! { <p>{t.community_member_already()}</p> })}
            <FormProblem error=sending.error() />
            <div class="actions">{act}</div>
        </div>
    }
}
