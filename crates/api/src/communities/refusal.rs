//! How refusals become problems.

use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::communities::Refusal;

use crate::error::AppError;

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        let words = refusal.to_string();
        match refusal {
            Refusal::MembersOnly
            | Refusal::FacilitatorsOnly
            | Refusal::OwnerOnly
            | Refusal::NotToFacilitators
            | Refusal::AskFirst
            | Refusal::InvitationOnly => Self::new(ProblemCode::Forbidden).detail(words),
            Refusal::OwnerStays
            | Refusal::JoinsFreely
            | Refusal::Member
            | Refusal::TooSoon
            | Refusal::InvitedByAnother
            | Refusal::DeclinedLately
            | Refusal::Decided
            | Refusal::RemovedLately
            | Refusal::WrittenForMembers
            | Refusal::TooManyInvitations
            | Refusal::TooManyLinks
            | Refusal::TooManyPins
            | Refusal::Archived
            | Refusal::Oneself => Self::new(ProblemCode::WrongState).detail(words),
            Refusal::HiddenNeedsInvitation => {
                Self::invalid("/join_rule", FieldCode::NotAllowed, words)
            }
        }
    }
}
