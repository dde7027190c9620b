//! Choosing another password by a mailed link.

use actix_web::{HttpResponse, post, web};
use tacit_contract::identity::{RequestPasswordReset, ResetPassword, SignedIn};

use super::sign_in::signed_in;
use crate::auth::Caller;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, Limited, OtherSite};
use crate::http::{OwnOrigin, ValidJson};
use crate::identity::service::reset;
use crate::state::AppState;

/// Mails a link that lets one choose another password: it works once, for one hour, and takes the place of an older one.
/// Whether the address has an account is not told: the answer is the same.
#[utoipa::path(
    tag = "Sign-in",
    summary = "Ask for a link to choose another password",
    request_body = RequestPasswordReset,
    responses(
        (status = 202, description = "If there is an account, a letter is on its way"),
        BadBody, OtherSite, Limited
    ),
    security(())
)]
#[post("/auth/request-password-reset")]
pub async fn request_password_reset(
    state: web::Data<AppState>,
    _: OwnOrigin,
    caller: Caller,
    body: ValidJson<RequestPasswordReset>,
) -> AppResult<HttpResponse> {
    reset::request(&state, &body.0, &caller)?;
    Ok(HttpResponse::Accepted().finish())
}

/// Sets another password by the link of the letter, signs out everywhere and signs in here. The link works once; one that
/// does not work any more is answered with 400 (`invalid_link`).
#[utoipa::path(
    tag = "Sign-in",
    summary = "Choose another password",
    request_body = ResetPassword,
    responses(
        (status = 200, description = "Signed in; the refresh cookie is set", body = SignedIn),
        BadBody, OtherSite, Limited
    ),
    security(())
)]
#[post("/auth/reset-password")]
pub async fn reset_password(
    state: web::Data<AppState>,
    _: OwnOrigin,
    caller: Caller,
    body: ValidJson<ResetPassword>,
) -> AppResult<HttpResponse> {
    let opened = reset::reset(&state, body.into_inner(), caller).await?;
    Ok(signed_in(&state, opened))
}
