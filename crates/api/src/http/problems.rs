//! Every refusal and every failure leaves as `application/problem+json` with the id of the request.
//!
//! Ours come as `AppError`; what actix answers by itself (no such address, wrong method, a path that cannot be read) and
//! what panics becomes the problem of its status here. Causes of failures go to the log, and only there.

use std::panic::AssertUnwindSafe;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, HttpResponseBuilder};
use futures::FutureExt;
use tacit_contract::problem::{MEDIA_TYPE, Problem, ProblemCode};

use super::context::{REQUEST_ID, request_id};
use crate::error::{AppError, problem_response};

/// Middleware; outermost but for the request id.
///
/// # Errors
/// Never one that is not a problem already.
pub async fn answer_with_problems(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let id = request_id(&request);
    match AssertUnwindSafe(next.call(request)).catch_unwind().await {
        Ok(Ok(response)) => Ok(with_problem(response.map_into_boxed_body(), &id)),
        Ok(Err(error)) => {
            log_failure(&error);
            let response = finished(error.error_response(), &id);
            Err(InternalError::from_response(error, response).into())
        }
        Err(panic) => {
            tracing::error!(cause = panic_text(panic.as_ref()), "a handler panicked");
            let problem = Problem::new(ProblemCode::Internal);
            let response = finished(problem_response(problem), &id);
            Err(InternalError::from_response("a handler panicked", response).into())
        }
    }
}

fn with_problem(response: ServiceResponse<BoxBody>, id: &str) -> ServiceResponse<BoxBody> {
    if !is_failure(response.status()) {
        return response;
    }
    if let Some(error) = response.response().error() {
        log_failure(error);
    }
    let (request, response) = response.into_parts();
    ServiceResponse::new(request, finished(response, id))
}

/// The same refusal with its problem and the id of the request; headers such as `Allow` stay.
fn finished(response: HttpResponse, id: &str) -> HttpResponse {
    let status = response.status();
    let problem = response.extensions().get::<Problem>().cloned();
    let problem = problem.unwrap_or_else(|| Problem::new(code_of(status)));
    let body = Problem {
        request_id: (!id.is_empty()).then(|| id.to_owned()),
        ..problem
    };
    let mut finished = HttpResponseBuilder::new(status);
    for (name, value) in response.headers() {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            finished.append_header((name, value));
        }
    }
    finished
        .insert_header((header::CONTENT_TYPE, MEDIA_TYPE))
        .insert_header((REQUEST_ID, id))
        .body(serde_json::to_vec(&body).unwrap_or_default())
}

fn is_failure(status: StatusCode) -> bool {
    status.is_client_error() || status.is_server_error()
}

/// The code of what actix refuses by itself.
fn code_of(status: StatusCode) -> ProblemCode {
    let first = ProblemCode::ALL
        .iter()
        .find(|code| code.status() == status.as_u16());
    match first {
        Some(code) => *code,
        None if status.is_client_error() => ProblemCode::BadRequest,
        None => ProblemCode::Internal,
    }
}

fn log_failure(error: &actix_web::Error) {
    if !error.as_response_error().status_code().is_server_error() {
        return;
    }
    match error.as_error::<AppError>() {
        Some(failure) => tracing::error!(cause = %failure, "a request failed"),
        None => tracing::error!(cause = %error, "a request failed"),
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("unknown")
}
