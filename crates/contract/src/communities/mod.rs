//! Communities: people who share a practice, a role or a pain point, and a place of their own to ask.

mod care;
mod doors;
mod pulse;
mod requests;

pub use care::*;
pub use doors::*;
pub use pulse::*;
pub use requests::*;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tacit_domain::communities as domain;
use uuid::Uuid;

use crate::identity::MemberRef;
use crate::macros::wire_enum;
use crate::topics::TopicRef;

wire_enum! {
    /// Who knows of a community and reads it: every member (`open`), its members while everybody knows that it is there (`on_request`), or nobody but its members and who is invited (`hidden`).
    Visibility from domain::Visibility { Open, OnRequest, Hidden }
}

wire_enum! {
    /// How one becomes a member: by joining (`free`), by asking (`on_request`), or by being invited (`by_invitation`).
    JoinRule from domain::JoinRule { Free, OnRequest, ByInvitation }
}

impl Visibility {
    /// Whether this way in fits who knows of the community.
    #[must_use]
    pub fn fits(self, rule: JoinRule) -> bool {
        domain::policy::go_together(self.into(), rule.into()).is_ok()
    }
}

wire_enum! {
    /// What a member of a community may do in it: read and write (`member`), look after it (`facilitator`), answer for it (`owner`, always exactly one).
    CommunityRole from domain::CommunityRole { Member, Facilitator, Owner }
}

impl CommunityRole {
    /// Whether somebody of this role takes others of that role out of the community.
    #[must_use]
    pub fn may_remove(self, other: Self) -> bool {
        domain::care::can_remove(Some(self.into()), other.into(), false).is_ok()
    }

    /// Whether somebody of this role gives others theirs.
    #[must_use]
    pub fn may_give_roles(self) -> bool {
        domain::care::can_change_role(Some(self.into()), false).is_ok()
    }
}

wire_enum! {
    /// What became of a wish to join.
    RequestState from domain::RequestState { Waiting, Approved, Declined }
}

/// A community where it is only named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityRef {
    /// Its id; addresses name it by this.
    pub id: Uuid,
    /// Its name in a form for addresses.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "calls-that-go-wrong-5f0f3a1f1c55")
    )]
    pub slug: String,
    /// Its name; another may have the same.
    #[cfg_attr(feature = "openapi", schema(example = "Calls that go wrong"))]
    pub name: String,
}

/// A community in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunitySummary {
    /// Which.
    pub community: CommunityRef,
    /// What it is for.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "For everybody who talks to customers and sometimes hangs up shaking.")
    )]
    pub purpose: String,
    /// Of its texts, BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// Who knows of it.
    pub visibility: Visibility,
    /// How one becomes a member.
    pub join_rule: JoinRule,
    /// What it is about.
    pub topics: Vec<TopicRef>,
    /// Its picture, a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Uuid>,
    /// How many belong to it.
    #[cfg_attr(feature = "openapi", schema(example = 41))]
    pub members: i64,
    /// What the viewer is in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<CommunityRole>,
    /// Whether the viewer has asked to join and nobody has decided.
    pub asked: bool,
    /// Whether an invitation waits for the viewer.
    pub invited: bool,
    /// Whether it is only read any more.
    pub archived: bool,
    /// Until when its owner can bring it back, when it was deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased_at: Option<DateTime<Utc>>,
    /// The day on which something was last asked in it, for those who read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_activity_at: Option<DateTime<Utc>>,
}

/// Who it is for, what one gets, what one gives; each a few lines, may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Charter {
    /// Who it is for.
    #[serde(default, rename = "for")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "For anyone who has customers on the line")
    )]
    pub for_whom: String,
    /// What one gets.
    #[serde(default)]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Somebody who answers the same day")
    )]
    pub get: String,
    /// What one gives.
    #[serde(default)]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "One call of your own each month")
    )]
    pub give: String,
}

/// What everybody for whom a community exists may know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityDetail {
    /// Which.
    pub community: CommunityRef,
    /// What it is for.
    pub purpose: String,
    /// Who it is for, what one gets, what one gives.
    pub charter: Charter,
    /// Its house rules, lines of text; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "What is told here stays here."))]
    pub rules: String,
    /// Of its texts, BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// Who knows of it.
    pub visibility: Visibility,
    /// How one becomes a member.
    pub join_rule: JoinRule,
    /// What it is about.
    pub topics: Vec<TopicRef>,
    /// Its picture, a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Uuid>,
    /// How many belong to it.
    #[cfg_attr(feature = "openapi", schema(example = 41))]
    pub members: i64,
    /// Who answers for it and who looks after it, the owner first.
    pub facilitators: Vec<CommunityMember>,
    /// Whether one may ask in it without a name, as far as the community is concerned.
    pub nameless_allowed: bool,
    /// Whether what has no name waits for a facilitator first.
    pub hold_nameless: bool,
    /// Since when it is only read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<DateTime<Utc>>,
    /// For `If-Match`; raised by each edit.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub version: i32,
    /// When it was founded.
    pub created_at: DateTime<Utc>,
}

/// A member of a community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityMember {
    /// Who.
    pub member: MemberRef,
    /// What they are in it.
    pub role: CommunityRole,
    /// Since when.
    pub joined_at: DateTime<Utc>,
}

/// A community as it concerns the viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommunityViewer {
    /// What they are in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<CommunityRole>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined_at: Option<DateTime<Utc>>,
    /// Whether they read what is written in it.
    pub may_read: bool,
    /// Whether they may write in it.
    pub may_post: bool,
    /// Whether they may join at once.
    pub may_join: bool,
    /// Whether they may ask to join.
    pub may_ask: bool,
    /// Whether they may leave.
    pub may_leave: bool,
    /// Whether they look after it.
    pub facilitates: bool,
    /// Whether they answer for it.
    pub owns: bool,
    /// Their last wish to join.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<MyJoinRequest>,
    /// The invitation that waits for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<MyCommunityInvitation>,
    /// What new members read first; for those who came in the last 14 days and may be empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Welcome. Say in the first week what you want to learn.")
    )]
    pub welcome: Option<String>,
    /// How many wait for a decision, for facilitators.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub waiting: i64,
}

/// The viewer's wish to join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyJoinRequest {
    /// What became of it.
    pub state: RequestState,
    /// What they said.
    pub message: String,
    /// What was said with the decision; may be empty.
    pub word: String,
    /// When they asked.
    pub asked_at: DateTime<Utc>,
    /// From when on they may ask again, when it was declined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_at: Option<DateTime<Utc>>,
}

/// An invitation to the viewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyCommunityInvitation {
    /// Who invites; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// What they say; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "You asked about this twice"))]
    pub word: String,
    /// When.
    pub at: DateTime<Utc>,
}
