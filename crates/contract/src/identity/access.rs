//! Registering, signing in, passwords, sessions.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Locale, Me};

/// A new account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Register {
    /// Work e-mail; becomes the name to sign in with.
    #[cfg_attr(feature = "openapi", schema(example = "lova.ekmark@almvik.example"))]
    pub email: String,
    /// 12 to 200 characters.
    #[cfg_attr(feature = "openapi", schema(example = "a tram full of accordions"))]
    pub password: String,
    /// The name others see.
    #[cfg_attr(feature = "openapi", schema(example = "Lova Ekmark"))]
    pub display_name: String,
    /// Language of the screens; the organisation's when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// IANA time zone; UTC when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Europe/Stockholm"))]
    pub time_zone: Option<String>,
    /// From an invitation or the first-admin link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// What came of registering.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Registered {
    /// True when a link was mailed that must be opened before signing in. Also said when the address is already taken.
    pub confirmation_needed: bool,
    /// The new session, when no confirmation is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SignedIn>,
}

/// Opening the mailed link. The password is asked for again, so that neither who only has the mail nor who only
/// registered with somebody else's address gets in; the answer is a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ConfirmAddress {
    /// The token of the link.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "6yqPzq1m0a3Jt8wE2xkVb5nR7uLhC4sDfGgYiOpQ9Zc")
    )]
    pub token: String,
    /// The password chosen when registering.
    #[cfg_attr(feature = "openapi", schema(example = "a tram full of accordions"))]
    pub password: String,
}

/// Who wants to choose another password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestPasswordReset {
    /// Work e-mail.
    #[cfg_attr(feature = "openapi", schema(example = "noor.hallstrom@almvik.example"))]
    pub email: String,
}

/// Another password, by the link that was mailed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResetPassword {
    /// The token of the link.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "6yqPzq1m0a3Jt8wE2xkVb5nR7uLhC4sDfGgYiOpQ9Zc")
    )]
    pub token: String,
    /// The new password, 12 to 200 characters.
    #[cfg_attr(feature = "openapi", schema(example = "a tram full of accordions"))]
    pub password: String,
}

/// E-mail and password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// Work e-mail.
    #[cfg_attr(feature = "openapi", schema(example = "noor.hallstrom@almvik.example"))]
    pub email: String,
    /// The password.
    #[cfg_attr(feature = "openapi", schema(example = "a tram full of accordions"))]
    pub password: String,
}

/// A fresh access token. The refresh token travels beside it in an HttpOnly cookie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// Send as `Authorization: Bearer ...`.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9...")
    )]
    pub access_token: String,
    /// Always `Bearer`.
    #[cfg_attr(feature = "openapi", schema(example = "Bearer"))]
    pub token_type: String,
    /// Seconds until the token ends.
    #[cfg_attr(feature = "openapi", schema(example = 600))]
    pub expires_in: u32,
    /// Who signed in.
    pub member: Me,
}

/// A new password; every other session ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangePassword {
    /// The password until now.
    #[cfg_attr(feature = "openapi", schema(example = "a tram full of accordions"))]
    pub current: String,
    /// 12 to 200 characters.
    #[cfg_attr(feature = "openapi", schema(example = "two otters share one umbrella"))]
    pub new: String,
}

/// A browser or program that is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// Its id.
    pub id: Uuid,
    /// Browser and system in words.
    #[cfg_attr(feature = "openapi", schema(example = "Firefox on Linux"))]
    pub device: String,
    /// When it signed in.
    pub created_at: DateTime<Utc>,
    /// When it was last used, to some minutes.
    pub last_used_at: DateTime<Utc>,
    /// Whether it is the one asking.
    pub current: bool,
}

/// Which of one's own sessions to end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct EndSessionsQuery {
    /// True keeps the session that asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_current: Option<bool>,
}
