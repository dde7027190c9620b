//! Questions in lists, who wrote what, and the field for topics.

mod byline;
mod row;
mod topics_field;

pub use byline::{AuthorName, Byline, SourceLine};
pub use row::QuestionRow;
pub use topics_field::{TopicsField, token};
