//! The API tests: black box over HTTP with the typed client, and the log, the schema and the projections beneath.
//!
//! Each test has a database of its own, on every kind that `TACIT_TEST_DATABASES` names (see `support::db`).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::as_conversions,
    clippy::allow_attributes,
    missing_docs,
    reason = "a test fails by panicking, and its name says what holds"
)]

#[macro_use]
mod support;

mod blocks;
mod bookmarks;
mod communities;
mod db;
mod drafts;
mod durability;
mod events;
mod expertise;
mod files;
mod hostile;
mod http;
mod identity;
mod imports;
mod moderation;
mod nameless;
mod needs;
mod notices;
mod posts;
mod questions;
mod routing;
mod schema;
mod search;
mod spec;
mod topics;
