//! Points in time: RFC 3339 in UTC with microseconds at most.

use chrono::{DateTime, Utc};

/// A point in time on the wire.
pub type WireTime = DateTime<Utc>;

/// From microseconds since the Unix epoch, as stored. Out of chrono's range (±262,000 years) gives the epoch.
#[must_use]
pub fn from_micros(micros: i64) -> WireTime {
    DateTime::from_timestamp_micros(micros).unwrap_or_default()
}
