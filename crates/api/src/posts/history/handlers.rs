//! Operations of the history.

use actix_web::http::header;
use actix_web::{HttpResponse, get, post, web};
use tacit_contract::posts::{CompareRevisionQuery, PostVersion, RestoreRevision, RevisionDiff};
use uuid::Uuid;

use super::service::{self, Earlier};
use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{
    BadBody, BadQuery, NotAllowed, NotThere, SignedOut, Stale, WrongState,
};
use crate::http::{IfMatch, ValidJson, ValidQuery, respond_with_version};
use crate::posts::repo::find_visible;
use crate::posts::{Act, refusal};
use crate::state::AppState;

/// What a revision changed, in words: against the one before, or against any earlier or later one. Of the first revision all
/// is added.
#[utoipa::path(
    tag = "Posts",
    summary = "Compare two revisions",
    params(
        ("id" = Uuid, Path, description = "Post id"),
        ("version" = i32, Path, description = "The version that the revision made"),
        CompareRevisionQuery,
    ),
    responses(
        (status = 200, description = "What changed", body = RevisionDiff),
        BadQuery, SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/posts/{id}/revisions/{version}/diff")]
pub async fn compare_revision(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, i32)>,
    query: ValidQuery<CompareRevisionQuery>,
) -> AppResult<HttpResponse> {
    let (post, version) = path.into_inner();
    let db = state.db.reader();
    let compared = service::load(db, &member.viewer, post, version, query.0.against).await?;
    let diff = tokio::task::spawn_blocking(move || service::compare(&compared)).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(diff))
}

/// Gives a post the text of an earlier revision again: title, text and topics of a question, the text of an answer or a
/// comment. That is an edit like any other: it makes a new revision, and another's post needs a reason.
#[utoipa::path(
    tag = "Posts",
    summary = "Restore a revision",
    params(
        ("id" = Uuid, Path, description = "Post id"),
        ("version" = i32, Path, description = "The version that the revision made"),
        ("If-Match" = String, Header, description = "The version that was read, such as \"4\""),
    ),
    request_body = RestoreRevision,
    responses(
        (status = 200, description = "Restored", body = PostVersion),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState, Stale,
    ),
    security(("bearer" = []))
)]
#[post("/posts/{id}/revisions/{version}/restore")]
pub async fn restore_revision(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, i32)>,
    read: IfMatch,
    restore: ValidJson<RestoreRevision>,
) -> AppResult<HttpResponse> {
    let (id, version) = path.into_inner();
    let reason = refusal::read_reason(restore.0.reason.as_deref())?;
    let row = service::find(state.db.reader(), &member.viewer, id, version).await?;
    let earlier = Earlier::read(state.db.reader(), &row).await?;
    let act = Act::live(&state, member.viewer);
    db::write(&state.db, move |tx| {
        let (earlier, reason) = (earlier.clone(), reason.clone());
        Box::pin(
            async move { service::restore(tx, &act, id, read, &earlier, reason.as_ref()).await },
        )
    })
    .await?;
    let post = find_visible(state.db.reader(), &member.viewer, id)
        .await?
        .post;
    let version = post.version;
    Ok(respond_with_version(version, &PostVersion { id, version }))
}
