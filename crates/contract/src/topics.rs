//! Topics: one vocabulary for everything.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use tacit_domain::topics as domain;

use crate::macros::wire_enum;
use crate::posts::Source;
use chrono::{DateTime, Utc};

/// A topic where it is only named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicRef {
    /// Topic id.
    pub id: Uuid,
    /// Its name in addresses.
    #[cfg_attr(feature = "openapi", schema(example = "customer-calls"))]
    pub slug: String,
    /// Its name.
    #[cfg_attr(feature = "openapi", schema(example = "Customer calls"))]
    pub name: String,
}

/// What there is about a topic, as far as the viewer may see it.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicCounts {
    /// Questions.
    #[cfg_attr(feature = "openapi", schema(example = 46))]
    pub questions: i64,
    /// Answers to them.
    #[cfg_attr(feature = "openapi", schema(example = 103))]
    pub answers: i64,
    /// Questions with an accepted answer.
    #[cfg_attr(feature = "openapi", schema(example = 31))]
    pub solved: i64,
    /// Members who follow it.
    #[cfg_attr(feature = "openapi", schema(example = 12))]
    pub followers: i64,
}

/// A topic in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicSummary {
    /// Which.
    pub topic: TopicRef,
    /// The beginning of its description; may be empty.
    pub excerpt: String,
    /// The topic it belongs under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TopicRef>,
    /// What there is.
    pub counts: TopicCounts,
    /// When something last happened in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_activity_at: Option<DateTime<Utc>>,
}

/// A topic's page; the same for everyone who may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicDetail {
    /// Which.
    pub topic: TopicRef,
    /// Description in Markdown; may be empty.
    pub description: String,
    /// Description as sanitised HTML.
    pub description_html: String,
    /// Other names that find it and become it.
    #[cfg_attr(feature = "openapi", schema(example = json!(["phone calls", "kundsamtal"])))]
    pub synonyms: Vec<String>,
    /// The topic it belongs under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TopicRef>,
    /// Topics under it.
    pub children: Vec<TopicRef>,
    /// What there is.
    pub counts: TopicCounts,
    /// For `If-Match`; raised by each edit.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub version: i32,
    /// When it came to be.
    pub created_at: DateTime<Utc>,
    /// Where an imported topic comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A topic that belongs to another, from use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RelatedTopic {
    /// Which.
    pub topic: TopicRef,
    /// Questions that carry both, of those the viewer may see.
    #[cfg_attr(feature = "openapi", schema(example = 7))]
    pub together: i64,
}

/// A topic as it concerns the viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicViewer {
    /// Whether the viewer follows it.
    pub following: bool,
    /// Whether the viewer may edit the description: everybody may.
    pub may_edit: bool,
    /// Whether the viewer may change name, synonyms and parent: leads and admins.
    pub may_order: bool,
    /// Whether the viewer may merge it into another.
    pub may_merge: bool,
}

/// A new topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateTopic {
    /// Its name, unlike the name and synonyms of any other.
    #[cfg_attr(feature = "openapi", schema(example = "Customer calls"))]
    pub name: String,
    /// Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Talking with customers on the telephone.")
    )]
    pub description: Option<String>,
    /// Other names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["phone calls", "kundsamtal"])))]
    pub synonyms: Option<Vec<String>>,
    /// Slug of the topic it belongs under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "working-with-customers"))]
    pub parent: Option<String>,
}

/// A change to a topic; what is left out stays.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateTopic {
    /// Its name; the slug stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Customer calls"))]
    pub name: Option<String>,
    /// Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// All other names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["phone calls", "kundsamtal"])))]
    pub synonyms: Option<Vec<String>>,
    /// Slug of the topic it belongs under, or `null` for none.
    #[serde(
        default,
        deserialize_with = "crate::patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub parent: Option<Option<String>>,
}

/// Where a topic goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MergeTopic {
    /// Slug of the topic that stays. It takes over questions, followers and names; the old slug leads to it.
    #[cfg_attr(feature = "openapi", schema(example = "kubernetes"))]
    pub into: String,
}

/// Order of a list of topics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum TopicSort {
    /// By name.
    #[default]
    Name,
    /// Most questions first.
    Questions,
    /// Last activity first.
    Active,
}

/// Which topics to list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListTopicsQuery {
    /// Words of name or synonyms; each must begin a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Slug: only the topics under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Only those the viewer follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed: Option<bool>,
    /// Order; by name when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<TopicSort>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What is typed into a topic field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct CompleteTopicsQuery {
    /// The beginning of a name or synonym.
    pub q: String,
    /// Rows, 1 to 20; 8 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A topic that begins with what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicCompletion {
    /// Which.
    pub topic: TopicRef,
    /// The synonym that matched, when the name did not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "k8s"))]
    pub synonym: Option<String>,
    /// Questions in it, as far as the viewer may see them.
    #[cfg_attr(feature = "openapi", schema(example = 46))]
    pub questions: i64,
}

wire_enum! {
    /// How near two names are: the same letters written otherwise, one and several, or one letter apart.
    Nearness from domain::near::Nearness { SameLetters, Plural, OneLetter }
}

/// Two topics that may be one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NearTopics {
    /// The one with more questions.
    pub stays: TopicRef,
    /// The one that could be merged into it.
    pub goes: TopicRef,
    /// How near their names are.
    pub why: Nearness,
}

/// A topic that nothing hangs on: no question, no follower, no topic under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnusedTopic {
    /// Which.
    pub topic: TopicRef,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// What could be in better order; at most 100 of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicCleanup {
    /// Topics that nothing hangs on, oldest first.
    pub unused: Vec<UnusedTopic>,
    /// Topics that may be one, the nearest names first.
    pub near: Vec<NearTopics>,
}
