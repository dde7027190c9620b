//! What can go wrong, in words: one clear sentence that says what to do, never a stack of causes.

use std::fmt;

/// Why a task ended early.
#[derive(Debug)]
pub enum Failure {
    /// Something is missing or went wrong; the sentence says what to do.
    Sentence(String),
    /// The person at the keyboard asked to stop.
    Stopped,
}

/// What every task returns.
pub type Outcome<T> = Result<T, Failure>;

impl Failure {
    /// A failure with its sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self::Sentence(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sentence(sentence) => out.write_str(sentence),
            Self::Stopped => out.write_str("Stopped."),
        }
    }
}

/// Puts a sentence in front of a technical cause.
pub trait Because<T> {
    /// The sentence, followed by the cause in brackets.
    fn because(self, sentence: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: fmt::Display> Because<T> for Result<T, E> {
    fn because(self, sentence: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|cause| Failure::new(format!("{} ({cause})", sentence())))
    }
}
