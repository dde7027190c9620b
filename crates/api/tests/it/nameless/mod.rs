//! Writing without one's name: who wrote it is nobody's to learn, and theirs to go on with.

mod leaks;
mod own;
mod walk;
mod world;

use tacit_contract::questions::AskQuestion;

use crate::support::builders::question;

/// A question without the asker's name.
pub fn nameless(title: &str, topics: &[&str]) -> AskQuestion {
    AskQuestion {
        nameless: true,
        ..question(title, topics)
    }
}
