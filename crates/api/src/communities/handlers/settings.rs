//! Changing what a community says of itself and how it is run.

use actix_web::{HttpResponse, get, patch, web};
use tacit_contract::communities::{CommunityDetail, CommunitySettings, EditCommunity};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::communities::{page, read, service};
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, NotAllowed, NotThere, SignedOut, Stale, WrongState};
use crate::http::{IfMatch, ValidJson, respond_with_version};
use crate::posts::Act;
use crate::state::AppState;

/// Changes a community. Facilitators change its texts, topics and language; its owner also who knows of it, how one joins and
/// whether one may ask without a name. Once something was written in it for members only, it does not open to everybody any
/// more. Archived, it is not changed.
#[utoipa::path(
    tag = "Communities",
    summary = "Edit a community",
    params(
        ("id" = Uuid, Path, description = "Id of the community"),
        ("If-Match" = String, Header, description = "The version that was read, such as \"1\""),
    ),
    request_body = EditCommunity,
    responses(
        (status = 200, description = "Edited", body = CommunityDetail),
        BadBody, SignedOut, NotAllowed, NotThere, Stale, WrongState,
    ),
    security(("bearer" = []))
)]
#[patch("/communities/{id}")]
pub async fn edit_community(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    version: IfMatch,
    edit: ValidJson<EditCommunity>,
) -> AppResult<HttpResponse> {
    let edit = read::edit(&edit.0)?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let edit = edit.clone();
        Box::pin(async move { service::edit::edit(tx, &act, id, version, &edit).await })
    })
    .await?;
    let detail = page::detail(state.db.reader(), &member.viewer, id).await?;
    Ok(respond_with_version(detail.version, &detail))
}

/// What facilitators read beside the page: the welcome of new members.
#[utoipa::path(
    tag = "Communities",
    summary = "Read the settings of a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 200, description = "With its version as `ETag`", body = CommunitySettings),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/settings")]
pub async fn get_community_settings(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let db = state.db.reader();
    let row = service::load_facilitated(db, &member.viewer, id.into_inner())
        .await?
        .row;
    let settings = CommunitySettings {
        welcome: row.welcome,
        version: row.version,
    };
    Ok(respond_with_version(settings.version, &settings))
}
