//! Beside a community, for who reads it: what goes on, who knows its topics, who came last.

use leptos::prelude::*;
use tacit_contract::communities::{CommunityExpert, CommunityMember, CommunityOverview};

use super::Community;
use crate::components::ui::{Member, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::people::count;

/// The blocks; without an answer the page is whole without them.
#[component]
pub fn Overview(community: Community) -> impl IntoView {
    let api = use_api();
    let found = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_community_overview(community.id).await.ok() }
    });
    move || {
        found
            .get()
            .flatten()
            .map(|found| view! { <Blocks found /> })
    }
}

#[component]
fn Blocks(found: CommunityOverview) -> impl IntoView {
    let t = use_lang();
    let waiting = (found.unanswered > 0)
        .then(|| view! { <br /> {t.community_unanswered(count(found.unanswered))} });
    let departments = (found.departments > 1)
        .then(|| view! { <br /> {t.community_departments(count(found.departments))} });
    let experts = found.experts.into_iter();
    let experts: Vec<_> = experts.map(|one| view! { <Knows one /> }).collect();
    let newest = found.newest.into_iter();
    let newest: Vec<_> = newest.map(|one| view! { <Newest one /> }).collect();
    view! {
        <section class="aside-block">
            <h2>{t.community_lately()}</h2>
            <p class="facts">
                {t.community_asked_lately(count(found.asked))} ", "
                {t.community_solved_lately(count(found.solved))} {waiting} {departments}
            </p>
        </section>
        {people(t.community_knows(), experts)}
        {people(t.community_newest(), newest)}
    }
}

fn people<V: IntoView + 'static>(title: &'static str, rows: Vec<V>) -> Option<impl IntoView> {
    (!rows.is_empty()).then(|| {
        view! {
            <section class="aside-block">
                <h2>{title}</h2>
                <div class="people-list">{rows}</div>
            </section>
        }
    })
}

#[component]
fn Knows(one: CommunityExpert) -> impl IntoView {
    let topics = one.topics.into_iter().map(|strength| strength.topic.name);
    let topics: Vec<String> = topics.collect();
    view! { <Member handle=one.member.handle name=one.member.display_name>{topics.join(", ")}</Member> }
}

#[component]
fn Newest(one: CommunityMember) -> impl IntoView {
    view! {
        <Member handle=one.member.handle name=one.member.display_name>
            <Time at=one.joined_at.to_rfc3339() />
        </Member>
    }
}
