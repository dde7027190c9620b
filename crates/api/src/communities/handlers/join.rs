//! Who belongs to a community: the list, joining and leaving.

use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use tacit_contract::Page;
use tacit_contract::communities::{CommunityMember, ListCommunityMembersQuery};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::communities::mapping;
use crate::communities::repo::members::{self, MemberKey};
use crate::communities::service::{self, join};
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadQuery, NotAllowed, NotThere, SignedOut, WrongState};
use crate::http::{PageRequest, ValidQuery, respond_page};
use crate::identity::repo::member_refs;
use crate::identity::service::people::search_words;
use crate::posts::Act;
use crate::state::AppState;

/// Who belongs to a community, by name: for who reads it.
#[utoipa::path(
    tag = "Communities",
    summary = "List members of a community",
    params(("id" = Uuid, Path, description = "Id of the community"), ListCommunityMembersQuery),
    responses(
        (status = 200, description = "A page of members", body = Page<CommunityMember>),
        BadQuery, SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/members")]
pub async fn list_community_members(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
    query: ValidQuery<ListCommunityMembersQuery>,
) -> AppResult<HttpResponse> {
    let (db, id, query) = (state.db.reader(), id.into_inner(), query.0);
    service::load_readable(db, &member.viewer, id).await?;
    let (limit, cursor) = (query.limit, query.cursor.as_deref());
    let asked = PageRequest::<MemberKey>::read(&state.keys, "community-members", limit, cursor)?;
    let words = search_words(query.q)?;
    let after = asked.after.as_ref();
    let rows = members::list(db, id, words.as_deref(), after, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, MemberKey::of)?;
    let people = member_refs(db, page.items.iter().map(|row| row.member_id)).await?;
    let mut items = Vec::with_capacity(page.items.len());
    for row in &page.items {
        let member = (row.member_id, row.role.as_str(), row.joined_at);
        items.extend(mapping::community_member(member, &people)?);
    }
    let next_cursor = page.next_cursor;
    Ok(respond_page(&state, &request, &Page { items, next_cursor }))
}

/// Joins a community: where that is free, or with an invitation. Who belongs to it already does so.
#[utoipa::path(
    tag = "Communities",
    summary = "Join a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 204, description = "A member"),
        SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/communities/{id}/membership")]
pub async fn join_community(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { join::join(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Leaves a community: from the next request on one sees what others see who do not belong to it. What one wrote there stays.
/// Its owner hands over first. Where one does not belong, nothing changes.
#[utoipa::path(
    tag = "Communities",
    summary = "Leave a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 204, description = "No member"),
        SignedOut, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[delete("/communities/{id}/membership")]
pub async fn leave_community(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { join::leave(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
