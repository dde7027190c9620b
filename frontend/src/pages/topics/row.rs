//! A topic in the list, and whether one follows it.

use std::collections::HashSet;

use leptos::prelude::*;
use leptos_router::components::A;
use tacit_client::{Client, ClientError};
use tacit_contract::limits::PAGE_MAX;
use tacit_contract::topics::{ListTopicsQuery, TopicSummary};

use crate::components::topics::Follow;
use crate::components::ui::Time;
use crate::i18n::use_lang;
use crate::state::api::use_api;
use crate::view_model::people::count;
use crate::view_model::topics::topic_address;

/// At most so many pages of followed topics are asked for; beyond them a row offers to follow again, which is harmless.
const PAGES: usize = 5;

/// The topics one follows.
#[derive(Clone, Copy)]
pub struct Followed(LocalResource<Result<HashSet<String>, ClientError>>);

impl Followed {
    /// Asks the server.
    pub fn fetch() -> Self {
        let api = use_api();
        Self(LocalResource::new(move || slugs(api.clone())))
    }

    /// Whether one follows it; nothing while that is not known.
    fn follows(self, slug: &str) -> Option<bool> {
        self.0.get()?.ok().map(|slugs| slugs.contains(slug))
    }
}

async fn slugs(api: Client) -> Result<HashSet<String>, ClientError> {
    let mut slugs = HashSet::new();
    let mut query = ListTopicsQuery {
        followed: Some(true),
        limit: Some(PAGE_MAX),
        ..ListTopicsQuery::default()
    };
    for _ in 0..PAGES {
        let page = api.list_topics(&query).await?;
        slugs.extend(page.items.into_iter().map(|topic| topic.topic.slug));
        query.cursor = page.next_cursor;
        if query.cursor.is_none() {
            break;
        }
    }
    Ok(slugs)
}

/// One row.
#[component]
pub fn TopicRow(topic: TopicSummary, followed: Followed) -> impl IntoView {
    let t = use_lang();
    let questions = match count(topic.counts.questions) {
        0 => t.topics_no_questions().to_owned(),
        questions => t.topics_questions(questions),
    };
    let (slug, name) = (topic.topic.slug.clone(), topic.topic.name.clone());
    let follow = move || {
        followed.follows(&slug).map(|follows| {
            let following = RwSignal::new(follows);
            view! { <Follow slug=slug.clone() name=name.clone() following small=true /> }
        })
    };
    view! {
        <article class="topic-row">
            <div>
                <h3><A href=topic_address(&topic.topic.slug)>{topic.topic.name}</A></h3>
                {(!topic.excerpt.is_empty()).then(|| view! { <p class="excerpt">{topic.excerpt}</p> })}
                <div class="meta">
                    <span>{questions}</span>
                    {topic.parent.map(|parent| view! { <A href=topic_address(&parent.slug)>{t.topics_under(&parent.name)}</A> })}
                    {topic.last_activity_at.map(|at| view! { <span>{t.topics_last_active()} " " <Time at=at.to_rfc3339() /></span> })}
                </div>
            </div>
            {follow}
        </article>
    }
}
