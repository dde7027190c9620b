//! Operations of following.

use actix_web::http::header;
use actix_web::{HttpResponse, delete, get, put, web};
use tacit_contract::follows::MemberViewer;
use tacit_domain::blocks::can_block;
use tacit_domain::follows::can_follow_member;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{repo, service};
use crate::auth::extract::CurrentMember;
use crate::blocks;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{NotAllowed, NotThere, SignedOut};
use crate::identity::service::people;
use crate::posts::Act;
use crate::state::AppState;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(follow_question)
        .service(unfollow_question)
        .service(get_member_viewer)
        .service(follow_member)
        .service(unfollow_member);
}

/// Follows a question: new answers and its closing become notices. Doing it again changes nothing.
#[utoipa::path(
    tag = "Questions",
    summary = "Follow a question",
    params(("id" = Uuid, Path, description = "Post id of the question")),
    responses((status = 204, description = "Followed"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[put("/questions/{id}/follow")]
pub async fn follow_question(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    set_question(&state, member, id.into_inner(), true).await
}

/// Follows a question no longer, one's own too. Doing it again changes nothing.
#[utoipa::path(
    tag = "Questions",
    summary = "Stop following a question",
    params(("id" = Uuid, Path, description = "Post id of the question")),
    responses((status = 204, description = "Not followed any more"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[delete("/questions/{id}/follow")]
pub async fn unfollow_question(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    set_question(&state, member, id.into_inner(), false).await
}

async fn set_question(
    state: &AppState,
    member: CurrentMember,
    id: Uuid,
    following: bool,
) -> AppResult<HttpResponse> {
    let act = Act::live(state, member.viewer);
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::follow_question(tx, &act, id, following).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Whether the caller follows a person, or has muted or blocked them, and whether they may.
#[utoipa::path(
    tag = "Members",
    summary = "Read what is the caller's own about a member",
    params(("handle" = String, Path, description = "The member's handle", example = "noor")),
    responses(
        (status = 200, description = "Never cached", body = MemberViewer),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/members/{handle}/viewer")]
pub async fn get_member_viewer(
    state: web::Data<AppState>,
    member: CurrentMember,
    handle: web::Path<String>,
) -> AppResult<HttpResponse> {
    let db = state.db.reader();
    let row = people::find_shown(db, &handle).await?;
    let block = blocks::repo::find(db, member.viewer.member_id, row.id).await?;
    let viewer = MemberViewer {
        following: repo::follows_member(db, row.id, member.viewer.member_id).await?,
        may_follow: can_follow_member(&member.viewer, row.id).is_ok(),
        block: block.map(Into::into),
        may_block: can_block(&member.viewer, row.id).is_ok(),
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(viewer))
}

/// Follows a person: what they post under their name becomes a notice. Doing it again changes nothing.
#[utoipa::path(
    tag = "Members",
    summary = "Follow a member",
    params(("handle" = String, Path, description = "The member's handle", example = "noor")),
    responses((status = 204, description = "Followed"), SignedOut, NotAllowed, NotThere),
    security(("bearer" = []))
)]
#[put("/members/{handle}/follow")]
pub async fn follow_member(
    state: web::Data<AppState>,
    member: CurrentMember,
    handle: web::Path<String>,
) -> AppResult<HttpResponse> {
    set_member(&state, member, handle.into_inner(), true).await
}

/// Follows a person no longer. Doing it again changes nothing.
#[utoipa::path(
    tag = "Members",
    summary = "Stop following a member",
    params(("handle" = String, Path, description = "The member's handle", example = "noor")),
    responses((status = 204, description = "Not followed any more"), SignedOut, NotAllowed, NotThere),
    security(("bearer" = []))
)]
#[delete("/members/{handle}/follow")]
pub async fn unfollow_member(
    state: web::Data<AppState>,
    member: CurrentMember,
    handle: web::Path<String>,
) -> AppResult<HttpResponse> {
    set_member(&state, member, handle.into_inner(), false).await
}

async fn set_member(
    state: &AppState,
    member: CurrentMember,
    handle: String,
    following: bool,
) -> AppResult<HttpResponse> {
    let act = Act::live(state, member.viewer);
    db::write(&state.db, move |tx| {
        let handle = handle.clone();
        Box::pin(async move { service::follow_member(tx, &act, &handle, following).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
