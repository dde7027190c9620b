//! Each step says what it does and how long it took.

use std::time::{Duration, Instant};

use crate::failure::Outcome;

/// Announces a step, does it, and prints the time it took.
pub fn step<T>(title: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    eprintln!("\n▸ {title}");
    let start = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { "✓" } else { "✗" };
    eprintln!("  {mark} {}", spoken(start.elapsed()));
    outcome
}

/// The same for a step that others run beside: what it said comes as a whole when it has ended.
pub fn step_beside<T>(title: &str, work: impl FnOnce() -> (String, Outcome<T>)) -> Outcome<T> {
    eprintln!("\n▸ {title}");
    let start = Instant::now();
    let (said, outcome) = work();
    let mark = if outcome.is_ok() { "✓" } else { "✗" };
    println!("\n{said}");
    eprintln!("  {mark} {title}: {}", spoken(start.elapsed()));
    outcome
}

/// One line below the step that is running.
pub fn note(text: &str) {
    eprintln!("  {text}");
}

/// `0.4 s`, `12 s`, `3 min 05 s`.
pub fn spoken(time: Duration) -> String {
    match time.as_secs() {
        0..=9 => format!("{:.1} s", time.as_secs_f64()),
        10..=89 => format!("{} s", time.as_secs()),
        more => format!("{} min {:02} s", more / 60, more % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_in_the_unit_that_fits() {
        assert_eq!(spoken(Duration::from_millis(420)), "0.4 s");
        assert_eq!(spoken(Duration::from_secs(61)), "61 s");
        assert_eq!(spoken(Duration::from_secs(185)), "3 min 05 s");
    }
}
