//! The rules of Tacit: what a member, a topic, a post, a question is, and who may do what.
//!
//! No async, no IO, no serde, no clock, no randomness: times and ids come in as arguments. Compiles to WebAssembly.

pub mod blocks;
pub mod bookmarks;
pub mod communities;
pub mod drafts;
pub mod events;
pub mod expertise;
pub mod files;
pub mod follows;
pub mod identity;
pub mod imports;
pub mod limits;
pub mod moderation;
pub mod nameless;
pub mod needs;
pub mod notices;
pub mod posts;
pub mod questions;
pub mod routing;
pub mod search;
pub mod time;
pub mod topics;
pub mod words;
