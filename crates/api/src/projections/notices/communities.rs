//! Whom what happens to a community tells: the event names them, so a rebuild tells the same.

use tacit_domain::events::{Event, EventBody};
use tacit_domain::notices::{NoticeKind, NoticeReason};
use uuid::Uuid;

use super::recipients::Recipient;

/// Whom an event tells of its community; none when it is about something else. Some of them do not belong to it, yet or any
/// more: whether it exists for them is looked at when it is read.
pub fn of(event: &Event) -> Option<Vec<Recipient>> {
    let subject = event.subject;
    let concerns = |member: &Uuid, kind: NoticeKind, reason: NoticeReason| {
        let member = *member;
        Recipient {
            member,
            kind,
            reason,
            subject,
        }
    };
    match &event.body {
        EventBody::CommunityJoinAsked { facilitators } => {
            let (kind, reason) = (NoticeKind::CommunityAsked, NoticeReason::Facilitator);
            let told = facilitators.iter();
            Some(told.map(|one| concerns(one, kind, reason)).collect())
        }
        EventBody::CommunityJoinDecided { member, .. } => {
            let (kind, reason) = (NoticeKind::CommunityDecided, NoticeReason::AskedToJoin);
            Some(vec![concerns(member, kind, reason)])
        }
        EventBody::CommunityInvited { member } => {
            let (kind, reason) = (NoticeKind::CommunityInvited, NoticeReason::Concerned);
            Some(vec![concerns(member, kind, reason)])
        }
        EventBody::CommunityMemberRemoved { member } => {
            let (kind, reason) = (NoticeKind::CommunityRemoved, NoticeReason::Concerned);
            Some(vec![concerns(member, kind, reason)])
        }
        EventBody::CommunityRoleChanged { member, .. } => {
            let (kind, reason) = (NoticeKind::CommunityRole, NoticeReason::Concerned);
            Some(vec![concerns(member, kind, reason)])
        }
        _ => None,
    }
}
