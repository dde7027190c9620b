//! Questions and answers.

use serde::{Deserialize, Serialize};
use tacit_domain::questions as domain;
use uuid::Uuid;

use crate::identity::MemberRef;
use crate::macros::wire_enum;
use crate::moderation::{ClosingFacts, DeletedPost, RenewalFacts};
use crate::posts::{AudienceChoice, AudienceKind, Byline, Comment, PostViewer, Source};
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

/// A new question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskQuestion {
    /// One sentence, 10 to 200 characters.
    #[cfg_attr(
        feature = "openapi",
        schema(
            example = "May I use a recorded customer call for training if the customer agreed last time?"
        )
    )]
    pub title: String,
    /// Markdown, at most 50,000 characters; may be empty when the title says it all.
    #[cfg_attr(
        feature = "openapi",
        schema(
            example = "The customer said yes on a call in **March**. The call I want to use is from October."
        )
    )]
    pub body: String,
    /// 1 to 5 names, slugs or synonyms; what does not exist yet becomes a topic.
    #[cfg_attr(feature = "openapi", schema(example = json!(["data-privacy", "Customer calls"])))]
    pub topics: Vec<String>,
    /// `normal` when left out. At most three in seven days are `blocking`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// BCP 47; found out from the text when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: Option<String>,
    /// Who it is for; everyone when left out. Where not everyone reads along, its topics are ones that exist.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<AudienceChoice>,
    /// Handle of the person to bring it to first; everybody it is for can read and answer it all the same. Not
    /// together with named people: all of these are asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "hugo"))]
    pub ask: Option<String>,
}

/// A change to a question; what is left out stays.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EditQuestion {
    /// One sentence, 10 to 200 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// All topics, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["data-privacy"])))]
    pub topics: Option<Vec<String>>,
    /// How much the asker waits; only the asker changes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// Why; needed when it is not one's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Moved to a topic people follow")
    )]
    pub reason: Option<String>,
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

/// A new answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateAnswer {
    /// Markdown, 1 to 50,000 characters.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Your stomach is right. A yes covers the call it was given on.")
    )]
    pub body: String,
    /// BCP 47; found out from the text when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: Option<String>,
}

/// Which answer solves the question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AcceptAnswer {
    /// The answer's post id.
    pub answer_id: Uuid,
    /// Why; needed when a lead accepts for the asker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The asker has left the company")
    )]
    pub reason: Option<String>,
}

/// Why an acceptance is taken back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct WithdrawAcceptanceQuery {
    /// Why; needed when a lead takes it back for the asker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(example = "The answer is out of date"))]
    pub reason: Option<String>,
}

/// Order of a list of questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum QuestionSort {
    /// Newest first.
    #[default]
    Newest,
    /// Last activity first.
    Active,
    /// Oldest without an accepted answer first, blocking ones before all others.
    Waiting,
    /// Most helpful marks first.
    Helpful,
    /// Only questions that others were closed as duplicates of, the most often asked again first.
    Duplicated,
}

/// Which state to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum QuestionFilter {
    /// Every state.
    #[default]
    Any,
    /// No answer yet.
    Unanswered,
    /// An answer, none accepted.
    Answered,
    /// An accepted answer.
    Solved,
    /// Closed.
    Closed,
    /// Neither solved nor closed.
    Unsolved,
}

/// Which questions to list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListQuestionsQuery {
    /// Order; newest first when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<QuestionSort>,
    /// State; any when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<QuestionFilter>,
    /// Slug or synonym of a topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Only in topics the viewer follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followed: Option<bool>,
    /// Handle: only questions this person asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<String>,
    /// Handle: only questions this person answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<String>,
    /// Only the viewer's own, also those without their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mine: Option<bool>,
    /// Only blocking ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocking: Option<bool>,
    /// Only texts in this language, BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Asked at this time or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
    /// Asked before this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
