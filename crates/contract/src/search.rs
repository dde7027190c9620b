//! Search: one box over questions, topics, people and needs; completions; questions similar to a typed title.
//!
//! No answer carries a total: how many there are would tell of those one may not see.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tacit_domain::search as domain;
use uuid::Uuid;

use crate::identity::MemberRef;
use crate::macros::wire_enum;
use crate::needs::{NeedState, PeopleCount};
use crate::organisation::DepartmentRef;
use crate::posts::Byline;
use crate::questions::{QuestionState, Urgency};
use crate::topics::TopicRef;

wire_enum! {
    /// What can be found.
    SearchKind from domain::SearchKind { Question, Topic, Member, Need }
}

wire_enum! {
    /// Why a result stands higher than its words alone would place it: it has an accepted answer (`solved`) or an answer (`answered`), people found it or its answers `helpful`, or something happened in it lately (`recent`).
    LiftReason from domain::LiftReason { Solved, Answered, Helpful, Recent }
}

/// What to search for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct SearchQuery {
    /// Words, `"phrases"`, and the filters `topic:`, `from:` (a handle) and `is:` (open, answered, solved, closed, urgent). Anything else is text; only the first 500 characters count.
    pub q: String,
    /// Only this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SearchKind>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A piece of plain text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fragment {
    /// The text, as it is: not HTML, not Markdown.
    #[cfg_attr(feature = "openapi", schema(example = "customer"))]
    pub text: String,
    /// Whether it is what was searched for.
    pub hit: bool,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum SearchHit {
    /// A question.
    Question(QuestionHit),
    /// A topic.
    Topic(TopicHit),
    /// A person.
    Member(MemberHit),
    /// A need.
    Need(NeedHit),
}

/// A question that was found, by its own words, its topics or its answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QuestionHit {
    /// Post id.
    pub id: Uuid,
    /// The whole title.
    pub title: Vec<Fragment>,
    /// The best passage of the body or of an answer; may be empty.
    pub snippet: Vec<Fragment>,
    /// The answer the passage is from; null when it is from the question itself.
    pub snippet_answer_id: Option<Uuid>,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How far it has come.
    pub state: QuestionState,
    /// How much the asker waits.
    pub urgency: Urgency,
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
    /// What lifted it.
    pub lifted_by: Vec<LiftReason>,
}

/// A topic that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TopicHit {
    /// Which.
    pub topic: TopicRef,
    /// Its name.
    pub name: Vec<Fragment>,
    /// Other names that were searched for; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = json!(["kundsamtal"])))]
    pub synonyms: Vec<String>,
    /// The best passage of its description; may be empty.
    pub snippet: Vec<Fragment>,
}

/// A person who was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberHit {
    /// Who.
    pub member: MemberRef,
    /// Their name.
    pub name: Vec<Fragment>,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentRef>,
    /// The best passage of job title and bio; may be empty.
    pub snippet: Vec<Fragment>,
}

/// A need that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NeedHit {
    /// Post id.
    pub id: Uuid,
    /// What somebody wants to learn.
    pub wish: Vec<Fragment>,
    /// The best passage of why; may be empty.
    pub snippet: Vec<Fragment>,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How far it has come.
    pub state: NeedState,
    /// Its topics.
    pub topics: Vec<TopicRef>,
    /// How many want it.
    #[cfg_attr(feature = "openapi", schema(example = 12))]
    pub supporters: i32,
}

/// What has been typed so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct CompleteSearchQuery {
    /// What stands in the box; its last word may be unfinished.
    pub q: String,
    /// Only this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<SearchKind>,
    /// Rows, 1 to 20; 8 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Where a completion leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Completion {
    /// What it is.
    pub kind: SearchKind,
    /// Id of the question, topic, member or need.
    pub id: Uuid,
    /// Slug of a topic or handle of a member, for their addresses and for `topic:` and `from:`; absent for a question and a need.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "customer-calls"))]
    pub name: Option<String>,
    /// Title or name.
    pub text: Vec<Fragment>,
}

/// Completions, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Completions {
    /// At most as many as were asked for.
    pub items: Vec<Completion>,
}

/// Which title to find similar questions for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct SimilarQuery {
    /// The title, as far as it is typed. No word of it is required.
    pub title: String,
    /// Slugs of topics chosen so far, separated by commas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topics: Option<String>,
    /// Rows, 1 to 100; 5 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A question that may already say what somebody is about to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimilarQuestion {
    /// Post id.
    pub id: Uuid,
    /// Title.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "May I use a recorded customer call for training?")
    )]
    pub title: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// How far it has come.
    pub state: QuestionState,
    /// Answers.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub answer_count: i32,
    /// How many found it helpful.
    #[cfg_attr(feature = "openapi", schema(example = 21))]
    pub helpful_count: i32,
    /// Its topics.
    pub topics: Vec<TopicRef>,
    /// When it was asked.
    pub created_at: DateTime<Utc>,
    /// What lifted it.
    pub lifted_by: Vec<LiftReason>,
}

/// Similar questions, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimilarQuestions {
    /// At most as many as were asked for.
    pub items: Vec<SimilarQuestion>,
}

/// Words that many searched for and found nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnmetSearch {
    /// As one of them typed it, without signs.
    #[cfg_attr(feature = "openapi", schema(example = "sign language"))]
    pub words: String,
    /// How many different people, within thirty days.
    pub people: PeopleCount,
}

/// What is searched for in vain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnmetSearches {
    /// Most people first.
    pub items: Vec<UnmetSearch>,
}

/// Which words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct SearchedInVainQuery {
    /// As they were searched for.
    #[cfg_attr(feature = "openapi", param(example = "sign language"))]
    pub q: String,
}

/// Whether others searched for the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SearchedInVain {
    /// Whether many did and found nothing.
    pub by_many: bool,
}
