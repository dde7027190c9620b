//! Links of invitation: making one, seeing which still work, ending one.

use leptos::prelude::*;
use tacit_client::ClientError;
use tacit_contract::Page;
use tacit_contract::communities::{CommunityLink, CreateCommunityLink};
use web_sys::SubmitEvent;

use super::Community;
use crate::components::ui::{
    Banner, Button, FormProblem, Glyph, Icon, LinkButton, Loaded, RowsSkeleton, TextField, Time,
    Tone,
};
use crate::i18n::{day, use_lang};
use crate::state::api::use_api;
use crate::state::copying::copy_address;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::state::zone::use_zone;
use crate::view_model::communities::how_many;

type Found = LocalResource<Result<Page<CommunityLink>, ClientError>>;

/// What a link is made with, unless one says otherwise.
const DAYS: u32 = 14;
const USES: u32 = 25;

/// The section.
#[component]
pub fn Links(community: Community) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found: Found = LocalResource::new(move || {
        let api = api.clone();
        async move { api.list_community_links(community.id).await }
    });
    let made = RwSignal::new(None::<String>);
    view! {
        <section class="section" aria-labelledby="links">
            <div class="section-head"><h2 id="links">{t.community_by_link()}</h2></div>
            <p class="hint">{t.community_by_link_more()}</p>
            <Make community found made />
            {move || made.get().map(|url| view! { <Made url /> })}
            <Loaded resource=found waiting=|| view! { <RowsSkeleton rows=1 /> }.into_any() let:page>
                {
                    let rows = page.items.into_iter().map(|one| view! { <li><Row community one found made /></li> });
                    let rows: Vec<_> = rows.collect();
                    if rows.is_empty() {
                        view! { <p class="hint">{t.community_link_none()}</p> }.into_any()
                    } else {
                        view! { <ul class="rows compact coming-in">{rows}</ul> }.into_any()
                    }
                }
            </Loaded>
        </section>
    }
}

#[component]
fn Make(community: Community, found: Found, made: RwSignal<Option<String>>) -> impl IntoView {
    let t = use_lang();
    let (api, sending) = (use_api(), Sending::new());
    let days = RwSignal::new(DAYS.to_string());
    let uses = RwSignal::new(USES.to_string());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let api = api.clone();
        let new = CreateCommunityLink {
            days: Some(how_many(&days.get_untracked())),
            uses: Some(how_many(&uses.get_untracked())),
        };
        sending.send(
            async move { api.create_community_link(community.id, &new).await },
            move |created| {
                made.set(Some(created.url));
                found.refetch();
            },
        );
    };
    view! {
        <form class="small-form" novalidate on:submit=submit>
            <div class="link-numbers">
                <TextField id="link-days" label=t.community_link_days() kind="number" value=days error=sending.field(t, "/days") />
                <TextField id="link-uses" label=t.community_link_uses() kind="number" value=uses error=sending.field(t, "/uses") />
            </div>
            <FormProblem error=sending.error() />
            <div class="actions"><Button busy=sending.busy()><Icon glyph=Glyph::Link />{t.community_make_link()}</Button></div>
        </form>
    }
}

/// The address, to be copied now.
#[component]
fn Made(url: String) -> impl IntoView {
    let t = use_lang();
    let toasts = use_toasts();
    let address = url.clone();
    let copy = Callback::new(move |()| copy_address(t, toasts, address.clone()));
    view! {
        <div class="made">
            <Banner tone=Tone::Solved glyph=Glyph::Link title=t.community_link_once() />
            <p class="link"><code>{url}</code></p>
            <Button on_press=copy><Icon glyph=Glyph::Copy />{t.ui_copy_link()}</Button>
        </div>
    }
}

#[component]
fn Row(
    community: Community,
    one: CommunityLink,
    found: Found,
    made: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let id = one.id;
    let end = Callback::new(move |()| {
        let api = api.clone();
        sending.send(
            async move { api.revoke_community_link(community.id, id).await },
            move |()| {
                toasts.say(t.community_ended());
                made.set(None);
                found.refetch();
            },
        );
    });
    let by = one.by.map(|by| format!("{}, ", by.display_name));
    let taken = t.community_link_taken(&one.uses.to_string(), &one.uses_max.to_string());
    let until = day(t, use_zone().as_deref(), &one.expires_at.to_rfc3339());
    view! {
        <div class="line">
            <div>
                <p>{taken} ", " {t.community_link_until(&until)}</p>
                <small>{by} <Time at=one.created_at.to_rfc3339() /></small>
            </div>
            <LinkButton on_press=end>{t.community_end()}</LinkButton>
        </div>
        <FormProblem error=sending.error() />
    }
}
