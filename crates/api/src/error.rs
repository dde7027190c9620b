//! What a request can fail with, and how that becomes `application/problem+json`.
//!
//! Every error of a feature has its `From` into [`AppError`] beside it, matched exhaustively. Code, status and title
//! stand in `tacit_contract::problem`. The cause of a failure of ours goes to the log under the request id, never out.

use std::error::Error as StdError;
use std::fmt;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use sea_orm::{DbErr, SqlErr};
use tacit_contract::problem::{FieldCode, FieldError, MEDIA_TYPE, Problem, ProblemCode};

use crate::db::failure;

/// Seconds after which what was not available is worth another try.
pub const RETRY_AFTER: u64 = 2;

/// A refusal of what a client wanted, or a failure of ours. Boxed: results stay small.
#[derive(Debug)]
pub struct AppError(Box<Inner>);

#[derive(Debug)]
struct Inner {
    code: ProblemCode,
    detail: Option<String>,
    errors: Vec<FieldError>,
    retry_after: Option<u64>,
    cause: Option<Box<dyn StdError + Send + Sync>>,
}

/// The usual result.
pub type AppResult<T> = Result<T, AppError>;

impl AppError {
    /// The problem of this code; add particulars with the methods below.
    #[must_use]
    pub fn new(code: ProblemCode) -> Self {
        Self(Box::new(Inner {
            code,
            detail: None,
            errors: Vec::new(),
            retry_after: None,
            cause: None,
        }))
    }

    /// There is no such thing, or none the caller may see.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(ProblemCode::NotFound)
    }

    /// One field cannot be accepted.
    pub fn invalid(pointer: impl Into<String>, code: FieldCode, detail: impl Into<String>) -> Self {
        Self::new(ProblemCode::ValidationFailed).field(pointer, code, detail)
    }

    /// A failure of ours with its cause.
    pub fn internal(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ProblemCode::Internal).caused_by(cause)
    }

    /// What passes by itself: the same request may work a few seconds later.
    pub fn unavailable(cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ProblemCode::Unavailable)
            .detail("The database cannot be used right now.")
            .retry_after(RETRY_AFTER)
            .caused_by(cause)
    }

    /// Says what this occurrence is about.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.0.detail = Some(detail.into());
        self
    }

    /// Says what is wrong with a field.
    #[must_use]
    pub fn field(
        mut self,
        pointer: impl Into<String>,
        code: FieldCode,
        detail: impl Into<String>,
    ) -> Self {
        self.0.errors.push(FieldError {
            pointer: pointer.into(),
            code,
            detail: detail.into(),
        });
        self
    }

    /// Says in how many seconds to try again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.0.retry_after = Some(seconds);
        self
    }

    /// Keeps the cause for the log.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// Which problem it is.
    #[must_use]
    pub fn code(&self) -> ProblemCode {
        self.0.code
    }

    /// What lies behind it; for the log only.
    #[must_use]
    pub fn cause(&self) -> Option<&(dyn StdError + Send + Sync + 'static)> {
        self.0.cause.as_deref()
    }

    /// The same as it goes over the wire, without a request id.
    #[must_use]
    pub fn problem(&self) -> Problem {
        Problem {
            detail: self.0.detail.clone(),
            errors: self.0.errors.clone(),
            ..Problem::new(self.0.code)
        }
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.code.as_str())?;
        if let Some(detail) = &self.0.detail {
            write!(f, ": {detail}")?;
        }
        for error in &self.0.errors {
            write!(f, " ({}: {})", error.pointer, error.detail)?;
        }
        match &self.0.cause {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl StdError for AppError {}

impl ResponseError for AppError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.0.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = problem_response(self.problem());
        if let Some(seconds) = self.0.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// The answer that carries a problem. The problem also stays in the extensions of the answer, where the middleware of
/// `http::problems` finds it to add the request id.
#[must_use]
pub fn problem_response(problem: Problem) -> HttpResponse {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, MEDIA_TYPE))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(serde_json::to_vec(&problem).unwrap_or_default());
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(
            header::WWW_AUTHENTICATE,
            header::HeaderValue::from_static("Bearer"),
        );
    }
    response.extensions_mut().insert(problem);
    response
}

/// A unique key that was taken in the meantime is a conflict (which thing has it is not said); what passes says when to
/// try again; all else is ours.
impl From<DbErr> for AppError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(_)) => {
                Self::new(ProblemCode::Conflict).caused_by(error)
            }
            _ if failure::passes(&error) => Self::unavailable(error),
            _ => Self::internal(error),
        }
    }
}

impl From<serde_json::Error> for AppError {
    fn from(error: serde_json::Error) -> Self {
        Self::internal(error)
    }
}

impl From<tokio::task::JoinError> for AppError {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::internal(error)
    }
}

/// A word in a row that is no word of its enumeration: the database was written by something newer or by hand.
impl From<tacit_domain::words::UnknownWord> for AppError {
    fn from(error: tacit_domain::words::UnknownWord) -> Self {
        Self::internal(error)
    }
}
