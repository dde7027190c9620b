//! Skills vocabularies become topics: ESCO and O*NET.
//!
//! `read` takes the published tables apart, `plan` says what would become of each term and writes nothing, `write` does it.
//! The command and the screen use the same three. What was imported before is known by its address in the vocabulary, so
//! importing again changes nothing.

pub mod handlers;
mod plan;
mod read;
mod write;

pub use plan::{Plan, Planned, plan};
pub use read::{Table, VocabularyError, read};
pub use write::write;
