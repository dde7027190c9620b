//! Keeping order: closing, deleting, private flags, renewal, and the log of acts of office.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tacit_domain::moderation::{self as domain, flags, renewal};
use uuid::Uuid;

use crate::identity::MemberRef;
use crate::macros::wire_enum;
use crate::posts::{Byline, PostKind};
use crate::questions::CloseReason;

/// Why a question is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CloseQuestion {
    /// The reason.
    pub reason: CloseReason,
    /// Post id of the original; needed for a duplicate, and only there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_id: Option<Uuid>,
    /// A word of explanation that stands on the page, at most 500 characters; needed for `other`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The old system was switched off in May")
    )]
    pub note: Option<String>,
}

/// Why a question is opened again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ReopenQuestionQuery {
    /// Why; needed when it is not one's own question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(example = "The rule is in force again"))]
    pub reason: Option<String>,
}

/// Who closed a question, and with which words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClosingFacts {
    /// Who closed it; null when they are not shown or not known any more.
    pub by: Option<MemberRef>,
    /// A word of explanation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "The old system was switched off in May")
    )]
    pub note: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why a post is deleted or restored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct DeletePostQuery {
    /// Why; needed by leads and admins for anybody else's, and for what others built on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", param(example = "It names a customer"))]
    pub reason: Option<String>,
}

/// Which deleted posts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListDeletedPostsQuery {
    /// Only the viewer's own; for everybody but leads and admins it always is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mine: Option<bool>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A deleted post, as its author and leads still see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeletedPost {
    /// Post id.
    pub id: Uuid,
    /// What it is.
    pub kind: PostKind,
    /// The post it stood under; none for a question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<Uuid>,
    /// The question on whose page it stood; its own id for a question.
    pub question_id: Uuid,
    /// Title of that question.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Which of the two stock sheets do we trust?")
    )]
    pub question_title: String,
    /// Who wrote it.
    pub by: Byline,
    /// Sanitised HTML.
    pub body_html: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// Who deleted it; null when they are not shown or not known any more.
    pub deleted_by: Option<MemberRef>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "It names a customer"))]
    pub reason: Option<String>,
    /// When.
    pub deleted_at: DateTime<Utc>,
    /// Whether the viewer may restore it.
    pub may_restore: bool,
    /// Whether restoring needs a reason (a lead undoing what another did).
    pub restore_needs_reason: bool,
    /// Whether what it stood under is deleted too: nobody restores it before that.
    pub under_deleted: bool,
}

wire_enum! {
    /// What somebody says about a post in private: it was right once (`outdated`), it is wrong (`incorrect`), or something about it is `not_all_right`.
    FlagKind from flags::FlagKind { Outdated, Incorrect, NotAllRight }
}

wire_enum! {
    /// What became of flags: `handled` in another way, `dismissed`, or `acted` on the post.
    FlagOutcome from flags::FlagOutcome { Handled, Dismissed, Acted }
}

/// What somebody says about a post, to its author and the leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FlagPost {
    /// What is the matter, 1 to 500 characters. The author may read it, never whose words they are.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Since the spring the form is filled in online")
    )]
    pub reason: String,
}

/// What was decided about flags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ResolveFlags {
    /// What became of them.
    pub outcome: FlagOutcome,
    /// A word to those who flagged, at most 500 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "The answer was rewritten"))]
    pub word: Option<String>,
}

/// Which part of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FlagFilter {
    /// What waits for a decision, the longest waiting first.
    #[default]
    Open,
    /// What was decided, the last first.
    Resolved,
}

/// Which flags.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListFlagsQuery {
    /// Part of the queue; `open` when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<FlagFilter>,
    /// Only this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FlagKind>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// A post that was flagged in one way, with all who said so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FlaggedPost {
    /// Post id.
    pub post_id: Uuid,
    /// What the post is.
    pub post_kind: PostKind,
    /// What is said about it.
    pub kind: FlagKind,
    /// The question on whose page it stands.
    pub question_id: Uuid,
    /// Title of that question.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Which of the two stock sheets do we trust?")
    )]
    pub question_title: String,
    /// Who wrote the post.
    pub by: Byline,
    /// The beginning of the post as plain text.
    pub excerpt: String,
    /// BCP 47.
    #[cfg_attr(feature = "openapi", schema(example = "en"))]
    pub language: String,
    /// What was said, oldest first.
    pub flags: Vec<FlagEntry>,
    /// Whether the viewer may decide (nobody decides about their own post).
    pub may_resolve: bool,
}

