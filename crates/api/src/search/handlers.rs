//! The operations of searching.

use actix_web::{HttpRequest, HttpResponse, get, web};
use tacit_contract::Page;
use tacit_contract::problem::Problem;
use tacit_contract::search::{
    CompleteSearchQuery, Completions, SearchHit, SearchQuery, SimilarQuery, SimilarQuestions,
};

use super::service;
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::refusals::{BadQuery, SignedOut};
use crate::http::{ValidQuery, respond_page};
use crate::state::AppState;

/// Questions with their answers, topics and people in one list, best first. No word is required, but phrases and filters
/// are. There is no total.
#[utoipa::path(
    tag = "Search",
    summary = "Search everything",
    params(SearchQuery),
    responses(
        (status = 200, description = "A page of what was found", body = Page<SearchHit>, headers(("Link" = String, description = "The next page, `rel=\"next\"`"))),
        (status = 503, description = "The search index is not open (`unavailable`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, BadQuery
    ),
    security(("bearer" = []))
)]
#[get("/search")]
pub async fn search(
    state: web::Data<AppState>,
    current: CurrentMember,
    query: ValidQuery<SearchQuery>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    let page = service::search(&state, &current.viewer, query.0).await?;
    Ok(respond_page(&state, &request, &page))
}

/// Titles of questions, topics and people that have the words in the box; the last word may be unfinished.
#[utoipa::path(
    tag = "Search",
    summary = "Complete what is typed",
    params(CompleteSearchQuery),
    responses(
        (status = 200, description = "Completions, best first", body = Completions),
        (status = 503, description = "The search index is not open (`unavailable`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, BadQuery
    ),
    security(("bearer" = []))
)]
#[get("/search/complete")]
pub async fn complete_search(
    state: web::Data<AppState>,
    current: CurrentMember,
    query: ValidQuery<CompleteSearchQuery>,
) -> AppResult<HttpResponse> {
    let completions = service::complete(&state, &current.viewer, query.0).await?;
    Ok(HttpResponse::Ok().json(completions))
}

/// Questions that may already say what somebody is about to ask, best first. No word of the title is required; solved,
/// answered and helpful ones stand a little higher.
#[utoipa::path(
    tag = "Search",
    summary = "Find similar questions",
    params(SimilarQuery),
    responses(
        (status = 200, description = "Similar questions, best first", body = SimilarQuestions),
        (status = 503, description = "The search index is not open (`unavailable`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, BadQuery
    ),
    security(("bearer" = []))
)]
#[get("/questions/similar")]
pub async fn list_similar_questions(
    state: web::Data<AppState>,
    current: CurrentMember,
    query: ValidQuery<SimilarQuery>,
) -> AppResult<HttpResponse> {
    let similar = service::similar(&state, &current.viewer, query.0).await?;
    Ok(HttpResponse::Ok().json(similar))
}
