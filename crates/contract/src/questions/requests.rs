//! What is asked of questions: asking, editing, answering, accepting, listing.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Urgency;
use crate::posts::AudienceChoice;

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
    /// Without one's name, where the organisation and the community allow it: see `/nameless`. Not together with named
    /// people.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nameless: bool,
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
    /// Only in this community; 404 when the viewer does not read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community: Option<Uuid>,
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
