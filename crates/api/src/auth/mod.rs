//! Who is asking: passwords, tokens, cookies, limits, and the extractors that turn a request into a member.
//!
//! The rules about members are in `domain::identity`, the operations in [`crate::identity`]; here is what both stand on.

pub mod address;
pub mod attempts;
pub mod cookie;
pub mod device;
pub mod extract;
pub mod keys;
pub mod password;
pub mod token;

pub use extract::{Caller, CurrentMember};
use tacit_contract::problem::ProblemCode;

use crate::error::AppError;

impl From<attempts::TooMany> for AppError {
    fn from(error: attempts::TooMany) -> Self {
        Self::new(ProblemCode::TooManyRequests).retry_after(error.wait.as_secs() + 1)
    }
}

impl From<password::HashError> for AppError {
    fn from(error: password::HashError) -> Self {
        match error {
            password::HashError::Busy => Self::new(ProblemCode::Unavailable).retry_after(10),
            password::HashError::Failed(_) => Self::internal(error),
        }
    }
}

impl From<keys::TokenError> for AppError {
    fn from(error: keys::TokenError) -> Self {
        Self::internal(error)
    }
}

impl From<token::NoRandomness> for AppError {
    fn from(error: token::NoRandomness) -> Self {
        Self::internal(error)
    }
}
