//! The kinds of events and what each carries.

use uuid::Uuid;

use crate::communities::{CommunityRole, Visibility};
use crate::expertise::Level;
use crate::identity::Role;
use crate::moderation::flags::{FlagKind, FlagOutcome};
use crate::needs::{Helped, NeedState};
use crate::routing::Cause;

/// Declares [`EventBody`] and its kinds, so that a kind and its word stand in one place.
macro_rules! event_bodies {
    ($($(#[$meta:meta])* $variant:ident $({ $($(#[$fmeta:meta])* $field:ident: $type:ty),+ $(,)? })? = $word:literal),+ $(,)?) => {
        crate::words! {
            /// What kind of thing happened: an [`EventBody`] without its details.
            pub enum EventKind { $($(#[$meta])* $variant = $word),+ }
        }

        /// What happened. The comment of each variant says what the event's subject is.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum EventBody {
            $($(#[$meta])* $variant $({ $($(#[$fmeta])* $field: $type),+ })?),+
        }

        impl EventBody {
            /// The kind.
            #[must_use]
            pub const fn kind(&self) -> EventKind {
                match self { $(Self::$variant { .. } => EventKind::$variant),+ }
            }
        }
    };
}

event_bodies! {
    /// A member came.
    MemberRegistered = "member_registered",
    /// A member's profile was edited.
    MemberEdited = "member_edited",
    /// A member got another role.
    MemberRoleChanged {
        /// The new one.
        role: Role,
    } = "member_role_changed",
    /// A member may not sign in any more.
    MemberDeactivated = "member_deactivated",
    /// A member may sign in again.
    MemberReactivated = "member_reactivated",
    /// An unclaimed person of an import turned out to be a member; what they wrote is the member's now.
    MemberLinked {
        /// The member.
        into: Uuid,
    } = "member_linked",
    /// The organisation's settings or departments were edited; the subject is the acting admin.
    OrganisationEdited = "organisation_edited",
    /// A topic was created.
    TopicCreated = "topic_created",
    /// A topic's words, synonyms or parent were edited.
    TopicEdited = "topic_edited",
    /// A topic was merged; what had it has the other now.
    TopicMerged {
        /// The topic that stays.
        into: Uuid,
    } = "topic_merged",
    /// A topic that nothing hung on was deleted.
    TopicDeleted = "topic_deleted",
    /// The actor follows a topic.
    TopicFollowed = "topic_followed",
    /// The actor follows a topic no more.
    TopicUnfollowed = "topic_unfollowed",
    /// The actor follows a question.
    QuestionFollowed = "question_followed",
    /// The actor does not want to follow a question.
    QuestionUnfollowed = "question_unfollowed",
    /// The actor follows a member.
    MemberFollowed = "member_followed",
    /// The actor follows a member no more.
    MemberUnfollowed = "member_unfollowed",
    /// A question was asked.
    QuestionAsked {
        /// The asker cannot go on without an answer.
        urgent: bool,
        /// In the order the asker gave.
        topics: Vec<Uuid>,
    } = "question_asked",
    /// A question's title, body, topics or urgency were edited.
    QuestionEdited {
        /// The version it has now.
        version: i32,
        /// The topics it has now.
        topics: Vec<Uuid>,
    } = "question_edited",
    /// A question was closed.
    QuestionClosed {
        /// The original, when it was closed as a duplicate.
        duplicate_of: Option<Uuid>,
    } = "question_closed",
    /// A closed question was opened again.
    QuestionReopened = "question_reopened",
    /// A post was deleted: it is gone for all but its author and leads.
    PostDeleted {
        /// The question on whose page it stood; its own id for a question.
        question: Uuid,
    } = "post_deleted",
    /// A deleted post was restored.
    PostRestored {
        /// The question on whose page it stands; its own id for a question.
        question: Uuid,
    } = "post_restored",
    /// Who wrote a post without their name shows it.
    AuthorShown {
        /// The question on whose page it stands; its own id for a question.
        question: Uuid,
    } = "author_shown",
    /// Somebody said something about a post in private. There is no actor: who it was stands with the flag alone.
    PostFlagged {
        /// The question on whose page it stands; its own id for a question.
        question: Uuid,
        /// What was said.
        flag: FlagKind,
    } = "post_flagged",
    /// What was said about a post was decided on.
    FlagsResolved {
        /// The question on whose page it stands; its own id for a question.
        question: Uuid,
        /// What was said.
        flag: FlagKind,
        /// What became of it.
        outcome: FlagOutcome,
    } = "flags_resolved",
    /// Somebody looked at an accepted answer again.
    AnswerRenewed {
        /// What it answers.
        question: Uuid,
        /// The answer that says it now; none when this one is still right.
        replaced_by: Option<Uuid>,
    } = "answer_renewed",
    /// An answer was posted.
    AnswerPosted {
        /// What it answers.
        question: Uuid,
    } = "answer_posted",
    /// An answer was edited.
    AnswerEdited {
        /// What it answers.
        question: Uuid,
        /// The version it has now.
        version: i32,
    } = "answer_edited",
    /// An answer was accepted.
    AnswerAccepted {
        /// What it answers.
        question: Uuid,
    } = "answer_accepted",
    /// An answer is accepted no more.
    AcceptanceWithdrawn {
        /// What it answers.
        question: Uuid,
    } = "acceptance_withdrawn",
    /// A comment was posted.
    CommentPosted {
        /// The post commented on.
        parent: Uuid,
        /// The question on whose page it stands.
        question: Uuid,
    } = "comment_posted",
    /// A comment was edited.
    CommentEdited {
        /// The post commented on.
        parent: Uuid,
        /// The question on whose page it stands.
        question: Uuid,
        /// The version it has now.
        version: i32,
    } = "comment_edited",
    /// The actor found a post helpful.
    HelpfulMarked = "helpful_marked",
    /// The actor took the mark back.
    HelpfulUnmarked = "helpful_unmarked",
    /// A post came with marks of people nobody here knows.
    HelpfulImported {
        /// How many.
        count: i32,
    } = "helpful_imported",
    /// A post was linked to another.
    PostsLinked {
        /// The other; the original, if it is a duplicate.
        other: Uuid,
        /// Whether the subject is a duplicate of the other.
        duplicate: bool,
    } = "posts_linked",
    /// A member says something else about themselves and a topic.
    ExpertiseDeclared {
        /// The topic.
        topic: Uuid,
        /// What they say now; none when they took it back.
        level: Option<Level>,
    } = "expertise_declared",
    /// A member does not want to be found by a topic, or does again.
    ExpertiseHidden {
        /// The topic.
        topic: Uuid,
        /// Whether it is hidden now.
        hidden: bool,
    } = "expertise_hidden",
    /// The actor says that the member knows a topic.
    MemberEndorsed {
        /// The topic.
        topic: Uuid,
    } = "member_endorsed",
    /// The actor took the endorsement back.
    EndorsementWithdrawn {
        /// The topic.
        topic: Uuid,
    } = "endorsement_withdrawn",
    /// A member said when they may be asked.
    AvailabilityChanged = "availability_changed",
    /// Members were asked to answer a question; the actor wished for or named them, else there is none.
    QuestionRouted {
        /// Why these.
        cause: Cause,
        /// Whom.
        members: Vec<Uuid>,
    } = "question_routed",
    /// The actor was asked to answer a question and passed.
    QuestionPassed = "question_passed",
    /// Somebody said what they want to learn.
    NeedSaid {
        /// In the order they gave.
        topics: Vec<Uuid>,
    } = "need_said",
    /// A need's words, topics, day or forms were edited.
    NeedEdited {
        /// The version it has now.
        version: i32,
        /// The topics it has now.
        topics: Vec<Uuid>,
    } = "need_edited",
    /// A need has another state.
    NeedMoved {
        /// The one it has now.
        state: NeedState,
    } = "need_moved",
    /// The actor takes care of a need.
    NeedTakenOn {
        /// The state it has now.
        state: NeedState,
    } = "need_taken_on",
    /// Nobody takes care of a need any more.
    NeedLetGo = "need_let_go",
    /// So many want a need that somebody has to look after it.
    NeedWanted {
        /// The leads who are told.
        leads: Vec<Uuid>,
    } = "need_wanted",
    /// The actor wants to learn it too.
    NeedJoined = "need_joined",
    /// The actor does not want it any more.
    NeedLeft = "need_left",
    /// The actor offers to help with a need.
    NeedHelpOffered = "need_help_offered",
    /// The actor offers it no more.
    NeedHelpWithdrawn = "need_help_withdrawn",
    /// The actor named somebody who could help with a need.
    NeedHelperSuggested {
        /// Whom.
        member: Uuid,
    } = "need_helper_suggested",
    /// A suggestion was taken back or turned down.
    NeedSuggestionWithdrawn {
        /// Who had been named.
        member: Uuid,
    } = "need_suggestion_withdrawn",
    /// Something that meets a need was linked.
    NeedResponded {
        /// Id of the response.
        response: Uuid,
    } = "need_responded",
    /// It was removed.
    NeedResponseRemoved {
        /// Id of the response.
        response: Uuid,
    } = "need_response_removed",
    /// The actor said whether what met a need helped.
    NeedConfirmed {
        /// Whether it did; none when they took their word back.
        helped: Option<Helped>,
    } = "need_confirmed",
    /// A community was founded; the actor owns it.
    CommunityFounded {
        /// Who knows of it.
        visibility: Visibility,
    } = "community_founded",
    /// What a community says of itself, or its settings, were changed.
    CommunityEdited {
        /// Who knows of it now.
        visibility: Visibility,
    } = "community_edited",
    /// The actor is a member of a community.
    CommunityJoined = "community_joined",
    /// The actor is a member no more.
    CommunityLeft = "community_left",
    /// The actor asks to join a community.
    CommunityJoinAsked {
        /// Who looks after it and is told.
        facilitators: Vec<Uuid>,
    } = "community_join_asked",
    /// The actor asks no more.
    CommunityJoinWithdrawn = "community_join_withdrawn",
    /// A wish to join was decided on.
    CommunityJoinDecided {
        /// Whose.
        member: Uuid,
        /// Whether they are a member now.
        approved: bool,
    } = "community_join_decided",
    /// The actor invited somebody to a community.
    CommunityInvited {
        /// Whom.
        member: Uuid,
    } = "community_invited",
    /// An invitation was declined by who was invited, or taken back.
    CommunityInvitationEnded {
        /// Who had been invited.
        member: Uuid,
    } = "community_invitation_ended",
    /// A member of a community has another role in it.
    CommunityRoleChanged {
        /// Who.
        member: Uuid,
        /// The new one.
        role: CommunityRole,
    } = "community_role_changed",
    /// A member was taken out of a community.
    CommunityMemberRemoved {
        /// Who.
        member: Uuid,
    } = "community_member_removed",
    /// A community is only read any more.
    CommunityArchived {
        /// Its members.
        members: Vec<Uuid>,
    } = "community_archived",
    /// An archived community is written in again, or a deleted one is back.
    CommunityRestored {
        /// Its members.
        members: Vec<Uuid>,
    } = "community_restored",
    /// A community was deleted: nobody sees it or what was written in it.
    CommunityDeleted {
        /// Who were its members.
        members: Vec<Uuid>,
    } = "community_deleted",
    /// A deleted community and what was written in it are erased.
    CommunityErased = "community_erased",
    /// An import came to its end; the subject is its run.
    ImportFinished = "import_finished",
}
