//! Coming in and going out: the one way that is open to the viewer, and why there is none.

use leptos::prelude::*;
use tacit_contract::communities::{CommunityViewer, JoinRule};

use super::Community;
use crate::components::ui::{Button, Confirm, Glyph, Icon, Kind};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;

/// Nothing before it is known how the viewer stands to it.
#[component]
pub fn Door(community: Community) -> impl IntoView {
    move || {
        let viewer = community.viewer.get()?;
        Some(way(community, &viewer))
    }
}

fn way(community: Community, viewer: &CommunityViewer) -> AnyView {
    let t = use_lang();
    if viewer.may_leave {
        return view! { <Leave community /> }.into_any();
    }
    if viewer.owns {
        return view! { <small class="hint">{t.community_owner_stays()}</small> }.into_any();
    }
    if viewer.may_join {
        return view! { <Join community /> }.into_any();
    }
    let detail = community.detail;
    let (rule, archived) = detail.with(|detail| (detail.join_rule, detail.archived_at.is_some()));
    let words = match rule {
        _ if archived => "",
        JoinRule::Free => "",
        JoinRule::OnRequest => t.community_on_request(),
        JoinRule::ByInvitation => t.community_by_invitation(),
    };
    view! { <small class="hint">{words}</small> }.into_any()
}

#[component]
fn Join(community: Community) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let join = Callback::new(move |()| {
        let api = api.clone();
        sending.send_or(
            async move { api.join_community(community.id).await },
            move |()| {
                toasts.say(t.community_joined(&community.name()));
                community.reload.run(());
            },
            move |error| {
                toasts.say(failure::sentence(t, &error));
                None
            },
        );
    });
    view! { <Button kind=Kind::Primary on_press=join busy=sending.busy()>{t.community_join()}</Button> }
}

#[component]
fn Leave(community: Community) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let asking = RwSignal::new(false);
    let sending = Sending::new();
    let name = community.name();
    let left = StoredValue::new(name.clone());
    let leave = Callback::new(move |()| {
        let api = api.clone();
        sending.send(
            async move { api.leave_community(community.id).await },
            move |()| {
                asking.set(false);
                toasts.say(left.with_value(|name| t.community_left(name)));
                community.reload.run(());
            },
        );
    });
    view! {
        <Button on_press=Callback::new(move |()| asking.set(true))><Icon glyph=Glyph::SignOut />{t.community_leave()}</Button>
        <Confirm
            id="leave"
            title=t.community_leave_title(&name)
            open=asking
            act=t.community_leave()
            sending
            on_confirm=leave
        >
            <p>{t.community_leave_what()}</p>
        </Confirm>
    }
}
