//! Following people. Whether one follows a question or a topic is told with them.

use serde::{Deserialize, Serialize};

use crate::blocks::BlockKind;

/// A member as they concern the viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberViewer {
    /// Whether the viewer follows them.
    pub following: bool,
    /// Whether the viewer may; nobody follows themselves.
    pub may_follow: bool,
    /// How far the viewer keeps them away; nobody else learns of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub block: Option<BlockKind>,
    /// Whether the viewer may mute or block them; nobody does themselves.
    pub may_block: bool,
}
