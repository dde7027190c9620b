//! What goes on in a community, what is pinned in it, and how it is doing.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use tacit_contract::Page;
use tacit_contract::communities::{CommunityHealth, CommunityOverview, CommunityPin};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::communities::{health, overview, service};
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{NotAllowed, NotThere, SignedOut, WrongState};
use crate::http::respond_page;
use crate::posts::Act;
use crate::state::AppState;

/// What was asked and solved in the last 30 days, who knows what here, who came last: for who reads the community.
#[utoipa::path(
    tag = "Communities",
    summary = "Read what goes on in a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 200, description = "As the caller may see it; never cached", body = CommunityOverview),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/overview")]
pub async fn get_community_overview(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (db, now) = (state.db.reader(), state.clock.now());
    let overview = overview::overview(db, &member.viewer, id.into_inner(), now).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(overview))
}

/// How the community is doing: for who looks after it. Groups of fewer than five, and those that would tell on them, are not
/// counted out.
#[utoipa::path(
    tag = "Communities",
    summary = "Read how a community is doing",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 200, description = "Never cached", body = CommunityHealth),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/health")]
pub async fn get_community_health(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (db, now) = (state.db.reader(), state.clock.now());
    let health = health::health(db, &member.viewer, id.into_inner(), now).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(health))
}

/// The questions at the top of the community, the last pinned first, all on one page: for who reads it.
#[utoipa::path(
    tag = "Communities",
    summary = "List what is pinned in a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 200, description = "At most five questions", body = Page<CommunityPin>),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/pins")]
pub async fn list_community_pins(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let page = Page {
        items: overview::pinned(state.db.reader(), &member.viewer, id.into_inner()).await?,
        next_cursor: None,
    };
    Ok(respond_page(&state, &request, &page))
}

/// Pins a question of the community at its top, at most five: for who looks after it.
#[utoipa::path(
    tag = "Communities",
    summary = "Pin a question in a community",
    params(
        ("id" = Uuid, Path, description = "Id of the community"),
        ("post" = Uuid, Path, description = "Post id of the question"),
    ),
    responses(
        (status = 204, description = "Pinned"),
        SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/communities/{id}/pins/{post}")]
pub async fn pin_post(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, Uuid)>,
) -> AppResult<HttpResponse> {
    let (act, which) = (Act::live(&state, member.viewer), path.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::pin::pin(tx, &act, which).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Pins a question no more. Where nothing is pinned, nothing changes.
#[utoipa::path(
    tag = "Communities",
    summary = "Unpin a question in a community",
    params(
        ("id" = Uuid, Path, description = "Id of the community"),
        ("post" = Uuid, Path, description = "Post id of the question"),
    ),
    responses(
        (status = 204, description = "Not pinned"),
        SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[delete("/communities/{id}/pins/{post}")]
pub async fn unpin_post(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, Uuid)>,
) -> AppResult<HttpResponse> {
    let (act, which) = (Act::live(&state, member.viewer), path.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::pin::unpin(tx, &act, which).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
