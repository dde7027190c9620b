//! One's own account and sessions.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use tacit_contract::identity::{ChangePassword, EndSessionsQuery, Me, Session, UpdateMe};
use uuid::Uuid;

use super::super::service::{profile, sessions};
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, BadQuery, Limited, NotThere, SignedOut, Stale, Taken};
use crate::http::{IfMatch, ValidJson, ValidQuery, respond_with_version};
use crate::state::AppState;

/// One's own account, with its version as `ETag`.
#[utoipa::path(
    tag = "Me",
    summary = "My account",
    responses((status = 200, description = "The account", body = Me, headers(("ETag" = String, description = "The version, for `If-Match`"))), SignedOut),
    security(("bearer" = []))
)]
#[get("/me")]
pub async fn get_me(state: web::Data<AppState>, current: CurrentMember) -> AppResult<HttpResponse> {
    let me = profile::me(&state, current).await?;
    Ok(respond_with_version(me.version, &me))
}

/// Changes one's own profile. What is left out stays; `null` takes the department away. Say with `If-Match` which version
/// was read.
#[utoipa::path(
    tag = "Me",
    summary = "Edit my profile",
    params(("If-Match" = String, Header, description = "The version that was read", example = "\"3\"")),
    request_body = UpdateMe,
    responses(
        (status = 200, description = "The account as it is now", body = Me, headers(("ETag" = String, description = "The new version"))),
        SignedOut, BadBody, Stale, Taken
    ),
    security(("bearer" = []))
)]
#[patch("/me")]
pub async fn update_me(
    state: web::Data<AppState>,
    current: CurrentMember,
    version: IfMatch,
    body: ValidJson<UpdateMe>,
) -> AppResult<HttpResponse> {
    let me = profile::update(&state, current, version, body.0).await?;
    Ok(respond_with_version(me.version, &me))
}

/// Changes one's own password. Every other session ends; this one goes on.
#[utoipa::path(
    tag = "Me",
    summary = "Change my password",
    request_body = ChangePassword,
    responses((status = 204, description = "Changed; all other sessions have ended"), SignedOut, BadBody, Limited),
    security(("bearer" = []))
)]
#[post("/me/password")]
pub async fn change_password(
    state: web::Data<AppState>,
    current: CurrentMember,
    body: ValidJson<ChangePassword>,
) -> AppResult<HttpResponse> {
    sessions::change_password(&state, current, body.0).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Where one is signed in, last used first.
#[utoipa::path(
    tag = "Me",
    summary = "My sessions",
    responses((status = 200, description = "The living sessions", body = Vec<Session>), SignedOut),
    security(("bearer" = []))
)]
#[get("/me/sessions")]
pub async fn list_sessions(
    state: web::Data<AppState>,
    current: CurrentMember,
) -> AppResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(sessions::list(&state, current).await?))
}

/// Signs out one of one's own browsers or programs, at once.
#[utoipa::path(
    tag = "Me",
    summary = "End one of my sessions",
    params(("id" = Uuid, Path, description = "Session id")),
    responses((status = 204, description = "Ended"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[delete("/me/sessions/{id}")]
pub async fn end_session(
    state: web::Data<AppState>,
    current: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    sessions::end(&state, current, id.into_inner()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Signs out everywhere, at once: here too, unless `keep_current` is true.
#[utoipa::path(
    tag = "Me",
    summary = "Sign out everywhere",
    params(EndSessionsQuery),
    responses((status = 204, description = "Ended"), SignedOut, BadQuery),
    security(("bearer" = []))
)]
#[delete("/me/sessions")]
pub async fn end_all_sessions(
    state: web::Data<AppState>,
    current: CurrentMember,
    query: ValidQuery<EndSessionsQuery>,
) -> AppResult<HttpResponse> {
    sessions::end_all(&state, current, query.0.keep_current.unwrap_or(false)).await?;
    Ok(HttpResponse::NoContent().finish())
}
