//! The formula: from evidence to a strength from 0 to 100 that explains itself.
//!
//! Every piece of evidence is worth points. They fade, they lessen with the distance of their topic, they are bounded one
//! by one and by kind, and what one person or a small circle says again and again adds less and less. The sum becomes a
//! strength by `100 x (1 - e^(-points / 10))`: the first evidence changes much, and nobody reaches 100.
//! `docs/expertise.md` says why.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{AnswerEvidence, Band, Declared, Evidence, Level, Voice};
use crate::time::Timestamp;

/// Days after which evidence counts half.
pub const HALF_LIFE_DAYS: f64 = 365.0;
/// What a step down the tree of topics leaves.
pub const STEP: f64 = 0.5;
/// Points that make about two thirds of the way to 100.
pub const SCALE: f64 = 10.0;
/// An answer accepted by who asked, or by a lead.
pub const ACCEPTED: f64 = 2.0;
/// A helpful mark.
pub const HELPFUL: f64 = 0.5;
/// A helpful mark of a person nobody here knows.
pub const UNKNOWN_MARK: f64 = 0.25;
/// Most that one answer can come to, however popular.
pub const ANSWER_MOST: f64 = 2.5;
/// An endorsement.
pub const ENDORSED: f64 = 1.5;
/// Most that endorsements come to together.
pub const ENDORSED_MOST: f64 = 6.0;
/// What each further confirmation by the same person leaves of the one before.
pub const AGAIN: f64 = 0.5;
/// From this strength on it is called good.
pub const GOOD: f64 = 30.0;
/// From this strength on it is called strong.
pub const STRONG: f64 = 55.0;

const MICROS_PER_DAY: f64 = 86_400_000_000.0;

/// Points of one's own word.
#[must_use]
pub const fn declared_points(level: Level) -> f64 {
    match level {
        Level::Learning => 0.0,
        Level::CanHelp => 1.0,
        Level::Experienced => 1.5,
        Level::AskMeFirst => 2.0,
    }
}

/// Where a contribution comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Source {
    /// Their own word.
    Declared {
        /// What they say.
        level: Level,
        /// Of which topic.
        topic: Uuid,
    },
    /// Somebody endorsed them.
    Endorsed {
        /// Who.
        by: Uuid,
        /// In which topic.
        topic: Uuid,
    },
    /// They answered a question.
    Answered {
        /// The answer.
        answer: Uuid,
        /// What it answers.
        question: Uuid,
        /// Somebody accepted it.
        accepted: bool,
        /// How many found it helpful.
        helpful: u32,
    },
}

/// One thing that made a strength.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// What it is.
    pub source: Source,
    /// When it was done, for its age.
    pub at: Timestamp,
    /// What it is worth today.
    pub points: f64,
    /// Its part of the strength: 0 to 1, together 1.
    pub share: f64,
    /// It counts less, or not at all, because it comes back around to who gave it.
    pub circular: bool,
}

/// How much a member knows of a topic, and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strength {
    /// 0 to 100.
    pub value: f64,
    /// What made it, largest first.
    pub contributions: Vec<Contribution>,
}

impl Strength {
    /// The strength in a word; none without any evidence.
    #[must_use]
    pub fn band(&self) -> Option<Band> {
        let counting = || self.contributions.iter().filter(|one| one.points > 0.0);
        counting().next()?;
        if counting().all(|one| matches!(one.source, Source::Declared { .. })) {
            return Some(Band::Declared);
        }
        Some(match self.value {
            value if value >= STRONG => Band::Strong,
            value if value >= GOOD => Band::Good,
            _ => Band::Some,
        })
    }

    /// How much of the strength comes from declarations, endorsements and answers.
    #[must_use]
    pub fn parts(&self) -> [f64; 3] {
        let mut parts = [0.0; 3];
        let [declared, endorsed, answered] = &mut parts;
        for one in &self.contributions {
            let part = match one.source {
                Source::Declared { .. } => &mut *declared,
                Source::Endorsed { .. } => &mut *endorsed,
                Source::Answered { .. } => &mut *answered,
            };
            *part += one.share * self.value;
        }
        parts
    }
}

/// What is left of evidence of this time.
#[must_use]
pub fn fade(at: Timestamp, now: Timestamp) -> f64 {
    fade_over(at, now, HALF_LIFE_DAYS)
}

/// What is left of something of this time that counts half after so many days.
#[must_use]
pub fn fade_over(at: Timestamp, now: Timestamp, half_life_days: f64) -> f64 {
    let age = now.micros().saturating_sub(at.micros()).max(0);
    0.5_f64.powf(days(age) / half_life_days)
}

/// What is left of evidence so many steps further down.
#[must_use]
pub fn near(steps: u8) -> f64 {
    STEP.powi(i32::from(steps))
}

/// The strength that evidence comes to at a time.
#[must_use]
pub fn strength(evidence: &Evidence, now: Timestamp) -> Strength {
    let turns = Turns::of(evidence);
    let inside = inside_counts(evidence, &turns, now);
    let mut contributions: Vec<Contribution> = declared(&evidence.declared).into_iter().collect();
    contributions.extend(endorsed(evidence, &turns, inside, now));
    let answers = evidence.answers.iter();
    contributions.extend(answers.map(|answer| answered(answer, &turns, inside, now)));
    contributions.retain(|one| one.points > 0.0 || one.circular);
    let points: f64 = contributions.iter().map(|one| one.points).sum();
    if points > 0.0 {
        for one in &mut contributions {
            one.share = one.points / points;
        }
    }
    contributions.sort_by(|a, b| b.points.total_cmp(&a.points).then(b.at.cmp(&a.at)));
    Strength {
        value: 100.0 * (1.0 - (-points / SCALE).exp()),
        contributions,
    }
}

