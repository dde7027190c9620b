//! How events are kept: the kind as a word, the details as JSON, the version of this form beside them.
//!
//! A stored event is never rewritten. When the form of a kind changes, [`VERSION`] rises and reading goes on to understand
//! all earlier ones.

use serde::{Deserialize, Serialize};
use tacit_domain::events::{Audience, EventBody, EventKind};
use tacit_domain::posts::AudienceKind;
use uuid::Uuid;

use crate::error::{AppError, AppResult};

/// The version written.
pub const VERSION: i32 = 1;

/// The details of every kind; each uses the fields it needs.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Details {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    topic: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    level: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hidden: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    into: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    other: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    duplicate_of: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    topics: Option<Vec<Uuid>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    urgent: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    duplicate: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    count: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    flag: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    replaced_by: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    members: Option<Vec<Uuid>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    member: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    response: Option<Uuid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    helped: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    visibility: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    approved: Option<bool>,
}

/// The details of a body as JSON.
///
/// # Errors
/// When serialising fails.
pub fn encode(body: &EventBody) -> AppResult<String> {
    Ok(serde_json::to_string(&details(body))?)
}

/// The body of a stored event.
///
/// # Errors
/// When a newer server wrote it, or it was changed by hand.
pub fn decode(kind: &str, version: i32, payload: &str) -> AppResult<EventBody> {
    if version > VERSION {
        let message = format!("an event of version {version} needs a newer server");
        return Err(AppError::internal(message));
    }
    let details: Details = serde_json::from_str(payload)?;
    let kind: EventKind = kind.parse()?;
    body(kind, details)
        .ok_or_else(|| AppError::internal(format!("an event {kind} lacks some of its details")))
}

/// The columns of an audience.
#[must_use]
pub fn audience_to_columns(audience: Audience) -> (AudienceKind, Option<Uuid>) {
    match audience {
        Audience::Everyone => (AudienceKind::Everyone, None),
        Audience::Community(id) => (AudienceKind::Community, Some(id)),
        Audience::People => (AudienceKind::People, None),
    }
}

/// The audience of two columns, of an event as of a post.
///
/// # Errors
/// When the columns do not fit each other.
pub fn audience_from_columns(kind: &str, community: Option<Uuid>) -> AppResult<Audience> {
    match (kind.parse()?, community) {
        (AudienceKind::Everyone, _) => Ok(Audience::Everyone),
        (AudienceKind::Community, Some(id)) => Ok(Audience::Community(id)),
        (AudienceKind::Community, None) => {
            Err(AppError::internal("an audience names no community"))
        }
        (AudienceKind::People, _) => Ok(Audience::People),
    }
}

