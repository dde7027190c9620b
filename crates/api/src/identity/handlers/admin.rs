//! Members, as admins see and change them.

use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use tacit_contract::Page;
use tacit_contract::identity::{AdminListMembersQuery, AdminMember, LinkMember, UpdateMember};
use tacit_contract::problem::Problem;
use uuid::Uuid;

use super::super::service::{admin, linking};
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::refusals::{AdminsOnly, BadBody, BadQuery, NotThere, SignedOut, WrongState};
use crate::http::{ValidJson, ValidQuery, respond_page};
use crate::state::AppState;

/// All members with their addresses and whether they can sign in, by name. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "List all members",
    params(AdminListMembersQuery),
    responses(
        (status = 200, description = "A page of members", body = Page<AdminMember>, headers(("Link" = String, description = "The next page, `rel=\"next\"`"))),
        SignedOut, AdminsOnly, BadQuery
    ),
    security(("bearer" = []))
)]
#[get("/admin/members")]
pub async fn list_all_members(
    state: web::Data<AppState>,
    current: CurrentMember,
    query: ValidQuery<AdminListMembersQuery>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    let page = admin::list(&state, current.viewer, query.0).await?;
    Ok(respond_page(&state, &request, &page))
}

/// Changes a member's role or department, keeps them out or lets them in again. Deactivating ends all their sessions at
/// once; what they wrote stays. The last active admin stays one. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "Change a member",
    params(("id" = Uuid, Path, description = "Member id")),
    request_body = UpdateMember,
    responses(
        (status = 200, description = "The member as they are now", body = AdminMember),
        (status = 409, description = "The last active admin stays one (`last_admin`), or the person came with an import and has no account (`wrong_state`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, AdminsOnly, NotThere, BadBody
    ),
    security(("bearer" = []))
)]
#[patch("/admin/members/{id}")]
pub async fn update_member(
    state: web::Data<AppState>,
    current: CurrentMember,
    id: web::Path<Uuid>,
    body: ValidJson<UpdateMember>,
) -> AppResult<HttpResponse> {
    let member = admin::update(&state, current.viewer, id.into_inner(), body.0).await?;
    Ok(HttpResponse::Ok().json(member))
}

/// Gives what a person of an import wrote, edited and marked to a member. Profiles, numbers and search follow. There is no
/// way back: afterwards nobody can tell whose was what. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "Link a person of an import to a member",
    params(("id" = Uuid, Path, description = "Member id of the person")),
    request_body = LinkMember,
    responses(
        (status = 200, description = "The member who has it now", body = AdminMember),
        SignedOut, AdminsOnly, NotThere, BadBody, WrongState
    ),
    security(("bearer" = []))
)]
#[post("/admin/members/{id}/link")]
pub async fn link_member(
    state: web::Data<AppState>,
    current: CurrentMember,
    id: web::Path<Uuid>,
    body: ValidJson<LinkMember>,
) -> AppResult<HttpResponse> {
    let member = linking::link(&state, current.viewer, id.into_inner(), body.0).await?;
    Ok(HttpResponse::Ok().json(member))
}
