//! Which site a request with cookies may come from.
//!
//! Cookies go along by themselves, so an operation that goes by one accepts only requests of our own pages: those of the
//! public URL and of the origins allowed by setting. Browsers name the origin on every request that changes something.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use tacit_contract::problem::ProblemCode;

use super::extract::header_text;
use crate::error::{AppError, AppResult};
use crate::settings::Settings;
use crate::state::AppState;

/// Proof that a request with cookies comes from our own pages. Handlers that go by a cookie take it as an argument.
#[derive(Clone, Copy, Debug)]
pub struct OwnOrigin;

impl FromRequest for OwnOrigin {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let allowed = request
            .app_data::<web::Data<AppState>>()
            .is_some_and(|state| is_own(&state.settings, request));
        ready(if allowed {
            Ok(Self)
        } else {
            Err(AppError::new(ProblemCode::ForeignOrigin))
        })
    }
}

/// Without `Origin` (no browser, or a very old one) `Sec-Fetch-Site` must not say otherwise.
fn is_own(settings: &Settings, request: &HttpRequest) -> bool {
    match header_text(request, header::ORIGIN) {
        Some(origin) => is_allowed(settings, origin),
        None => request
            .headers()
            .get("sec-fetch-site")
            .is_none_or(|site| site == "same-origin" || site == "none"),
    }
}

/// Whether pages of this origin may use the API with cookies.
#[must_use]
pub fn is_allowed(settings: &Settings, origin: &str) -> bool {
    origin == settings.public_origin() || settings.cors_origins.iter().any(|one| one == origin)
}
