//! How refusals about requests become problems.

use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::routing::RoutingRefusal;

use crate::error::AppError;

impl From<RoutingRefusal> for AppError {
    fn from(refusal: RoutingRefusal) -> Self {
        let code = match refusal {
            RoutingRefusal::NotAsked => ProblemCode::Forbidden,
            RoutingRefusal::Passed | RoutingRefusal::Over => ProblemCode::WrongState,
            RoutingRefusal::Oneself
            | RoutingRefusal::Asker
            | RoutingRefusal::AskedAlready
            | RoutingRefusal::Unavailable
            | RoutingRefusal::UrgentTooOften => ProblemCode::ValidationFailed,
        };
        Self::new(code).detail(refusal.to_string())
    }
}

/// What is wrong with a field, in the words of the rule.
#[must_use]
pub fn at(pointer: &str, refusal: RoutingRefusal) -> AppError {
    AppError::invalid(pointer, FieldCode::NotAllowed, refusal.to_string())
}
