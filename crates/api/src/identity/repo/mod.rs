//! Rows of members, their sessions and one-time links, the organisation and its departments.

pub mod counts;
pub mod departments;
pub mod linking;
pub mod links;
pub mod lists;
pub mod members;
pub mod organisation;
pub mod sessions;

pub use members::member_refs;
