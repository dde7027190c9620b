//! Who is here: found by name or address, narrowed by standing and role.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_client::ClientError;
use tacit_contract::Page;
use tacit_contract::identity::{AdminMember, MemberStatus, Role};

use super::member_change::MemberChange;
use super::member_link::MemberLink;
use crate::components::ui::{Blank, ListSearch, Loaded, Member, Pager, RowsSkeleton, Select, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::state::session::use_session;
use crate::view_model::address;
use crate::view_model::admin::MembersView;

/// The list as it is fetched.
pub type MemberPages = LocalResource<Result<Page<AdminMember>, ClientError>>;

/// The list.
#[component]
pub fn Members() -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let chosen = address_view(|get| MembersView::read(get));
    let members: MemberPages = LocalResource::new(move || {
        let (api, query) = (api.clone(), chosen.with(MembersView::query));
        async move { api.admin_list_members(&query).await }
    });
    view! {
        <Tools chosen />
        <h2 class="visually-hidden">{t.admin_members_list()}</h2>
        <Loaded resource=members waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
            {view! { <Rows page chosen=chosen.get_untracked() members /> }.into_any()}
        </Loaded>
    }
}

#[component]
fn Tools(chosen: Memo<MembersView>) -> impl IntoView {
    let t = use_lang();
    let go = use_go();
    let search = Callback::new(move |words: String| {
        let q = Some(words);
        go.run(
            MembersView {
                q,
                cursor: None,
                ..chosen.get_untracked()
            }
            .address(),
        );
    });
    let words = Signal::derive(move || chosen.get().q.unwrap_or_default());
    let status = Signal::derive(move || {
        chosen
            .get()
            .status
            .as_ref()
            .and_then(address::any_word)
            .unwrap_or_default()
    });
    let role = Signal::derive(move || {
        chosen
            .get()
            .role
            .as_ref()
            .and_then(address::any_word)
            .unwrap_or_default()
    });
    let choose_status = Callback::new(move |word: String| {
        let status = address::value(Some(word));
        go.run(
            MembersView {
                status,
                cursor: None,
                ..chosen.get_untracked()
            }
            .address(),
        );
    });
    let choose_role = Callback::new(move |word: String| {
        let role = address::value(Some(word));
        go.run(
            MembersView {
                role,
                cursor: None,
                ..chosen.get_untracked()
            }
            .address(),
        );
    });
    let statuses = MemberStatus::ALL.iter().filter_map(|status| {
        Some((
            address::any_word(status)?,
            t.member_status(*status).to_owned(),
        ))
    });
    let roles = Role::ALL
        .iter()
        .filter_map(|role| Some((address::any_word(role)?, t.role(*role).to_owned())));
    let first = |words: &str| std::iter::once((String::new(), words.to_owned()));
    let statuses: Vec<_> = first(t.admin_everyone()).chain(statuses).collect();
    let roles: Vec<_> = first(t.admin_any_role()).chain(roles).collect();
    view! {
        <div class="tools">
            <ListSearch id="member-search" label=t.admin_members_search() words on_search=search />
            <div class="filters">
                <Select
                    id="status"
                    label=t.admin_status()
                    choices=statuses
                    value=status
                    on_choose=choose_status
                    quiet=true
                />
                <Select
                    id="role"
                    label=t.admin_role()
                    choices=roles
                    value=role
                    on_choose=choose_role
                    quiet=true
                />
            </div>
        </div>
    }
}

#[component]
fn Rows(page: Page<AdminMember>, chosen: MembersView, members: MemberPages) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return view! {
            <Blank title=t.admin_nobody() text=t.admin_nobody_more()>
                <A href="/admin/members" attr:class="button">{t.admin_show_all()}</A>
            </Blank>
        }
        .into_any();
    }
    let first = chosen.cursor.is_some().then(|| {
        MembersView {
            cursor: None,
            ..chosen.clone()
        }
        .address()
    });
    let next = page.next_cursor.map(|cursor| {
        MembersView {
            cursor: Some(cursor),
            ..chosen
        }
        .address()
    });
    let rows = page
        .items
        .into_iter()
        .map(|member| view! { <li><Row member members /></li> });
    view! {
        <ul class="rows compact">{rows.collect_view()}</ul>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Row(member: AdminMember, members: MemberPages) -> impl IntoView {
    let t = use_lang();
    let own = use_session()
        .me()
        .is_some_and(|me| me.id == member.member.id);
    let (facts, email) = (member.clone(), member.email.clone());
    let account = member.status != MemberStatus::Unclaimed;
    view! {
        <div class="line">
            <div>
                <Member handle=member.member.handle.clone() name=member.member.display_name.clone()>
                    {email.unwrap_or_else(|| format!("@{}", facts.member.handle))} {own.then(|| format!(" ({})", t.admin_you()))}
                </Member>
                <p class="meta under-face">
                    <span>{t.role(facts.role)}</span>
                    <Standing status=facts.status />
                    {facts.department.map(|department| view! { <span>{department.name}</span> })}
                    <span>{t.admin_joined()} " " <Time at=facts.created_at.to_rfc3339() /></span>
                </p>
            </div>
            {if account {
                view! { <MemberChange member members /> }.into_any()
            } else {
                view! { <MemberLink person=member members /> }.into_any()
            }}
        </div>
    }
}

/// Whether they can sign in, where that is not what one expects.
#[component]
fn Standing(status: MemberStatus) -> impl IntoView {
    let t = use_lang();
    let tone = match status {
        MemberStatus::Active => return None,
        MemberStatus::Unconfirmed => "waiting",
        MemberStatus::Deactivated => "urgent",
        MemberStatus::Unclaimed => "open",
    };
    Some(view! { <span class="state" data-state=tone>{t.member_status(status)}</span> })
}
