//! Muting and blocking another member: what still reaches whoever did it, and who may.
//!
//! It acts on members, never on posts: who wrote namelessly cannot be found out by it. Nothing tells the other; what they
//! send is taken as ever and ends here.

use uuid::Uuid;

use crate::identity::Viewer;
use crate::notices::{NoticeKind, NoticeReason};

crate::words! {
    /// How far somebody is kept away.
    pub enum BlockKind {
        /// Their posts are left out of lists and folded on pages; what is meant for me personally still reaches me.
        Muted = "muted",
        /// Nothing of theirs reaches me, and nobody brings us together.
        Blocked = "blocked",
    }
}

/// Why somebody cannot be muted or blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// One cannot get away from oneself.
    #[error("nobody mutes or blocks themselves")]
    Oneself,
}

/// Whether the viewer may mute or block a member.
///
/// # Errors
/// [`Refusal::Oneself`].
pub fn can_block(viewer: &Viewer, other: Uuid) -> Result<(), Refusal> {
    if viewer.member_id == other {
        Err(Refusal::Oneself)
    } else {
        Ok(())
    }
}

/// Whether a kind of notice reaches whoever keeps its actor away: nobody gets away from what keeps order.
#[must_use]
pub const fn always_reaches(kind: NoticeKind) -> bool {
    matches!(
        kind,
        NoticeKind::PostDeleted
            | NoticeKind::PostFlagged
            | NoticeKind::FlagResolved
            | NoticeKind::CommunityDecided
            | NoticeKind::CommunityRole
            | NoticeKind::CommunityRemoved
    )
}

/// Whether other notices of what they do end at whoever keeps them away.
#[must_use]
pub const fn stops(block: BlockKind, reason: NoticeReason) -> bool {
    match block {
        BlockKind::Blocked => true,
        BlockKind::Muted => !is_personal(reason),
    }
}

/// Meant for the member and not for all who follow something.
const fn is_personal(reason: NoticeReason) -> bool {
    use NoticeReason as R;
    match reason {
        R::Mentioned
        | R::Wished
        | R::Named
        | R::Asked
        | R::Wrote
        | R::NeedMine
        | R::NeedNamed
        | R::NeedToMe
        | R::Lead
        | R::Flagged
        | R::LooksAfter
        | R::Facilitator
        | R::AskedToJoin
        | R::Concerned => true,
        R::NeedJoined
        | R::NeedHelping
        | R::Commented
        | R::QuestionFollowed
        | R::MemberFollowed
        | R::TopicFollowed
        | R::Fits => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Role;

    #[test]
    fn one_keeps_others_away_not_oneself() {
        let viewer = Viewer {
            member_id: Uuid::from_u128(1),
            role: Role::Member,
        };
        assert_eq!(can_block(&viewer, Uuid::from_u128(2)), Ok(()));
        assert_eq!(
            can_block(&viewer, Uuid::from_u128(1)),
            Err(Refusal::Oneself)
        );
    }

    #[test]
    fn whoever_is_muted_reaches_me_in_person_only() {
        use BlockKind::Muted;
        assert!(!stops(Muted, NoticeReason::Mentioned));
        assert!(!stops(Muted, NoticeReason::Asked));
        assert!(stops(Muted, NoticeReason::QuestionFollowed));
        assert!(stops(Muted, NoticeReason::Fits));
    }

    #[test]
    fn nothing_of_who_is_blocked_reaches_me_but_what_keeps_order() {
        let mut reasons = NoticeReason::ALL.iter();
        assert!(reasons.all(|reason| stops(BlockKind::Blocked, *reason)));
        assert!(always_reaches(NoticeKind::PostDeleted));
        assert!(!always_reaches(NoticeKind::Mention));
    }
}
