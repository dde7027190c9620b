//! How refusals and texts that cannot be taken become problems.

use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::identity::error::TextError;
use tacit_domain::posts::{LanguageTag, Reason, Refusal};

use crate::error::{AppError, AppResult};

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        let problem = match refusal {
            Refusal::NotTheAuthor
            | Refusal::NotTheAsker
            | Refusal::UrgencyOfAnother
            | Refusal::OwnPost
            | Refusal::LeadsOnly => Self::new(ProblemCode::Forbidden),
            Refusal::ReasonNeeded => Self::new(ProblemCode::ValidationFailed).field(
                "/reason",
                FieldCode::Required,
                refusal.to_string(),
            ),
            Refusal::Closed | Refusal::CommentOnComment | Refusal::NotOnNeeds => {
                Self::new(ProblemCode::WrongState)
            }
        };
        problem.detail(refusal.to_string())
    }
}

impl From<tacit_domain::follows::Refusal> for AppError {
    fn from(refusal: tacit_domain::follows::Refusal) -> Self {
        let problem = match refusal {
            tacit_domain::follows::Refusal::Oneself => Self::new(ProblemCode::Forbidden),
        };
        problem.detail(refusal.to_string())
    }
}

/// What is wrong with the text of a field.
#[must_use]
pub fn of_text(pointer: &str, error: TextError) -> AppError {
    let code = match error {
        TextError::Empty => FieldCode::Required,
        TextError::TooShort(_) => FieldCode::TooShort,
        TextError::TooLong(_) | TextError::TooMany(_) => FieldCode::TooLong,
        TextError::Control => FieldCode::BadCharacter,
        TextError::Form(_) => FieldCode::Malformed,
    };
    AppError::invalid(pointer, code, error.to_string())
}

/// Reads the language a client gave.
///
/// # Errors
/// 422 at `/language`.
pub fn read_language(given: Option<&str>) -> AppResult<Option<LanguageTag>> {
    given
        .map(LanguageTag::parse)
        .transpose()
        .map_err(|error| of_text("/language", error))
}

/// Reads the reason a client gave.
///
/// # Errors
/// 422 at `/reason`.
pub fn read_reason(given: Option<&str>) -> AppResult<Option<Reason>> {
    given
        .map(Reason::parse)
        .transpose()
        .map_err(|error| of_text("/reason", error))
}
