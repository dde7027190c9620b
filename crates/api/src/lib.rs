//! The Tacit server.
//!
//! A request is a command; a command changes its own rows and appends events in one transaction; everything else is
//! derived from the events. Each feature is a folder of its own; `db`, `events`, `projections`, `search` and `http` are
//! what they share.

pub mod app;
pub mod auth;
pub mod backup;
pub mod blocks;
pub mod bookmarks;
pub mod clock;
pub mod commands;
pub mod communities;
pub mod db;
pub mod demo;
pub mod drafts;
pub mod error;
pub mod events;
pub mod expertise;
pub mod files;
pub mod follows;
pub mod http;
pub mod identity;
pub mod imports;
pub mod mail;
pub mod markdown;
pub mod moderation;
pub mod nameless;
pub mod needs;
pub mod notices;
pub mod posts;
pub mod projections;
pub mod questions;
pub mod routing;
pub mod search;
pub mod settings;
pub mod state;
pub mod telemetry;
pub mod topics;