fn details(body: &EventBody) -> Details {
    let mut details = Details::default();
    match body {
        EventBody::MemberRoleChanged { role } => details.role = Some(role.as_str().to_owned()),
        EventBody::MemberLinked { into } | EventBody::TopicMerged { into } => {
            details.into = Some(*into);
        }
        EventBody::QuestionAsked { urgent, topics } => {
            details.urgent = Some(*urgent);
            details.topics = Some(topics.clone());
        }
        EventBody::QuestionEdited { version, topics } => {
            details.version = Some(*version);
            details.topics = Some(topics.clone());
        }
        EventBody::QuestionClosed { duplicate_of } => details.duplicate_of = *duplicate_of,
        EventBody::AnswerPosted { question }
        | EventBody::AnswerAccepted { question }
        | EventBody::AcceptanceWithdrawn { question }
        | EventBody::PostDeleted { question }
        | EventBody::PostRestored { question }
        | EventBody::AuthorShown { question } => details.question = Some(*question),
        EventBody::AnswerEdited { question, version } => {
            details.question = Some(*question);
            details.version = Some(*version);
        }
        EventBody::CommentPosted { parent, question } => {
            details.parent = Some(*parent);
            details.question = Some(*question);
        }
        EventBody::CommentEdited {
            parent,
            question,
            version,
        } => {
            details.parent = Some(*parent);
            details.question = Some(*question);
            details.version = Some(*version);
        }
        EventBody::PostFlagged { question, flag } => {
            details.question = Some(*question);
            details.flag = Some(flag.as_str().to_owned());
        }
        EventBody::FlagsResolved {
            question,
            flag,
            outcome,
        } => {
            details.question = Some(*question);
            details.flag = Some(flag.as_str().to_owned());
            details.outcome = Some(outcome.as_str().to_owned());
        }
        EventBody::AnswerRenewed {
            question,
            replaced_by,
        } => {
            details.question = Some(*question);
            details.replaced_by = *replaced_by;
        }
        EventBody::HelpfulImported { count } => details.count = Some(*count),
        EventBody::ExpertiseDeclared { topic, level } => {
            details.topic = Some(*topic);
            details.level = level.map(|level| level.as_str().to_owned());
        }
        EventBody::ExpertiseHidden { topic, hidden } => {
            details.topic = Some(*topic);
            details.hidden = Some(*hidden);
        }
        EventBody::MemberEndorsed { topic } | EventBody::EndorsementWithdrawn { topic } => {
            details.topic = Some(*topic);
        }
        EventBody::PostsLinked { other, duplicate } => {
            details.other = Some(*other);
            details.duplicate = Some(*duplicate);
        }
        EventBody::QuestionRouted { cause, members } => {
            details.cause = Some(cause.as_str().to_owned());
            details.members = Some(members.clone());
        }
        EventBody::NeedSaid { topics } => details.topics = Some(topics.clone()),
        EventBody::NeedEdited { version, topics } => {
            details.version = Some(*version);
            details.topics = Some(topics.clone());
        }
        EventBody::NeedMoved { state } | EventBody::NeedTakenOn { state } => {
            details.state = Some(state.as_str().to_owned());
        }
        EventBody::NeedWanted { leads } => details.members = Some(leads.clone()),
        EventBody::NeedHelperSuggested { member }
        | EventBody::NeedSuggestionWithdrawn { member } => details.member = Some(*member),
        EventBody::NeedResponded { response } | EventBody::NeedResponseRemoved { response } => {
            details.response = Some(*response);
        }
        EventBody::NeedConfirmed { helped } => {
            details.helped = helped.map(|helped| helped.as_str().to_owned());
        }
        EventBody::CommunityFounded { visibility } | EventBody::CommunityEdited { visibility } => {
            details.visibility = Some(visibility.as_str().to_owned());
        }
        EventBody::CommunityJoinDecided { member, approved } => {
            details.member = Some(*member);
            details.approved = Some(*approved);
        }
        EventBody::CommunityInvited { member }
        | EventBody::CommunityInvitationEnded { member }
        | EventBody::CommunityMemberRemoved { member } => details.member = Some(*member),
        EventBody::CommunityRoleChanged { member, role } => {
            details.member = Some(*member);
            details.role = Some(role.as_str().to_owned());
        }
        EventBody::CommunityJoinAsked {
            facilitators: members,
        }
        | EventBody::CommunityArchived { members }
        | EventBody::CommunityRestored { members }
        | EventBody::CommunityDeleted { members } => details.members = Some(members.clone()),
        EventBody::MemberRegistered
        | EventBody::MemberEdited
        | EventBody::MemberDeactivated
        | EventBody::MemberReactivated
        | EventBody::OrganisationEdited
        | EventBody::TopicCreated
        | EventBody::TopicEdited
        | EventBody::TopicDeleted
        | EventBody::TopicFollowed
        | EventBody::TopicUnfollowed
        | EventBody::QuestionReopened
        | EventBody::QuestionFollowed
        | EventBody::QuestionUnfollowed
        | EventBody::MemberFollowed
        | EventBody::MemberUnfollowed
        | EventBody::HelpfulMarked
        | EventBody::HelpfulUnmarked
        | EventBody::AvailabilityChanged
        | EventBody::QuestionPassed
        | EventBody::NeedLetGo
        | EventBody::NeedJoined
        | EventBody::NeedLeft
        | EventBody::NeedHelpOffered
        | EventBody::NeedHelpWithdrawn
        | EventBody::CommunityJoined
        | EventBody::CommunityLeft
        | EventBody::CommunityJoinWithdrawn
        | EventBody::CommunityErased
        | EventBody::ImportFinished => {}
    }
    details
}

