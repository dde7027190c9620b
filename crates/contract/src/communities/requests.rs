//! What is asked of communities: founding and listing.

use serde::{Deserialize, Serialize};

use super::{Charter, JoinRule, Visibility};

/// A new community; whoever founds it is its owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateCommunity {
    /// 1 to 80 characters; another may have the same.
    #[cfg_attr(feature = "openapi", schema(example = "Calls that go wrong"))]
    pub name: String,
    /// What it is for, 1 to 300 characters.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "For everybody who talks to customers and sometimes hangs up shaking.")
    )]
    pub purpose: String,
    /// Who knows of it.
    pub visibility: Visibility,
    /// How one becomes a member; a hidden one is joined by invitation.
    pub join_rule: JoinRule,
    /// Up to 10 names, slugs or synonyms; what does not exist yet becomes a topic.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["customer-calls"])))]
    pub topics: Vec<String>,
    /// Who it is for, what one gets, what one gives; each at most 1,000 characters.
    #[serde(default)]
    pub charter: Charter,
    /// BCP 47; found out from the texts when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: Option<String>,
}

/// Which communities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CommunityView {
    /// All that exist for the viewer and are not archived.
    #[default]
    All,
    /// Those the viewer belongs to, also archived ones.
    Mine,
    /// Those the viewer does not belong to and can join, ask for or read.
    Discover,
    /// Those that wait for the viewer's answer to an invitation, or where the viewer waits for an answer.
    Pending,
    /// Those the viewer owned and deleted, and can still bring back.
    Deleted,
}

/// Which page of communities.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListCommunitiesQuery {
    /// Which; all when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<CommunityView>,
    /// Words that the name or the purpose contains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Slug or synonym of a topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Which page of a community's members.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListCommunityMembersQuery {
    /// Words that begin words of the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
