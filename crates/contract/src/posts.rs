//! What questions, answers and comments share.

use serde::{Deserialize, Serialize};
use tacit_domain::posts as domain;
use uuid::Uuid;

use crate::identity::MemberRef;
use crate::macros::wire_enum;
use crate::moderation::{FlagKind, SaidOfPost};
use chrono::{DateTime, Utc};

wire_enum! {
    /// What a post is.
    PostKind from domain::PostKind { Question, Answer, Comment, Need }
}

wire_enum! {
    /// Who a post is for: every member, one community, or named people.
    AudienceKind from domain::AudienceKind { Everyone, Community, People }
}

/// Who a new post is to be for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AudienceChoice {
    // With braces: serde lets unknown fields beside a kind alone pass.
    /// Every member.
    Everyone {},
    /// The members of a community; everybody else reads along where it is open.
    Community {
        /// Its id. The author has to be a member.
        community_id: Uuid,
    },
    /// The author and these people.
    People {
        /// Handles of 1 to 10 members.
        #[cfg_attr(feature = "openapi", schema(example = json!(["hugo.ahlberg-nti"])))]
        handles: Vec<String>,
    },
}

impl Default for AudienceChoice {
    fn default() -> Self {
        Self::Everyone {}
    }
}

/// Where something imported comes from, as its licence asks to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Source {
    /// The site.
    #[cfg_attr(feature = "openapi", schema(example = "beer.stackexchange.com"))]
    pub site: String,
    /// Its id there.
    #[cfg_attr(feature = "openapi", schema(example = "4711"))]
    pub id: String,
    /// Its address there.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "https://beer.stackexchange.com/q/4711")
    )]
    pub url: String,
    /// The licence.
    #[cfg_attr(feature = "openapi", schema(example = "CC BY-SA 4.0"))]
    pub license: String,
    /// The author's name there, where no person stands behind it here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "user1234"))]
    pub author: Option<String>,
    /// Whether it belonged to everybody there, and so has no author.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "openapi", schema(required = false, example = false))]
    pub wiki: bool,
    /// Whether it is not there any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "openapi", schema(required = false, example = false))]
    pub gone: bool,
}

/// Who wrote a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Byline {
    /// The author; null when they chose not to show their name, or are not known.
    pub author: Option<MemberRef>,
    /// Whether the author chose not to show their name.
    pub hidden: bool,
}

/// A comment on a question or an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Comment {
    /// Post id.
    pub id: Uuid,
    /// Who wrote it.
    pub by: Byline,
    /// Markdown.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "At the call. I have put that into the guide.")
    )]
    pub body: String,
    /// Sanitised HTML.
    pub body_html: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How many found it helpful.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub helpful_count: i32,
    /// For `If-Match`; raised by each edit.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub version: i32,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it was last edited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<DateTime<Utc>>,
    /// Where it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A new comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateComment {
    /// Markdown, at most 3,000 characters.
    #[cfg_attr(
        feature = "openapi",
        schema(
            example = "The ninety days start at the first time somebody listens, or at the call?"
        )
    )]
    pub body: String,
    /// Without one's name, where the organisation and the community allow it: see `/nameless`. Always so on the page of a
    /// question one asked without it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nameless: bool,
}

/// A new text of an answer or comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EditPost {
    /// Markdown.
    pub body: String,
    /// Why; needed when it is not one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Corrected the paragraph number")
    )]
    pub reason: Option<String>,
}

/// What a post said at a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Revision {
    /// The version.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub version: i32,
    /// The title, for questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Markdown.
    pub body: String,
    /// Slugs of the topics, for questions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["data-privacy"])))]
    pub topics: Option<Vec<String>>,
    /// Who made it so; null when hidden or not known.
    pub editor: Option<MemberRef>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// Which page of revisions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListRevisionsQuery {
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Markdown to look at before posting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PreviewMarkdown {
    /// Markdown.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "A yes covers **the call** it was given on.")
    )]
    pub body: String,
}

/// How it will look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Preview {
    /// Sanitised HTML, the same as after posting.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "<p>A yes covers <strong>the call</strong> it was given on.</p>")
    )]
    pub html: String,
    /// The language it seems to be in, BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
}

/// The helpful mark after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelpfulState {
    /// Whether the viewer's mark is set.
    pub marked: bool,
    /// How many found it helpful.
    #[cfg_attr(feature = "openapi", schema(example = 22))]
    pub helpful_count: i32,
}

/// A post as it concerns the viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostViewer {
    /// Post id.
    pub id: Uuid,
    /// Whether the viewer wrote it, also without their name.
    pub mine: bool,
    /// Whether the viewer wrote it without their name, and may show it.
    #[serde(default)]
    pub may_show_name: bool,
    /// Whether the viewer found it helpful.
    pub helpful: bool,
    /// Whether the viewer may mark it helpful (nobody marks their own).
    pub may_mark: bool,
    /// Whether the viewer may edit it.
    pub may_edit: bool,
    /// Whether the viewer may delete it.
    pub may_delete: bool,
    /// Whether deleting it needs a reason (a lead acting for others).
    pub delete_needs_reason: bool,
    /// Whether the viewer may say something about it in private (nobody does about their own).
    pub may_flag: bool,
    /// What the viewer said about it in private, and nobody has decided on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flagged: Vec<FlagKind>,
    /// What others said about it in private, for its author only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<SaidOfPost>,
    /// Whether the viewer may renew it, an accepted answer.
    pub may_renew: bool,
    /// Whether it is by somebody the viewer has muted or blocked: it is shown folded.
    #[serde(default)]
    pub folded: bool,
}

wire_enum! {
    /// What happened to a piece of text: it stands in both, or only in the newer (`added`) or the older (`removed`).
    DiffChange from domain::diff::Change { Same, Added, Removed }
}

/// A piece of one of two texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DiffPiece {
    /// What happened to it.
    pub change: DiffChange,
    /// Its text.
    #[cfg_attr(feature = "openapi", schema(example = "covers the call"))]
    pub text: String,
}

/// What a revision changed, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevisionDiff {
    /// The version it made.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub version: i32,
    /// The version it is compared with: the one before, unless another was asked for; null for the first.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub against: Option<i32>,
    /// The title, for questions; empty where there is none.
    pub title: Vec<DiffPiece>,
    /// The Markdown.
    pub body: Vec<DiffPiece>,
    /// Slugs of topics that came.
    #[cfg_attr(feature = "openapi", schema(example = json!(["data-privacy"])))]
    pub topics_added: Vec<String>,
    /// Slugs of topics that went.
    pub topics_removed: Vec<String>,
}

/// With which version to compare.
#[derive(Default, Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct CompareRevisionQuery {
    /// The older version; the one before when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against: Option<i32>,
}

/// Back to an earlier revision.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RestoreRevision {
    /// Why; needed when the post is not one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The edit took out the exception for trainees")
    )]
    pub reason: Option<String>,
}

/// A post and its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostVersion {
    /// Post id.
    pub id: Uuid,
    /// For `If-Match`.
    #[cfg_attr(feature = "openapi", schema(example = 4))]
    pub version: i32,
}
