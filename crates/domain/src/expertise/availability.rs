//! When a member may be asked: away until a time, a cap of requests in seven days, and their own words about how.

use crate::identity::error::TextError;
use crate::identity::text;
use crate::limits::ASKING_MAX;
use crate::time::Timestamp;

/// Most requests a week that a cap may allow.
pub const CAP_MAX: u8 = 50;
/// Days over which requests are counted against the cap.
pub const CAP_DAYS: i64 = 7;

crate::words! {
    /// Whether somebody can be asked right now.
    pub enum Standing {
        /// Yes.
        Free = "free",
        /// As many requests this week as they take.
        Busy = "busy",
        /// Not before the time they said.
        Away = "away",
    }
}

/// What a member said about being asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Availability {
    /// Back at this time.
    pub away_until: Option<Timestamp>,
    /// Requests they take in [`CAP_DAYS`] days.
    pub weekly_cap: Option<u8>,
}

impl Availability {
    /// How they stand at `now`, having been asked `requests` times in the last seven days.
    #[must_use]
    pub fn standing(&self, now: Timestamp, requests: u32) -> Standing {
        if self.away_until.is_some_and(|until| until > now) {
            return Standing::Away;
        }
        match self.weekly_cap {
            Some(cap) if requests >= u32::from(cap) => Standing::Busy,
            _ => Standing::Free,
        }
    }
}

/// Reads how one likes to be asked.
///
/// # Errors
/// When it is too long or holds controls.
pub fn asking(raw: &str) -> Result<String, TextError> {
    text::lines(raw, ASKING_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_000_000);

    #[test]
    fn away_ends_by_itself() {
        let until = |seconds| Availability {
            away_until: Some(NOW.plus_seconds(seconds)),
            weekly_cap: None,
        };
        assert_eq!(until(1).standing(NOW, 0), Standing::Away);
        assert_eq!(until(0).standing(NOW, 0), Standing::Free);
        assert_eq!(Availability::default().standing(NOW, 900), Standing::Free);
    }

    #[test]
    fn a_cap_makes_busy() {
        let capped = |cap| Availability {
            away_until: None,
            weekly_cap: Some(cap),
        };
        assert_eq!(capped(3).standing(NOW, 2), Standing::Free);
        assert_eq!(capped(3).standing(NOW, 3), Standing::Busy);
        assert_eq!(capped(0).standing(NOW, 0), Standing::Busy);
    }
}
