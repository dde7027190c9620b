//! Proof that a request which goes by a cookie comes from our own pages.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderName};
use actix_web::{FromRequest, HttpRequest, web};
use tacit_contract::problem::ProblemCode;

use super::extract::header_text;
use crate::error::{AppError, AppResult};
use crate::state::AppState;

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Cookies go along by themselves, so handlers that go by one take this as an argument; [`crate::auth::cookie`] says which
/// origins are ours.
#[derive(Clone, Copy, Debug)]
pub struct OwnOrigin;

impl FromRequest for OwnOrigin {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let origin = header_text(request, header::ORIGIN);
        let site = header_text(request, FETCH_SITE);
        let allowed = request
            .app_data::<web::Data<AppState>>()
            .is_some_and(|state| state.cookies.allows(origin, site));
        ready(if allowed {
            Ok(Self)
        } else {
            Err(AppError::new(ProblemCode::ForeignOrigin))
        })
    }
}
