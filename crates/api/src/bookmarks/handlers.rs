//! Operations of bookmarks.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use tacit_contract::Page;
use tacit_contract::bookmarks::{Bookmark, KeepBookmark, ListBookmarksQuery};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{repo, service};
use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, BadQuery, NotThere, SignedOut};
use crate::http::{ValidJson, ValidQuery, respond_page};
use crate::posts::Act;
use crate::state::AppState;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_bookmarks)
        .service(get_bookmark)
        .service(keep_bookmark)
        .service(remove_bookmark);
}

/// What the caller keeps for later, newest first: questions and answers with the caller's notes. Nobody else sees it.
#[utoipa::path(
    tag = "Me",
    summary = "List my bookmarks",
    params(ListBookmarksQuery),
    responses(
        (status = 200, description = "A page of bookmarks", body = Page<Bookmark>, headers(("Link" = String, description = "The next page, `rel=\"next\"`"))),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/me/bookmarks")]
pub async fn list_bookmarks(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListBookmarksQuery>,
) -> AppResult<HttpResponse> {
    let page = service::list(&state, &member.viewer, &query.0).await?;
    Ok(respond_page(&state, &request, &page))
}

/// The caller's bookmark of a post; 404 when there is none.
#[utoipa::path(
    tag = "Me",
    summary = "Read my bookmark of a post",
    params(("id" = Uuid, Path, description = "Post id of a question or an answer")),
    responses(
        (status = 200, description = "Never cached", body = Bookmark),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/me/bookmarks/{id}")]
pub async fn get_bookmark(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    answer(&state, &member, id.into_inner()).await
}

/// Keeps a question or an answer for later, or changes the note of one that is kept.
#[utoipa::path(
    tag = "Me",
    summary = "Keep a post for later",
    params(("id" = Uuid, Path, description = "Post id of a question or an answer")),
    request_body = KeepBookmark,
    responses(
        (status = 200, description = "Kept", body = Bookmark),
        BadBody, SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[put("/me/bookmarks/{id}")]
pub async fn keep_bookmark(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    bookmark: ValidJson<KeepBookmark>,
) -> AppResult<HttpResponse> {
    let note = service::read_note(bookmark.0.note.as_deref())?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let note = note.clone();
        Box::pin(async move { service::store(tx, &act, id, &note).await })
    })
    .await?;
    answer(&state, &member, id).await
}

async fn answer(state: &AppState, member: &CurrentMember, id: Uuid) -> AppResult<HttpResponse> {
    let found = service::find(state.db.reader(), &member.viewer, id).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

/// Keeps a post no longer, whether or not it can still be seen. Doing it again changes nothing.
#[utoipa::path(
    tag = "Me",
    summary = "Remove a bookmark",
    params(("id" = Uuid, Path, description = "Post id of a question or an answer")),
    responses((status = 204, description = "Not kept any more"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[delete("/me/bookmarks/{id}")]
pub async fn remove_bookmark(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (of, id) = (member.viewer.member_id, id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { Ok(repo::delete(tx, of, id).await?) })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
