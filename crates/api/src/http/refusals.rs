//! The refusals of operations as the published document tells them: name the ones an operation can answer with.

use tacit_contract::problem::Problem;
use utoipa::IntoResponses;

macro_rules! refusals {
    ($($(#[doc = $doc:literal])+ $name:ident { $($variant:ident = $status:literal, $description:literal;)+ })+) => {$(
        $(#[doc = $doc])+
        #[derive(IntoResponses)]
        pub enum $name {
            $(
                #[doc = $description]
                #[response(status = $status, description = $description, content_type = "application/problem+json")]
                $variant(Problem),
            )+
        }
    )+};
}

refusals! {
    /// Every operation that needs a session.
    SignedOut {
        Unauthenticated = 401, "Nobody is signed in, or the access token has expired (`unauthenticated`)";
    }
    /// Every operation that reads a JSON body.
    BadBody {
        Malformed = 400, "The body is no JSON (`malformed_body`)";
        TooLarge = 413, "More bytes than may be sent (`payload_too_large`)";
        OtherType = 415, "The body is not `application/json` (`unsupported_media_type`)";
        Invalid = 422, "Fields that cannot be accepted, each with its pointer (`validation_failed`)";
    }
    /// Every operation that reads query parameters.
    BadQuery {
        Malformed = 400, "A parameter is unknown or malformed (`malformed_query`), or the cursor is not of this list (`invalid_cursor`)";
    }
    /// Operations of admins.
    AdminsOnly {
        Forbidden = 403, "Only admins may (`forbidden`)";
    }
    /// Operations that not everybody may do.
    NotAllowed {
        Forbidden = 403, "Seen, but not allowed (`forbidden`)";
    }
    /// Operations that some states do not allow.
    WrongState {
        Conflict = 409, "The state of the thing does not allow it (`wrong_state`)";
    }
    /// Operations that go by the link of a letter.
    BadLink {
        Malformed = 400, "The link is not one of ours or does not work any more (`invalid_link`), or a parameter is unknown (`malformed_query`)";
    }
    /// Parameters that are checked like fields.
    InvalidField {
        Invalid = 422, "A reason is missing or cannot be accepted (`validation_failed`)";
    }
    /// Operations on one thing.
    NotThere {
        NotFound = 404, "There is no such thing, or none you may see (`not_found`)";
    }
    /// Edits that name the version they read.
    Stale {
        Changed = 412, "Somebody changed it since it was read (`stale_version`)";
        Unversioned = 428, "`If-Match` is missing (`version_required`)";
    }
    /// Names that may be given once.
    Taken {
        Conflict = 409, "The name is taken (`name_taken`)";
    }
    /// Operations with limited attempts.
    Limited {
        TooMany = 429, "Too many attempts; `Retry-After` says in how many seconds to try again (`too_many_requests`)";
    }
    /// Operations that go by the cookie.
    OtherSite {
        Foreign = 403, "The request comes from a page of another site (`foreign_origin`)";
    }
}
