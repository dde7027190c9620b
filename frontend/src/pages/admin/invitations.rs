//! Who was asked in, and how each invitation stands.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::Page;
use tacit_contract::organisation::{Invitation, ListInvitationsQuery};
use tacit_contract::time::{WireTime, from_micros};

use super::invite::Invite;
use super::invite_list::InviteList;
use crate::components::ui::{Blank, Button, Confirm, Glyph, Loaded, Pager, RowsSkeleton, Time};
use crate::i18n::{day, use_lang};
use crate::state::api::use_api;
use crate::state::listing::address_view;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::state::zone::use_zone;
use crate::view_model::address;
use crate::view_model::admin::{InvitationStanding, standing};

const PLACE: &str = "/admin/invitations";

type Pages = LocalResource<Result<Page<Invitation>, ClientError>>;

/// The form and the list.
#[component]
pub fn Invitations() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let cursor = address_view(|get| address::text(get("cursor")));
    let invitations: Pages = LocalResource::new(move || {
        let (api, query) = (
            api.clone(),
            ListInvitationsQuery {
                cursor: cursor.get(),
                limit: None,
            },
        );
        async move { api.list_invitations(&query).await }
    });
    view! {
        <Invite on_invited=Callback::new(move |()| invitations.refetch()) />
        <InviteList on_invited=Callback::new(move |()| invitations.refetch()) />
        <section class="section" aria-labelledby="sent">
            <div class="section-head"><h2 id="sent">{t.invite_list()}</h2></div>
            <Loaded resource=invitations waiting=|| view! { <RowsSkeleton rows=2 /> }.into_any() let:page>
                {view! { <Rows page later=cursor.get_untracked().is_some() invitations /> }.into_any()}
            </Loaded>
        </section>
    }
}

#[component]
fn Rows(page: Page<Invitation>, later: bool, invitations: Pages) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() && !later {
        return view! { <Blank glyph=Glyph::Mail title=t.invite_none() text=t.invite_none_more()>""</Blank> }.into_any();
    }
    let first = later.then(|| PLACE.to_owned());
    let next = page
        .next_cursor
        .map(|cursor| address::address(PLACE, &[("cursor", Some(&cursor))]));
    let rows = page
        .items
        .into_iter()
        .map(|invitation| view! { <li><Row invitation invitations /></li> });
    view! {
        <ul class="rows compact">{rows.collect_view()}</ul>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Row(invitation: Invitation, invitations: Pages) -> impl IntoView {
    let t = use_lang();
    let until = day(
        t,
        use_zone().as_deref(),
        &invitation.expires_at.to_rfc3339(),
    );
    let standing = standing(&invitation, now());
    let (tone, words) = match standing {
        InvitationStanding::Used => ("solved", t.invite_used()),
        InvitationStanding::Expired => ("closed", t.invite_expired()),
        InvitationStanding::Waiting => ("waiting", t.invite_waiting()),
    };
    let waiting = standing == InvitationStanding::Waiting;
    view! {
        <div class="line">
            <div>
                <b>{invitation.email.clone()}</b>
                <p class="meta">
                    <span class="state" data-state=tone>{words}</span>
                    {waiting.then(|| view! { <span>{t.invite_until(&until)}</span> })}
                    <span>{t.role(invitation.role)}</span>
                    <span>{t.invite_sent()} " " <Time at=invitation.created_at.to_rfc3339() /></span>
                </p>
            </div>
            {waiting.then(|| view! { <Revoke invitation invitations /> })}
        </div>
    }
}

fn now() -> WireTime {
    let iso = String::from(js_sys::Date::new_0().to_iso_string());
    iso.parse().unwrap_or_else(|_| from_micros(0))
}

#[component]
fn Revoke(invitation: Invitation, invitations: Pages) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let (open, sending) = (RwSignal::new(false), Sending::new());
    let (id, email) = (invitation.id, invitation.email.clone());
    let revoke = Callback::new(move |()| {
        let api = api.clone();
        sending.send(async move { api.revoke_invitation(id).await }, move |()| {
            open.set(false);
            toasts.say(t.invite_revoked());
            invitations.refetch();
        });
    });
    view! {
        <Button on_press=Callback::new(move |()| open.set(true))>
            {t.invite_revoke()} <span class="visually-hidden">" " {email}</span>
        </Button>
        <Confirm
            id=format!("revoke-{id}")
            title=t.invite_revoke_title(&invitation.email)
            open
            act=t.invite_revoke()
            danger=true
            sending
            on_confirm=revoke
        >
            <p>{t.invite_revoke_what()}</p>
        </Confirm>
    }
}
