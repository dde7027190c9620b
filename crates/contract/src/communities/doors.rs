//! How one comes into a community: wishes to join, invitations by name and by link.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Charter, CommunityRef};
use crate::identity::MemberRef;

/// Asking to join.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AskToJoin {
    /// Who one is and what one hopes for, at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I take over the evening shift in January")
    )]
    pub message: Option<String>,
}

/// A wish to join nobody has decided on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JoinRequest {
    /// Who wants to join.
    pub member: MemberRef,
    /// What they say; may be empty.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I take over the evening shift in January")
    )]
    pub message: String,
    /// When they asked.
    pub asked_at: DateTime<Utc>,
}

/// A decision about a wish to join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DecideJoinRequest {
    /// Whether they may come in.
    #[cfg_attr(feature = "openapi", schema(example = true))]
    pub approve: bool,
    /// A word with it, at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "See you on Thursday"))]
    pub word: Option<String>,
}

/// Inviting somebody by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InviteToCommunity {
    /// Their handle.
    #[cfg_attr(feature = "openapi", schema(example = "mateo"))]
    pub handle: String,
    /// A word with it, at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "You asked about this twice"))]
    pub word: Option<String>,
}

/// Somebody who was invited by name and has not answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityInvitation {
    /// Who is invited.
    pub member: MemberRef,
    /// Who invites; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// What they say; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "You asked about this twice"))]
    pub word: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A new link of invitation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateCommunityLink {
    /// Days it works, 1 to 30; 14 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 14))]
    pub days: Option<u32>,
    /// How many may come in by it, 1 to 100; 25 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 25))]
    pub uses: Option<u32>,
}

/// A link of invitation that still works. Its secret is shown to nobody again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityLink {
    /// For taking it back.
    pub id: Uuid,
    /// Who made it; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// How many came in by it.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub uses: i32,
    /// How many may.
    #[cfg_attr(feature = "openapi", schema(example = 25))]
    pub uses_max: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it stops working.
    pub expires_at: DateTime<Utc>,
}

/// A link of invitation, this once with its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatedCommunityLink {
    /// What it is.
    pub link: CommunityLink,
    /// Its address; whoever has it comes in.
    #[cfg_attr(
        feature = "openapi",
        schema(
            example = "https://tacit.example/communities/link?token=3q2-7wAAq80SNFZ4kKvN7xI0VniavN7vEjRWeJCrze8"
        )
    )]
    pub url: String,
}

/// The secret of a link of invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityToken {
    /// From the address of the link.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "3q2-7wAAq80SNFZ4kKvN7xI0VniavN7vEjRWeJCrze8")
    )]
    pub token: String,
}

/// Where a link of invitation leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenedCommunityLink {
    /// The community.
    pub community: CommunityRef,
    /// What it is for.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "For everybody who talks to customers and sometimes hangs up shaking.")
    )]
    pub purpose: String,
    /// Who it is for, what one gets, what one gives.
    pub charter: Charter,
    /// How many belong to it.
    #[cfg_attr(feature = "openapi", schema(example = 41))]
    pub members: i64,
    /// Who made the link; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// Whether the caller belongs to it already.
    #[cfg_attr(feature = "openapi", schema(example = false))]
    pub member: bool,
}

/// Which page of the wishes to join a community.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListJoinRequestsQuery {
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Which page of the invitations to a community.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListCommunityInvitationsQuery {
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
