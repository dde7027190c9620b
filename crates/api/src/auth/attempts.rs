//! How often somebody may try: per account, per address they come from, and per address a letter goes to.
//!
//! An account that does not exist is limited like one that does. The counts live in this process; with several nodes each
//! counts for itself.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// After so many checks, what has recovered is forgotten.
const TIDY_EVERY: u32 = 1_000;

/// Wait so long before trying again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// At least this long.
    pub wait: Duration,
}

/// Counts attempts.
pub struct Attempts {
    accounts: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<IpAddr>,
    letters: DefaultKeyedRateLimiter<String>,
    clock: DefaultClock,
    checks: AtomicU32,
}

impl Default for Attempts {
    fn default() -> Self {
        Self {
            accounts: RateLimiter::dashmap(quota(Duration::from_secs(30), 10)),
            addresses: RateLimiter::dashmap(quota(Duration::from_secs(1), 100)),
            letters: RateLimiter::dashmap(quota(Duration::from_secs(600), 5)),
            clock: DefaultClock::default(),
            checks: AtomicU32::new(0),
        }
    }
}

impl Attempts {
    /// One attempt to sign in to an account: ten at once, then one every 30 seconds.
    ///
    /// # Errors
    /// [`TooMany`].
    pub fn on_account(&self, email: &str) -> Result<(), TooMany> {
        self.tidy();
        self.accounts
            .check_key(&email.to_owned())
            .map_err(|until| self.too_many(&until))
    }

    /// One attempt from an address (of IPv6 its /64): a hundred at once, then one every second.
    ///
    /// # Errors
    /// [`TooMany`].
    pub fn from_address(&self, address: IpAddr) -> Result<(), TooMany> {
        self.addresses
            .check_key(&network(address))
            .map_err(|until| self.too_many(&until))
    }

    /// One letter to an address, whether or not there is an account: five at once, then one every ten minutes.
    ///
    /// # Errors
    /// [`TooMany`].
    pub fn letter_to(&self, email: &str) -> Result<(), TooMany> {
        self.letters
            .check_key(&email.to_owned())
            .map_err(|until| self.too_many(&until))
    }

    fn too_many<P>(&self, until: &governor::NotUntil<P>) -> TooMany
    where
        P: governor::clock::Reference,
        DefaultClock: governor::clock::Clock<Instant = P>,
    {
        TooMany {
            wait: until.wait_time_from(self.clock.now()),
        }
    }

    fn tidy(&self) {
        if self.checks.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.accounts.retain_recent();
            self.addresses.retain_recent();
            self.letters.retain_recent();
        }
    }
}

fn quota(every: Duration, burst: u32) -> Quota {
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(every)
        .unwrap_or(Quota::per_second(burst))
        .allow_burst(burst)
}

/// One person with IPv6 usually has a whole /64.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(v4) => IpAddr::V4(v4),
        IpAddr::V6(v6) => IpAddr::V6((u128::from(v6) & !u128::from(u64::MAX)).into()),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_attempt_on_an_account_waits() {
        let attempts = Attempts::default();
        for _ in 0..10 {
            assert_eq!(attempts.on_account("noor@almvik.example"), Ok(()));
        }
        let wait = attempts.on_account("noor@almvik.example").unwrap_err().wait;
        assert!(
            wait > Duration::from_secs(25) && wait <= Duration::from_secs(30),
            "{wait:?}"
        );
        assert_eq!(attempts.on_account("lova@almvik.example"), Ok(()));
    }

    #[test]
    fn addresses_count_by_network() {
        let same = |a: &str, b: &str| network(a.parse().unwrap()) == network(b.parse().unwrap());
        assert!(same("2001:db8::1", "2001:db8::ffff"));
        assert!(!same("2001:db8::1", "2001:db8:0:1::1"));
        assert!(same("::ffff:192.0.2.1", "192.0.2.1"));
        assert!(!same("192.0.2.1", "192.0.2.2"));
    }
}
