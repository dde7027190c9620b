//! From a request to the member who makes it.
//!
//! The access token only names a session; the session's row says whether it lives and what the member may do, at every
//! request. So signing out, deactivating and a change of role work at once, on all nodes.

use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv4Addr};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use tacit_contract::problem::ProblemCode;
use tacit_domain::identity::Viewer;
use uuid::Uuid;

use super::{address, device};
use crate::error::{AppError, AppResult};
use crate::identity::repo::sessions;
use crate::state::AppState;

/// The member who makes the request; 401 without a living session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurrentMember {
    /// Who, for policies and lists.
    pub viewer: Viewer,
    /// Their session.
    pub session_id: Uuid,
}

impl FromRequest for CurrentMember {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = AppResult<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let state = request.app_data::<web::Data<AppState>>().cloned();
        let token = bearer(request).map(str::to_owned);
        Box::pin(async move {
            let (Some(state), Some(token)) = (state, token) else {
                return Err(unauthenticated());
            };
            current(&state, &token).await
        })
    }
}

async fn current(state: &AppState, token: &str) -> AppResult<CurrentMember> {
    let now = state.clock.now();
    let claims = state.tokens.read(token, now).map_err(|error| {
        tracing::debug!(%error, "an access token was refused");
        unauthenticated()
    })?;
    let alive = sessions::find_alive(state.db.reader(), claims.sid, now).await?;
    match alive {
        Some((member_id, role)) if member_id == claims.sub => Ok(CurrentMember {
            viewer: Viewer {
                member_id,
                role: role.parse()?,
            },
            session_id: claims.sid,
        }),
        _ => Err(unauthenticated()),
    }
}

fn bearer(request: &HttpRequest) -> Option<&str> {
    let value = request
        .headers()
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn unauthenticated() -> AppError {
    AppError::new(ProblemCode::Unauthenticated)
}

/// Where a request comes from and with what, for limits and the list of sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// Address, behind proxies as far as the settings name them.
    pub address: IpAddr,
    /// Browser and system in words.
    pub device: String,
}

impl FromRequest for Caller {
    type Error = AppError;
    type Future = Ready<AppResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let peer = request
            .peer_addr()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
        let forwarded: Vec<&str> = request
            .headers()
            .get_all("x-forwarded-for")
            .filter_map(|value| value.to_str().ok())
            .collect();
        let proxies = request
            .app_data::<web::Data<AppState>>()
            .map(|state| state.settings.trusted_proxies.as_slice())
            .unwrap_or_default();
        let agent = request
            .headers()
            .get(header::USER_AGENT)
            .and_then(|value| value.to_str().ok());
        ready(Ok(Self {
            address: address::caller(peer, &forwarded, proxies),
            device: device::describe(agent.unwrap_or_default()),
        }))
    }
}
