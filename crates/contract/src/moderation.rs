//! Keeping order: closing and reopening questions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::identity::MemberRef;
use crate::questions::CloseReason;

/// Why a question is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CloseQuestion {
    /// The reason.
    pub reason: CloseReason,
    /// Post id of the original; needed for a duplicate, and only there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_id: Option<Uuid>,
    /// A word of explanation that stands on the page, at most 500 characters; needed for `other`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The old system was switched off in May")
    )]
    pub note: Option<String>,
}

/// Why a question is opened again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ReopenQuestionQuery {
    /// Why; needed when it is not one's own question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(example = "The rule is in force again"))]
    pub reason: Option<String>,
}

/// Who closed a question, and with which words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClosingFacts {
    /// Who closed it; null when they are not shown or not known any more.
    pub by: Option<MemberRef>,
    /// A word of explanation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The old system was switched off in May")
    )]
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}
