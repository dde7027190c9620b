//! Searches that find nothing: which are counted, when they are shown, how long they are kept.
//!
//! What somebody types can be private. So a search is counted only while it looks like a matter and not like a message: a few
//! words, no filter that names somebody, no long number. It is shown once so many different people searched for the same
//! within one period that it is nobody's own any more; people are told apart within a period only, and never counted over
//! several, where one of them could count again and again.

use super::query::Query;
use crate::needs::demand::GROUP_MIN;
use crate::time::Timestamp;

/// More words are a text, and more likely to be somebody's own.
pub const WORDS_MAX: usize = 6;
/// A number with so many digits may be somebody's: of a phone, a card, an account.
pub const DIGITS_MIN: usize = 4;
/// Days within which people are told apart.
pub const PERIOD_DAYS: i64 = 30;
/// Periods that are kept, the running one included.
pub const PERIODS_KEPT: i64 = 3;
/// Most searches that are kept; where there are more, those of fewest people go first.
pub const KEPT_MAX: u64 = 5_000;

const DAY: i64 = 86_400_000_000;

/// Whether a search without hits is counted: words only, few, and none that is a long number. `words` are those of its text.
#[must_use]
pub fn is_countable<'w>(query: &Query, words: impl IntoIterator<Item = &'w str>) -> bool {
    let mut count = 0_usize;
    let mut digits = 0_usize;
    for word in words {
        count = count.saturating_add(1);
        // A number keeps its length however it is spaced.
        digits = digits.saturating_add(word.chars().filter(char::is_ascii_digit).count());
    }
    (1..=WORDS_MAX).contains(&count)
        && digits < DIGITS_MIN
        && !query.is_filtered()
        && !query.text.contains('@')
}

/// What the same search is known by, however it is spelt out: the stems of its words, each once, in the order of the alphabet.
#[must_use]
pub fn key(stems: impl IntoIterator<Item = String>) -> String {
    let mut stems: Vec<String> = stems.into_iter().collect();
    stems.sort_unstable();
    stems.dedup();
    stems.join(" ")
}

/// The period a time is in.
#[must_use]
pub const fn period(at: Timestamp) -> i64 {
    at.micros().div_euclid(DAY * PERIOD_DAYS)
}

/// The first period that is still kept.
#[must_use]
pub const fn first_kept(at: Timestamp) -> i64 {
    period(at) - PERIODS_KEPT + 1
}

/// The fewest people of one period with whom a search is shown.
pub const PEOPLE_MIN: u32 = GROUP_MIN;

#[cfg(test)]
mod tests {
    use super::*;

    fn countable(typed: &str) -> bool {
        let words: Vec<&str> = typed.split_whitespace().collect();
        is_countable(&Query::parse(typed), words)
    }

    #[test]
    fn a_matter_is_counted_and_a_message_is_not() {
        assert!(countable("sign language"));
        assert!(countable("excel 365"));
        assert!(!countable(""));
        assert!(!countable("why does my manager never answer me"), "a text");
        assert!(
            !countable("0701234567") && !countable("12 34 56"),
            "a number"
        );
        assert!(!countable("noor@almvik.example"), "an address");
        assert!(!countable("from:noor salary"), "somebody");
        assert!(!countable("topic:safety gloves"), "narrowed");
    }

    #[test]
    fn order_and_repetition_do_not_matter() {
        let of = |words: &[&str]| key(words.iter().map(|word| (*word).to_owned()));
        assert_eq!(
            of(&["sign", "languag"]),
            of(&["languag", "sign", "languag"])
        );
        assert_ne!(of(&["sign"]), of(&["languag"]));
    }

    #[test]
    fn three_periods_of_thirty_days_are_kept() {
        let at = |days: i64| Timestamp::from_micros(days * DAY);
        assert_eq!((period(at(0)), period(at(29)), period(at(30))), (0, 0, 1));
        assert_eq!(
            first_kept(at(95)),
            1,
            "nothing is kept longer than ninety days"
        );
    }
}
