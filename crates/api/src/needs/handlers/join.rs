//! Wanting it too, and whether it helped.

use actix_web::{HttpResponse, delete, put, web};
use tacit_contract::needs::{ConfirmNeed, JoinNeed};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::ValidJson;
use crate::http::refusals::{BadBody, NotAllowed, NotThere, SignedOut, WrongState};
use crate::needs::read;
use crate::needs::service::join;
use crate::posts::Act;
use crate::state::AppState;

/// Wants to learn it too, with one's own why; joining again gives another why. Not one's own, and not what is met.
#[utoipa::path(
    tag = "Needs",
    summary = "Join a need",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
    ),
    request_body = JoinNeed,
    responses(
        (status = 204, description = "Joined"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/needs/{id}/join")]
pub async fn join_need(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    join: ValidJson<JoinNeed>,
) -> AppResult<HttpResponse> {
    let why = read::word("/why", join.0.why.as_deref())?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let why = why.clone();
        Box::pin(async move { join::join(tx, &act, id, &why).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Does not want it any more. Where one had not joined, nothing changes.
#[utoipa::path(
    tag = "Needs",
    summary = "Leave a need",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
    ),
    responses(
        (status = 204, description = "Not joined"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/needs/{id}/join")]
pub async fn leave_need(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { join::leave(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says whether what met the need helped: who has it and who joined, once it is met. Said again, the last word counts.
#[utoipa::path(
    tag = "Needs",
    summary = "Say whether it helped",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
    ),
    request_body = ConfirmNeed,
    responses(
        (status = 204, description = "Said"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/needs/{id}/confirmation")]
pub async fn confirm_need(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    said: ValidJson<ConfirmNeed>,
) -> AppResult<HttpResponse> {
    let word = read::word("/word", said.0.word.as_deref())?;
    let helped = said.0.helped.into();
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let word = word.clone();
        Box::pin(async move { join::confirm(tx, &act, id, (helped, &word)).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes back what one said about whether it helped. Where nothing was said, nothing changes.
#[utoipa::path(
    tag = "Needs",
    summary = "Take back whether it helped",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
    ),
    responses(
        (status = 204, description = "Nothing is said"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/needs/{id}/confirmation")]
pub async fn withdraw_confirmation(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { join::unconfirm(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
