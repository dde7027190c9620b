//! The first sign-in.

use actix_web::http::header;
use actix_web::{HttpResponse, get, put, web};
use tacit_contract::expertise::{EndWelcome, Welcome};

use crate::auth::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::expertise::welcome;
use crate::http::ValidJson;
use crate::http::refusals::{BadBody, SignedOut};
use crate::posts::Act;
use crate::state::AppState;

/// Whether to ask what one knows and wants to learn: once, of who has said nothing about any topic, with the topics most
/// questions are about to choose from.
#[utoipa::path(
    tag = "Me",
    summary = "Whether to ask me for my topics",
    responses((status = 200, description = "Never cached", body = Welcome), SignedOut),
    security(("bearer" = []))
)]
#[get("/me/welcome")]
pub async fn get_my_welcome(
    state: web::Data<AppState>,
    current: CurrentMember,
) -> AppResult<HttpResponse> {
    let found = welcome::welcome(state.db.reader(), &current.viewer).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

/// Ends it: one has chosen topics (`PUT /me/topics/{slug}`), or skipped it. It is not asked again.
#[utoipa::path(
    tag = "Me",
    summary = "Do not ask me for my topics again",
    request_body = EndWelcome,
    responses((status = 204, description = "Not asked again"), SignedOut, BadBody),
    security(("bearer" = []))
)]
#[put("/me/welcome")]
pub async fn end_my_welcome(
    state: web::Data<AppState>,
    current: CurrentMember,
    end: ValidJson<EndWelcome>,
) -> AppResult<HttpResponse> {
    let (act, end) = (Act::live(&state, current.viewer), end.0);
    db::write(&state.db, move |tx| {
        Box::pin(async move { welcome::end(tx, &act, end).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
