//! Drafts: what the caller is still writing, for nobody else.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::needs::{NeedForm, NeedRef};
use crate::posts::AudienceChoice;
use crate::questions::{QuestionRef, Urgency};

/// What is to be kept. It replaces what was kept at this place.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SaveDraft {
    /// Title, of a question; may be longer than what can be posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "May I use a recorded"))]
    pub title: Option<String>,
    /// Markdown as typed so far, at most 100,000 characters.
    #[cfg_attr(feature = "openapi", schema(example = "The customer said yes on"))]
    pub body: String,
    /// Topics, of a question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["data-privacy"])))]
    pub topics: Vec<String>,
    /// How much the asker waits, of a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// How one would like it, of a need.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["mentor"])))]
    pub forms: Vec<NeedForm>,
    /// The day by which it is wanted, of a need (UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted_by: Option<DateTime<Utc>>,
    /// Who it is to be for, of a question; not looked at before it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<AudienceChoice>,
    /// Whether it is to be asked without one's name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nameless: bool,
    /// Why, of an edit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Of an edit: the version of the post that is being written over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub base_version: Option<i32>,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Draft {
    /// `ask` or `need`, or `answer-`, `comment-` or `edit-` and the id of the post.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "answer-01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55")
    )]
    pub place: String,
    /// Title, of a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Markdown as typed so far.
    pub body: String,
    /// Topics, of a question.
    pub topics: Vec<String>,
    /// How much the asker waits, of a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// How one would like it, of a need.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["mentor"])))]
    pub forms: Vec<NeedForm>,
    /// The day by which it is wanted, of a need (UTC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted_by: Option<DateTime<Utc>>,
    /// Who it is to be for, of a question; not looked at before it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<AudienceChoice>,
    /// Whether it is to be asked without one's name.
    #[serde(default)]
    pub nameless: bool,
    /// Why, of an edit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Of an edit: the version of the post that is being written over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_version: Option<i32>,
    /// Raised by each save: one that is higher than the last one known here was saved on another device.
    #[cfg_attr(feature = "openapi", schema(example = 7))]
    pub version: i32,
    /// When it was saved.
    pub updated_at: DateTime<Utc>,
}

/// What a draft is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum DraftKind {
    /// A new question.
    Ask,
    /// A new need.
    Need,
    /// An answer.
    Answer,
    /// A comment.
    Comment,
    /// Another text for a post.
    Edit,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftSummary {
    /// See `Draft`.
    #[cfg_attr(feature = "openapi", schema(example = "ask"))]
    pub place: String,
    /// What it is of.
    pub kind: DraftKind,
    /// The title typed so far, of a new question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "May I use a recorded"))]
    pub title: Option<String>,
    /// The beginning of the text, without Markdown.
    #[cfg_attr(feature = "openapi", schema(example = "The customer said yes on"))]
    pub excerpt: String,
    /// The question on whose page it will stand; null for a new one, and when there is none the caller may see.
    pub question: Option<QuestionRef>,
    /// The need it will change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<NeedRef>,
    /// When it was saved.
    pub updated_at: DateTime<Utc>,
}

/// Which drafts to list.
#[derive(Default, Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListDraftsQuery {
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
