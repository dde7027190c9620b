//! Members: who they are to the organisation, what they may say about themselves, and who may change what.
//!
//! `handle`, `email`, `password` and `profile` parse what is typed into types that hold only what is allowed; `policy`
//! decides.

pub mod email;
pub mod error;
pub mod handle;
pub mod invite_list;
pub mod password;
pub mod policy;
pub mod profile;
pub mod text;

use uuid::Uuid;

/// Who is looking or acting: every list and every load starts from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Viewer {
    /// The member.
    pub member_id: Uuid,
    /// Their role.
    pub role: Role,
}

crate::words! {
    /// What a member may do beyond learning.
    pub enum Role {
        /// Everybody.
        Member = "member",
        /// Learning and development: looks after questions, topics and answers.
        Lead = "lead",
        /// Runs the organisation's Tacit.
        Admin = "admin",
    }
}

crate::words! {
    /// Whether a person can sign in.
    pub enum MemberStatus {
        /// Can sign in.
        Active = "active",
        /// Registered, the address is not confirmed yet.
        Unconfirmed = "unconfirmed",
        /// May not sign in any more; what they wrote stays.
        Deactivated = "deactivated",
        /// Came with an import: has posts but no account.
        Unclaimed = "unclaimed",
    }
}

crate::words! {
    /// Who may register.
    pub enum Registration {
        /// Anyone who reaches the server.
        Open = "open",
        /// Whoever confirms an address of an allowed domain.
        Domains = "domains",
        /// Whoever was invited.
        Invitation = "invitation",
    }
}

crate::words! {
    /// A language of the screens.
    pub enum Locale {
        /// English.
        En = "en",
        /// Swedish.
        Sv = "sv",
    }
}
