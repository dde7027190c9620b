//! Above the way in: what waits for the viewer (an invitation, an answer to their request), and the welcome of new members.

use leptos::prelude::*;
use tacit_contract::communities::{
    CommunityViewer, MyCommunityInvitation, MyJoinRequest, RequestState,
};

use super::Community;
use super::door::{Join, at_once};
use crate::components::ui::{Banner, Glyph, LinkButton, Time, Tone};
use crate::i18n::{day, use_lang};
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::zone::use_zone;

/// Nothing before it is known how the viewer stands to it.
#[component]
pub fn Told(community: Community) -> impl IntoView {
    move || {
        let viewer = community.viewer.get()?;
        Some(told(community, viewer))
    }
}

fn told(community: Community, viewer: CommunityViewer) -> AnyView {
    if let Some(invitation) = viewer.invitation {
        return view! { <Invited community invitation /> }.into_any();
    }
    let welcome = viewer.welcome.filter(|welcome| !welcome.is_empty());
    if let Some(welcome) = welcome {
        return view! { <Welcome community welcome /> }.into_any();
    }
    match viewer.request {
        _ if viewer.role.is_some() => ().into_any(),
        Some(request) if request.state == RequestState::Waiting => {
            view! { <Waiting community request /> }.into_any()
        }
        Some(request) if request.state == RequestState::Declined && !viewer.may_ask => {
            view! { <Declined request /> }.into_any()
        }
        _ => ().into_any(),
    }
}

/// Somebody has invited the viewer.
#[component]
fn Invited(community: Community, invitation: MyCommunityInvitation) -> impl IntoView {
    let t = use_lang();
    let (api, sending) = (use_api(), Sending::new());
    let decline = at_once(
        community,
        sending,
        move || {
            let api = api.clone();
            async move { api.decline_community_invitation(community.id).await }
        },
        move || t.community_declined_done().to_owned(),
    );
    let title = match invitation.by {
        Some(by) => t.community_invited_by(&by.display_name),
        None => t.community_invited().to_owned(),
    };
    view! {
        <Banner glyph=Glyph::Mail title>{said(invitation.word)}</Banner>
        <div class="actions">
            <Join community />
            <LinkButton on_press=decline>{t.community_decline()}</LinkButton>
        </div>
    }
}

/// What somebody said with it.
fn said(word: String) -> Option<impl IntoView> {
    (!word.is_empty()).then(|| view! { <q class="lines">{word}</q> " " })
}

/// New members read it for 14 days.
#[component]
fn Welcome(community: Community, welcome: String) -> impl IntoView {
    let t = use_lang();
    let lang = community
        .detail
        .with_untracked(|detail| (detail.language != t.tag()).then(|| detail.language.clone()));
    view! {
        <Banner glyph=Glyph::Sprout title=t.community_welcome()>
            <span class="lines" lang=lang>{welcome}</span>
        </Banner>
    }
}

#[component]
fn Declined(request: MyJoinRequest) -> impl IntoView {
    let t = use_lang();
    let again = request.again_at.map(|at| {
        let at = day(t, use_zone().as_deref(), &at.to_rfc3339());
        t.community_again(&at)
    });
    view! {
        <Banner tone=Tone::Waiting glyph=Glyph::Door title=t.community_said_no()>
            {said(request.word)} {again}
        </Banner>
    }
}

#[component]
fn Waiting(community: Community, request: MyJoinRequest) -> impl IntoView {
    let t = use_lang();
    let (api, sending) = (use_api(), Sending::new());
    let withdraw = at_once(
        community,
        sending,
        move || {
            let api = api.clone();
            async move { api.withdraw_join_request(community.id).await }
        },
        move || t.community_withdrawn().to_owned(),
    );
    view! {
        <Banner tone=Tone::Waiting title=t.community_waits()>
            {said(request.message)} <Time at=request.asked_at.to_rfc3339() /> " "
            <LinkButton on_press=withdraw>{t.need_withdraw()}</LinkButton>
        </Banner>
    }
}