fn body(kind: EventKind, details: Details) -> Option<EventBody> {
    Some(match kind {
        EventKind::MemberRegistered => EventBody::MemberRegistered,
        EventKind::MemberEdited => EventBody::MemberEdited,
        EventKind::MemberRoleChanged => EventBody::MemberRoleChanged {
            role: details.role?.parse().ok()?,
        },
        EventKind::MemberDeactivated => EventBody::MemberDeactivated,
        EventKind::MemberReactivated => EventBody::MemberReactivated,
        EventKind::MemberLinked => EventBody::MemberLinked {
            into: details.into?,
        },
        EventKind::OrganisationEdited => EventBody::OrganisationEdited,
        EventKind::TopicCreated => EventBody::TopicCreated,
        EventKind::TopicEdited => EventBody::TopicEdited,
        EventKind::TopicMerged => EventBody::TopicMerged {
            into: details.into?,
        },
        EventKind::TopicDeleted => EventBody::TopicDeleted,
        EventKind::TopicFollowed => EventBody::TopicFollowed,
        EventKind::TopicUnfollowed => EventBody::TopicUnfollowed,
        EventKind::QuestionFollowed => EventBody::QuestionFollowed,
        EventKind::QuestionUnfollowed => EventBody::QuestionUnfollowed,
        EventKind::MemberFollowed => EventBody::MemberFollowed,
        EventKind::MemberUnfollowed => EventBody::MemberUnfollowed,
        EventKind::QuestionAsked => EventBody::QuestionAsked {
            urgent: details.urgent?,
            topics: details.topics?,
        },
        EventKind::QuestionEdited => EventBody::QuestionEdited {
            version: details.version?,
            topics: details.topics?,
        },
        EventKind::QuestionClosed => EventBody::QuestionClosed {
            duplicate_of: details.duplicate_of,
        },
        EventKind::QuestionReopened => EventBody::QuestionReopened,
        EventKind::PostDeleted => EventBody::PostDeleted {
            question: details.question?,
        },
        EventKind::PostRestored => EventBody::PostRestored {
            question: details.question?,
        },
        EventKind::AuthorShown => EventBody::AuthorShown {
            question: details.question?,
        },
        EventKind::PostFlagged => EventBody::PostFlagged {
            question: details.question?,
            flag: details.flag?.parse().ok()?,
        },
        EventKind::FlagsResolved => EventBody::FlagsResolved {
            question: details.question?,
            flag: details.flag?.parse().ok()?,
            outcome: details.outcome?.parse().ok()?,
        },
        EventKind::AnswerRenewed => EventBody::AnswerRenewed {
            question: details.question?,
            replaced_by: details.replaced_by,
        },
        EventKind::AnswerPosted => EventBody::AnswerPosted {
            question: details.question?,
        },
        EventKind::AnswerEdited => EventBody::AnswerEdited {
            question: details.question?,
            version: details.version?,
        },
        EventKind::AnswerAccepted => EventBody::AnswerAccepted {
            question: details.question?,
        },
        EventKind::AcceptanceWithdrawn => EventBody::AcceptanceWithdrawn {
            question: details.question?,
        },
        EventKind::CommentPosted => EventBody::CommentPosted {
            parent: details.parent?,
            question: details.question?,
        },
        EventKind::CommentEdited => EventBody::CommentEdited {
            parent: details.parent?,
            question: details.question?,
            version: details.version?,
        },
        EventKind::HelpfulMarked => EventBody::HelpfulMarked,
        EventKind::HelpfulUnmarked => EventBody::HelpfulUnmarked,
        EventKind::HelpfulImported => EventBody::HelpfulImported {
            count: details.count?,
        },
        EventKind::PostsLinked => EventBody::PostsLinked {
            other: details.other?,
            duplicate: details.duplicate?,
        },
        EventKind::ExpertiseDeclared => EventBody::ExpertiseDeclared {
            topic: details.topic?,
            level: match details.level {
                Some(word) => Some(word.parse().ok()?),
                None => None,
            },
        },
        EventKind::ExpertiseHidden => EventBody::ExpertiseHidden {
            topic: details.topic?,
            hidden: details.hidden?,
        },
        EventKind::MemberEndorsed => EventBody::MemberEndorsed {
            topic: details.topic?,
        },
        EventKind::EndorsementWithdrawn => EventBody::EndorsementWithdrawn {
            topic: details.topic?,
        },
        EventKind::AvailabilityChanged => EventBody::AvailabilityChanged,
        EventKind::QuestionRouted => EventBody::QuestionRouted {
            cause: details.cause?.parse().ok()?,
            members: details.members?,
        },
        EventKind::QuestionPassed => EventBody::QuestionPassed,
        EventKind::NeedSaid => EventBody::NeedSaid {
            topics: details.topics?,
        },
        EventKind::NeedEdited => EventBody::NeedEdited {
            version: details.version?,
            topics: details.topics?,
        },
        EventKind::NeedMoved => EventBody::NeedMoved {
            state: details.state?.parse().ok()?,
        },
        EventKind::NeedTakenOn => EventBody::NeedTakenOn {
            state: details.state?.parse().ok()?,
        },
        EventKind::NeedWanted => EventBody::NeedWanted {
            leads: details.members?,
        },
        EventKind::NeedLetGo => EventBody::NeedLetGo,
        EventKind::NeedJoined => EventBody::NeedJoined,
        EventKind::NeedLeft => EventBody::NeedLeft,
        EventKind::NeedHelpOffered => EventBody::NeedHelpOffered,
        EventKind::NeedHelpWithdrawn => EventBody::NeedHelpWithdrawn,
        EventKind::NeedHelperSuggested => EventBody::NeedHelperSuggested {
            member: details.member?,
        },
        EventKind::NeedSuggestionWithdrawn => EventBody::NeedSuggestionWithdrawn {
            member: details.member?,
        },
        EventKind::NeedResponded => EventBody::NeedResponded {
            response: details.response?,
        },
        EventKind::NeedResponseRemoved => EventBody::NeedResponseRemoved {
            response: details.response?,
        },
        EventKind::NeedConfirmed => EventBody::NeedConfirmed {
            helped: match details.helped {
                Some(word) => Some(word.parse().ok()?),
                None => None,
            },
        },
        EventKind::CommunityFounded => EventBody::CommunityFounded {
            visibility: details.visibility?.parse().ok()?,
        },
        EventKind::CommunityEdited => EventBody::CommunityEdited {
            visibility: details.visibility?.parse().ok()?,
        },
        EventKind::CommunityJoined => EventBody::CommunityJoined,
        EventKind::CommunityLeft => EventBody::CommunityLeft,
        EventKind::CommunityJoinAsked => EventBody::CommunityJoinAsked {
            facilitators: details.members?,
        },
        EventKind::CommunityJoinWithdrawn => EventBody::CommunityJoinWithdrawn,
        EventKind::CommunityJoinDecided => EventBody::CommunityJoinDecided {
            member: details.member?,
            approved: details.approved?,
        },
        EventKind::CommunityInvited => EventBody::CommunityInvited {
            member: details.member?,
        },
        EventKind::CommunityInvitationEnded => EventBody::CommunityInvitationEnded {
            member: details.member?,
        },
        EventKind::CommunityRoleChanged => EventBody::CommunityRoleChanged {
            member: details.member?,
            role: details.role?.parse().ok()?,
        },
        EventKind::CommunityMemberRemoved => EventBody::CommunityMemberRemoved {
            member: details.member?,
        },
        EventKind::CommunityArchived => EventBody::CommunityArchived {
            members: details.members?,
        },
        EventKind::CommunityRestored => EventBody::CommunityRestored {
            members: details.members?,
        },
        EventKind::CommunityDeleted => EventBody::CommunityDeleted {
            members: details.members?,
        },
        EventKind::CommunityErased => EventBody::CommunityErased,
        EventKind::ImportFinished => EventBody::ImportFinished,
    })
}
