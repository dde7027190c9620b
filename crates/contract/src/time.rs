//! Points in time: RFC 3339 in UTC with microseconds at most.

use chrono::{DateTime, Utc};

/// A point in time on the wire.
pub type WireTime = DateTime<Utc>;

/// From microseconds since the Unix epoch, as stored. Out of chrono's range (±262,000 years) gives the epoch.
#[must_use]
pub fn from_micros(micros: i64) -> WireTime {
    DateTime::from_timestamp_micros(micros).unwrap_or_default()
}

/// The day of a time (UTC), as a date field has it: `2026-12-02`.
#[must_use]
pub fn date_of(time: WireTime) -> String {
    time.date_naive().to_string()
}

/// The beginning of a day (UTC) from a date field; none while it is empty or no date.
#[must_use]
pub fn beginning_of(date: &str) -> Option<WireTime> {
    let time = DateTime::parse_from_rfc3339(&format!("{date}T00:00:00Z"));
    time.ok().map(|time| time.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::{beginning_of, date_of};

    #[test]
    fn a_day_is_read_back() {
        let day = beginning_of("2026-12-02");
        assert_eq!(day.map(date_of).as_deref(), Some("2026-12-02"));
        assert_eq!((beginning_of(""), beginning_of("2 December")), (None, None));
    }
}
