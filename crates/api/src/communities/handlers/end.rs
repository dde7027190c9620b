//! Archiving, deleting and bringing back.

use actix_web::http::header;
use actix_web::{HttpResponse, delete, get, post, web};
use tacit_contract::communities::CommunityDeletion;
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::communities::{page, service};
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{NotAllowed, NotThere, SignedOut};
use crate::posts::Act;
use crate::state::AppState;

/// From now on the community is only read: nobody writes in it or comes in. Archived already, nothing changes. Its owner alone
/// may.
#[utoipa::path(
    tag = "Communities",
    summary = "Archive a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 204, description = "Archived"),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[post("/communities/{id}/archive")]
pub async fn archive_community(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::end::archive(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Brings a deleted community back as it was, within 30 days; or lets one that is archived be written in again. Its owner
/// alone may.
#[utoipa::path(
    tag = "Communities",
    summary = "Restore a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 204, description = "There again"),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[post("/communities/{id}/restore")]
pub async fn restore_community(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::end::restore(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What deleting the community would do to what was written in it: for its owner, before they do.
#[utoipa::path(
    tag = "Communities",
    summary = "Read what deleting a community would do",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 200, description = "Never cached", body = CommunityDeletion),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/deletion")]
pub async fn get_community_deletion(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (db, now) = (state.db.reader(), state.clock.now());
    let deletion = page::deletion(db, &member.viewer, id.into_inner(), now).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(deletion))
}

/// Deletes a community: from the next request on nobody sees it or what was written in it. For 30 days its owner brings it
/// back; then all of it is erased for good. Its owner alone may.
#[utoipa::path(
    tag = "Communities",
    summary = "Delete a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 204, description = "Deleted"),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/communities/{id}")]
pub async fn delete_community(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::end::delete(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
