//! Topics: names, pages, editing, merging, following, lists.

mod cleanup;
mod edit;
mod list;
mod merge;
pub mod names;
mod related;
