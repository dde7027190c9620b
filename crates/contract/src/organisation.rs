//! The organisation, its departments, and who may register.

use serde::{Deserialize, Serialize};
use tacit_domain::identity as domain;
use uuid::Uuid;

use crate::identity::Locale;
use crate::macros::wire_enum;
use chrono::{DateTime, Utc};

wire_enum! {
    /// Who may register: anyone (`open`), whoever confirms an address of an allowed domain (`domains`), or only those who were invited (`invitation`).
    Registration from domain::Registration { Open, Domains, Invitation }
}

/// What a person who is not signed in needs to know to sign in or register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignInOptions {
    /// Name of the organisation.
    #[cfg_attr(feature = "openapi", schema(example = "Almvik Works"))]
    pub organisation: String,
    /// Where its logo is, when it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "/api/v1/organisation/logo"))]
    pub logo_url: Option<String>,
    /// Language of the screens until a member chooses.
    pub default_language: Locale,
    /// Who may register.
    pub registration: Registration,
    /// Mail domains that may register, when `registration` is `domains`.
    #[cfg_attr(feature = "openapi", schema(example = json!(["almvik.example"])))]
    pub allowed_domains: Vec<String>,
}

/// The organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Organisation {
    /// Its name.
    #[cfg_attr(feature = "openapi", schema(example = "Almvik Works"))]
    pub name: String,
    /// Where its logo is, when it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "/api/v1/organisation/logo"))]
    pub logo_url: Option<String>,
    /// Language of the screens for new members.
    pub default_language: Locale,
    /// Who may register.
    pub registration: Registration,
    /// Mail domains that may register, when `registration` is `domains`.
    #[cfg_attr(feature = "openapi", schema(example = json!(["almvik.example"])))]
    pub allowed_domains: Vec<String>,
    /// Whether people may write without their name.
    #[cfg_attr(feature = "openapi", schema(example = true))]
    pub nameless_allowed: bool,
    /// For `If-Match`; raised by each edit.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub version: i32,
}

/// A change to the organisation; what is left out stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateOrganisation {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Almvik Works"))]
    pub name: Option<String>,
    /// Language of the screens for new members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default_language: Option<Locale>,
    /// Who may register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<Registration>,
    /// Mail domains that may register, in lower case without `@`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = json!(["almvik.example"])))]
    pub allowed_domains: Option<Vec<String>>,
    /// Whether people may write without their name from now on; what was written stays as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = true))]
    pub nameless_allowed: Option<bool>,
}

/// A department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Department {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    #[cfg_attr(feature = "openapi", schema(example = "Customer care"))]
    pub name: String,
    /// Place in the list, from 0.
    #[cfg_attr(feature = "openapi", schema(example = 0))]
    pub position: i32,
    /// No longer offered to members; those who are in it stay.
    pub archived: bool,
    /// How many active members are in it.
    #[cfg_attr(feature = "openapi", schema(example = 7))]
    pub members: i64,
}

/// A department where it is only named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DepartmentRef {
    /// Its id.
    pub id: Uuid,
    /// Its name.
    #[cfg_attr(feature = "openapi", schema(example = "Customer care"))]
    pub name: String,
}

/// A new department, at the end of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateDepartment {
    /// Its name, unlike any other.
    #[cfg_attr(feature = "openapi", schema(example = "Customer care"))]
    pub name: String,
}

/// A change to a department; what is left out stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UpdateDepartment {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "Customer care"))]
    pub name: Option<String>,
    /// Place in the list, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub position: Option<i32>,
    /// Whether it is still offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
}

/// An invitation to become a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// Its id.
    pub id: Uuid,
    /// Whom it was sent to.
    #[cfg_attr(feature = "openapi", schema(example = "lova.ekmark@almvik.example"))]
    pub email: String,
    /// What they will be.
    pub role: crate::identity::Role,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Until when it can be used.
    pub expires_at: DateTime<Utc>,
    /// When it was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used_at: Option<DateTime<Utc>>,
}

/// Which invitations to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListInvitationsQuery {
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A new invitation; the link is mailed and also returned once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreateInvitation {
    /// Whom to invite.
    #[cfg_attr(feature = "openapi", schema(example = "lova.ekmark@almvik.example"))]
    pub email: String,
    /// What they will be.
    pub role: crate::identity::Role,
}

/// An invitation and its link, which is shown only now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CreatedInvitation {
    /// The invitation.
    pub invitation: Invitation,
    /// The link to register with.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "https://tacit.almvik.example/register?token=6yq...")
    )]
    pub link: String,
}

/// People to invite, as a table of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PeopleList {
    /// CSV: an address a line, and a role (`member` when left out); with commas, semicolons or tabs, with a heading or
    /// without. At most 1,000 people.
    #[cfg_attr(
        feature = "openapi",
        schema(
            example = "email,role\nlova.ekmark@almvik.example,member\nsven.ek@almvik.example,lead"
        )
    )]
    pub csv: String,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LineProblem {
    /// The address is none.
    Malformed,
    /// There is no such role.
    UnknownRole,
    /// The address stands in an earlier line.
    Repeated,
    /// The address has an account.
    HasAccount,
}

impl From<tacit_domain::identity::invite_list::LineProblem> for LineProblem {
    fn from(problem: tacit_domain::identity::invite_list::LineProblem) -> Self {
        use tacit_domain::identity::invite_list::LineProblem as Domain;
        match problem {
            Domain::Malformed => Self::Malformed,
            Domain::UnknownRole => Self::UnknownRole,
            Domain::Repeated => Self::Repeated,
        }
    }
}

/// A line of a list of people to invite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitedLine {
    /// Its number in the text, from 1.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub line: u32,
    /// The address as it is read, or as it was typed where it is none.
    #[cfg_attr(feature = "openapi", schema(example = "lova.ekmark@almvik.example"))]
    pub email: String,
    /// What they will be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<crate::identity::Role>,
    /// What is wrong; whoever it is about is not invited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<LineProblem>,
    /// Whether an earlier invitation stops working.
    pub invited_before: bool,
    /// The link to register with; shown only now, and only when it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// What comes of inviting a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitedList {
    /// Lines that are right.
    #[cfg_attr(feature = "openapi", schema(example = 2))]
    pub right: u32,
    /// Lines with something wrong.
    #[cfg_attr(feature = "openapi", schema(example = 0))]
    pub wrong: u32,
    /// Every line, in order.
    pub lines: Vec<InvitedLine>,
}