/// What one person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FlagEntry {
    /// Who said it; null to the author of the post.
    pub by: Option<MemberRef>,
    /// Their words.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Since the spring the form is filled in online")
    )]
    pub reason: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<FlagResolution>,
}

/// What was decided about a flag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FlagResolution {
    /// What became of it.
    pub outcome: FlagOutcome,
    /// What was said about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    /// Who decided; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// When.
    pub at: DateTime<Utc>,
}

/// What somebody said about the viewer's own post, without a name or a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SaidOfPost {
    /// What is said.
    pub kind: FlagKind,
    /// Their words.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Since the spring the form is filled in online")
    )]
    pub reason: String,
}

/// What came of looking at an answer again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RenewAnswer {
    /// What came of it.
    pub outcome: RenewalOutcome,
    /// The answer to the same question that says it now; needed for `replaced`, and only there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<Uuid>,
}

wire_enum! {
    /// What came of looking at an answer again: it is `still_right`, or `replaced` by another answer.
    RenewalOutcome from renewal::RenewalOutcome { StillRight, Replaced }
}

/// When an accepted answer was last looked at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RenewalFacts {
    /// Who looked; null when they are not known any more.
    pub by: Option<MemberRef>,
    /// When.
    pub at: DateTime<Utc>,
    /// The answer that says it now; none when it was still right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<Uuid>,
}

/// Which renewals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListRenewalsQuery {
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// An answer that was accepted long ago, that somebody calls out of date, and that the viewer may renew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RenewalDue {
    /// Post id of the answer.
    pub answer_id: Uuid,
    /// The question it solved.
    pub question_id: Uuid,
    /// Title of that question.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Which of the two stock sheets do we trust?")
    )]
    pub question_title: String,
    /// Whether the viewer wrote it; else they know a topic of it by accepted answers of their own.
    pub mine: bool,
    /// When it was accepted.
    pub accepted_at: DateTime<Utc>,
    /// What was said, without names.
    pub said: Vec<String>,
}

wire_enum! {
    /// What somebody did in office.
    AuditAct from domain::AuditAct {
        QuestionClosed, QuestionReopened, PostEdited, PostDeleted, PostRestored, AnswerAccepted, AcceptanceWithdrawn, NeedMoved,
        FlagsResolved, TopicEdited, TopicMerged, TopicDeleted, MemberRoleChanged, MemberDepartmentChanged,
        MemberDeactivated, MemberReactivated, MemberLinked, MemberInvited, InvitationRevoked, DepartmentCreated,
        DepartmentEdited, OrganisationEdited, LogoChanged, SiteImported, MembersImported, QuestionsImported, AdminCreated,
    }
}

wire_enum! {
    /// What an act of office was done to.
    AuditSubject from domain::AuditSubject { Post, Member, Topic, Organisation }
}

/// An act of office: who did what, to what and to whom, why and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AuditEntry {
    /// Its id.
    pub id: Uuid,
    /// What was done.
    pub act: AuditAct,
    /// Who did it; null for the command line of the server, and for whoever is gone.
    pub by: Option<MemberRef>,
    /// What it was done to.
    pub subject_kind: AuditSubject,
    /// Its id.
    pub subject_id: Uuid,
    /// What it is called now: the question's title, the topic's name, the invited address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "Which of the two stock sheets do we trust?")
    )]
    pub subject_name: Option<String>,
    /// The question on whose page a post stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question_id: Option<Uuid>,
    /// The need it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need_id: Option<Uuid>,
    /// Slug of a topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Whom it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberRef>,
    /// A word that says more: the new role, the reason a question was closed for, the site that was brought over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "duplicate"))]
    pub detail: Option<String>,
    /// Why, in the words of who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(example = "It names a customer"))]
    pub reason: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Which acts of office.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListAuditEntriesQuery {
    /// Only this act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub act: Option<AuditAct>,
    /// Handle: only what this person did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<String>,
    /// Handle: only what concerns this person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// At this time or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<DateTime<Utc>>,
    /// Before this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<DateTime<Utc>>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}
