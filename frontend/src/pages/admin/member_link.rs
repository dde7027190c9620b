//! A person of an import turns out to be a member: what they wrote becomes the member's, for good.

use leptos::prelude::*;
use tacit_contract::identity::{AdminMember, LinkMember, ListMembersQuery};

use super::members::MemberPages;
use crate::components::ui::{Button, Confirm, TextField, Token, TokenField};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::pause::paused;
use crate::state::sending::Sending;
use crate::state::toasts::use_toasts;
use crate::view_model::moderation::given;

/// The button and its dialog.
#[component]
pub fn MemberLink(person: AdminMember, members: MemberPages) -> impl IntoView {
    let t = use_lang();
    let (api, toasts) = (use_api(), use_toasts());
    let sending = Sending::new();
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(Vec::<Token>::new());
    let reason = RwSignal::new(String::new());
    let (id, name) = (person.member.id, person.member.display_name);
    let act = Callback::new(move |()| {
        let api = api.clone();
        let Some(member_id) = chosen.with_untracked(|chosen| chosen.first()?.key.parse().ok())
        else {
            return;
        };
        let link = LinkMember {
            member_id,
            reason: given(&reason.get_untracked()),
        };
        sending.send(
            async move { api.link_member(id, &link).await },
            move |member| {
                open.set(false);
                toasts.say(t.link_done(&member.member.display_name));
                members.refetch();
            },
        );
    });
    let lacks = Signal::derive(move || chosen.with(Vec::is_empty));
    let title = t.link_title(&name);
    view! {
        <div class="actions">
            <Button on_press=Callback::new(move |()| open.set(true))>
                {t.link_act()} <span class="visually-hidden">" " {name}</span>
            </Button>
        </div>
        <Confirm
            id=format!("link-{id}")
            title
            open
            act=t.link_act()
            danger=true
            disabled=lacks
            sending
            on_confirm=act
        >
            <p>{t.link_more()}</p>
            <p><strong>{t.link_for_good()}</strong></p>
            <PersonField id=format!("link-member-{id}") chosen error=sending.field(t, "/member_id") />
            <TextField
                id=format!("link-reason-{id}")
                label=t.question_reason()
                hint=t.link_reason_hint()
                maxlength=500
                value=reason
                optional=true
                error=sending.field(t, "/reason")
            />
        </Confirm>
    }
}

/// One member, found by name.
#[component]
fn PersonField(
    id: String,
    chosen: RwSignal<Vec<Token>>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let typed = RwSignal::new(String::new());
    let asked = paused(typed.into(), 200);
    let found = LocalResource::new(move || {
        let (api, q) = (api.clone(), asked.get().trim().to_owned());
        async move {
            if q.is_empty() {
                return Vec::new();
            }
            let query = ListMembersQuery {
                q: Some(q),
                limit: Some(6),
                ..ListMembersQuery::default()
            };
            let page = api.list_members(&query).await.map(|page| page.items);
            let rows = page.unwrap_or_default().into_iter();
            rows.map(|row| Token {
                key: row.member.id.to_string(),
                label: row.member.display_name,
                detail: Some(format!("@{}", row.member.handle)),
            })
            .collect()
        }
    });
    let known = Signal::derive(move || found.get().unwrap_or_default());
    view! {
        <TokenField id label=t.link_member() hint=None error chosen typed known most=1 prompt=t.link_prompt() />
    }
}
