//! What is signed with the server's secret: access tokens (JWT, HS256) and the order of refresh tokens.
//!
//! An access token names its type, issuer and audience, so that no other token of the same key passes for one, and it is
//! only a hint to a session: whoever reads it looks the session up (see [`super::extract`]).

use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation, crypto, decode, encode,
};
use serde::{Deserialize, Serialize};
use tacit_domain::time::Timestamp;
use url::Url;
use uuid::Uuid;

/// Seconds an access token is good for.
pub const ACCESS_SECONDS: i64 = 600;

/// The `typ` of an access token (RFC 9068).
const ACCESS_TYPE: &str = "at+jwt";

/// Keeps signatures that order refresh tokens apart from those of access tokens, whose input has another form.
const SUCCESSOR: &[u8] = b"tacit refresh token successor:";

/// The claims of an access token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessClaims {
    /// Issuer: the public URL.
    pub iss: String,
    /// Audience: the API below it.
    pub aud: String,
    /// Member id.
    pub sub: Uuid,
    /// Session id.
    pub sid: Uuid,
    /// Issued at, in seconds since the epoch.
    pub iat: i64,
    /// Good until, in seconds since the epoch.
    pub exp: i64,
}

/// Why a token was not made or not taken; never told to the caller.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// The signature, the type, the issuer, the audience or the form is not ours.
    #[error("not an access token of this server: {0}")]
    Foreign(#[from] jsonwebtoken::errors::Error),
    /// Signed by us, but as something else.
    #[error("a token of another type")]
    Type,
    /// Good once.
    #[error("expired")]
    Expired,
}

/// The key that access tokens are signed with.
pub struct TokenKeys {
    encoding: EncodingKey,
    decoding: DecodingKey,
    validation: Validation,
    issuer: String,
    audience: String,
}

impl TokenKeys {
    /// Keys from the server's secret; tokens are issued in the name of the public URL.
    #[must_use]
    pub fn new(secret: &[u8], public_url: &Url) -> Self {
        let issuer = public_url.as_str().trim_end_matches('/').to_owned();
        let audience = format!("{issuer}/api/v1");
        let mut validation = Validation::new(Algorithm::HS256);
        validation.set_issuer(&[&issuer]);
        validation.set_audience(&[&audience]);
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        // The server's own clock decides, which tests and the demo can set.
        validation.validate_exp = false;
        Self {
            encoding: EncodingKey::from_secret(secret),
            decoding: DecodingKey::from_secret(secret),
            validation,
            issuer,
            audience,
        }
    }

    /// An access token for a session.
    ///
    /// # Errors
    /// When signing fails.
    pub fn issue(
        &self,
        member_id: Uuid,
        session_id: Uuid,
        now: Timestamp,
    ) -> Result<String, TokenError> {
        let header = Header {
            typ: Some(ACCESS_TYPE.to_owned()),
            ..Header::new(Algorithm::HS256)
        };
        let claims = AccessClaims {
            iss: self.issuer.clone(),
            aud: self.audience.clone(),
            sub: member_id,
            sid: session_id,
            iat: now.seconds(),
            exp: now.seconds() + ACCESS_SECONDS,
        };
        Ok(encode(&header, &claims, &self.encoding)?)
    }

    /// Reads an access token.
    ///
    /// # Errors
    /// Anything but an unexpired access token of this server.
    pub fn read(&self, token: &str, now: Timestamp) -> Result<AccessClaims, TokenError> {
        let data = decode::<AccessClaims>(token, &self.decoding, &self.validation)?;
        if data.header.typ.as_deref() != Some(ACCESS_TYPE) {
            return Err(TokenError::Type);
        }
        if data.claims.exp <= now.seconds() {
            return Err(TokenError::Expired);
        }
        Ok(data.claims)
    }

    /// The refresh token that comes after this one. Each has exactly one successor, so the tokens of a session are a chain
    /// without branches, and only the server can tell the next.
    ///
    /// # Errors
    /// When signing fails.
    pub fn successor(&self, refresh_token: &str) -> Result<String, TokenError> {
        let message = [SUCCESSOR, refresh_token.as_bytes()].concat();
        Ok(crypto::sign(&message, &self.encoding, Algorithm::HS256)?)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_seconds(1_800_000_000);

    fn keys(secret: &[u8], url: &str) -> TokenKeys {
        TokenKeys::new(secret, &Url::parse(url).unwrap())
    }

    fn ours() -> TokenKeys {
        keys(b"0123456789abcdef0123456789abcdef", "https://tacit.example")
    }

    #[test]
    fn a_token_is_good_for_ten_minutes() {
        let token = ours().issue(Uuid::nil(), Uuid::max(), NOW).unwrap();
        let claims = ours().read(&token, NOW.plus_seconds(599)).unwrap();
        assert_eq!((claims.sub, claims.sid), (Uuid::nil(), Uuid::max()));
        assert!(matches!(
            ours().read(&token, NOW.plus_seconds(600)),
            Err(TokenError::Expired)
        ));
    }

    #[test]
    fn tokens_of_another_key_or_server_are_foreign() {
        let token = ours().issue(Uuid::nil(), Uuid::nil(), NOW).unwrap();
        let other_key = keys(
            b"another secret of thirty-two byte",
            "https://tacit.example",
        );
        let other_url = keys(b"0123456789abcdef0123456789abcdef", "https://other.example");
        assert!(matches!(
            other_key.read(&token, NOW),
            Err(TokenError::Foreign(_))
        ));
        assert!(matches!(
            other_url.read(&token, NOW),
            Err(TokenError::Foreign(_))
        ));
    }

    #[test]
    fn a_token_of_another_type_or_algorithm_does_not_pass() {
        let keys = ours();
        let token = keys.issue(Uuid::nil(), Uuid::nil(), NOW).unwrap();
        let claims = keys.read(&token, NOW).unwrap();
        let plain = encode(&Header::new(Algorithm::HS256), &claims, &keys.encoding).unwrap();
        assert!(matches!(keys.read(&plain, NOW), Err(TokenError::Type)));
        let header = Header {
            typ: Some(ACCESS_TYPE.into()),
            ..Header::new(Algorithm::HS512)
        };
        let other = encode(&header, &claims, &keys.encoding).unwrap();
        assert!(matches!(
            keys.read(&other, NOW),
            Err(TokenError::Foreign(_))
        ));
        // {"typ":"at+jwt","alg":"none"}
        let body = token.split('.').nth(1).unwrap();
        let none = format!("eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJub25lIn0.{body}.");
        assert!(matches!(keys.read(&none, NOW), Err(TokenError::Foreign(_))));
    }

    #[test]
    fn a_refresh_token_has_one_successor() {
        let next = ours().successor("abc").unwrap();
        assert_eq!(next, ours().successor("abc").unwrap());
        assert_eq!(next.len(), 43);
        assert_ne!(next, ours().successor("abd").unwrap());
        assert_ne!(
            next,
            keys(b"another", "https://tacit.example")
                .successor("abc")
                .unwrap()
        );
    }
}
