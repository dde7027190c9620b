//! What is being asked, as far as it is typed.

use leptos::prelude::*;
use leptos::reactive::spawn_local;
use leptos_router::hooks::use_query_map;
use tacit_contract::drafts::SaveDraft;
use tacit_contract::posts::AudienceKind;
use tacit_contract::questions::{AskQuestion, Urgency};

use super::audience::Audience;
use crate::components::ui::Token;
use crate::state::api::use_api;

/// The fields.
#[derive(Clone, Copy)]
pub struct Draft {
    pub title: RwSignal<String>,
    pub body: RwSignal<String>,
    pub topics: RwSignal<Vec<Token>>,
    pub urgency: RwSignal<Urgency>,
    pub nameless: RwSignal<bool>,
    /// Whom to ask first.
    pub first: RwSignal<Option<String>>,
    pub audience: Audience,
}

impl Draft {
    /// Empty, or with the title, the topics, the person and the community that the address brings along.
    pub fn from_address() -> Self {
        let query = use_query_map().get_untracked();
        let named = query.get("topic").unwrap_or_default();
        let topics = named.split(',').filter(|slug| !slug.is_empty());
        let topics = topics.map(|slug| Token::named(slug.to_owned()));
        let community = query.get("community").and_then(|id| id.parse().ok());
        let draft = Self {
            title: RwSignal::new(query.get("title").unwrap_or_default()),
            body: RwSignal::new(String::new()),
            topics: RwSignal::new(topics.collect()),
            urgency: RwSignal::new(Urgency::Normal),
            nameless: RwSignal::new(false),
            first: RwSignal::new(query.get("ask").filter(|handle| !handle.is_empty())),
            audience: Audience::new(community),
        };
        name_topics(draft.topics);
        draft
    }

    /// What is typed so far.
    pub fn typed(self) -> Signal<SaveDraft> {
        Signal::derive(move || {
            let topics = self.topics.get().into_iter().map(|topic| topic.label);
            SaveDraft {
                title: Some(self.title.get()).filter(|title| !title.is_empty()),
                body: self.body.get(),
                topics: topics.collect(),
                urgency: Some(self.urgency.get()),
                audience: self.audience.kept(),
                nameless: self.nameless.get(),
                ..SaveDraft::default()
            }
        })
    }

    /// Takes up a draft.
    pub fn restore(self, kept: SaveDraft) {
        self.title.set(kept.title.unwrap_or_default());
        self.body.set(kept.body);
        self.topics
            .set(kept.topics.into_iter().map(Token::named).collect());
        self.urgency.set(kept.urgency.unwrap_or(Urgency::Normal));
        self.audience.restore(kept.audience);
        self.nameless.set(kept.nameless);
    }

    /// What is sent.
    pub fn request(self) -> AskQuestion {
        let title = self.title.get_untracked();
        let topics = self.topics.get_untracked().into_iter();
        // Named people are all asked, nobody of them first.
        let kind = self.audience.kind.get_untracked();
        let first = self.first.get_untracked();
        AskQuestion {
            title: title.split_whitespace().collect::<Vec<_>>().join(" "),
            body: self.body.get_untracked(),
            topics: topics.map(|topic| topic.key).collect(),
            urgency: Some(self.urgency.get_untracked()),
            language: None,
            audience: self.audience.choice(),
            ask: first.filter(|_| kind != AudienceKind::People),
            nameless: self.nameless.get_untracked(),
        }
    }
}

/// Topics that the address brought along are called by their names as soon as these are known.
fn name_topics(topics: RwSignal<Vec<Token>>) {
    let api = use_api();
    let slugs: Vec<String> =
        topics.with_untracked(|topics| topics.iter().map(|topic| topic.key.clone()).collect());
    spawn_local(async move {
        for slug in slugs {
            let Ok(found) = api.get_topic(&slug).await else {
                continue;
            };
            topics.try_update(|topics| {
                for topic in topics.iter_mut().filter(|topic| topic.key == slug) {
                    topic.label.clone_from(&found.topic.name);
                }
            });
        }
    });
}
