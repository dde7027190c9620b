//! Communities: people who share a practice, a role or a pain point, and a place of their own to ask.
//!
//! `text` reads what is typed about one; `policy` decides who sees it and who comes in, `care` who looks after it; `health` says how it
//! is doing.

pub mod care;
pub mod error;
pub mod health;
pub mod policy;
pub mod text;

pub use error::Refusal;
pub use text::{CharterText, CommunityName, Purpose, Word};

crate::words! {
    /// Who knows of a community and reads it.
    pub enum Visibility {
        /// Every member reads it.
        Open = "open",
        /// Every member knows that it is there; its members read it.
        OnRequest = "on_request",
        /// Does not exist but for its members and who is invited.
        Hidden = "hidden",
    }
}

crate::words! {
    /// How one becomes a member.
    pub enum JoinRule {
        /// By joining.
        Free = "free",
        /// By asking; a facilitator decides.
        OnRequest = "on_request",
        /// By being invited.
        ByInvitation = "by_invitation",
    }
}

crate::words! {
    /// What a member of a community may do in it, the least first.
    pub enum CommunityRole {
        /// Reads and writes.
        Member = "member",
        /// Looks after it: who comes in, what is pinned, what is asked on a schedule.
        Facilitator = "facilitator",
        /// Answers for it. There is always exactly one.
        Owner = "owner",
    }
}

crate::words! {
    /// What became of a wish to join.
    pub enum RequestState {
        /// Nobody has decided.
        Waiting = "waiting",
        /// They are a member.
        Approved = "approved",
        /// Not now.
        Declined = "declined",
    }
}

/// Days during which a deleted community can be brought back. Nobody sees it or what was written in it; after that both are
/// erased.
pub const DELETED_DAYS: i64 = 30;

/// Days after being declined before one may ask again.
pub const ASK_AGAIN_DAYS: i64 = 14;

/// Days a link of invitation works when nothing is said.
pub const LINK_DAYS: u32 = 14;

/// Most days a link of invitation works.
pub const LINK_DAYS_MAX: u32 = 30;

/// How many come in by a link when nothing is said.
pub const LINK_USES: u32 = 25;

/// Most that come in by a link.
pub const LINK_USES_MAX: u32 = 100;

/// Most links of a community that work at once.
pub const LINKS_MAX: u64 = 20;

/// Most invitations by name that wait for an answer at once.
pub const INVITATIONS_MAX: u64 = 200;

/// Most posts that are pinned at once.
pub const PINS_MAX: usize = 5;

/// Days somebody counts as new in a community.
pub const NEW_DAYS: i64 = 14;

/// Most topics of a community.
pub const TOPICS_MAX: usize = 10;
