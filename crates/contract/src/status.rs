//! How the server's background work is doing.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What kind of background work it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum JobKind {
    /// Derives rows from the log, in the database.
    Projection,
    /// The search index of the node that answers.
    SearchIndex,
}

/// Something that follows the log of events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Job {
    /// What it is.
    pub kind: JobKind,
    /// Its name, as in `tacit rebuild <name>`.
    #[cfg_attr(feature = "openapi", schema(example = "counters"))]
    pub name: String,
    /// Position in the log up to which it has come.
    #[cfg_attr(feature = "openapi", schema(example = 4_711))]
    pub position: i64,
    /// Events it has still to take in.
    #[cfg_attr(feature = "openapi", schema(example = 0))]
    pub behind: i64,
    /// When it last took something in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<DateTime<Utc>>,
}

/// The state of the server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServerStatus {
    /// Its version.
    #[cfg_attr(feature = "openapi", schema(example = "0.1.0"))]
    pub version: String,
    /// Whether its database is PostgreSQL; else it is SQLite.
    pub postgres: bool,
    /// Events in the log.
    #[cfg_attr(feature = "openapi", schema(example = 4_711))]
    pub events: i64,
    /// Whether letters go out by SMTP; else they are kept as files.
    pub mail_by_smtp: bool,
    /// Letters that wait to be sent, or are being sent.
    #[cfg_attr(feature = "openapi", schema(example = 0))]
    pub letters_waiting: i64,
    /// Letters that could not be sent, and are not tried again.
    #[cfg_attr(feature = "openapi", schema(example = 0))]
    pub letters_given_up: i64,
    /// What follows the log.
    pub jobs: Vec<Job>,
}
