//! Whether the server lives and whether it can serve, for those who run it.

use actix_web::{HttpResponse, get, web};
use tacit_contract::problem::{Problem, ProblemCode};

use crate::error::{AppError, AppResult, RETRY_AFTER};
use crate::state::AppState;

/// Is the process alive?
#[utoipa::path(
    tag = "Server",
    summary = "Whether the process is alive",
    responses((status = 200, description = "Alive", body = String, content_type = "text/plain", example = "ok")),
    security(())
)]
#[get("/healthz")]
pub async fn healthz() -> &'static str {
    "ok"
}

/// Can it serve?
#[utoipa::path(
    tag = "Server",
    summary = "Whether the server can serve",
    responses(
        (status = 200, description = "Ready", body = String, content_type = "text/plain", example = "ready"),
        (status = 503, description = "The database does not answer, or cannot be written (`unavailable`)", body = Problem, content_type = "application/problem+json"),
    ),
    security(())
)]
#[get("/readyz")]
pub async fn readyz(state: web::Data<AppState>) -> AppResult<HttpResponse> {
    state.db.ready().await.map_err(|sentence| {
        AppError::new(ProblemCode::Unavailable)
            .detail(sentence)
            .retry_after(RETRY_AFTER)
    })?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body("ready"))
}
