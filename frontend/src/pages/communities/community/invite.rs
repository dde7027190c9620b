//! Inviting people: by name, or by a link.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::Page;
use tacit_contract::communities::{
    CommunityInvitation, InviteToCommunity, ListCommunityInvitationsQuery,
};
use tacit_contract::problem::ProblemCode;
use web_sys::SubmitEvent;

use super::Community;
use super::links::Links;
use crate::components::expertise::PersonField;
use crate::components::ui::{
    Button, FormProblem, Kind, LinkButton, Loaded, Member, RowsSkeleton, TextField, Time, Token,
};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::failure;
use crate::view_model::moderation::given;

type Found = LocalResource<Result<Page<CommunityInvitation>, ClientError>>;

/// At most so many wait at once, two pages of them.
const SHOWN: u32 = 100;

/// The section.
#[component]
pub fn Invite(community: Community) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found: Found = LocalResource::new(move || {
        let api = api.clone();
        let query = ListCommunityInvitationsQuery {
            limit: Some(SHOWN),
            ..ListCommunityInvitationsQuery::default()
        };
        async move { api.list_community_invitations(community.id, &query).await }
    });
    view! {
        <section class="section" aria-labelledby="by-name">
            <div class="section-head"><h2 id="by-name">{t.community_by_name()}</h2></div>
            <ByName community found />
            <Loaded resource=found waiting=|| view! { <RowsSkeleton rows=2 /> }.into_any() let:page>
                {view! { <Waiting community page found /> }.into_any()}
            </Loaded>
        </section>
        <Links community />
    }
}

#[component]
fn ByName(community: Community, found: Found) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let chosen = RwSignal::new(Vec::<Token>::new());
    let word = RwSignal::new(String::new());
    let sending = Sending::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let person = chosen.with_untracked(|chosen| chosen.first().cloned());
        let (handle, name) = person.map(|one| (one.key, one.label)).unwrap_or_default();
        let word_given = given(&word.get_untracked());
        let invitation = InviteToCommunity {
            handle,
            word: word_given,
        };
        sending.send(
            async move { api.invite_to_community(community.id, &invitation).await },
            move |()| {
                toasts.say(t.community_invited_done(&name));
                chosen.set(Vec::new());
                word.set(String::new());
                found.refetch();
            },
        );
    };
    // Why this person cannot be invited stands beside their name.
    let refused = |error: &ClientError| error.code() == Some(ProblemCode::WrongState);
    let who = Signal::derive(move || {
        let error = sending.error().get()?;
        match refused(&error) {
            true => Some(t.community_not_invited().to_owned()),
            false => failure::field(t, &error, "/handle"),
        }
    });
    let rest = Signal::derive(move || sending.error().get().filter(|error| !refused(error)));
    view! {
        <form class="small-form" novalidate on:submit=submit>
            <PersonField
                id="invite-who"
                label=t.community_invite_whom()
                hint=t.community_invite_hint()
                chosen
                needed=true
                likely=Signal::stored(Vec::new())
                error=who
            />
            <TextField id="invite-word" label=t.need_word() value=word maxlength=500 optional=true error=sending.field(t, "/word") />
            <FormProblem error=rest />
            <div class="actions"><Button kind=Kind::Primary busy=sending.busy()>{t.community_invite()}</Button></div>
        </form>
    }
}

/// Who is invited and has not answered.
#[component]
fn Waiting(community: Community, page: Page<CommunityInvitation>, found: Found) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return view! { <p class="hint">{t.community_nobody_invited()}</p> }.into_any();
    }
    let rows = page
        .items
        .into_iter()
        .map(|one| view! { <li><Row community one found /></li> });
    view! {
        <h3>{t.community_invited_list()}</h3>
        <ul class="rows compact coming-in">{rows.collect_view()}</ul>
    }
    .into_any()
}

#[component]
fn Row(community: Community, one: CommunityInvitation, found: Found) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let (id, name) = (one.member.id, one.member.display_name.clone());
    let end = Callback::new(move |()| {
        let api = api.clone();
        sending.send(
            async move { api.revoke_community_invitation(community.id, id).await },
            move |()| {
                toasts.say(t.community_ended());
                found.refetch();
            },
        );
    });
    let by = one.by.map(|by| format!("{}, ", by.display_name));
    let word = (!one.word.is_empty()).then(|| view! { <p class="reason lines">{one.word}</p> });
    view! {
        <div class="line">
            <Member handle=one.member.handle name=one.member.display_name>{by} <Time at=one.at.to_rfc3339() /></Member>
            <LinkButton on_press=end>{t.community_end()} <span class="visually-hidden">": " {name}</span></LinkButton>
        </div>
        {word}
        <FormProblem error=sending.error() />
    }
}
