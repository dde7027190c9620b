//! What goes on in a community: the overview for who reads it, its health for who looks after it, what is pinned.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::CommunityMember;
use crate::expertise::TopicStrength;
use crate::identity::MemberRef;
use crate::organisation::DepartmentRef;
use crate::questions::{QuestionRef, QuestionSummary};
use crate::topics::TopicRef;

/// What goes on in a community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityOverview {
    /// Questions asked in the last 30 days.
    #[cfg_attr(feature = "openapi", schema(example = 12))]
    pub asked: i64,
    /// Questions solved in the last 30 days.
    #[cfg_attr(feature = "openapi", schema(example = 9))]
    pub solved: i64,
    /// Questions that nobody has answered.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub unanswered: i64,
    /// From how many departments its members come.
    #[cfg_attr(feature = "openapi", schema(example = 6))]
    pub departments: i64,
    /// Who came last, at most five.
    pub newest: Vec<CommunityMember>,
    /// Who knows most about what it is about, at most six, as far as the caller sees the evidence.
    pub experts: Vec<CommunityExpert>,
}

/// A member who knows what a community is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityExpert {
    /// Who.
    pub member: MemberRef,
    /// What of, the community's topics in their order.
    pub topics: Vec<TopicStrength>,
}

/// A question that stands at the top of its community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityPin {
    /// Which.
    pub question: QuestionSummary,
    /// Since when.
    pub pinned_at: DateTime<Utc>,
}

/// How a community is doing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityHealth {
    /// Questions asked in the last 90 days.
    #[cfg_attr(feature = "openapi", schema(example = 31))]
    pub asked: i64,
    /// Of these, how many have an answer.
    #[cfg_attr(feature = "openapi", schema(example = 27))]
    pub answered: i64,
    /// Minutes until the first answer of somebody else, the middle one of these; absent when there is none. What was written
    /// without a name is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 95))]
    pub first_answer_minutes: Option<i64>,
    /// How many belong to it.
    #[cfg_attr(feature = "openapi", schema(example = 41))]
    pub members: i64,
    /// Of these, how many wrote something under their name in the last 30 days.
    #[cfg_attr(feature = "openapi", schema(example = 17))]
    pub active: i64,
    /// Who came in the last 14 days, the newest first, at most 20.
    pub newcomers: Vec<CommunityNewcomer>,
    /// Questions nobody has answered, the oldest first, at most 20.
    pub unanswered: Vec<QuestionSummary>,
    /// What it is about and none of its members knows anything of, as far as the caller sees the evidence.
    pub unknown_topics: Vec<TopicRef>,
    /// Who takes part, by department.
    pub departments: Vec<DepartmentActivity>,
}

/// Somebody who came lately.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityNewcomer {
    /// Who, and since when.
    pub member: CommunityMember,
    /// Where they first wrote something under their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_in: Option<QuestionRef>,
}

/// How many of a department take part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DepartmentActivity {
    /// Which; null for who belongs to none.
    pub department: Option<DepartmentRef>,
    /// How many belong to the community.
    #[cfg_attr(feature = "openapi", schema(example = 14))]
    pub members: i64,
    /// Of these, how many wrote something under their name in the last 30 days; null when fewer than five did or did not, or
    /// when it would tell on a department of which that is true.
    #[cfg_attr(feature = "openapi", schema(example = 8))]
    pub active: Option<i64>,
}
