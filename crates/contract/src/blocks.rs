//! Whom one has muted or blocked. Nobody else ever reads it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tacit_domain::blocks as domain;

use crate::identity::MemberRef;
use crate::macros::wire_enum;

wire_enum! {
    /// How far somebody is kept away. Of who is `muted` what is meant for the caller personally still arrives; of who is
    /// `blocked` nothing does.
    BlockKind from domain::BlockKind { Muted, Blocked }
}

/// Muting or blocking somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SetBlock {
    /// How far.
    pub kind: BlockKind,
}

/// Somebody the caller has muted or blocked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BlockedMember {
    /// Who.
    pub member: MemberRef,
    /// How far.
    pub kind: BlockKind,
    /// Since when.
    pub since: DateTime<Utc>,
}

/// Which page of those one has muted or blocked.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListBlocksQuery {
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
