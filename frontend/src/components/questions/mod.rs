//! Questions in lists, who wrote what and whom it is for, and the field for topics.

mod audience;
mod byline;
mod listed;
mod row;
mod topics_field;

pub use audience::AudienceWords;
pub use byline::{AuthorName, Byline, SourceLine};
pub use listed::QuestionsOf;
pub use row::QuestionRow;
pub use topics_field::{TopicsField, token};
