//! What went wrong, as RFC 9457 `application/problem+json`.
//!
//! `code` is stable and made for programs; `title` and `detail` are for people and may change. Code, status and title
//! stand in one table below, and nowhere else.

use serde::{Deserialize, Serialize};

/// The media type of [`Problem`].
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A refusal or a failure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Problem {
    /// `urn:tacit:problem:` and the code.
    #[serde(rename = "type")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "urn:tacit:problem:validation_failed")
    )]
    pub kind: String,
    /// The code in words.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Some of what was sent cannot be accepted")
    )]
    pub title: String,
    /// The HTTP status.
    #[cfg_attr(feature = "openapi", schema(example = 422))]
    pub status: u16,
    /// What this occurrence is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Which problem it is.
    pub code: ProblemCode,
    /// What is wrong with which field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Names this request in the server's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "01997e4c-3a50-7cc3-9d3b-5f0f3a1f1c55")
    )]
    pub request_id: Option<String>,
}

impl Problem {
    /// The problem of this code, without particulars.
    #[must_use]
    pub fn new(code: ProblemCode) -> Self {
        Self {
            kind: format!("urn:tacit:problem:{}", code.as_str()),
            title: code.title().to_owned(),
            status: code.status(),
            detail: None,
            code,
            errors: Vec::new(),
            request_id: None,
        }
    }
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// JSON pointer (RFC 6901) into the body; for query and path parameters `/` and the name.
    #[cfg_attr(feature = "openapi", schema(example = "/title"))]
    pub pointer: String,
    /// What is wrong.
    pub code: FieldCode,
    /// The same in words.
    #[cfg_attr(feature = "openapi", schema(example = "at least 10 characters"))]
    pub detail: String,
}

/// What can be wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FieldCode {
    /// It has to be there.
    Required,
    /// There is no such field.
    Unknown,
    /// Not of the type or form that belongs there.
    Malformed,
    /// Fewer characters or items than asked for.
    TooShort,
    /// More characters or items than allowed.
    TooLong,
    /// A number or time beyond its bounds.
    OutOfRange,
    /// Characters that cannot be kept, such as NUL.
    BadCharacter,
    /// Somebody or something else has it.
    Taken,
    /// It names what does not exist.
    NotFound,
    /// Given twice.
    Duplicate,
    /// Not allowed, for the reason in the detail.
    NotAllowed,
}

macro_rules! problem_codes {
    ($($(#[$meta:meta])* $variant:ident = $word:literal, $status:literal, $title:literal;)+) => {
        /// Which problem it is. Stable.
        // By its rule and not word by word: the published document does not see names that a macro writes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum ProblemCode { $($(#[$meta])* $variant),+ }

        impl ProblemCode {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable word.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The HTTP status it comes with.
            #[must_use]
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status),+ }
            }

            /// The title of its problem.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title),+ }
            }
        }
    };
}

problem_codes! {
    /// The request is not well-formed.
    BadRequest = "bad_request", 400, "The request cannot be read";
    /// The body is no JSON, or not the JSON asked for.
    MalformedBody = "malformed_body", 400, "The body cannot be read";
    /// A query parameter is unknown, missing or malformed.
    MalformedQuery = "malformed_query", 400, "The query cannot be read";
    /// The cursor was not made by this list.
    InvalidCursor = "invalid_cursor", 400, "The cursor does not belong to this list";
    /// The link was used, has expired, or never was one.
    InvalidLink = "invalid_link", 400, "The link does not work any more";
    /// Nobody is signed in, or the access token has expired.
    Unauthenticated = "unauthenticated", 401, "Sign in first";
    /// Wrong address or password; which one is not said.
    InvalidCredentials = "invalid_credentials", 401, "The address or the password is wrong";
    /// The session was ended, has expired, or its refresh token was used before.
    SessionEnded = "session_ended", 401, "The session has ended";
    /// Seen, but not allowed.
    Forbidden = "forbidden", 403, "You may not do this";
    /// A request with cookies came from another site.
    ForeignOrigin = "foreign_origin", 403, "The request comes from another site";
    /// This person cannot register here.
    RegistrationClosed = "registration_closed", 403, "Registering needs an invitation";
    /// The address of the account is not confirmed.
    Unconfirmed = "unconfirmed", 403, "Confirm your address first";
    /// There is no such thing, or none the caller may see.
    NotFound = "not_found", 404, "There is nothing here";
    /// The address exists, the method does not.
    MethodNotAllowed = "method_not_allowed", 405, "This address does not take this method";
    /// Nothing in a form the caller accepts.
    NotAcceptable = "not_acceptable", 406, "Not available in the form asked for";
    /// The request took too long to arrive.
    RequestTimeout = "request_timeout", 408, "The request took too long to arrive";
    /// It clashes with what is there.
    Conflict = "conflict", 409, "This clashes with what is there";
    /// The name is taken.
    NameTaken = "name_taken", 409, "The name is taken";
    /// The organisation would be left without an active admin.
    LastAdmin = "last_admin", 409, "The last active admin stays one";
    /// The state of the thing does not allow the act.
    WrongState = "wrong_state", 409, "This cannot be done in the present state";
    /// Somebody changed it since it was read.
    StaleVersion = "stale_version", 412, "Somebody changed this in the meantime";
    /// More bytes than allowed.
    PayloadTooLarge = "payload_too_large", 413, "More than may be sent at once";
    /// The body is not of a media type that is read here.
    UnsupportedMediaType = "unsupported_media_type", 415, "This media type is not read here";
    /// Well-formed, but some fields cannot be accepted.
    ValidationFailed = "validation_failed", 422, "Some of what was sent cannot be accepted";
    /// The key was used for another request.
    IdempotencyKeyReused = "idempotency_key_reused", 422, "The Idempotency-Key was used for another request";
    /// `If-Match` is missing.
    VersionRequired = "version_required", 428, "Say with If-Match which version you change";
    /// Too many attempts; `Retry-After` says when to try again.
    TooManyRequests = "too_many_requests", 429, "Too many attempts";
    /// A failure of the server; its log knows more under the request id.
    Internal = "internal", 500, "Something went wrong on the server";
    /// The server is starting, stopping or overloaded.
    Unavailable = "unavailable", 503, "Not available right now";
}

#[cfg(test)]
mod tests {
    use super::ProblemCode;

    #[test]
    fn a_code_is_the_same_word_everywhere() {
        for code in ProblemCode::ALL {
            let word = serde_json::to_value(code).unwrap_or_default();
            assert_eq!(word, code.as_str());
        }
    }
}
