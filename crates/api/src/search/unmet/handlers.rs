//! The operations of unmet searches.

use actix_web::http::header;
use actix_web::{HttpResponse, get, web};
use tacit_contract::problem::Problem;
use tacit_contract::search::{SearchedInVain, SearchedInVainQuery, UnmetSearches};

use super::service;
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::ValidQuery;
use crate::http::refusals::{BadQuery, NotAllowed, SignedOut};
use crate::state::AppState;

/// What five people or more searched for within thirty days, in the last ninety at most, and nobody found anything for, for
/// leads and admins. Counted without names; what the caller finds something for meanwhile is left out.
#[utoipa::path(
    tag = "Search",
    summary = "List what many search for in vain",
    responses(
        (status = 200, description = "At most 12, most people first; never cached", body = UnmetSearches),
        (status = 503, description = "The search index is not open (`unavailable`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, NotAllowed
    ),
    security(("bearer" = []))
)]
#[get("/search/unmet")]
pub async fn list_unmet_searches(
    state: web::Data<AppState>,
    current: CurrentMember,
) -> AppResult<HttpResponse> {
    let unmet = service::list(&state, &current.viewer).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(unmet))
}

/// Whether five people or more searched for the same words within thirty days and found nothing, however they were spelt
/// out. Whoever finds nothing either can say it as a need, which the others may join.
#[utoipa::path(
    tag = "Search",
    summary = "Ask whether many searched for this in vain",
    params(SearchedInVainQuery),
    responses(
        (status = 200, description = "Never cached", body = SearchedInVain),
        (status = 503, description = "The search index is not open (`unavailable`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, BadQuery
    ),
    security(("bearer" = []))
)]
#[get("/search/unmet/same")]
pub async fn check_unmet_search(
    state: web::Data<AppState>,
    _current: CurrentMember,
    query: ValidQuery<SearchedInVainQuery>,
) -> AppResult<HttpResponse> {
    let same = service::by_many(&state, &query.0.q).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(same))
}
