//! What of the vocabulary could be in better order.

use actix_web::http::header;
use actix_web::{HttpResponse, delete, get, web};
use tacit_contract::topics::TopicCleanup;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{NotAllowed, NotThere, SignedOut, WrongState};
use crate::posts::Act;
use crate::state::AppState;
use crate::topics::cleanup;

/// Topics that nothing hangs on, and pairs whose names are nearly the same: suggestions to delete and to merge. Leads and
/// admins only.
#[utoipa::path(
    tag = "Topics",
    summary = "Read what of the topics could be in better order",
    responses(
        (status = 200, description = "Never cached", body = TopicCleanup),
        SignedOut, NotAllowed,
    ),
    security(("bearer" = []))
)]
#[get("/moderation/topics")]
pub async fn get_topic_cleanup(
    state: web::Data<AppState>,
    member: CurrentMember,
) -> AppResult<HttpResponse> {
    let found = cleanup::look(state.db.reader(), &member.viewer).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

/// Deletes a topic that nothing hangs on, with its synonyms: no question, no follower, no topic under it. What is used is
/// merged instead. Leads and admins only.
#[utoipa::path(
    tag = "Topics",
    summary = "Delete an unused topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "miscellaneous")),
    responses(
        (status = 204, description = "Deleted"),
        SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[delete("/topics/{slug}")]
pub async fn delete_topic(
    state: web::Data<AppState>,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    let (act, slug) = (Act::live(&state, member.viewer), slug.into_inner());
    db::write(&state.db, move |tx| {
        let slug = slug.clone();
        Box::pin(async move { cleanup::delete(tx, &act, &slug).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
