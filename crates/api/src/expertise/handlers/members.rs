//! What others know, and why.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, web};
use tacit_contract::expertise::{
    ExpertiseExplanation, MemberActivity, MemberExpertise, MemberExpertiseViewer,
};

use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::expertise::activity::activity;
use crate::expertise::service;
use crate::http::refusals::{NotThere, SignedOut};
use crate::http::respond_shared;
use crate::state::AppState;

/// What somebody knows and is learning, from what they say, what colleagues confirm and what their answers show, as far
/// as you may see it. Topics they hide are not there.
#[utoipa::path(
    tag = "Expertise",
    summary = "What a member knows",
    params(("handle" = String, Path, description = "The member's handle", example = "noor")),
    responses(
        (status = 200, description = "Topics with their strengths", body = MemberExpertise, headers(("ETag" = String, description = "For `If-None-Match`"))),
        (status = 304, description = "As the `If-None-Match` of the request says"),
        SignedOut, NotThere
    ),
    security(("bearer" = []))
)]
#[get("/members/{handle}/expertise")]
pub async fn get_member_expertise(
    state: web::Data<AppState>,
    current: CurrentMember,
    handle: web::Path<String>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    let db = state.db.reader();
    let now = state.clock.now();
    let found = service::member_expertise(db, &current.viewer, &handle, now).await?;
    respond_shared(&request, &found)
}

/// Whether you may endorse somebody, whether you did so today, and in which topics you did.
#[utoipa::path(
    tag = "Expertise",
    summary = "A member's expertise as it concerns you",
    params(("handle" = String, Path, description = "The member's handle", example = "noor")),
    responses(
        (status = 200, description = "Never stored", body = MemberExpertiseViewer),
        SignedOut, NotThere
    ),
    security(("bearer" = []))
)]
#[get("/members/{handle}/expertise/viewer")]
pub async fn get_member_expertise_viewer(
    state: web::Data<AppState>,
    current: CurrentMember,
    handle: web::Path<String>,
) -> AppResult<HttpResponse> {
    let db = state.db.reader();
    let now = state.clock.now();
    let found = service::viewer_of(db, &current.viewer, &handle, now).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

/// What somebody asked and answered under their name in each of the last twelve months, as far as you may see it.
#[utoipa::path(
    tag = "Expertise",
    summary = "What a member contributed over time",
    params(("handle" = String, Path, description = "The member's handle", example = "noor")),
    responses(
        (status = 200, description = "Month by month", body = MemberActivity, headers(("ETag" = String, description = "For `If-None-Match`"))),
        (status = 304, description = "As the `If-None-Match` of the request says"),
        SignedOut, NotThere
    ),
    security(("bearer" = []))
)]
#[get("/members/{handle}/activity")]
pub async fn get_member_activity(
    state: web::Data<AppState>,
    current: CurrentMember,
    handle: web::Path<String>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    let (db, now) = (state.db.reader(), state.clock.now());
    let found = activity(db, &current.viewer, &handle, now).await?;
    respond_shared(&request, &found)
}

/// Everything that made somebody's strength in a topic, each with its share and age. What you may not see counts neither
/// here nor in the strength you see.
#[utoipa::path(
    tag = "Expertise",
    summary = "Why a member is thought to know a topic",
    params(
        ("handle" = String, Path, description = "The member's handle", example = "noor"),
        ("topic" = String, Path, description = "Slug or synonym", example = "customer-calls"),
    ),
    responses(
        (status = 200, description = "The strength with its reasons", body = ExpertiseExplanation, headers(("ETag" = String, description = "For `If-None-Match`"))),
        (status = 304, description = "As the `If-None-Match` of the request says"),
        SignedOut, NotThere
    ),
    security(("bearer" = []))
)]
#[get("/members/{handle}/expertise/topics/{topic}")]
pub async fn explain_expertise(
    state: web::Data<AppState>,
    current: CurrentMember,
    path: web::Path<(String, String)>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    let (handle, topic) = path.into_inner();
    let db = state.db.reader();
    let now = state.clock.now();
    let found = service::explain(db, &current.viewer, &handle, &topic, now).await?;
    respond_shared(&request, &found)
}
