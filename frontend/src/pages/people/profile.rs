//! `/people/:handle`: who somebody is, what they asked and answered.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use tacit_contract::blocks::BlockKind;
use tacit_contract::identity::{MemberProfile, MemberStatus, Role};

use super::aside::ProfileAside;
use super::contributions::Contributions;
use super::elsewhere::Elsewhere;
use super::knows::Knows;
use crate::components::blocks::BlockMenu;
use crate::components::follows::FollowMember;
use crate::components::questions::SourceLine;
use crate::components::ui::{Avatar, Banner, Loaded, PageHead, Size, TextSkeleton, Tone};
use crate::i18n::{Lang, month, use_lang};
use crate::state::api::use_api;
use crate::state::session::use_session;
use crate::state::zone::use_zone;
use crate::view_model::next_address::encode;
use crate::view_model::people::where_they_work;

/// The page.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let params = use_params_map();
    let handle = Memo::new(move |_| params.with(|params| params.get("handle").unwrap_or_default()));
    move || view! { <Leaf handle=handle.get() /> }
}

#[component]
fn Leaf(handle: String) -> impl IntoView {
    let api = use_api();
    let profile = LocalResource::new(move || {
        let (api, handle) = (api.clone(), handle.clone());
        async move { api.get_member(&handle).await }
    });
    let waiting = || view! { <div class="column"><TextSkeleton /></div> }.into_any();
    view! {
        <Loaded resource=profile waiting page=true let:profile>
            {view! { <Content profile /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Content(profile: MemberProfile) -> impl IntoView {
    let session = use_session();
    let own = session.me().is_some_and(|me| me.id == profile.member.id);
    let aside = profile.clone();
    let (member, counts) = (profile.member.clone(), profile.counts.clone());
    let elsewhere = profile.source.as_ref().map(|source| {
        let (handle, site) = (member.handle.clone(), source.site.clone());
        view! { <Elsewhere handle site /> }
    });
    view! {
        <div class="column">
            <Head profile own />
            <Knows member=member.clone() own />
            <Contributions member counts own />
            {elsewhere}
        </div>
        <ProfileAside profile=aside />
    }
}

#[component]
fn Head(profile: MemberProfile, own: bool) -> impl IntoView {
    let t = use_lang();
    let line = standing_line(t, &profile);
    let name = profile.member.display_name.clone();
    let face = view! { <Avatar name=name.clone() size=Size::Large /> };
    let bio = match profile.bio.is_empty() {
        false => Some(view! { <p class="bio">{profile.bio.clone()}</p> }.into_any()),
        true if own => Some(view! { <p class="lede">{t.profile_no_bio_own()}</p> }.into_any()),
        true => None,
    };
    let edit = own.then(|| {
        view! { <div class="actions"><A href="/settings/profile" attr:class="button">{t.profile_edit()}</A></div> }
    });
    let ask = (profile.status == MemberStatus::Active).then(|| {
        let first = name
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned();
        let href = format!("/ask?ask={}", encode(&profile.member.handle));
        view! { <A href attr:class="button">{t.routing_ask_person(&first)}</A> }
    });
    let follow = (!own).then(|| {
        let (handle, name) = (profile.member.handle.clone(), name.clone());
        view! { <Towards handle name ask=ask.into_any() /> }
    });
    view! {
        <PageHead title=name beside=face.into_any() lede=line>
            <Standing status=profile.status />
            {profile.source.map(|source| view! { <SourceLine source /> })}
            {bio}
            {edit}
            {follow}
        </PageHead>
    }
}

/// What the viewer can do about somebody else: ask, follow, keep away.
#[component]
fn Towards(handle: String, name: String, ask: AnyView) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let asked = handle.clone();
    let viewer = LocalResource::new(move || {
        let (api, handle) = (api.clone(), asked.clone());
        async move { api.get_member_viewer(&handle).await.ok() }
    });
    let known = Memo::new(move |_| {
        let viewer = viewer.get().flatten()?;
        viewer.may_block.then_some(viewer.block)
    });
    let person = StoredValue::new((handle.clone(), name));
    let menu = move || {
        let (handle, name) = person.get_value();
        let on_change = Callback::new(move |()| viewer.refetch());
        known
            .get()
            .map(|now| view! { <BlockMenu handle name now on_change /> })
    };
    let state = move || {
        let words = match known.get().flatten()? {
            BlockKind::Muted => t.blocks_state_muted(),
            BlockKind::Blocked => t.blocks_state_blocked(),
        };
        Some(view! { <p class="nothing">{words}</p> })
    };
    view! {
        <div class="actions">{ask} <FollowMember handle viewer /> {menu}</div>
        {state}
    }
}

/// Title, department and place; the role where it is more than member; since when.
fn standing_line(t: Lang, profile: &MemberProfile) -> String {
    let department = profile
        .department
        .as_ref()
        .map(|department| department.name.as_str());
    let mut line = where_they_work(&profile.member.job_title, department, &profile.place);
    if !line.is_empty() {
        line.push_str(". ");
    }
    if profile.role != Role::Member {
        line.push_str(t.role(profile.role));
        line.push_str(". ");
    }
    if profile.status != MemberStatus::Unclaimed {
        let since = month(t, use_zone().as_deref(), &profile.created_at.to_rfc3339());
        line.push_str(&t.profile_here_since(&since));
    }
    line.trim_end().to_owned()
}

/// What is unusual about the account.
#[component]
fn Standing(status: MemberStatus) -> impl IntoView {
    let t = use_lang();
    match status {
        MemberStatus::Active | MemberStatus::Unconfirmed => None,
        MemberStatus::Deactivated => {
            Some(view! { <Banner tone=Tone::Waiting title=t.profile_deactivated()>{t.profile_deactivated_more()}</Banner> }.into_any())
        }
        MemberStatus::Unclaimed => {
            Some(view! { <Banner title=t.profile_unclaimed()>{t.profile_unclaimed_more()}</Banner> }.into_any())
        }
    }
}
