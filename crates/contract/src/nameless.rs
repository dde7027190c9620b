//! Writing without one's name.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where one would write.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct NamelessQuery {
    /// In this community; for everyone when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub community_id: Option<Uuid>,
}

/// What writing without one's name means there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NamelessRule {
    /// Whether both the organisation and the community let one.
    #[cfg_attr(feature = "openapi", schema(example = true))]
    pub allowed: bool,
    /// Fewer than five people could have written it: the name is easily guessed.
    #[cfg_attr(feature = "openapi", schema(example = false))]
    pub few: bool,
}
