//! Keeping order: closing and reopening, and the log of what leads and admins do in office.
//!
//! `closing` says what a closing must name; `policy` decides who may do what; `error` says why not.

pub mod closing;
pub mod error;
pub mod policy;

pub use closing::Closing;
pub use error::Refusal;

crate::words! {
    /// What somebody did in office. What one does with one's own is no act of office.
    pub enum AuditAct {
        /// Closed a question.
        QuestionClosed = "question_closed",
        /// Opened a closed question again.
        QuestionReopened = "question_reopened",
    }
}

crate::words! {
    /// What an act of office was done to.
    pub enum AuditSubject {
        /// A question, an answer or a comment.
        Post = "post",
        /// A member.
        Member = "member",
        /// A topic.
        Topic = "topic",
        /// The organisation, its departments and invitations.
        Organisation = "organisation",
    }
}
