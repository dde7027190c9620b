//! Posts: what all contributions share.
//!
//! `audience` decides who a post may be for; `diff` says what changed between two texts; `text` reads what is typed into types that hold only what is allowed; `policy` decides who may do what to a post.

pub mod audience;
pub mod diff;
pub mod error;
pub mod mentions;
pub mod policy;
pub mod text;

pub use error::Refusal;
pub use text::{Body, CommentBody, LanguageTag, Reason};

crate::words! {
    /// What a post is.
    pub enum PostKind {
        /// Asks.
        Question = "question",
        /// Answers a question.
        Answer = "answer",
        /// Remarks on a question or an answer.
        Comment = "comment",
        /// Says what somebody wants to learn.
        Need = "need",
    }
}

crate::words! {
    /// Who a post is for.
    pub enum AudienceKind {
        /// Every member.
        Everyone = "everyone",
        /// The members of one community.
        Community = "community",
        /// The author and named people.
        People = "people",
    }
}

crate::words! {
    /// How one post relates to another.
    pub enum LinkKind {
        /// About something near.
        Related = "related",
        /// Asks what the other asked before.
        Duplicate = "duplicate",
    }
}
