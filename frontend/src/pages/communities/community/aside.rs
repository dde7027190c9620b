//! Beside a community: its charter, who looks after it, topics and house rules.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::communities::{Charter, CommunityDetail, CommunityMember};

use super::Community;
use super::overview::Overview;
use crate::components::ui::Member;
use crate::i18n::use_lang;
use crate::view_model::communities::has_charter;
use crate::view_model::topics::topic_address;

/// The aside.
#[component]
pub fn Aside(community: Community) -> impl IntoView {
    let t = use_lang();
    let detail = community.detail;
    let reads = Memo::new(move |_| community.may(|viewer| viewer.may_read));
    view! {
        <aside class="aside" aria-label=t.community_about()>
            {move || blocks(detail.get())}
            {move || reads.get().then(|| view! { <Overview community /> })}
        </aside>
    }
}

fn blocks(detail: CommunityDetail) -> AnyView {
    let t = use_lang();
    let lang = (detail.language != t.tag()).then(|| detail.language.clone());
    let charter = has_charter(&detail);
    let topics = detail.topics.into_iter().map(|topic| {
        view! { <A href=topic_address(&topic.slug) attr:class="topic">{topic.name}</A> }
    });
    let topics = topics.collect::<Vec<_>>();
    let rules = (!detail.rules.is_empty()).then(|| {
        view! {
            <section class="aside-block">
                <h2>{t.community_rules()}</h2>
                <p class="reason lines" lang=lang.clone()>{detail.rules}</p>
            </section>
        }
    });
    let people = detail.facilitators.into_iter();
    let people = people.map(|one| view! { <LookingAfter one /> });
    let charter =
        charter.then(|| view! { <CharterBlock charter=detail.charter lang=lang.clone() /> });
    view! {
        {charter}
        <section class="aside-block">
            <h2>{t.community_looked_after()}</h2>
            <div class="people-list">{people.collect::<Vec<_>>()}</div>
        </section>
        {(!topics.is_empty())
            .then(|| {
                view! {
                    <section class="aside-block">
                        <h2>{t.question_topics()}</h2>
                        <div class="topics">{topics}</div>
                    </section>
                }
            })}
        {rules}
    }
    .into_any()
}

#[component]
fn LookingAfter(one: CommunityMember) -> impl IntoView {
    let t = use_lang();
    view! {
        <Member handle=one.member.handle name=one.member.display_name>{t.community_role(one.role)}</Member>
    }
}

#[component]
fn CharterBlock(
    charter: Charter,
    #[prop(optional_no_strip)] lang: Option<String>,
) -> impl IntoView {
    let t = use_lang();
    let parts = [
        (t.community_for(), charter.for_whom),
        (t.community_get(), charter.get),
        (t.community_give(), charter.give),
    ];
    let parts = parts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| {
            view! {
                <dt>{label}</dt>
                <dd class="lines" lang=lang.clone()>{text}</dd>
            }
        });
    view! {
        <section class="aside-block">
            <h2>{t.community_charter()}</h2>
            <dl class="charter">{parts.collect::<Vec<_>>()}</dl>
        </section>
    }
}
