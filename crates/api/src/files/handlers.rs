//! Operations of files.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use tacit_contract::files::Picture;
use tacit_contract::problem::Problem;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::body::Upload;
use super::service;
use crate::auth::extract::CurrentMember;
use crate::error::{AppError, AppResult};
use crate::http::conditional::is_known;
use crate::http::refusals::{NotThere, SignedOut, WrongState};
use crate::state::AppState;

/// Opened by itself it is a picture and nothing else.
const POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";
/// The bytes behind an id never change, but who may see them can; the token is part of what they are kept for.
const CACHE: &str = "private, max-age=3600, immutable";

/// The routes of this room.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(upload_picture)
        .service(get_picture)
        .service(delete_picture);
}

/// Takes a PNG, JPEG, GIF or WebP picture, sent as it is. It is turned upright, made smaller where it is huge, and
/// written anew without metadata; of a moving picture the first frame stays. Name its `address` in the Markdown of a post:
/// from then on whoever may see the post may see it, until then only the caller. What stands in no post and no draft
/// after a day is discarded.
#[utoipa::path(
    tag = "Files",
    summary = "Upload a picture",
    request_body(content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"), (Vec<u8> = "image/gif"), (Vec<u8> = "image/webp"))),
    responses(
        (status = 201, description = "Kept; `Location` is its address in the API", body = Picture),
        (status = 413, description = "More bytes than a picture may have (`payload_too_large`)", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not such a picture (`unsupported_media_type`)", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Damaged, or too many pixels (`validation_failed`)", body = Problem, content_type = "application/problem+json"),
        SignedOut, WrongState
    ),
    security(("bearer" = []))
)]
#[post("/files")]
pub async fn upload_picture(
    state: web::Data<AppState>,
    member: CurrentMember,
    upload: Upload,
) -> AppResult<HttpResponse> {
    let picture = service::upload(&state, member.viewer, upload.0).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/files/{}", picture.id)))
        .json(picture))
}

/// A picture that stands in a post the caller may see, or that they uploaded and posted nowhere yet.
#[utoipa::path(
    tag = "Files",
    summary = "Read a picture",
    params(("id" = Uuid, Path, description = "File id")),
    responses(
        (status = 200, description = "The picture", content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg")), headers(("ETag" = String, description = "For `If-None-Match`"))),
        (status = 304, description = "Not changed since `If-None-Match`"),
        SignedOut, NotThere
    ),
    security(("bearer" = []))
)]
#[get("/files/{id}")]
pub async fn get_picture(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let id = id.into_inner();
    let row = service::find_visible_file(state.db.reader(), &member.viewer, id).await?;
    let row = row.ok_or_else(AppError::not_found)?;
    let tag = format!("\"{id}\"");
    let known = is_known(&request, &tag);
    let mut response = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, CACHE))
        .insert_header((header::VARY, "Authorization, Cookie"));
    if known {
        return Ok(response.finish());
    }
    let bytes = state.files.get(id).await?.ok_or_else(AppError::not_found)?;
    Ok(response
        .content_type(row.media_type)
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((header::CONTENT_DISPOSITION, "inline"))
        .insert_header((header::CONTENT_ENCODING, "identity"))
        .body(bytes))
}

/// Discards a picture that the caller uploaded and that stands in no post.
#[utoipa::path(
    tag = "Files",
    summary = "Discard a picture",
    params(("id" = Uuid, Path, description = "File id")),
    responses((status = 204, description = "Discarded"), SignedOut, NotThere, WrongState),
    security(("bearer" = []))
)]
#[delete("/files/{id}")]
pub async fn delete_picture(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    service::discard(&state, member.viewer, id.into_inner()).await?;
    Ok(HttpResponse::NoContent().finish())
}
