//! What time it is: the system's, or the time that `--as-of` sets.

use std::time::{Duration, Instant, SystemTime};

use tacit_domain::time::Timestamp;

/// Tells the time. A clock that was set goes on from there at the usual speed.
#[derive(Clone, Debug)]
pub struct Clock {
    set_to: Option<(Timestamp, Instant)>,
}

impl Clock {
    /// The system's time.
    #[must_use]
    pub const fn system() -> Self {
        Self { set_to: None }
    }

    /// A clock that shows `time` now.
    #[must_use]
    pub fn starting_at(time: Timestamp) -> Self {
        Self {
            set_to: Some((time, Instant::now())),
        }
    }

    /// Now, in whole microseconds.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        match self.set_to {
            None => {
                let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
                Timestamp::from_micros(micros(since.unwrap_or_default()))
            }
            Some((time, started)) => {
                Timestamp::from_micros(time.micros().saturating_add(micros(started.elapsed())))
            }
        }
    }
}

fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}
