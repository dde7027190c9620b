//! Looking after a community: its members and their roles, its settings, its end.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Charter, CommunityRole, JoinRule, Visibility};

/// Taking a member out of a community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RemoveCommunityMember {
    /// Why; they are told. 1 to 500 characters.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "You asked the same three people to buy from you")
    )]
    pub word: String,
}

/// Giving a member of a community another role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangeCommunityRole {
    /// The new one. `owner` hands the community over: who owned it is a facilitator then.
    pub role: CommunityRole,
}

/// A change to a community; what is left out stays. Facilitators change the texts, the topics and the language; the owner also
/// the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EditCommunity {
    /// 1 to 80 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Calls that go wrong"))]
    pub name: Option<String>,
    /// 1 to 300 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "For everybody who talks to customers and sometimes hangs up shaking.")
    )]
    pub purpose: Option<String>,
    /// All three parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charter: Option<Charter>,
    /// House rules, at most 4,000 characters; may be empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "What is told here stays here."))]
    pub rules: Option<String>,
    /// What new members read first, at most 4,000 characters; may be empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Welcome. Say in the first week what you want to learn.")
    )]
    pub welcome: Option<String>,
    /// Up to 10 names, slugs or synonyms; what does not exist yet becomes a topic, unless the community is hidden.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["customer-calls"])))]
    pub topics: Option<Vec<String>>,
    /// BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: Option<String>,
    /// Who knows of it. What was written in for members only does not open any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visibility: Option<Visibility>,
    /// How one becomes a member; a hidden one is joined by invitation. Nobody waits any more where it is not joined by asking.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join_rule: Option<JoinRule>,
    /// Whether one may ask in it without a name, where the organisation allows it too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = false))]
    pub nameless_allowed: Option<bool>,
    /// Whether what has no name waits for a facilitator first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = false))]
    pub hold_nameless: Option<bool>,
}

/// What facilitators read beside the page of a community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunitySettings {
    /// What new members read first; may be empty.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Welcome. Say in the first week what you want to learn.")
    )]
    pub welcome: String,
    /// For `If-Match`.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub version: i32,
}

/// What deleting a community would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityDeletion {
    /// How many would see it no more.
    #[cfg_attr(feature = "openapi", schema(example = 41))]
    pub members: i64,
    /// Questions nobody would see any more.
    #[cfg_attr(feature = "openapi", schema(example = 17))]
    pub questions: i64,
    /// Answers nobody would see any more.
    #[cfg_attr(feature = "openapi", schema(example = 29))]
    pub answers: i64,
    /// Comments nobody would see any more.
    #[cfg_attr(feature = "openapi", schema(example = 64))]
    pub comments: i64,
    /// When all of it would be erased for good, were it deleted now; until then its owner brings it back.
    pub erased_at: DateTime<Utc>,
}
