//! How far a need has come, and which lead takes care of it.

use actix_web::{HttpResponse, delete, put, web};
use tacit_contract::needs::{LetGoQuery, MoveNeed, TakeOnNeed};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{
    BadBody, BadQuery, InvalidField, NotAllowed, NotThere, SignedOut, WrongState,
};
use crate::http::{ValidJson, ValidQuery};
use crate::needs::read;
use crate::needs::service::steer;
use crate::posts::Act;
use crate::state::AppState;

/// Gives a need another state, with a word for all who joined: who has it, leads and admins. Met, and exists already, need something that is linked; what is settled is opened again first.
#[utoipa::path(
    tag = "Needs",
    summary = "Give a need another state",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
    ),
    request_body = MoveNeed,
    responses(
        (status = 204, description = "Moved"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/needs/{id}/state")]
pub async fn move_need(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    to: ValidJson<MoveNeed>,
) -> AppResult<HttpResponse> {
    let word = read::said("/word", &to.0.word)?;
    let state_to = to.0.state.into();
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let word = word.clone();
        Box::pin(async move { steer::move_to(tx, &act, id, state_to, &word).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes care of a need, as lead or admin, instead of whoever did; one that is open is being explored from then on.
#[utoipa::path(
    tag = "Needs",
    summary = "Take a need on",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
    ),
    request_body = TakeOnNeed,
    responses(
        (status = 204, description = "Taken on"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/needs/{id}/lead")]
pub async fn take_on_need(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    on: ValidJson<TakeOnNeed>,
) -> AppResult<HttpResponse> {
    let word = read::said("/word", &on.0.word)?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let word = word.clone();
        Box::pin(async move { steer::take_on(tx, &act, id, &word).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Says, as lead or admin, that nobody takes care of it any more. Where nobody did, nothing changes.
#[utoipa::path(
    tag = "Needs",
    summary = "Let go of a need",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
        LetGoQuery,
    ),
    responses(
        (status = 204, description = "Nobody takes care of it"),
        BadQuery, SignedOut, NotAllowed, NotThere, WrongState, InvalidField,
    ),
    security(("bearer" = []))
)]
#[delete("/needs/{id}/lead")]
pub async fn let_go_of_need(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    query: ValidQuery<LetGoQuery>,
) -> AppResult<HttpResponse> {
    let word = read::said("/word", &query.0.word)?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let word = word.clone();
        Box::pin(async move { steer::let_go(tx, &act, id, &word).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
