//! Saying that somebody knows a topic, and taking it back.

use actix_web::{HttpResponse, delete, put, web};

use crate::auth::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::expertise::service;
use crate::http::refusals::{NotAllowed, NotThere, SignedOut, WrongState};
use crate::posts::Act;
use crate::state::AppState;

/// Says that somebody knows a topic, because you saw it: at most once a day for the same person, in whatever topic.
/// Doing it again changes nothing.
#[utoipa::path(
    tag = "Expertise",
    summary = "Endorse a member in a topic",
    params(
        ("handle" = String, Path, description = "The member's handle", example = "noor"),
        ("topic" = String, Path, description = "Slug or synonym", example = "customer-calls"),
    ),
    responses((status = 204, description = "Endorsed"), SignedOut, NotAllowed, NotThere, WrongState),
    security(("bearer" = []))
)]
#[put("/members/{handle}/endorsements/{topic}")]
pub async fn endorse_member(
    state: web::Data<AppState>,
    current: CurrentMember,
    path: web::Path<(String, String)>,
) -> AppResult<HttpResponse> {
    let act = Act::live(&state, current.viewer);
    let path = path.into_inner();
    db::write(&state.db, move |tx| {
        let (handle, topic) = path.clone();
        Box::pin(async move { service::endorse(tx, &act, &handle, &topic).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes an endorsement back. Without one nothing changes.
#[utoipa::path(
    tag = "Expertise",
    summary = "Withdraw an endorsement",
    params(
        ("handle" = String, Path, description = "The member's handle", example = "noor"),
        ("topic" = String, Path, description = "Slug or synonym", example = "customer-calls"),
    ),
    responses((status = 204, description = "Withdrawn"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[delete("/members/{handle}/endorsements/{topic}")]
pub async fn withdraw_endorsement(
    state: web::Data<AppState>,
    current: CurrentMember,
    path: web::Path<(String, String)>,
) -> AppResult<HttpResponse> {
    let act = Act::live(&state, current.viewer);
    let path = path.into_inner();
    db::write(&state.db, move |tx| {
        let (handle, topic) = path.clone();
        Box::pin(async move { service::withdraw(tx, &act, &handle, &topic).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
