//! Operations of muting and blocking.

use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use tacit_contract::Page;
use tacit_contract::blocks::{BlockedMember, ListBlocksQuery, SetBlock};
use tacit_domain::blocks::BlockKind;
use utoipa_actix_web::service_config::ServiceConfig;

use super::service;
use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, BadQuery, NotAllowed, NotThere, SignedOut};
use crate::http::{ValidJson, ValidQuery, respond_page};
use crate::posts::Act;
use crate::state::AppState;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_blocks)
        .service(block_member)
        .service(unblock_member);
}

/// Whom the caller has muted or blocked, the latest first. Nobody else ever reads it.
#[utoipa::path(
    tag = "Me",
    summary = "List whom I muted or blocked",
    params(ListBlocksQuery),
    responses(
        (status = 200, description = "A page of people", body = Page<BlockedMember>, headers(("Link" = String, description = "The next page, `rel=\"next\"`"))),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/me/blocks")]
pub async fn list_blocks(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListBlocksQuery>,
) -> AppResult<HttpResponse> {
    let page = service::list(&state, &member.viewer, &query.0).await?;
    Ok(respond_page(&state, &request, &page))
}

/// Mutes or blocks a member; said again, the new word counts. Posts of who is `muted` are left out of the caller's lists and
/// of notices about what is followed, and folded on pages. Who is `blocked` moreover reaches the caller with nothing, by no
/// mention, request or suggestion. Nothing tells them: what they read and send is as before. Names that are hidden stay so:
/// posts without a name are neither muted nor blocked.
#[utoipa::path(
    tag = "Members",
    summary = "Mute or block a member",
    params(("handle" = String, Path, description = "The member's handle", example = "noor")),
    request_body = SetBlock,
    responses(
        (status = 204, description = "Muted or blocked"),
        BadBody, SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[put("/members/{handle}/block")]
pub async fn block_member(
    state: web::Data<AppState>,
    member: CurrentMember,
    handle: web::Path<String>,
    block: ValidJson<SetBlock>,
) -> AppResult<HttpResponse> {
    set(
        &state,
        member,
        handle.into_inner(),
        Some(block.0.kind.into()),
    )
    .await
}

/// Neither mutes nor blocks a member any more. Doing it again changes nothing.
#[utoipa::path(
    tag = "Members",
    summary = "Stop muting or blocking a member",
    params(("handle" = String, Path, description = "The member's handle", example = "noor")),
    responses(
        (status = 204, description = "Neither muted nor blocked"),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/members/{handle}/block")]
pub async fn unblock_member(
    state: web::Data<AppState>,
    member: CurrentMember,
    handle: web::Path<String>,
) -> AppResult<HttpResponse> {
    set(&state, member, handle.into_inner(), None).await
}

async fn set(
    state: &AppState,
    member: CurrentMember,
    handle: String,
    kind: Option<BlockKind>,
) -> AppResult<HttpResponse> {
    let act = Act::live(state, member.viewer);
    db::write(&state.db, move |tx| {
        let handle = handle.clone();
        Box::pin(async move { service::set(tx, &act, &handle, kind).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
