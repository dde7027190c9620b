//! Linking what meets a need.

use actix_web::{HttpResponse, delete, post, web};
use tacit_contract::needs::{NeedResponse, RespondToNeed};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadBody, NotAllowed, NotThere, SignedOut, WrongState};
use crate::http::{IdempotencyKey, ValidJson};
use crate::needs::service::respond;
use crate::needs::{page, read};
use crate::posts::Act;
use crate::state::AppState;

/// Links something that meets a need: a question that everybody who sees the need may see, or an address with its title.
#[utoipa::path(
    tag = "Needs",
    summary = "Link what meets a need",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
        ("Idempotency-Key" = Option<String>, Header, description = "Sent again with the same key, the work is done once"),
    ),
    request_body = RespondToNeed,
    responses(
        (status = 201, description = "Linked", body = NeedResponse),
        BadBody, SignedOut, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[post("/needs/{id}/responses")]
pub async fn respond_to_need(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    key: IdempotencyKey,
    response: ValidJson<RespondToNeed>,
) -> AppResult<HttpResponse> {
    let once = key.bind(member.viewer.member_id, &response.0)?;
    let new = read::response(&response.0)?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    let response = db::write(&state.db, move |tx| {
        let (once, new) = (once.clone(), new.clone());
        Box::pin(async move {
            let work = Box::pin(respond::respond(tx, &act, id, &new));
            once.run(tx, act.now, work).await
        })
    })
    .await?;
    let detail = page::detail(state.db.reader(), &member.viewer, id).await?;
    let mut linked = detail.responses.into_iter();
    let linked = linked.find(|one| one.id == response);
    Ok(HttpResponse::Created().json(linked.ok_or_else(AppError::not_found)?))
}

/// Removes what is linked: who linked it, who has the need, leads and admins. The last one of a need that is met stays.
#[utoipa::path(
    tag = "Needs",
    summary = "Remove what is linked to a need",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
        ("response" = Uuid, Path, description = "Id of what is linked"),
    ),
    responses(
        (status = 204, description = "Removed"),
        SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[delete("/needs/{id}/responses/{response}")]
pub async fn remove_response(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, Uuid)>,
) -> AppResult<HttpResponse> {
    let (act, (id, response)) = (Act::live(&state, member.viewer), path.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { respond::remove(tx, &act, id, response).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
