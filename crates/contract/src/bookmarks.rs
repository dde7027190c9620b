//! Bookmarks: what one keeps for later, with a note.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::notices::NoticePost;
use crate::questions::QuestionRef;

/// A question or an answer that the caller keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Bookmark {
    /// The post.
    pub post: NoticePost,
    /// The question it is, or stands under.
    pub question: QuestionRef,
    /// Why the caller keeps it; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "For the next training"))]
    pub note: String,
    /// When the caller kept it.
    pub created_at: DateTime<Utc>,
}

/// Keeping a post.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeepBookmark {
    /// Why, at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "For the next training"))]
    pub note: Option<String>,
}

/// Which page of bookmarks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListBookmarksQuery {
    /// Words of the note or of the question's title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
