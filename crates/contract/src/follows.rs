//! Following people. Whether one follows a question or a topic is told with them.

use serde::{Deserialize, Serialize};

/// A member as they concern the viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberViewer {
    /// Whether the viewer follows them.
    pub following: bool,
    /// Whether the viewer may; nobody follows themselves.
    pub may_follow: bool,
}
