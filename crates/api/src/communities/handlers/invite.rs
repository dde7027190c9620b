//! Inviting by name.

use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use tacit_contract::Page;
use tacit_contract::communities::{
    CommunityInvitation, InviteToCommunity, ListCommunityInvitationsQuery,
};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::communities::repo::invitations;
use crate::communities::{doors, read, service};
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, BadQuery, NotAllowed, NotThere, SignedOut, WrongState};
use crate::http::{PageRequest, ValidJson, ValidQuery, respond_page};
use crate::posts::Act;
use crate::state::AppState;

/// Invites somebody by name; they are told, and come in by joining. Also a hidden community exists for who is invited.
/// Invited again while it waits, the new word counts. Whoever declined is not invited again for 14 days.
#[utoipa::path(
    tag = "Communities",
    summary = "Invite somebody to a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    request_body = InviteToCommunity,
    responses(
        (status = 204, description = "Invited"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[post("/communities/{id}/invitations")]
pub async fn invite_to_community(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    invitation: ValidJson<InviteToCommunity>,
) -> AppResult<HttpResponse> {
    let word = read::word("/word", invitation.0.word.as_deref())?;
    let handle = invitation.0.handle;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let (handle, word) = (handle.clone(), word.clone());
        Box::pin(
            async move { service::invite::invite(tx, &act, id, (&handle, word.as_str())).await },
        )
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Who was invited by name and has not answered, the newest first: for who looks after the community.
#[utoipa::path(
    tag = "Communities",
    summary = "List invitations to a community",
    params(("id" = Uuid, Path, description = "Id of the community"), ListCommunityInvitationsQuery),
    responses(
        (status = 200, description = "A page of invitations", body = Page<CommunityInvitation>, headers(("Link" = String, description = "The next page, `rel=\"next\"`"))),
        BadQuery, SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/invitations")]
pub async fn list_community_invitations(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
    query: ValidQuery<ListCommunityInvitationsQuery>,
) -> AppResult<HttpResponse> {
    let (db, id, query) = (state.db.reader(), id.into_inner(), query.0);
    service::load_facilitated(db, &member.viewer, id).await?;
    let (limit, cursor) = (query.limit, query.cursor.as_deref());
    let asked = PageRequest::read(&state.keys, "community-invitations", limit, cursor)?;
    let rows = invitations::list(db, id, asked.after, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, |row| (row.invited_at, row.member_id))?;
    let page = Page {
        items: doors::invitations(db, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}

/// Takes an invitation back. Where none waits, nothing changes.
#[utoipa::path(
    tag = "Communities",
    summary = "Take back an invitation to a community",
    params(
        ("id" = Uuid, Path, description = "Id of the community"),
        ("member" = Uuid, Path, description = "Id of the member who was invited"),
    ),
    responses(
        (status = 204, description = "Not invited"),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/communities/{id}/invitations/{member}")]
pub async fn revoke_community_invitation(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, Uuid)>,
) -> AppResult<HttpResponse> {
    let (act, which) = (Act::live(&state, member.viewer), path.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::invite::take_back(tx, &act, which).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Declines an invitation. A hidden community does not exist for the caller from then on. Where nobody invited, nothing
/// changes.
#[utoipa::path(
    tag = "Communities",
    summary = "Decline an invitation to a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 204, description = "Not invited"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/communities/{id}/invitation")]
pub async fn decline_community_invitation(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::invite::decline(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
