//! How refusals become problems.

use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::needs::Refusal;

use crate::error::AppError;

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        let words = refusal.to_string();
        match refusal {
            Refusal::NotTheOwner
            | Refusal::LeadsOnly
            | Refusal::OwnNeed
            | Refusal::NotTheirs
            | Refusal::NotJoined => Self::new(ProblemCode::Forbidden).detail(words),
            Refusal::SameState
            | Refusal::NoWay
            | Refusal::NothingLinked
            | Refusal::Settled
            | Refusal::LastResponse
            | Refusal::NotMet => Self::new(ProblemCode::WrongState).detail(words),
            Refusal::Oneself | Refusal::HelpsThemselves => {
                Self::invalid("/handle", FieldCode::NotAllowed, words)
            }
        }
    }
}
