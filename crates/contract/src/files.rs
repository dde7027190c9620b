//! Pictures in posts.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A picture as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Picture {
    /// File id.
    pub id: Uuid,
    /// Its media type as it is kept.
    #[cfg_attr(feature = "openapi", schema(example = "image/png"))]
    pub media_type: String,
    /// In pixels.
    #[cfg_attr(feature = "openapi", schema(example = 800))]
    pub width: u32,
    /// In pixels.
    #[cfg_attr(feature = "openapi", schema(example = 600))]
    pub height: u32,
    /// How large it is kept.
    #[cfg_attr(feature = "openapi", schema(example = 48_213))]
    pub bytes: u64,
    /// What a post's Markdown names it by: `![what it shows](address)`.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "/files/01997e4c-3a50-4cc3-9d3b-5f0f3a1f1c55?800x600")
    )]
    pub address: String,
}
