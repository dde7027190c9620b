//! Invitations.

use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use tacit_contract::Page;
use tacit_contract::organisation::{
    CreateInvitation, CreatedInvitation, Invitation, InvitedList, ListInvitationsQuery, PeopleList,
};
use uuid::Uuid;

use super::super::service::invitations;
use super::super::service::invite_list as lists;
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::refusals::{AdminsOnly, BadBody, BadQuery, NotThere, SignedOut, Taken};
use crate::http::{ValidJson, ValidQuery, respond_page};
use crate::state::AppState;

/// Invitations, newest first, the used and expired ones too. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "List invitations",
    params(ListInvitationsQuery),
    responses(
        (status = 200, description = "A page of invitations", body = Page<Invitation>, headers(("Link" = String, description = "The next page, `rel=\"next\"`"))),
        SignedOut, AdminsOnly, BadQuery
    ),
    security(("bearer" = []))
)]
#[get("/admin/invitations")]
pub async fn list_invitations(
    state: web::Data<AppState>,
    current: CurrentMember,
    query: ValidQuery<ListInvitationsQuery>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    let cursor = query.0.cursor.as_deref();
    let page = invitations::list(&state, current.viewer, query.0.limit, cursor).await?;
    Ok(respond_page(&state, &request, &page))
}

/// Invites an address. The link is mailed, and also answered, this once. It is for this address only, works once and for
/// seven days; an older invitation to the same address stops working. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "Invite somebody",
    request_body = CreateInvitation,
    responses((status = 201, description = "The invitation and its link", body = CreatedInvitation), SignedOut, AdminsOnly, BadBody, Taken),
    security(("bearer" = []))
)]
#[post("/admin/invitations")]
pub async fn create_invitation(
    state: web::Data<AppState>,
    current: CurrentMember,
    body: ValidJson<CreateInvitation>,
) -> AppResult<HttpResponse> {
    Ok(HttpResponse::Created().json(invitations::create(&state, current.viewer, body.0).await?))
}

/// Takes back an invitation that was not used: its link stops working. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "Take back an invitation",
    params(("id" = Uuid, Path, description = "Invitation id")),
    responses((status = 204, description = "Taken back"), SignedOut, AdminsOnly, NotThere),
    security(("bearer" = []))
)]
#[delete("/admin/invitations/{id}")]
pub async fn revoke_invitation(
    state: web::Data<AppState>,
    current: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    invitations::revoke(&state, current.viewer, id.into_inner()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Looks at a list of people to invite, line by line: what is wrong, who has an account, who was invited before. Nobody is
/// invited by that. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "Look at a list of people to invite",
    request_body = PeopleList,
    responses((status = 200, description = "What inviting them would do", body = InvitedList), SignedOut, AdminsOnly, BadBody),
    security(("bearer" = []))
)]
#[post("/admin/invitations/preview")]
pub async fn preview_invitations(
    state: web::Data<AppState>,
    current: CurrentMember,
    body: ValidJson<PeopleList>,
) -> AppResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(lists::preview(&state, current.viewer, body.0).await?))
}

/// Invites everybody on a list whose line is right, as one by one: each gets a letter with a link, and the links are
/// answered too, this once. Lines with something wrong are answered with what it is. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "Invite many",
    request_body = PeopleList,
    responses((status = 201, description = "What came of each line", body = InvitedList), SignedOut, AdminsOnly, BadBody),
    security(("bearer" = []))
)]
#[post("/admin/invitations/list")]
pub async fn invite_people(
    state: web::Data<AppState>,
    current: CurrentMember,
    body: ValidJson<PeopleList>,
) -> AppResult<HttpResponse> {
    Ok(HttpResponse::Created().json(lists::invite(&state, current.viewer, body.0).await?))
}
