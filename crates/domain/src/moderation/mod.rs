//! Keeping order: closing and reopening, deleting and restoring, private flags, renewal, and the log of acts of office.
//!
//! `closing`, `deletion`, `flags` and `renewal` each hold the rules of one of these and who may do it; `policy` who may close,
//! and what an act of office is; `error` says why not.

pub mod closing;
pub mod deletion;
pub mod error;
pub mod flags;
pub mod policy;
pub mod renewal;

pub use closing::Closing;
pub use error::Refusal;

crate::words! {
    /// What somebody did in office. What one does with one's own is no act of office.
    pub enum AuditAct {
        /// Closed a question.
        QuestionClosed = "question_closed",
        /// Opened a closed question again.
        QuestionReopened = "question_reopened",
        /// Edited somebody else's post.
        PostEdited = "post_edited",
        /// Deleted a post.
        PostDeleted = "post_deleted",
        /// Restored a post.
        PostRestored = "post_restored",
        /// Accepted an answer for the asker.
        AnswerAccepted = "answer_accepted",
        /// Took an acceptance back for the asker.
        AcceptanceWithdrawn = "acceptance_withdrawn",
        /// Gave a need another state.
        NeedMoved = "need_moved",
        /// Decided on flags.
        FlagsResolved = "flags_resolved",
        /// Renamed a topic, or changed its synonyms or its place.
        TopicEdited = "topic_edited",
        /// Merged a topic into another.
        TopicMerged = "topic_merged",
        /// Deleted an unused topic.
        TopicDeleted = "topic_deleted",
        /// Gave a member another role.
        MemberRoleChanged = "member_role_changed",
        /// Moved a member to another department.
        MemberDepartmentChanged = "member_department_changed",
        /// Keeps a member out.
        MemberDeactivated = "member_deactivated",
        /// Lets a member in again.
        MemberReactivated = "member_reactivated",
        /// Gave what a person of an import wrote to a member.
        MemberLinked = "member_linked",
        /// Invited an address.
        MemberInvited = "member_invited",
        /// Took an invitation back.
        InvitationRevoked = "invitation_revoked",
        /// Added a department.
        DepartmentCreated = "department_created",
        /// Renamed, moved or archived a department.
        DepartmentEdited = "department_edited",
        /// Changed the organisation's settings.
        OrganisationEdited = "organisation_edited",
        /// Changed the logo.
        LogoChanged = "logo_changed",
        /// Brought a site over.
        SiteImported = "site_imported",
        /// Added members from a table.
        MembersImported = "members_imported",
        /// Added questions and answers from a table.
        QuestionsImported = "questions_imported",
        /// Made an admin on the command line.
        AdminCreated = "admin_created",
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
        /// The organisation, its departments and invitations, and what is brought over.
        Organisation = "organisation",
    }
}
