//! Other members.

use actix_web::{HttpRequest, HttpResponse, get, web};
use tacit_contract::Page;
use tacit_contract::identity::{ListMembersQuery, MemberProfile, MemberSummary};

use super::super::service::people;
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::refusals::{BadQuery, NotThere, SignedOut};
use crate::http::{ValidQuery, respond_page, respond_shared};
use crate::state::AppState;

/// Members who can sign in, by name or newest first, found by the beginnings of words, by department, role, place, language
/// and whether they can be asked; or who knows topics, best first, each with the reasons. Counts are what you may see.
#[utoipa::path(
    tag = "Members",
    summary = "List members",
    params(ListMembersQuery),
    responses(
        (status = 200, description = "A page of members", body = Page<MemberSummary>, headers(("Link" = String, description = "The next page, `rel=\"next\"`"))),
        SignedOut, BadQuery
    ),
    security(("bearer" = []))
)]
#[get("/members")]
pub async fn list_members(
    state: web::Data<AppState>,
    current: CurrentMember,
    query: ValidQuery<ListMembersQuery>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    let page = people::list(&state, &current.viewer, query.0).await?;
    Ok(respond_page(&state, &request, &page))
}

/// A person's profile: what they say about themselves, what they contributed as far as you may see it, and the topics they
/// have answered in most. People of an import have a profile too, without an account.
#[utoipa::path(
    tag = "Members",
    summary = "A member's profile",
    params(("handle" = String, Path, description = "The member's handle", example = "noor")),
    responses(
        (status = 200, description = "The profile", body = MemberProfile, headers(("ETag" = String, description = "For `If-None-Match`"))),
        (status = 304, description = "As the `If-None-Match` of the request says"),
        SignedOut, NotThere
    ),
    security(("bearer" = []))
)]
#[get("/members/{handle}")]
pub async fn get_member(
    state: web::Data<AppState>,
    current: CurrentMember,
    handle: web::Path<String>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    respond_shared(
        &request,
        &people::profile(&state, &current.viewer, &handle).await?,
    )
}
