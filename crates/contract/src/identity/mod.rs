//! Members, and one's own account; [`access`] has registering and signing in.

mod access;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tacit_domain::identity as domain;
use uuid::Uuid;

use crate::macros::wire_enum;
use crate::organisation::DepartmentRef;
use crate::posts::Source;

pub use access::*;

wire_enum! {
    /// What a member may do beyond learning: `lead` looks after questions, topics and answers, `admin` runs the organisation's Tacit.
    Role from domain::Role { Member, Lead, Admin }
}

wire_enum! {
    /// Whether a person can sign in: `unclaimed` people came with an import and have posts but no account.
    MemberStatus from domain::MemberStatus { Active, Unconfirmed, Deactivated, Unclaimed }
}

wire_enum! {
    /// A language of the screens.
    Locale from domain::Locale { En, Sv }
}

/// One's own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// Member id.
    pub id: Uuid,
    /// Short unique name.
    #[cfg_attr(feature = "openapi", schema(example = "noor"))]
    pub handle: String,
    /// The name others see.
    #[cfg_attr(feature = "openapi", schema(example = "Noor Hallström"))]
    pub display_name: String,
    /// Work e-mail; others do not see it, admins do.
    #[cfg_attr(feature = "openapi", schema(example = "noor.hallstrom@almvik.example"))]
    pub email: String,
    /// Role.
    pub role: Role,
    /// Job title; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "Trainer, customer care"))]
    pub job_title: String,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentRef>,
    /// Place of work; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "Gothenburg"))]
    pub place: String,
    /// A few sentences about oneself; may be empty.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "I train new colleagues in customer care.")
    )]
    pub bio: String,
    /// Languages spoken, BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = json!(["en", "sv"])))]
    pub languages: Vec<String>,
    /// Language of the screens.
    pub locale: Locale,
    /// IANA time zone.
    #[cfg_attr(feature = "openapi", schema(example = "Europe/Stockholm"))]
    pub time_zone: String,
    /// For `If-Match`; raised by each edit.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub version: i32,
    /// Member since.
    pub created_at: DateTime<Utc>,
}

/// A change to one's own profile; what is left out stays.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateMe {
    /// 2 to 30 of a-z, 0-9 and hyphen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "noor"))]
    pub handle: Option<String>,
    /// The name others see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Noor Hallström"))]
    pub display_name: Option<String>,
    /// Job title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Trainer, customer care"))]
    pub job_title: Option<String>,
    /// A department that is offered, or `null` for none.
    #[serde(
        default,
        deserialize_with = "crate::patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Uuid>))]
    pub department_id: Option<Option<Uuid>>,
    /// Place of work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Gothenburg"))]
    pub place: Option<String>,
    /// A few sentences about oneself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bio: Option<String>,
    /// Languages spoken, BCP 47, at most ten.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["en", "sv"])))]
    pub languages: Option<Vec<String>>,
    /// Language of the screens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// IANA time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Europe/Stockholm"))]
    pub time_zone: Option<String>,
}

/// A person where they are only named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberRef {
    /// Member id.
    pub id: Uuid,
    /// Short unique name.
    #[cfg_attr(feature = "openapi", schema(example = "noor"))]
    pub handle: String,
    /// The name others see.
    #[cfg_attr(feature = "openapi", schema(example = "Noor Hallström"))]
    pub display_name: String,
    /// Job title; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "Trainer, customer care"))]
    pub job_title: String,
    /// Came with an import and has no account.
    pub unclaimed: bool,
}

/// What a member has contributed, as far as the viewer may see it.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberCounts {
    /// Questions asked.
    #[cfg_attr(feature = "openapi", schema(example = 4))]
    pub questions: i64,
    /// Answers given.
    #[cfg_attr(feature = "openapi", schema(example = 17))]
    pub answers: i64,
    /// Answers accepted.
    #[cfg_attr(feature = "openapi", schema(example = 9))]
    pub accepted: i64,
    /// Helpful marks received.
    #[cfg_attr(feature = "openapi", schema(example = 88))]
    pub helpful: i64,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberSummary {
    /// Who.
    pub member: MemberRef,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentRef>,
    /// Place of work; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "Gothenburg"))]
    pub place: String,
    /// Role.
    pub role: Role,
    /// Contributions.
    pub counts: MemberCounts,
    /// When they may be asked.
    pub availability: crate::expertise::Availability,
    /// What they know of the topics asked for; empty when none were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub knows: Vec<crate::expertise::TopicStrength>,
}

/// A person's profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MemberProfile {
    /// Who.
    pub member: MemberRef,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentRef>,
    /// Place of work; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "Gothenburg"))]
    pub place: String,
    /// Role.
    pub role: Role,
    /// Whether they can sign in.
    pub status: MemberStatus,
    /// A few sentences; may be empty.
    pub bio: String,
    /// Languages spoken, BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = json!(["en", "sv"])))]
    pub languages: Vec<String>,
    /// IANA time zone.
    #[cfg_attr(feature = "openapi", schema(example = "Europe/Stockholm"))]
    pub time_zone: String,
    /// Member since.
    pub created_at: DateTime<Utc>,
    /// Contributions.
    pub counts: MemberCounts,
    /// Topics they have answered in most, at most eight.
    pub topics: Vec<crate::topics::TopicRef>,
    /// Where an unclaimed person comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// Order of a list of members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum MemberSort {
    /// By name.
    #[default]
    Name,
    /// Newest first.
    Newest,
}

/// Which members to list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListMembersQuery {
    /// Words of name, handle, job title or place; each must begin a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Only this department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Uuid>,
    /// Only this role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Topics by slug or name, separated by commas: only who is known to know one of them, ranked by the evidence in all; who is away last. `sort` then has no meaning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topics: Option<String>,
    /// Words of the place of work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Only who speaks this language, BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// True: only who can be asked now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available: Option<bool>,
    /// Order; by name when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<MemberSort>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A member as an admin sees them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AdminMember {
    /// Who.
    pub member: MemberRef,
    /// Work e-mail; null for unclaimed people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "noor.hallstrom@almvik.example"))]
    pub email: Option<String>,
    /// Role.
    pub role: Role,
    /// Whether they can sign in.
    pub status: MemberStatus,
    /// Department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentRef>,
    /// Member since.
    pub created_at: DateTime<Utc>,
}

/// Which members an admin lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct AdminListMembersQuery {
    /// Words of name, handle or e-mail; each must begin a word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<String>,
    /// Only this status; everyone but unclaimed people when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<MemberStatus>,
    /// Only this role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// What an admin changes about a member; what is left out stays.
#[derive(Default, Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateMember {
    /// Role. The last active admin stays one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// True signs them out everywhere and keeps them out, false lets them in again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deactivated: Option<bool>,
    /// A department, or `null` for none.
    #[serde(
        default,
        deserialize_with = "crate::patch::present",
        skip_serializing_if = "Option::is_none"
    )]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Uuid>))]
    pub department_id: Option<Option<Uuid>>,
    /// Why, for the log of acts of office; at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Leads the new academy"))]
    pub reason: Option<String>,
}

/// Whom a person of an import turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LinkMember {
    /// Id of the active member who gets what the person wrote.
    pub member_id: Uuid,
    /// Why, for the log of acts of office; at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "She showed me her account there")
    )]
    pub reason: Option<String>,
}
