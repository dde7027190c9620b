//! What writing without one's name means.

use actix_web::http::header;
use actix_web::{HttpResponse, get, put, web};
use tacit_contract::nameless::{NamelessQuery, NamelessRule};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{rule, show};
use crate::auth::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::ValidQuery;
use crate::http::refusals::{BadQuery, NotAllowed, NotThere, SignedOut, WrongState};
use crate::posts::Act;
use crate::state::AppState;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config.service(get_nameless_rule).service(show_name);
}

/// Whether one may write without one's name for everyone or in a community, and whether so few could have written it that
/// the name is easily guessed. The author of such a post is `null` for everybody but themselves.
#[utoipa::path(
    tag = "Posts",
    summary = "What writing without my name means",
    params(NamelessQuery),
    responses(
        (status = 200, description = "Never cached", body = NamelessRule),
        BadQuery, SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/nameless")]
pub async fn get_nameless_rule(
    state: web::Data<AppState>,
    member: CurrentMember,
    query: ValidQuery<NamelessQuery>,
) -> AppResult<HttpResponse> {
    let rule: NamelessRule =
        rule::read(state.db.reader(), &member.viewer, query.0.community_id).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(rule))
}

/// Puts the caller's name on what they wrote without it, for good: a question with all they wrote so on its page, an answer or
/// a comment by itself, unless the question has no name either and is theirs: a name beside it would be taken for its author's. Times
/// stay days. Where the name stands already nothing changes.
#[utoipa::path(
    tag = "Posts",
    summary = "Show my name",
    params(("id" = Uuid, Path, description = "Post id")),
    responses(
        (status = 204, description = "Everybody reads who wrote it"),
        SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/posts/{id}/name")]
pub async fn show_name(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { show::show_name(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
