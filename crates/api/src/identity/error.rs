//! How refusals of the domain become problems.

use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::identity::error::{Refusal, TextError};

use crate::error::AppError;

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        let code = match refusal {
            Refusal::AdminsOnly => ProblemCode::Forbidden,
            Refusal::LastAdmin => ProblemCode::LastAdmin,
            Refusal::NoAccount | Refusal::NotUnclaimed => ProblemCode::WrongState,
            Refusal::NotActive => {
                return Self::invalid("/member_id", FieldCode::NotAllowed, refusal.to_string());
            }
            Refusal::RegistrationClosed => ProblemCode::RegistrationClosed,
        };
        Self::new(code).detail(refusal.to_string())
    }
}

/// What is wrong with the fields of a request, gathered so that all are told at once.
#[derive(Debug, Default)]
pub struct Fields(Option<AppError>);

impl Fields {
    /// The value, or `None` after noting what is wrong with the field.
    pub fn take<T>(&mut self, pointer: &str, parsed: Result<T, TextError>) -> Option<T> {
        parsed
            .map_err(|error| self.refuse(pointer, code_of(error), error.to_string()))
            .ok()
    }

    /// The same for a field that may be left out.
    pub fn take_option<I, T>(
        &mut self,
        pointer: &str,
        raw: Option<I>,
        parse: impl FnOnce(I) -> Result<T, TextError>,
    ) -> Option<T> {
        raw.and_then(|raw| self.take(pointer, parse(raw)))
    }

    /// Notes that a field cannot be accepted.
    pub fn refuse(&mut self, pointer: &str, code: FieldCode, detail: impl Into<String>) {
        let error = self
            .0
            .take()
            .unwrap_or_else(|| AppError::new(ProblemCode::ValidationFailed));
        self.0 = Some(error.field(pointer, code, detail));
    }

    /// Nothing was wrong.
    ///
    /// # Errors
    /// `validation_failed` with everything noted.
    pub fn done(self) -> Result<(), AppError> {
        self.0.map_or(Ok(()), Err)
    }
}

const fn code_of(error: TextError) -> FieldCode {
    match error {
        TextError::Empty => FieldCode::Required,
        TextError::TooShort(_) => FieldCode::TooShort,
        TextError::TooLong(_) | TextError::TooMany(_) => FieldCode::TooLong,
        TextError::Control => FieldCode::BadCharacter,
        TextError::Form(_) => FieldCode::Malformed,
    }
}
