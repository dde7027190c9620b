//! How a community is doing, for who looks after it: figures, and what one can do something about. Departments with few people
//! are not counted out.

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_contract::communities::{CommunityHealth, CommunityNewcomer, DepartmentActivity};
use tacit_contract::questions::QuestionSummary;
use tacit_contract::topics::TopicRef;

use super::Community;
use crate::components::questions::QuestionRow;
use crate::components::ui::{Loaded, Member, RowsSkeleton, Time};
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::community_health::first_answer;
use crate::view_model::people::count;
use crate::view_model::topics::topic_address;

/// The section.
#[component]
pub fn Health(community: Community) -> impl IntoView {
    let t = use_lang();
    let api = use_api();
    let found = LocalResource::new(move || {
        let api = api.clone();
        async move { api.get_community_health(community.id).await }
    });
    view! {
        <section class="section" aria-labelledby="health">
            <h2 class="visually-hidden" id="health">{t.community_health()}</h2>
            <Loaded resource=found waiting=|| view! { <RowsSkeleton /> }.into_any() let:found>
                {view! { <Found found /> }.into_any()}
            </Loaded>
        </section>
    }
}

#[component]
fn Found(found: CommunityHealth) -> impl IntoView {
    let t = use_lang();
    let number = |value: i64| t.number(count(value));
    let first = found
        .first_answer_minutes
        .map(|minutes| view! { <dt>{t.community_first_answer()}</dt> <dd>{first_answer(t, minutes)}</dd> });
    view! {
        <dl class="figures">
            <dt>{t.community_answered()}</dt>
            <dd>{t.community_of(&number(found.answered), &number(found.asked))}</dd>
            {first}
            <dt>{t.community_active()}</dt>
            <dd>{t.community_of(&number(found.active), &number(found.members))}</dd>
        </dl>
        <Unanswered questions=found.unanswered />
        <Unknown topics=found.unknown_topics />
        <Newcomers newcomers=found.newcomers />
        <Departments departments=found.departments />
    }
}

#[component]
fn Unanswered(questions: Vec<QuestionSummary>) -> impl IntoView {
    let t = use_lang();
    let rows = questions.into_iter();
    let rows: Vec<_> = rows
        .map(|question| view! { <QuestionRow question brief=true within=true /> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="unanswered">
                <div class="section-head"><h2 id="unanswered">{t.community_health_waits()}</h2></div>
                <div class="rows">{rows}</div>
            </section>
        }
    })
}

#[component]
fn Unknown(topics: Vec<TopicRef>) -> impl IntoView {
    let t = use_lang();
    let links = topics.into_iter();
    let links: Vec<_> = links
        .map(|topic| view! { <A href=topic_address(&topic.slug) attr:class="topic">{topic.name}</A> })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="unknown">
                <div class="section-head"><h2 id="unknown">{t.community_health_unknown()}</h2></div>
                <div class="topics">{links}</div>
            </section>
        }
    })
}

#[component]
fn Newcomers(newcomers: Vec<CommunityNewcomer>) -> impl IntoView {
    let t = use_lang();
    let rows = newcomers.into_iter();
    let rows: Vec<_> = rows
        .map(|one| view! { <li><Newcomer one /></li> })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="newcomers">
                <div class="section-head"><h2 id="newcomers">{t.community_newest()}</h2></div>
                <ul class="rows compact members">{rows}</ul>
            </section>
        }
    })
}

/// When they came, and where they first wrote.
#[component]
fn Newcomer(one: CommunityNewcomer) -> impl IntoView {
    let t = use_lang();
    let (member, joined) = (one.member.member, one.member.joined_at.to_rfc3339());
    let first = match one.first_in {
        Some(question) => view! {
            <A href=format!("/questions/{}", question.id) attr:lang=question.language>{question.title}</A>
        }
        .into_any(),
        None => t.community_wrote_nothing().into_any(),
    };
    view! {
        <Member handle=member.handle name=member.display_name>
            <Time at=joined /> ", " {first}
        </Member>
    }
}

/// How many of each department took part.
#[component]
fn Departments(departments: Vec<DepartmentActivity>) -> impl IntoView {
    let t = use_lang();
    let rows = departments.into_iter().map(|one| {
        let name = match one.department {
            Some(department) => department.name,
            None => t.community_no_department().to_owned(),
        };
        let members = t.number(count(one.members));
        let said = match one.active {
            Some(active) => t.community_of(&t.number(count(active)), &members),
            None => t.communities_members(count(one.members)),
        };
        let hidden = one
            .active
            .is_none()
            .then(|| view! { " " <small>{t.community_not_counted()}</small> });
        view! { <dt>{name}</dt> <dd>{said} {hidden}</dd> }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="departments">
                <div class="section-head"><h2 id="departments">{t.community_took_part()}</h2></div>
                <dl class="figures">{rows}</dl>
                <p class="hint">{t.community_took_part_more()}</p>
            </section>
        }
    })
}
