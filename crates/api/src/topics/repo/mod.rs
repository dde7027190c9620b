//! Rows of topics.

pub mod cleanup;
pub mod follows;
pub mod lists;
pub mod merge;
pub mod topics;

pub use topics::TopicRow;
