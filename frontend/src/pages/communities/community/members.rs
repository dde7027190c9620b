//! Who belongs to a community.

use leptos::prelude::*;
use tacit_contract::Page;
use tacit_contract::communities::{CommunityMember, CommunityRole, ListCommunityMembersQuery};

use super::Community;
use super::member_acts::MemberActs;
use crate::components::ui::{Blank, Glyph, ListSearch, Loaded, Member, Pager, RowsSkeleton, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::state::listing::{address_view, use_go};
use crate::state::session::use_session;
use crate::view_model::address;
use crate::view_model::community_acts::acts;
use crate::view_model::community_section::CommunitySection;

/// What is looked for, and where the page begins.
type Chosen = (Option<String>, Option<String>);

/// The section.
#[component]
pub fn Members(community: Community) -> impl IntoView {
    let t = use_lang();
    let (api, go) = (use_api(), use_go());
    let id = community.id;
    let chosen = address_view(|get| (address::text(get("q")), address::text(get("cursor"))));
    let page = LocalResource::new(move || {
        let api = api.clone();
        let (q, cursor) = chosen.get();
        let query = ListCommunityMembersQuery {
            q,
            cursor,
            limit: None,
        };
        async move { api.list_community_members(id, &query).await }
    });
    let changed = Callback::new(move |()| {
        page.refetch();
        community.reload.run(());
    });
    let at = move |q: Option<&str>, cursor: Option<&str>| {
        let members = CommunitySection::Members.address(id);
        address::address(&members, &[("q", q), ("cursor", cursor)])
    };
    let search = Callback::new(move |words: String| go.run(at(Some(&words), None)));
    let words = Signal::derive(move || chosen.get().0.unwrap_or_default());
    view! {
        <section class="section" aria-labelledby="members">
            <h2 class="visually-hidden" id="members">{t.community_people()}</h2>
            <ListSearch id="members-search" label=t.community_find_member() words on_search=search />
            <Loaded resource=page waiting=|| view! { <RowsSkeleton /> }.into_any() let:page>
                {
                    let (q, cursor): Chosen = chosen.get_untracked();
                    let first = cursor.is_some().then(|| at(q.as_deref(), None));
                    let next = page.next_cursor.as_deref().map(|next| at(q.as_deref(), Some(next)));
                    view! { <Rows community page first next changed /> }.into_any()
                }
            </Loaded>
        </section>
    }
}

#[component]
fn Rows(
    community: Community,
    page: Page<CommunityMember>,
    #[prop(optional_no_strip)] first: Option<String>,
    #[prop(optional_no_strip)] next: Option<String>,
    changed: Callback<()>,
) -> impl IntoView {
    let t = use_lang();
    if page.items.is_empty() {
        return view! { <Blank glyph=Glyph::People title=t.community_no_member() /> }.into_any();
    }
    let rows = page
        .items
        .into_iter()
        .map(|one| view! { <li><Row community one changed /></li> });
    view! {
        <ul class="rows compact members">{rows.collect_view()}</ul>
        <Pager first next />
    }
    .into_any()
}

#[component]
fn Row(community: Community, one: CommunityMember, changed: Callback<()>) -> impl IntoView {
    let t = use_lang();
    let me = use_session().me().map(|me| me.id);
    let role = (one.role != CommunityRole::Member).then(|| {
        view! { <b>{t.community_role(one.role)}</b> ", " }
    });
    let other = StoredValue::new(one.clone());
    let what = Memo::new(move |_| {
        let mine = community.viewer.get().and_then(|viewer| viewer.role);
        other.with_value(|other| acts(mine, other.role, me == Some(other.member.id)))
    });
    view! {
        <div class="line">
            <Member handle=one.member.handle name=one.member.display_name>
                {role} {t.community_since()} " " <Time at=one.joined_at.to_rfc3339() />
            </Member>
            {move || {
                let acts = what.get();
                (!acts.is_empty())
                    .then(|| view! { <MemberActs community other=other.get_value() acts changed /> })
            }}
        </div>
    }
}
