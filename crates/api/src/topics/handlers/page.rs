//! A topic's page: what all see, what concerns the viewer, following.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use tacit_contract::topics::{RelatedTopic, TopicDetail, TopicViewer};
use tacit_domain::topics::policy::can_order_topics;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{NotThere, SignedOut};
use crate::http::respond_shared;
use crate::posts::Act;
use crate::state::AppState;
use crate::topics::mapping;
use crate::topics::related::related;
use crate::topics::repo::follows;
use crate::topics::resolve::find_by_address;
use crate::topics::service::{self};

/// A topic, by its slug, one of its synonyms, or the slug of a topic that was merged into it.
#[utoipa::path(
    tag = "Topics",
    summary = "Read a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    responses(
        (status = 200, description = "The topic they lead to", body = TopicDetail),
        (status = 304, description = "Not changed since `If-None-Match`"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/topics/{slug}")]
pub async fn get_topic(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    let db = state.db.reader();
    let row = find_by_address(db, &slug).await?;
    let detail = mapping::detail(db, &member.viewer, row).await?;
    respond_shared(&request, &detail)
}

/// Topics that questions carry together with this one, closest first: by the cosine of their questions (with both, divided
/// by the root of the product of each), at least 0.15, and at least two questions with both.
#[utoipa::path(
    tag = "Topics",
    summary = "Related topics",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    responses(
        (status = 200, description = "At most eight", body = Vec<RelatedTopic>, headers(("ETag" = String, description = "For `If-None-Match`"))),
        (status = 304, description = "As the `If-None-Match` of the request says"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/topics/{slug}/related")]
pub async fn list_related_topics(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    let db = state.db.reader();
    let row = find_by_address(db, &slug).await?;
    let found = related(db, &member.viewer, row.id).await?;
    respond_shared(&request, &found)
}

/// Whether the caller follows a topic, and what they may do with it.
#[utoipa::path(
    tag = "Topics",
    summary = "Read what is the caller's own about a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    responses(
        (status = 200, description = "Never cached", body = TopicViewer),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/topics/{slug}/viewer")]
pub async fn get_topic_viewer(
    state: web::Data<AppState>,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    let db = state.db.reader();
    let row = find_by_address(db, &slug).await?;
    let may_order = can_order_topics(&member.viewer).is_ok();
    let viewer = TopicViewer {
        following: follows::is_following(db, row.id, member.viewer.member_id).await?,
        may_edit: true,
        may_order,
        may_merge: may_order,
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(viewer))
}

/// Follows a topic. Doing it again changes nothing.
#[utoipa::path(
    tag = "Topics",
    summary = "Follow a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    responses((status = 204, description = "Followed"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[put("/topics/{slug}/follow")]
pub async fn follow_topic(
    state: web::Data<AppState>,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    set_follow(&state, member, slug.into_inner(), true).await
}

/// Follows a topic no longer. Doing it again changes nothing.
#[utoipa::path(
    tag = "Topics",
    summary = "Stop following a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    responses((status = 204, description = "Not followed any more"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[delete("/topics/{slug}/follow")]
pub async fn unfollow_topic(
    state: web::Data<AppState>,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    set_follow(&state, member, slug.into_inner(), false).await
}

async fn set_follow(
    state: &AppState,
    member: CurrentMember,
    slug: String,
    following: bool,
) -> AppResult<HttpResponse> {
    let act = Act::live(state, member.viewer);
    db::write(&state.db, move |tx| {
        let slug = slug.clone();
        Box::pin(async move { service::follow(tx, &act, &slug, following).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
