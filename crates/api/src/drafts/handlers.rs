//! Operations of drafts.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use tacit_contract::Page;
use tacit_contract::drafts::{Draft, DraftSummary, ListDraftsQuery, SaveDraft};
use tacit_domain::drafts::DraftPlace;
use utoipa_actix_web::service_config::ServiceConfig;

use super::repo::{self, DraftKey};
use super::{mapping, service};
use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadBody, BadQuery, NotAllowed, NotThere, SignedOut, WrongState};
use crate::http::{PageRequest, ValidJson, ValidQuery, respond_page};
use crate::posts::Act;
use crate::state::AppState;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_drafts)
        .service(get_draft)
        .service(save_draft)
        .service(delete_draft);
}

/// What the caller is still writing, last saved first. Nobody else sees it, whatever their role.
#[utoipa::path(
    tag = "Drafts",
    summary = "List my drafts",
    params(ListDraftsQuery),
    responses(
        (status = 200, description = "A page of drafts", body = Page<DraftSummary>),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/me/drafts")]
pub async fn list_drafts(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListDraftsQuery>,
) -> AppResult<HttpResponse> {
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<DraftKey>::read(&state.keys, "drafts", limit, cursor)?;
    let (db, viewer) = (state.db.reader(), &member.viewer);
    let rows = repo::list(db, viewer.member_id, asked.after.as_ref(), asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, |row| (row.updated_at, row.place.clone()))?;
    let page = Page {
        items: service::summaries(db, viewer, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}

/// The caller's own draft at a place: `ask`, or `answer-`, `comment-` or `edit-` and the id of the post.
#[utoipa::path(
    tag = "Drafts",
    summary = "Read my draft",
    params(("place" = String, Path, description = "Where it will stand", example = "ask")),
    responses((status = 200, description = "The draft", body = Draft), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[get("/me/drafts/{place}")]
pub async fn get_draft(
    state: web::Data<AppState>,
    member: CurrentMember,
    place: web::Path<String>,
) -> AppResult<HttpResponse> {
    respond(&state, &member, read_place(&place)?).await
}

/// Keeps what was typed so far at a place, in place of what was kept there before: the last save wins, and the version
/// tells another device that it was not its own. Posting discards it. A draft may be longer than a post.
#[utoipa::path(
    tag = "Drafts",
    summary = "Keep my draft",
    params(("place" = String, Path, description = "Where it will stand", example = "ask")),
    request_body = SaveDraft,
    responses(
        (status = 200, description = "Kept", body = Draft),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/me/drafts/{place}")]
pub async fn save_draft(
    state: web::Data<AppState>,
    member: CurrentMember,
    place: web::Path<String>,
    draft: ValidJson<SaveDraft>,
) -> AppResult<HttpResponse> {
    let place = read_place(&place)?;
    service::read(&draft.0)?;
    let (act, draft) = (Act::live(&state, member.viewer), draft.0);
    db::write(&state.db, move |tx| {
        let draft = draft.clone();
        Box::pin(async move { service::save(tx, &act, place, &draft).await })
    })
    .await?;
    respond(&state, &member, place).await
}

/// Discards a draft. Where there is none, nothing happens.
#[utoipa::path(
    tag = "Drafts",
    summary = "Discard my draft",
    params(("place" = String, Path, description = "Where it would have stood", example = "ask")),
    responses((status = 204, description = "There is no draft"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[delete("/me/drafts/{place}")]
pub async fn delete_draft(
    state: web::Data<AppState>,
    member: CurrentMember,
    place: web::Path<String>,
) -> AppResult<HttpResponse> {
    let (place, writer) = (read_place(&place)?, member.viewer.member_id);
    db::write(&state.db, move |tx| {
        Box::pin(async move { Ok(repo::delete(tx, writer, place).await?) })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// An address that names no place leads nowhere.
fn read_place(word: &str) -> AppResult<DraftPlace> {
    word.parse().map_err(|_| AppError::not_found())
}

async fn respond(
    state: &AppState,
    member: &CurrentMember,
    place: DraftPlace,
) -> AppResult<HttpResponse> {
    let row = repo::find(state.db.reader(), member.viewer.member_id, place).await?;
    let draft = mapping::draft(row.ok_or_else(AppError::not_found)?)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(draft))
}
