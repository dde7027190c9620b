//! A community in a list: how the viewer stands to it in the margin, its name, what it is for, topics, who and how many.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::communities::CommunitySummary;

use crate::components::ui::Time;
use crate::i18n::{Lang, use_lang};
use crate::view_model::communities::community_address;
use crate::view_model::people::count;

/// One row.
#[component]
pub fn CommunityRow(one: CommunitySummary) -> impl IntoView {
    let t = use_lang();
    let lang = (one.language != t.tag()).then(|| one.language.clone());
    let standing = standing(t, &one).map(|(state, words)| {
        view! { <span class="state" data-state=state>{words}</span> }
    });
    let topics = one.topics.into_iter().map(|topic| {
        view! { <A href=format!("/topics/{}", topic.slug) attr:class="topic">{topic.name}</A> }
    });
    let topics = topics.collect_view();
    let [who, ..] = t.visibility(one.visibility);
    let [how, _] = t.join_rule(one.join_rule);
    let active = one.last_activity_at.map(|at| {
        view! { <span>{t.communities_active()} " " <Time at=at.to_rfc3339() /></span> }
    });
    view! {
        <article class="community-row hang">
            <div class="margin">{standing} <small>{t.communities_members(count(one.members))}</small></div>
            <div>
                <h3><A href=community_address(one.community.id) attr:lang=lang.clone()>{one.community.name}</A></h3>
                <p class="excerpt" lang=lang>{one.purpose}</p>
                <div class="meta">{topics} <span>{how} ", " {who}</span> {active}</div>
            </div>
        </article>
    }
}

/// How the viewer stands to it: what waits for them first.
fn standing(t: Lang, one: &CommunitySummary) -> Option<(&'static str, &'static str)> {
    if one.archived {
        Some(("closed", t.community_archived()))
    } else if one.invited {
        Some(("waiting", t.community_invited()))
    } else if one.asked {
        Some(("waiting", t.community_asked()))
    } else {
        one.role.map(|role| ("open", t.community_role(role)))
    }
}
