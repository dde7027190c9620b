//! Questions and answers.

mod requests;

pub use requests::*;

use serde::{Deserialize, Serialize};
use tacit_domain::questions as domain;
use uuid::Uuid;

use crate::communities::CommunityRef;
use crate::identity::MemberRef;
use crate::macros::wire_enum;
use crate::moderation::{ClosingFacts, DeletedPost, RenewalFacts};
use crate::posts::{AudienceKind, Byline, Comment, PostViewer, Source};
use crate::topics::TopicRef;
use chrono::{DateTime, Utc};

wire_enum! {
    /// How far a question has come: no answer (`open`), an answer but none accepted (`answered`), an accepted answer (`solved`), or `closed` for a reason.
    QuestionState from domain::QuestionState { Open, Answered, Solved, Closed }
}

wire_enum! {
    /// How much the asker waits: `blocking` means they cannot go on without.
    Urgency from domain::Urgency { Normal, Blocking }
}

wire_enum! {
    /// Why a question was closed.
    CloseReason from domain::CloseReason { Duplicate, Outdated, OutOfPlace, Other }
}

wire_enum! {
    /// What a lead did with somebody else's question: `accepted` an answer, or `withdrawn` an acceptance.
    ActKind from domain::ActKind {
        /// Accepted an answer.
        Accepted,
        /// Took an acceptance back.
        Withdrawn,
    }
}

/// What a lead did with somebody else's question, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostAct {
    /// What was done.
    pub kind: ActKind,
    /// Which answer it was about.
    pub answer_id: Uuid,
    /// Who did it; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// Why.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The asker has left the company")
    )]
    pub reason: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A question where it is only named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QuestionRef {
    /// Post id.
    pub id: Uuid,
    /// Title.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Which of the two stock sheets is the one we trust when they disagree?")
    )]
    pub title: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How far it has come.
    pub state: QuestionState,
}

/// A question in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QuestionSummary {
    /// Post id.
    pub id: Uuid,
    /// Title.
    #[cfg_attr(
        feature = "openapi",
        schema(
            example = "May I use a recorded customer call for training if the customer agreed last time?"
        )
    )]
    pub title: String,
    /// The beginning of the body as plain text.
    pub excerpt: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How far it has come.
    pub state: QuestionState,
    /// How much the asker waits.
    pub urgency: Urgency,
    /// Who it is for.
    pub audience: AudienceKind,
    /// The community it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community: Option<CommunityRef>,
    /// The named people it is for, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<MemberRef>,
    /// Who asked.
    pub by: Byline,
    /// Its topics.
    pub topics: Vec<TopicRef>,
    /// Answers.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub answer_count: i32,
    /// How many found it helpful.
    #[cfg_attr(feature = "openapi", schema(example = 21))]
    pub helpful_count: i32,
    /// When it was asked.
    pub created_at: DateTime<Utc>,
    /// When it was last asked, answered, edited or accepted.
    pub last_activity_at: DateTime<Utc>,
    /// The original, when it was closed as its duplicate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<QuestionRef>,
    /// How many questions the viewer may see were closed as duplicates of it; told in the order `duplicated` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 4))]
    pub duplicate_count: Option<i64>,
}

/// A question's page: the same for everyone who may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QuestionDetail {
    /// Post id.
    pub id: Uuid,
    /// Title.
    #[cfg_attr(
        feature = "openapi",
        schema(
            example = "May I use a recorded customer call for training if the customer agreed last time?"
        )
    )]
    pub title: String,
    /// Markdown.
    pub body: String,
    /// Sanitised HTML.
    pub body_html: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How far it has come.
    pub state: QuestionState,
    /// How much the asker waits.
    pub urgency: Urgency,
    /// Who it is for.
    pub audience: AudienceKind,
    /// The community it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community: Option<CommunityRef>,
    /// The named people it is for, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<MemberRef>,
    /// Who asked.
    pub by: Byline,
    /// Its topics.
    pub topics: Vec<TopicRef>,
    /// How many found it helpful.
    #[cfg_attr(feature = "openapi", schema(example = 21))]
    pub helpful_count: i32,
    /// All answers: the accepted one first, then by helpful marks, then the oldest.
    pub answers: Vec<Answer>,
    /// Comments on the question, oldest first.
    pub comments: Vec<Comment>,
    /// When an answer was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_at: Option<DateTime<Utc>>,
    /// What leads did for the asker, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<PostAct>,
    /// Why it was closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_reason: Option<CloseReason>,
    /// Who closed it and with which words, when that was done here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<ClosingFacts>,
    /// The original, when it was closed as its duplicate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duplicate_of: Option<QuestionRef>,
    /// Questions that were closed as duplicates of this one.
    pub duplicates: Vec<QuestionRef>,
    /// Questions somebody linked as related.
    pub related: Vec<QuestionRef>,
    /// For `If-Match`; raised by each edit of title, body, topics or urgency.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub version: i32,
    /// When it was asked.
    pub created_at: DateTime<Utc>,
    /// When it was last edited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited_at: Option<DateTime<Utc>>,
    /// Where it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Answer {
    /// Post id.
    pub id: Uuid,
    /// The question it answers.
    pub question_id: Uuid,
    /// Who wrote it.
    pub by: Byline,
    /// Whether it is the accepted one.
    pub accepted: bool,
    /// Markdown.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Your stomach is right. A yes covers the call it was given on.")
    )]
    pub body: String,
    /// Sanitised HTML.
    pub body_html: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How many found it helpful.
    #[cfg_attr(feature = "openapi", schema(example = 34))]
    pub helpful_count: i32,
    /// Comments, oldest first.
    pub comments: Vec<Comment>,
    /// When it was last looked at again after it had been accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewal: Option<RenewalFacts>,
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

/// A question's page as it concerns the viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QuestionViewer {
    /// Whether the viewer may accept an answer or take that back.
    pub may_accept: bool,
    /// Whether accepting or taking back needs a reason (a lead acting for the asker).
    pub accept_needs_reason: bool,
    /// Whether the viewer may answer.
    pub may_answer: bool,
    /// Whether the viewer may close it, or open it again.
    pub may_close: bool,
    /// Whether opening it again needs a reason (a lead acting for the asker).
    pub reopen_needs_reason: bool,
    /// Places on this page where the viewer has a draft: `answer-`, `comment-` or `edit-` and the id of the post.
    #[cfg_attr(feature = "openapi", schema(example = json!(["answer-01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55"])))]
    #[serde(default)]
    pub drafts: Vec<String>,
    /// Whether the viewer follows the question; who asked does, unless they said otherwise.
    pub following: bool,
    /// How far unread notices tell of what stands on this page; absent when none does. For marking them as read once the page
    /// was seen. Opaque.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "vD3u1m0c8O0Q5m2Jd0JmB2kq3o4cQ0q1Yw")
    )]
    pub unread_notices: Option<String>,
    /// Every post on the page: the question, its answers, all comments.
    pub posts: Vec<PostViewer>,
    /// Deleted answers and comments of the page that the viewer still sees: their own, and for leads everybody's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deleted: Vec<DeletedPost>,
}