/// The best of what they say; saying it of several topics does not make it more.
fn declared(declared: &[Declared]) -> Option<Contribution> {
    let points = |one: &Declared| declared_points(one.level) * near(one.steps);
    let best = declared
        .iter()
        .max_by(|a, b| points(a).total_cmp(&points(b)))?;
    Some(Contribution {
        source: Source::Declared {
            level: best.level,
            topic: best.topic,
        },
        at: best.at,
        points: points(best),
        share: 0.0,
        circular: false,
    })
}

fn endorsed(evidence: &Evidence, turns: &Turns, inside: f64, now: Timestamp) -> Vec<Contribution> {
    let mut found: Vec<Contribution> = evidence
        .endorsements
        .iter()
        .map(|one| Contribution {
            source: Source::Endorsed {
                by: one.by,
                topic: one.topic,
            },
            at: one.at,
            points: ENDORSED
                * turns.left(one.by, one.topic)
                * weight(one.circular, inside)
                * fade(one.at, now)
                * near(one.steps),
            share: 0.0,
            circular: one.circular,
        })
        .collect();
    let sum: f64 = found.iter().map(|one| one.points).sum();
    if sum > 0.0 {
        let bounded = bounded(sum, ENDORSED_MOST) / sum;
        for one in &mut found {
            one.points *= bounded;
        }
    }
    found
}

fn answered(answer: &AnswerEvidence, turns: &Turns, inside: f64, now: Timestamp) -> Contribution {
    let heard: f64 = answer
        .voices
        .iter()
        .map(|voice| {
            voice_points(voice)
                * turns.left(voice.by, answer.answer)
                * weight(voice.circular, inside)
        })
        .sum();
    let unknown = UNKNOWN_MARK * f64::from(answer.unknown_marks);
    let helpful = answer.voices.iter().filter(|voice| voice.helpful).count();
    Contribution {
        source: Source::Answered {
            answer: answer.answer,
            question: answer.question,
            accepted: answer.voices.iter().any(|voice| voice.accepted),
            helpful: u32::try_from(helpful)
                .unwrap_or(u32::MAX)
                .saturating_add(answer.unknown_marks),
        },
        at: answer.at,
        points: bounded(heard + unknown, ANSWER_MOST) * fade(answer.at, now) * near(answer.steps),
        share: 0.0,
        circular: answer.voices.iter().any(|voice| voice.circular),
    }
}

/// How far confirmations that run around count: together at most as much as those that do not.
fn inside_counts(evidence: &Evidence, turns: &Turns, now: Timestamp) -> f64 {
    let (mut outside, mut inside) = (0.0, 0.0);
    let mut add = |points: f64, circular: bool| {
        if circular {
            inside += points;
        } else {
            outside += points;
        }
    };
    for one in &evidence.endorsements {
        let left = fade(one.at, now) * near(one.steps);
        add(
            ENDORSED * turns.left(one.by, one.topic) * left,
            one.circular,
        );
    }
    for answer in &evidence.answers {
        let left = fade(answer.at, now) * near(answer.steps);
        let unknown = bounded(UNKNOWN_MARK * f64::from(answer.unknown_marks), ANSWER_MOST);
        add(unknown * left, false);
        for voice in &answer.voices {
            let points = voice_points(voice) * turns.left(voice.by, answer.answer);
            add(points * left, voice.circular);
        }
    }
    if inside > 0.0 {
        (outside / inside).min(1.0)
    } else {
        1.0
    }
}

const fn weight(circular: bool, inside: f64) -> f64 {
    if circular { inside } else { 1.0 }
}

fn voice_points(voice: &Voice) -> f64 {
    let accepted = if voice.accepted { ACCEPTED } else { 0.0 };
    let helpful = if voice.helpful { HELPFUL } else { 0.0 };
    accepted + helpful
}

/// Grows like `sum` at first and never beyond `most`.
fn bounded(sum: f64, most: f64) -> f64 {
    most * (1.0 - (-sum / most).exp())
}

fn days(micros: i64) -> f64 {
    let days = micros / 86_400_000_000;
    let rest = micros % 86_400_000_000;
    let small = |number: i64| f64::from(i32::try_from(number).unwrap_or(i32::MAX));
    small(days) + small(rest / 1_000_000) * 1_000_000.0 / MICROS_PER_DAY
}

/// Which confirmation by the same person it is: the newest counts in full, each one before it half of the next.
struct Turns(BTreeMap<(Uuid, Uuid), i32>);

impl Turns {
    fn of(evidence: &Evidence) -> Self {
        let endorsements = evidence
            .endorsements
            .iter()
            .map(|one| (one.by, one.at, one.topic));
        let voices = evidence.answers.iter().flat_map(|answer| {
            let voices = answer.voices.iter();
            voices.map(|voice| (voice.by, answer.at, answer.answer))
        });
        let mut by_person: BTreeMap<Uuid, Vec<(Timestamp, Uuid)>> = BTreeMap::new();
        for (by, at, what) in endorsements.chain(voices) {
            by_person.entry(by).or_default().push((at, what));
        }
        let mut turns = BTreeMap::new();
        for (by, mut given) in by_person {
            given.sort_unstable_by(|a, b| b.cmp(a));
            for ((_, what), turn) in given.into_iter().zip(0..) {
                turns.entry((by, what)).or_insert(turn);
            }
        }
        Self(turns)
    }

    fn left(&self, by: Uuid, what: Uuid) -> f64 {
        let turn = self.0.get(&(by, what)).copied().unwrap_or(0);
        AGAIN.powi(turn)
    }
}

#[cfg(test)]
#[path = "strength_tests.rs"]
mod tests;
