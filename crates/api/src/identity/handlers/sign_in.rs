//! Registering, signing in, staying signed in, signing out. The refresh token travels in the cookie only.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use tacit_contract::identity::{ConfirmAddress, Register, Registered, SignIn, SignedIn};
use tacit_contract::organisation::SignInOptions;
use tacit_contract::problem::ProblemCode;

use crate::auth::{Caller, CurrentMember};
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadBody, Limited, OtherSite, Taken};
use crate::http::{OwnOrigin, ValidJson};
use crate::identity::service::sessions::{Opened, SESSION_DAYS};
use crate::identity::service::{organisation, refresh, register as registering, sessions};
use crate::state::AppState;

const SESSION_SECONDS: i64 = SESSION_DAYS * 86_400;

/// Whose Tacit this is, its language, and who may register. The only thing about the organisation that can be read signed
/// out, besides its logo.
#[utoipa::path(
    tag = "Sign-in",
    summary = "What to know before signing in",
    responses((status = 200, description = "The options", body = SignInOptions)),
    security(())
)]
#[get("/auth/options")]
pub async fn get_sign_in_options(state: web::Data<AppState>) -> AppResult<HttpResponse> {
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .json(organisation::options(&state).await?))
}

/// Makes an account. With the token of an invitation or of the first-admin link the new member is signed in at once, and so
/// in an open organisation without a mail server. Otherwise a link is mailed that has to be opened first; an address that
/// already has an account is answered in the same way, and its owner gets a letter that says so.
#[utoipa::path(
    tag = "Sign-in",
    summary = "Register",
    request_body = Register,
    responses(
        (status = 201, description = "The account, or a letter, is on its way; with a session the refresh cookie is set", body = Registered),
        (status = 403, description = "This address cannot register here without an invitation (`registration_closed`), or the request comes from a page of another site (`foreign_origin`)", body = tacit_contract::problem::Problem, content_type = "application/problem+json"),
        BadBody, Taken, Limited
    ),
    security(())
)]
#[post("/auth/register")]
pub async fn register(
    state: web::Data<AppState>,
    _: OwnOrigin,
    caller: Caller,
    body: ValidJson<Register>,
) -> AppResult<HttpResponse> {
    let (registered, refresh_token) = registering::register(&state, body.0, caller).await?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if let Some(token) = refresh_token {
        response.cookie(state.cookies.with(token, SESSION_SECONDS));
    }
    Ok(response.json(registered))
}

/// Opens the link that was mailed after registering. It takes the password chosen then, so that neither a stranger who
/// registered somebody else's address nor whoever reads along in the mailbox gets in. Works once, for 24 hours.
#[utoipa::path(
    tag = "Sign-in",
    summary = "Confirm the address and sign in",
    request_body = ConfirmAddress,
    responses(
        (status = 200, description = "Signed in; the refresh cookie is set", body = SignedIn),
        (status = 401, description = "The password is not the one chosen when registering (`invalid_credentials`)", body = tacit_contract::problem::Problem, content_type = "application/problem+json"),
        BadBody, OtherSite, Limited
    ),
    security(())
)]
#[post("/auth/confirm-address")]
pub async fn confirm_address(
    state: web::Data<AppState>,
    _: OwnOrigin,
    caller: Caller,
    body: ValidJson<ConfirmAddress>,
) -> AppResult<HttpResponse> {
    Ok(signed_in(
        &state,
        registering::confirm_address(&state, body.0, caller).await?,
    ))
}

/// Opens a session. A wrong address and a wrong password are answered alike. The access token is good for ten minutes; the
/// refresh token is set as an HttpOnly cookie that `refresh_session` takes.
#[utoipa::path(
    tag = "Sign-in",
    summary = "Sign in",
    request_body = SignIn,
    responses(
        (status = 200, description = "Signed in; the refresh cookie is set", body = SignedIn),
        (status = 401, description = "The address or the password is wrong (`invalid_credentials`)", body = tacit_contract::problem::Problem, content_type = "application/problem+json"),
        (status = 403, description = "The password is right, but the address is not confirmed (`unconfirmed`), the account is deactivated (`forbidden`), or the request comes from a page of another site (`foreign_origin`)", body = tacit_contract::problem::Problem, content_type = "application/problem+json"),
        BadBody, Limited
    ),
    security(())
)]
#[post("/auth/sign-in")]
pub async fn sign_in(
    state: web::Data<AppState>,
    _: OwnOrigin,
    caller: Caller,
    body: ValidJson<SignIn>,
) -> AppResult<HttpResponse> {
    Ok(signed_in(
        &state,
        sessions::sign_in(&state, body.0, caller).await?,
    ))
}

/// A fresh access token for the session of the refresh cookie. The cookie is replaced each time; the one just replaced
/// stays good for 30 seconds, an older one ends the session.
#[utoipa::path(
    tag = "Sign-in",
    summary = "Stay signed in",
    responses(
        (status = 200, description = "A fresh access token; the refresh cookie is replaced", body = SignedIn),
        (status = 401, description = "There is no cookie, or its session is over (`session_ended`); the cookie is taken away", body = tacit_contract::problem::Problem, content_type = "application/problem+json"),
        OtherSite
    ),
    security(("refresh_cookie" = []))
)]
#[post("/auth/refresh")]
pub async fn refresh_session(
    state: web::Data<AppState>,
    _: OwnOrigin,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    let ended = || AppError::new(ProblemCode::SessionEnded);
    let outcome = match refresh_token(&state, &request) {
        Some(token) => refresh::refresh(&state, token).await,
        None => Err(ended()),
    };
    match outcome {
        Ok(opened) => Ok(signed_in(&state, opened)),
        Err(error) if error.code() == ProblemCode::SessionEnded => {
            let mut response = actix_web::ResponseError::error_response(&error);
            response
                .add_cookie(&state.cookies.cleared())
                .map_err(AppError::internal)?;
            Ok(response)
        }
        Err(error) => Err(error),
    }
}

/// Ends the session of the access token and of the refresh cookie, at once and on all nodes. Also answers 204 when there
/// was none.
#[utoipa::path(
    tag = "Sign-in",
    summary = "Sign out here",
    responses((status = 204, description = "Signed out; the cookie is taken away"), OtherSite),
    security(("bearer" = []), ("refresh_cookie" = []), ())
)]
#[post("/auth/sign-out")]
pub async fn sign_out(
    state: web::Data<AppState>,
    _: OwnOrigin,
    current: Option<CurrentMember>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    sessions::sign_out(&state, current, refresh_token(&state, &request)).await?;
    Ok(HttpResponse::NoContent()
        .cookie(state.cookies.cleared())
        .finish())
}

fn refresh_token(state: &AppState, request: &HttpRequest) -> Option<String> {
    request
        .cookie(state.cookies.name())
        .map(|cookie| cookie.value().to_owned())
}

/// The answer for a session, with its cookie.
pub(super) fn signed_in(state: &AppState, opened: Opened) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .cookie(state.cookies.with(opened.refresh_token, SESSION_SECONDS))
        .json(opened.signed_in)
}
