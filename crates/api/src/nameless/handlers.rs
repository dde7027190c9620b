//! What writing without one's name means.

use actix_web::http::header;
use actix_web::{HttpResponse, get, web};
use tacit_contract::nameless::{NamelessQuery, NamelessRule};
use utoipa_actix_web::service_config::ServiceConfig;

use super::rule;
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::ValidQuery;
use crate::http::refusals::{BadQuery, NotThere, SignedOut};
use crate::state::AppState;

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config.service(get_nameless_rule);
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
