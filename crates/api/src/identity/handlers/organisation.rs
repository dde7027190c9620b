//! The organisation and its logo.

use actix_web::http::header;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, delete, get, patch, put, web};
use tacit_contract::organisation::{Organisation, UpdateOrganisation};
use tacit_contract::problem::Problem;

use super::super::service::{logo, organisation};
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::conditional::{is_known, tag_of_bytes};
use crate::http::refusals::{AdminsOnly, BadBody, NotThere, SignedOut, Stale};
use crate::http::{IfMatch, ValidJson, respond_with_version};
use crate::state::AppState;

/// A picture may hold scripts: opened by itself it runs none and loads nothing.
const LOGO_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// Name, logo, default language, and who may register, with the version as `ETag`.
#[utoipa::path(
    tag = "Organisation",
    summary = "The organisation",
    responses((status = 200, description = "The organisation", body = Organisation, headers(("ETag" = String, description = "The version, for `If-Match`"))), SignedOut),
    security(("bearer" = []))
)]
#[get("/organisation")]
pub async fn get_organisation(
    state: web::Data<AppState>,
    _: CurrentMember,
) -> AppResult<HttpResponse> {
    let found = organisation::get(&state).await?;
    Ok(respond_with_version(found.version, &found))
}

/// Changes name, default language or who may register; what is left out stays. Admins only; say with `If-Match` which
/// version was read.
#[utoipa::path(
    tag = "Organisation",
    summary = "Change the organisation",
    params(("If-Match" = String, Header, description = "The version that was read", example = "\"3\"")),
    request_body = UpdateOrganisation,
    responses(
        (status = 200, description = "The organisation as it is now", body = Organisation, headers(("ETag" = String, description = "The new version"))),
        SignedOut, AdminsOnly, BadBody, Stale
    ),
    security(("bearer" = []))
)]
#[patch("/organisation")]
pub async fn update_organisation(
    state: web::Data<AppState>,
    current: CurrentMember,
    version: IfMatch,
    body: ValidJson<UpdateOrganisation>,
) -> AppResult<HttpResponse> {
    let changed = organisation::update(&state, current.viewer, version, body.0).await?;
    Ok(respond_with_version(changed.version, &changed))
}

/// The logo. Public: the page to sign in shows it.
#[utoipa::path(
    tag = "Organisation",
    summary = "The logo",
    responses(
        (status = 200, description = "The picture", content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/webp"), (Vec<u8> = "image/svg+xml")), headers(("ETag" = String, description = "For `If-None-Match`"))),
        (status = 304, description = "As the `If-None-Match` of the request says"),
        NotThere
    ),
    security(())
)]
#[get("/organisation/logo")]
pub async fn get_logo(state: web::Data<AppState>, request: HttpRequest) -> AppResult<HttpResponse> {
    let (bytes, media_type) = logo::get(&state).await?;
    let tag = tag_of_bytes(&bytes);
    if is_known(&request, &tag) {
        return Ok(HttpResponse::NotModified()
            .insert_header((header::ETAG, tag))
            .finish());
    }
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .insert_header((header::CONTENT_SECURITY_POLICY, LOGO_POLICY))
        .body(bytes))
}

/// Sets the logo: a PNG, JPEG, WebP or SVG picture of at most 256 KiB, sent as it is. Admins only.
#[utoipa::path(
    tag = "Organisation",
    summary = "Set the logo",
    request_body(content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/webp"), (Vec<u8> = "image/svg+xml"))),
    responses(
        (status = 200, description = "The organisation as it is now", body = Organisation),
        (status = 413, description = "More than 256 KiB (`payload_too_large`)", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not such a picture (`unsupported_media_type`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, AdminsOnly
    ),
    security(("bearer" = []))
)]
#[put("/organisation/logo")]
pub async fn put_logo(
    state: web::Data<AppState>,
    current: CurrentMember,
    request: HttpRequest,
    body: web::Bytes,
) -> AppResult<HttpResponse> {
    let picture = (request.content_type().to_owned(), body.to_vec());
    let changed = logo::set(&state, current.viewer, Some(picture)).await?;
    Ok(respond_with_version(changed.version, &changed))
}

/// Takes the logo away. Admins only.
#[utoipa::path(
    tag = "Organisation",
    summary = "Remove the logo",
    responses((status = 204, description = "There is no logo any more"), SignedOut, AdminsOnly),
    security(("bearer" = []))
)]
#[delete("/organisation/logo")]
pub async fn delete_logo(
    state: web::Data<AppState>,
    current: CurrentMember,
) -> AppResult<HttpResponse> {
    logo::set(&state, current.viewer, None).await?;
    Ok(HttpResponse::NoContent().finish())
}
