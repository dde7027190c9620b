//! Taking members out and giving them roles.

use actix_web::{HttpResponse, post, put, web};
use tacit_contract::communities::{ChangeCommunityRole, RemoveCommunityMember};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::communities::{read, service};
use crate::db;
use crate::error::AppResult;
use crate::http::ValidJson;
use crate::http::refusals::{BadBody, NotAllowed, NotThere, SignedOut, WrongState};
use crate::posts::Act;
use crate::state::AppState;

/// Takes a member out, with a word that they are told. From the next request on they see what others see who do not belong;
/// what they wrote stays. For 14 days they come back by an invitation by name alone. Facilitators take out members, the owner
/// also facilitators.
#[utoipa::path(
    tag = "Communities",
    summary = "Remove a member of a community",
    params(
        ("id" = Uuid, Path, description = "Id of the community"),
        ("member" = Uuid, Path, description = "Id of the member"),
    ),
    request_body = RemoveCommunityMember,
    responses(
        (status = 204, description = "No member"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[post("/communities/{id}/members/{member}/removal")]
pub async fn remove_community_member(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, Uuid)>,
    removal: ValidJson<RemoveCommunityMember>,
) -> AppResult<HttpResponse> {
    let word = read::said("/word", &removal.0.word)?;
    let (act, which) = (Act::live(&state, member.viewer), path.into_inner());
    db::write(&state.db, move |tx| {
        let word = word.clone();
        Box::pin(async move { service::members::remove(tx, &act, which, word.as_str()).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Gives a member another role. `owner` hands the community over: the caller is a facilitator then. Its owner alone may.
#[utoipa::path(
    tag = "Communities",
    summary = "Change a member's role in a community",
    params(
        ("id" = Uuid, Path, description = "Id of the community"),
        ("member" = Uuid, Path, description = "Id of the member"),
    ),
    request_body = ChangeCommunityRole,
    responses(
        (status = 204, description = "They have the role"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/communities/{id}/members/{member}/role")]
pub async fn change_community_role(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, Uuid)>,
    change: ValidJson<ChangeCommunityRole>,
) -> AppResult<HttpResponse> {
    let role = change.0.role.into();
    let (act, which) = (Act::live(&state, member.viewer), path.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::members::change_role(tx, &act, which, role).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
