//! When a time is told as a distance and when as a date.

/// How a moment in the past is best told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ago {
    /// A negative amount of a unit, for the browser to put into words.
    Words(f64, Unit),
    /// More than a week ago, within about a year: day and month are enough.
    ThisYear,
    /// Longer ago: the year belongs to it.
    Long,
}

/// Units of a distance in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds; only for "now".
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
}

impl Unit {
    /// The name Intl knows it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
        }
    }
}

const MINUTE: f64 = 60_000.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// How to tell a moment that lies `milliseconds` back. The future (a clock that is off) counts as now.
pub fn ago(milliseconds: f64) -> Ago {
    let minutes = (milliseconds / MINUTE).round();
    let hours = (milliseconds / HOUR).round();
    let days = (milliseconds / DAY).round();
    if minutes < 1.0 {
        Ago::Words(0.0, Unit::Second)
    } else if minutes < 60.0 {
        Ago::Words(-minutes, Unit::Minute)
    } else if hours < 24.0 {
        Ago::Words(-hours, Unit::Hour)
    } else if days < 7.0 {
        Ago::Words(-days, Unit::Day)
    } else if days < 300.0 {
        Ago::ThisYear
    } else {
        Ago::Long
    }
}

/// Whether a time (RFC 3339, UTC) is told to the day: posts without a name have no hour.
pub fn is_day(at: &str) -> bool {
    at.ends_with("T00:00:00+00:00") || at.ends_with("T00:00:00Z")
}

/// How many days ago a day was that began so long ago, up to a week.
pub fn days_ago(milliseconds: f64) -> Option<f64> {
    let days = (milliseconds / DAY).floor().max(0.0);
    (days < 7.0).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::{Ago, DAY, HOUR, MINUTE, Unit, ago, days_ago, is_day};

    #[test]
    fn a_day_has_no_hour() {
        assert!(is_day("2026-11-30T00:00:00+00:00"));
        assert!(is_day("2026-11-30T00:00:00Z"));
        assert!(!is_day("2026-11-30T00:00:00.000001+00:00"));
        assert!(!is_day("2026-11-30T10:00:00+00:00"));
        assert_eq!(days_ago(23.9 * HOUR), Some(0.0));
        assert_eq!(days_ago(25.0 * HOUR), Some(1.0));
        assert_eq!(days_ago(7.0 * DAY), None);
    }

    #[test]
    fn near_times_are_distances_and_far_ones_are_dates() {
        assert_eq!(ago(-5.0 * MINUTE), Ago::Words(0.0, Unit::Second));
        assert_eq!(ago(35.0 * MINUTE), Ago::Words(-35.0, Unit::Minute));
        assert_eq!(ago(59.9 * MINUTE), Ago::Words(-1.0, Unit::Hour));
        assert_eq!(ago(23.0 * HOUR), Ago::Words(-23.0, Unit::Hour));
        assert_eq!(ago(30.0 * HOUR), Ago::Words(-1.0, Unit::Day));
        assert_eq!(ago(8.0 * DAY), Ago::ThisYear);
        assert_eq!(ago(400.0 * DAY), Ago::Long);
    }
}
