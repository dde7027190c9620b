//! Deleting posts, restoring them, and reading what was deleted.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use tacit_contract::Page;
use tacit_contract::moderation::{DeletePostQuery, DeletedPost, ListDeletedPostsQuery};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadQuery, InvalidField, NotAllowed, NotThere, SignedOut, WrongState};
use crate::http::{PageRequest, ValidQuery, respond_page};
use crate::moderation::mapping;
use crate::moderation::repo::deletions::{self, DeletionKey};
use crate::moderation::service::delete;
use crate::posts::{Act, refusal};
use crate::state::AppState;

/// Deletes a question, an answer or a comment. Its author may, as long as nobody built on it: no answers to a question, no
/// acceptance of an answer. A lead or admin may, with a reason. The original of duplicates stays. What is deleted is gone
/// for all but its author and leads, who can restore it; an accepted answer is accepted no more.
#[utoipa::path(
    tag = "Moderation",
    summary = "Delete a post",
    params(("id" = Uuid, Path, description = "Post id"), DeletePostQuery),
    responses(
        (status = 204, description = "Deleted"),
        BadQuery, SignedOut, NotAllowed, NotThere, WrongState, InvalidField,
    ),
    security(("bearer" = []))
)]
#[delete("/posts/{id}")]
pub async fn delete_post(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    query: ValidQuery<DeletePostQuery>,
) -> AppResult<HttpResponse> {
    let reason = refusal::read_reason(query.0.reason.as_deref())?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let reason = reason.clone();
        Box::pin(async move { delete::delete(tx, &act, id, reason.as_ref()).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Restores a deleted post: whoever deleted it, or with a reason a lead or admin. An answer comes back unaccepted. What
/// stood under a deleted post comes back with it; what was deleted there by itself waits until the other is restored.
#[utoipa::path(
    tag = "Moderation",
    summary = "Restore a deleted post",
    params(("id" = Uuid, Path, description = "Post id"), DeletePostQuery),
    responses(
        (status = 204, description = "Restored"),
        BadQuery, SignedOut, NotAllowed, NotThere, WrongState, InvalidField,
    ),
    security(("bearer" = []))
)]
#[post("/posts/{id}/restore")]
pub async fn restore_post(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    query: ValidQuery<DeletePostQuery>,
) -> AppResult<HttpResponse> {
    let reason = refusal::read_reason(query.0.reason.as_deref())?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let reason = reason.clone();
        Box::pin(async move { delete::restore(tx, &act, id, reason.as_ref()).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A deleted post with who deleted it and why: for its author, leads and admins. For everybody else there is nothing.
#[utoipa::path(
    tag = "Moderation",
    summary = "Read a deleted post",
    params(("id" = Uuid, Path, description = "Post id")),
    responses(
        (status = 200, description = "Never cached", body = DeletedPost),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/posts/{id}/deletion")]
pub async fn get_deleted_post(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (db, viewer) = (state.db.reader(), &member.viewer);
    let (placed, row) = deletions::find(db, viewer, id.into_inner()).await?;
    let mut found = mapping::deleted(db, viewer, vec![(placed.post, row)]).await?;
    let found = found.pop().ok_or_else(AppError::not_found)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

/// Deleted posts, last deleted first: one's own, and for leads and admins everybody's.
#[utoipa::path(
    tag = "Moderation",
    summary = "List deleted posts",
    params(ListDeletedPostsQuery),
    responses(
        (status = 200, description = "A page of deleted posts", body = Page<DeletedPost>),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/moderation/deleted-posts")]
pub async fn list_deleted_posts(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListDeletedPostsQuery>,
) -> AppResult<HttpResponse> {
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<DeletionKey>::read(&state.keys, "deleted-posts", limit, cursor)?;
    let (db, viewer) = (state.db.reader(), &member.viewer);
    let mine = query.0.mine.unwrap_or(false);
    let rows = deletions::list(db, viewer, mine, asked.after, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, DeletionKey::of)?;
    let page = Page {
        items: mapping::deleted(db, viewer, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}
