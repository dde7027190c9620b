//! Operations of notices.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use tacit_contract::Page;
use tacit_contract::notices::{
    ListNoticesQuery, Notice, NoticeSettings, ReadNotices, UnreadNotices, UpdateNoticeSettings,
};
use tacit_domain::identity::Viewer;
use utoipa_actix_web::service_config::ServiceConfig;

use super::service::{self, Read};
use super::settings;
use super::unsubscribing::{get_unsubscribing, unsubscribe};
use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, BadQuery, SignedOut};
use crate::http::{ValidJson, ValidQuery, respond_page};
use crate::state::AppState;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_notices)
        .service(count_unread_notices)
        .service(read_notices)
        .service(get_notice_settings)
        .service(update_notice_settings)
        .service(get_unsubscribing)
        .service(unsubscribe);
}

/// What the caller is told of, newest first: each with what is new of one kind about one thing, and why they are told. What
/// they may not see any more is gone from it.
#[utoipa::path(
    tag = "Notices",
    summary = "List notices",
    params(ListNoticesQuery),
    responses(
        (status = 200, description = "A page of notices", body = Page<Notice>, headers(("Link" = String, description = "The next page, `rel=\"next\"`"))),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/notices")]
pub async fn list_notices(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListNoticesQuery>,
) -> AppResult<HttpResponse> {
    let page = service::list(&state, &member.viewer, &query.0).await?;
    Ok(respond_page(&state, &request, &page))
}

/// How many notices have something new: the number at the bell. Cheap enough to ask for every minute.
#[utoipa::path(
    tag = "Notices",
    summary = "Count unread notices",
    responses((status = 200, description = "Never cached", body = UnreadNotices), SignedOut),
    security(("bearer" = []))
)]
#[get("/notices/unread")]
pub async fn count_unread_notices(
    state: web::Data<AppState>,
    member: CurrentMember,
) -> AppResult<HttpResponse> {
    unread(&state, &member.viewer).await
}

/// Marks one notice as read, those a question's page has told, or all of them, as far as was seen: what happened since stays unread. Doing it again changes
/// nothing.
#[utoipa::path(
    tag = "Notices",
    summary = "Mark notices as read",
    request_body = ReadNotices,
    responses(
        (status = 200, description = "What is left", body = UnreadNotices),
        BadBody, SignedOut,
    ),
    security(("bearer" = []))
)]
#[post("/notices/read")]
pub async fn read_notices(
    state: web::Data<AppState>,
    member: CurrentMember,
    read: ValidJson<ReadNotices>,
) -> AppResult<HttpResponse> {
    let read = Read::parse(&state.keys, &read.0)?;
    let viewer = member.viewer;
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::read(tx, &viewer, read).await })
    })
    .await?;
    unread(&state, &viewer).await
}

async fn unread(state: &AppState, viewer: &Viewer) -> AppResult<HttpResponse> {
    let unread = service::count_unread(state.db.reader(), viewer).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(UnreadNotices { unread }))
}

/// What the caller is told of and how: each kind with its ways, the hour of the digest, and whether what is their own is
/// followed by itself.
#[utoipa::path(
    tag = "Notices",
    summary = "How I am told",
    responses((status = 200, description = "Never cached", body = NoticeSettings), SignedOut),
    security(("bearer" = []))
)]
#[get("/me/notices")]
pub async fn get_notice_settings(
    state: web::Data<AppState>,
    member: CurrentMember,
) -> AppResult<HttpResponse> {
    let found = settings::settings(state.db.reader(), member.viewer.member_id).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

/// Changes what the caller is told of and how; what is left out stays.
#[utoipa::path(
    tag = "Notices",
    summary = "Change how I am told",
    request_body = UpdateNoticeSettings,
    responses(
        (status = 200, description = "All of it as it is now", body = NoticeSettings),
        BadBody, SignedOut,
    ),
    security(("bearer" = []))
)]
#[patch("/me/notices")]
pub async fn update_notice_settings(
    state: web::Data<AppState>,
    member: CurrentMember,
    change: ValidJson<UpdateNoticeSettings>,
) -> AppResult<HttpResponse> {
    let (id, change) = (member.viewer.member_id, change.into_inner());
    let found = db::write(&state.db, move |tx| {
        let change = change.clone();
        Box::pin(async move {
            settings::update(tx, id, &change).await?;
            settings::settings(tx, id).await
        })
    })
    .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}
