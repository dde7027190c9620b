//! Who is likely to answer a question: how signals about people become an order.
//!
//! Three signals, each from 0 to 1 of the best candidate: what they answered in similar questions, what they know of the
//! topics (rare topics tell more), and how much they answer these days. The weights were chosen by cross-validation on a
//! site's earlier questions; `docs/expertise.md` has the figures. The order is then spread, so that the same few are not
//! named again and again while others know as much.

use uuid::Uuid;

use super::{Level, strength};
use crate::time::Timestamp;

/// Similar questions whose answerers count.
pub const SIMILAR_MOST: usize = 100;
/// The power of a likeness: above 1, the most similar questions count more.
pub const SIMILAR_POWER: f64 = 3.0;
/// The power of a topic's rarity.
pub const TOPIC_POWER: f64 = 1.5;
/// What an accepted answer counts more than another.
pub const ACCEPTED_MORE: f64 = 0.5;
/// So much practice in a topic is half of all there can be.
pub const PRACTICE_HALF: f64 = 16.0;
/// Days after which an answer counts half for how active somebody is.
pub const ACTIVE_HALF_LIFE_DAYS: f64 = 90.0;
/// So many recent answers are half of all activity there can be.
pub const ACTIVE_HALF: f64 = 2.0;
/// What each question answered this week takes from somebody's score.
pub const LOAD: f64 = 0.08;
/// Most that whose turn it is takes from a score: people within this of each other take turns.
pub const TURN: f64 = 0.15;

/// What each signal counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// Answers to similar questions.
    pub similar: f64,
    /// Knowledge of the topics.
    pub topics: f64,
    /// How much they answer these days.
    pub active: f64,
}

impl Weights {
    /// What is served.
    pub const CHOSEN: Self = Self {
        similar: 1.0,
        topics: 1.0,
        active: 0.1,
    };
}

/// What is known of a candidate.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Signals {
    /// Sum over similar questions they answered.
    pub similar: f64,
    /// Knowledge of the topics.
    pub topics: f64,
    /// How active they are: 0 to 1.
    pub active: f64,
}

/// An answer as a sign that somebody answers such questions.
#[must_use]
pub fn answer_weight(accepted: bool, at: Timestamp, now: Timestamp) -> f64 {
    let more = if accepted { ACCEPTED_MORE } else { 0.0 };
    (1.0 + more) * strength::fade(at, now)
}

/// What one's own word is worth beside answers.
#[must_use]
pub const fn word_weight(level: Level) -> f64 {
    strength::declared_points(level)
}

/// Practice in a topic, which saturates: 0 to 1.
#[must_use]
pub fn practised(practice: f64) -> f64 {
    let practice = practice.max(0.0);
    practice / (practice + PRACTICE_HALF)
}

/// How much a topic of `with` among `all` questions tells.
#[must_use]
pub fn topic_weight(all: f64, with: f64) -> f64 {
    crate::search::rank::idf(all, with).powf(TOPIC_POWER)
}

/// What is left of an answer of this time, for how active somebody is.
#[must_use]
pub fn recency(at: Timestamp, now: Timestamp) -> f64 {
    strength::fade_over(at, now, ACTIVE_HALF_LIFE_DAYS)
}

/// How active somebody is whose answers left so much: 0 to 1.
#[must_use]
pub fn activity(recent: f64) -> f64 {
    recent / (recent + ACTIVE_HALF)
}

/// The scores of candidates, in their order: signals are measured against the best candidate's.
#[must_use]
pub fn scores(candidates: &[Signals], weights: &Weights) -> Vec<f64> {
    let best = |of: fn(&Signals) -> f64| candidates.iter().map(of).fold(0.0, f64::max);
    let similar = best(|one| one.similar);
    let topics = best(|one| one.topics);
    let share = |value: f64, best: f64| if best > 0.0 { value / best } else { 0.0 };
    candidates
        .iter()
        .map(|one| {
            weights.similar * share(one.similar, similar)
                + weights.topics * share(one.topics, topics)
                + weights.active * one.active
        })
        .collect()
}

/// A score after spreading: less for who answered much this week, and a little less for whose turn it is not. The same
/// question gives the same turns.
#[must_use]
pub fn spread(score: f64, load: u32, question: &str, member: Uuid) -> f64 {
    score / (1.0 + LOAD * f64::from(load)) * (1.0 - TURN * turn(question, member))
}

/// Whose turn it is at a question: 0 to 1, even over questions (FNV-1a).
fn turn(question: &str, member: Uuid) -> f64 {
    let bytes = question.bytes().chain(member.into_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    // The last byte hashed only reaches the low bits; they are folded down from above.
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    f64::from(u32::try_from(mixed >> 32).unwrap_or(u32::MAX)) / f64::from(u32::MAX)
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test fails by panicking")]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_700_000_000);

    fn of(similar: f64, topics: f64, active: f64) -> Signals {
        Signals {
            similar,
            topics,
            active,
        }
    }

    #[test]
    fn each_signal_lifts() {
        let found = scores(
            &[
                of(0.0, 0.0, 0.0),
                of(1.0, 0.0, 0.0),
                of(1.0, 2.0, 0.0),
                of(1.0, 2.0, 1.0),
            ],
            &Weights::CHOSEN,
        );
        assert!(found.is_sorted());
        assert_eq!(found[0], 0.0);
    }

    #[test]
    fn knowing_and_having_answered_outweigh_being_busy() {
        let found = scores(&[of(1.0, 1.0, 0.0), of(0.5, 0.5, 1.0)], &Weights::CHOSEN);
        assert!(found[0] > found[1]);
    }

    #[test]
    fn old_answers_count_less() {
        let year = answer_weight(false, NOW.plus_days(-365), NOW);
        assert!((year - 0.5).abs() < 1e-9);
        assert!(answer_weight(true, NOW, NOW) > answer_weight(false, NOW, NOW));
        assert!((recency(NOW.plus_days(-90), NOW) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn rare_topics_tell_more() {
        assert!(topic_weight(1_000.0, 3.0) > topic_weight(1_000.0, 300.0));
        assert!(practised(16.0) > 0.49 && practised(1e9) <= 1.0);
    }

    #[test]
    fn people_of_like_strength_take_turns() {
        let people: Vec<Uuid> = (1..=5).map(Uuid::from_u128).collect();
        let mut first: BTreeMap<Uuid, u32> = BTreeMap::new();
        for number in 0..500 {
            let question = format!("Question number {number}?");
            let best = people.iter().max_by(|a, b| {
                let score = |id: &Uuid| spread(1.0, 0, &question, *id);
                score(a).total_cmp(&score(b))
            });
            if let Some(best) = best {
                *first.entry(*best).or_default() += 1;
            }
        }
        assert_eq!(first.len(), 5);
        assert!(
            first.values().all(|times| (70..=130).contains(times)),
            "{first:?}"
        );
    }

    #[test]
    fn whoever_is_much_better_stays_first() {
        let (better, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        for number in 0..100 {
            let question = format!("Question number {number}?");
            assert!(spread(1.0, 0, &question, better) > spread(0.8, 0, &question, other));
        }
    }

    #[test]
    fn who_answered_much_this_week_is_asked_less() {
        let member = Uuid::from_u128(1);
        let at = |load| spread(1.0, load, "Which sheet?", member);
        assert!(at(0) > at(3) && at(3) > at(10) && at(10) > 0.0);
    }
}
