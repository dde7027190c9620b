//! Expertise: what a member says they know, what others confirm, and what their answers show, per topic.
//!
//! `strength` turns [`Evidence`] into a number from 0 to 100 that explains itself; `circles` finds confirmations that
//! only run around; `routing` says who is likely to answer a question; `policy` says who may do what. The reasoning stands
//! in `docs/expertise.md`.

pub mod availability;
pub mod circles;
pub mod error;
pub mod evidence;
pub mod policy;
pub mod routing;
pub mod strength;

pub use availability::Availability;
pub use error::ExpertiseRefusal;
pub use evidence::{AnswerEvidence, Declared, Endorsement, Evidence, Voice};
pub use strength::{Contribution, Source, Strength, strength};

crate::words! {
    /// What a member says about themselves and a topic.
    pub enum Level {
        /// Wants to know more. Makes no expert, and finds company.
        Learning = "learning",
        /// Can help with the usual things.
        CanHelp = "can_help",
        /// Has done it for a while.
        Experienced = "experienced",
        /// Wants to be the first one asked.
        AskMeFirst = "ask_me_first",
    }
}

impl Level {
    /// Whether they say that they know it.
    #[must_use]
    pub const fn knows(self) -> bool {
        !matches!(self, Self::Learning)
    }
}

crate::words! {
    /// A strength in a word, weakest first. Screens show the word; the number only draws a line.
    pub enum Band {
        /// Says so, and nothing else is known yet.
        Declared = "declared",
        /// A little is known.
        Some = "some",
        /// Enough to ask with confidence.
        Good = "good",
        /// Much, and from several sides.
        Strong = "strong",
    }
}
