//! Versions and shared answers: `ETag`, `If-Match`, `If-None-Match` (RFC 9110).
//!
//! What can be edited has its version as strong tag, and an edit says with `If-Match` which version it read. Shared pages
//! have a weak tag made of their bytes.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use sha2::{Digest, Sha256};
use tacit_contract::problem::ProblemCode;

use super::extract::header_text;
use crate::error::{AppError, AppResult};

/// The version the client read, from `If-Match: "3"`. 428 when it is missing, 412 when it cannot be a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub i32);

impl IfMatch {
    /// Refuses with 412 unless `current` is the version the client read.
    ///
    /// # Errors
    /// `stale_version`.
    pub fn check(self, current: i32) -> AppResult<()> {
        if self.0 == current {
            Ok(())
        } else {
            Err(stale())
        }
    }
}

impl FromRequest for IfMatch {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(match header_text(request, header::IF_MATCH) {
            None => Err(AppError::new(ProblemCode::VersionRequired)),
            Some(tag) => version_of(tag).map(Self).ok_or_else(stale),
        })
    }
}

/// Somebody changed it since it was read.
#[must_use]
pub fn stale() -> AppError {
    AppError::new(ProblemCode::StaleVersion)
}

/// The strong tag of a version.
#[must_use]
pub fn version_tag(version: i32) -> String {
    format!("\"{version}\"")
}

fn version_of(tag: &str) -> Option<i32> {
    tag.trim()
        .strip_prefix('"')?
        .strip_suffix('"')?
        .parse()
        .ok()
}

/// 200 with the version of what is answered, for one's own reading and editing.
pub fn respond_with_version<T: Serialize>(version: i32, body: &T) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::ETAG, version_tag(version)))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(body)
}

/// 200 with a tag of the bytes, or 304 when the client has just these. For pages that are the same for all who may see
/// them; the browser keeps them but asks each time.
///
/// # Errors
/// When serialising fails.
pub fn respond_shared<T: Serialize>(request: &HttpRequest, body: &T) -> AppResult<HttpResponse> {
    let bytes = serde_json::to_vec(body)?;
    let tag = tag_of_bytes(&bytes);
    let mut response = if is_known(request, &tag) {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response
        .insert_header((header::ETAG, tag.clone()))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((header::VARY, "Authorization, Cookie"));
    if is_known(request, &tag) {
        return Ok(response.finish());
    }
    Ok(response
        .content_type(header::ContentType::json())
        .body(bytes))
}

/// A weak tag of some bytes: weak, because compression changes the bytes on the way.
#[must_use]
pub fn tag_of_bytes(bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let short = hash.iter().take(15).copied().collect::<Vec<u8>>();
    format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(short))
}

/// Whether `If-None-Match` names this tag; compared weakly, as RFC 9110 says.
#[must_use]
pub fn is_known(request: &HttpRequest, tag: &str) -> bool {
    let opaque = tag.trim_start_matches("W/");
    header_text(request, header::IF_NONE_MATCH).is_some_and(|known| {
        known
            .split(',')
            .map(|one| one.trim().trim_start_matches("W/"))
            .any(|one| one == "*" || one == opaque)
    })
}
