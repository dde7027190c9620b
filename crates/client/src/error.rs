//! What can come of a call instead of its result.

use tacit_contract::problem::{Problem, ProblemCode};

/// A call that did not succeed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ClientError {
    /// The server could not be reached, or the connection broke.
    #[error("the server could not be reached: {0}")]
    Network(String),
    /// The server refused, and says why.
    #[error("{}: {}", .0.status, .0.title)]
    Problem(Box<Problem>),
    /// The answer is not what the API promises; something other than Tacit may have answered.
    #[error("unexpected answer with status {status}: {detail}")]
    Unexpected {
        /// HTTP status.
        status: u16,
        /// What was wrong with it.
        detail: String,
    },
    /// The address of the server is not one.
    #[error("not an address of a server: {0}")]
    Address(String),
}

impl ClientError {
    /// The HTTP status, if the server answered.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Problem(problem) => Some(problem.status),
            Self::Unexpected { status, .. } => Some(*status),
            Self::Network(_) | Self::Address(_) => None,
        }
    }

    /// The problem, if the server described one.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem(problem) => Some(problem),
            _ => None,
        }
    }

    /// The stable code of the problem, if the server described one.
    #[must_use]
    pub fn code(&self) -> Option<ProblemCode> {
        self.problem().map(|problem| problem.code)
    }
}
