//! Topics: names, pages, editing, merging, following, lists.

mod edit;
mod list;
mod merge;
mod names;
