//! What is known of one member in one topic: all that [`strength`](super::strength) goes by.
//!
//! Synonyms need nothing here: they lead to the same topic. What was shown in a topic further down comes with the number
//! of steps, and counts half for each.

use uuid::Uuid;

use super::Level;
use crate::time::Timestamp;

/// All that is known of a member in a topic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// What they say, in the topic and in those under it.
    pub declared: Vec<Declared>,
    /// Who endorsed them.
    pub endorsements: Vec<Endorsement>,
    /// What they answered that others found good.
    pub answers: Vec<AnswerEvidence>,
}

/// Their own word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Declared {
    /// What they say.
    pub level: Level,
    /// The topic they say it of.
    pub topic: Uuid,
    /// How many steps below the topic asked about that is.
    pub steps: u8,
    /// Since when.
    pub at: Timestamp,
}

/// Somebody who saw it says so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Endorsement {
    /// Who.
    pub by: Uuid,
    /// The topic they say it of.
    pub topic: Uuid,
    /// How many steps below the topic asked about that is.
    pub steps: u8,
    /// When.
    pub at: Timestamp,
    /// It comes back around to who gave it, see [`circles`](super::circles).
    pub circular: bool,
}

/// An answer to somebody else's question.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerEvidence {
    /// Which.
    pub answer: Uuid,
    /// What it answers.
    pub question: Uuid,
    /// How many steps below the topic asked about the nearest topic of the question is.
    pub steps: u8,
    /// When it was given.
    pub at: Timestamp,
    /// Helpful marks of people nobody here knows; they came with an import.
    pub unknown_marks: u32,
    /// Who confirmed it.
    pub voices: Vec<Voice>,
}

/// One person's confirmation of one answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Voice {
    /// Who.
    pub by: Uuid,
    /// Accepted it.
    pub accepted: bool,
    /// Found it helpful.
    pub helpful: bool,
    /// It comes back around to who gave it.
    pub circular: bool,
}
