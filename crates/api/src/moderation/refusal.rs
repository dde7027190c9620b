//! How refusals become problems.

use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::moderation::Refusal;

use crate::error::AppError;

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        let words = refusal.to_string();
        match refusal {
            Refusal::NotTheAsker
            | Refusal::NotTheAuthor
            | Refusal::NotTheExpert
            | Refusal::LeadsOnly
            | Refusal::DeletedByAnother
            | Refusal::OwnPost
            | Refusal::OwnFlags => Self::new(ProblemCode::Forbidden).detail(words),
            Refusal::HasAnswers
            | Refusal::IsAccepted
            | Refusal::HasJoined
            | Refusal::HasDuplicates
            | Refusal::UnderDeleted => Self::new(ProblemCode::WrongState).detail(words),
            Refusal::ReasonNeeded => Self::invalid("/reason", FieldCode::Required, words),
            Refusal::NoteNeeded => Self::invalid("/note", FieldCode::Required, words),
            Refusal::OriginalNeeded => Self::invalid("/original_id", FieldCode::Required, words),
            Refusal::OriginalNotWanted
            | Refusal::OfItself
            | Refusal::InCircles
            | Refusal::NotForAll => Self::invalid("/original_id", FieldCode::NotAllowed, words),
        }
    }
}
