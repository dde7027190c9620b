//! Deleting by rules that keep others' work, and restoring.
//!
//! What is deleted is gone for all but its author and leads. Nobody takes away what others built on: a question with
//! answers, an accepted answer, a need others joined. A lead can, and says why.

use uuid::Uuid;

use super::Refusal;
use crate::identity::Viewer;
use crate::posts::policy::is_lead;
use crate::posts::{PostKind, Reason};

/// What decides whether a post may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What it is.
    pub kind: PostKind,
    /// Who wrote it.
    pub author: Option<Uuid>,
    /// A question has answers, or others joined a need.
    pub answered: bool,
    /// An answer is the accepted one.
    pub accepted: bool,
    /// Other questions were closed as duplicates of it.
    pub has_duplicates: bool,
}

impl Standing {
    /// What keeps its author from deleting it.
    const fn kept_by(&self) -> Option<Refusal> {
        match self.kind {
            PostKind::Question if self.answered => Some(Refusal::HasAnswers),
            PostKind::Answer if self.accepted => Some(Refusal::IsAccepted),
            PostKind::Need if self.answered => Some(Refusal::HasJoined),
            PostKind::Question | PostKind::Answer | PostKind::Comment | PostKind::Need => None,
        }
    }
}

/// Whether the viewer may delete a post: the author what nobody built on, a lead or admin anything with a reason. The
/// original of duplicates stays for all: others were sent there.
///
/// # Errors
/// [`Refusal::NotTheAuthor`], [`Refusal::HasAnswers`], [`Refusal::IsAccepted`], [`Refusal::HasJoined`],
/// [`Refusal::HasDuplicates`] or [`Refusal::ReasonNeeded`].
pub fn can_delete(
    viewer: &Viewer,
    post: &Standing,
    reason: Option<&Reason>,
) -> Result<(), Refusal> {
    let own = post.author == Some(viewer.member_id);
    if !own && !is_lead(viewer) {
        return Err(Refusal::NotTheAuthor);
    }
    if post.has_duplicates {
        return Err(Refusal::HasDuplicates);
    }
    match post.kept_by() {
        Some(kept) if !is_lead(viewer) => Err(kept),
        None if own => Ok(()),
        Some(_) | None => reason.map(|_| ()).ok_or(Refusal::ReasonNeeded),
    }
}

/// Whether a page offers the viewer to delete a post, and whether that needs a reason.
#[must_use]
pub fn offers_delete(viewer: &Viewer, post: &Standing) -> Option<bool> {
    match can_delete(viewer, post, None) {
        Ok(()) => Some(false),
        Err(Refusal::ReasonNeeded) => Some(true),
        Err(_) => None,
    }
}

/// Whether the viewer sees a deleted post as deleted; for everybody else there is none.
#[must_use]
pub fn can_see_deleted(viewer: &Viewer, author: Option<Uuid>) -> bool {
    author == Some(viewer.member_id) || is_lead(viewer)
}

/// Whether the viewer may restore a post: whoever deleted it, and leads and admins with a reason. An author does not undo
/// what a lead did. Nothing comes back `under_deleted`: nobody would see it.
///
/// # Errors
/// [`Refusal::UnderDeleted`], [`Refusal::DeletedByAnother`] or [`Refusal::ReasonNeeded`].
pub fn can_restore(
    viewer: &Viewer,
    deleted_by: Option<Uuid>,
    under_deleted: bool,
    reason: Option<&Reason>,
) -> Result<(), Refusal> {
    if under_deleted {
        return Err(Refusal::UnderDeleted);
    }
    if deleted_by == Some(viewer.member_id) {
        return Ok(());
    }
    if !is_lead(viewer) {
        return Err(Refusal::DeletedByAnother);
    }
    reason.map(|_| ()).ok_or(Refusal::ReasonNeeded)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::identity::Role;

    const AUTHOR: Uuid = Uuid::from_u128(1);

    const fn viewer(id: u128, role: Role) -> Viewer {
        Viewer {
            member_id: Uuid::from_u128(id),
            role,
        }
    }

    const fn post(kind: PostKind) -> Standing {
        Standing {
            kind,
            author: Some(AUTHOR),
            answered: false,
            accepted: false,
            has_duplicates: false,
        }
    }

    fn why() -> Reason {
        Reason::parse("It names a customer").unwrap()
    }

    #[test]
    fn an_author_takes_back_what_nobody_built_on() {
        let author = viewer(1, Role::Member);
        for kind in PostKind::ALL {
            assert_eq!(can_delete(&author, &post(*kind), None), Ok(()));
            let stranger = viewer(2, Role::Member);
            assert_eq!(
                can_delete(&stranger, &post(*kind), Some(&why())),
                Err(Refusal::NotTheAuthor)
            );
        }
    }

    #[test]
    fn what_others_built_on_goes_by_a_lead_with_a_reason_only() {
        let answered = Standing {
            answered: true,
            ..post(PostKind::Question)
        };
        let accepted = Standing {
            accepted: true,
            ..post(PostKind::Answer)
        };
        let joined = Standing {
            answered: true,
            ..post(PostKind::Need)
        };
        for (kept, refusal) in [
            (answered, Refusal::HasAnswers),
            (accepted, Refusal::IsAccepted),
            (joined, Refusal::HasJoined),
        ] {
            let author = viewer(1, Role::Member);
            assert_eq!(can_delete(&author, &kept, Some(&why())), Err(refusal));
            assert_eq!(offers_delete(&author, &kept), None);
            for lead in [viewer(2, Role::Lead), viewer(1, Role::Admin)] {
                assert_eq!(can_delete(&lead, &kept, None), Err(Refusal::ReasonNeeded));
                assert_eq!(can_delete(&lead, &kept, Some(&why())), Ok(()));
                assert_eq!(offers_delete(&lead, &kept), Some(true));
            }
        }
    }

    #[test]
    fn an_original_stays_for_all() {
        let original = Standing {
            has_duplicates: true,
            ..post(PostKind::Question)
        };
        for who in [viewer(1, Role::Member), viewer(2, Role::Admin)] {
            assert_eq!(
                can_delete(&who, &original, Some(&why())),
                Err(Refusal::HasDuplicates)
            );
        }
    }

    #[test]
    fn an_author_does_not_undo_what_a_lead_did() {
        let (author, lead) = (viewer(1, Role::Member), viewer(2, Role::Lead));
        assert_eq!(can_restore(&author, Some(AUTHOR), false, None), Ok(()));
        assert_eq!(
            can_restore(&author, Some(lead.member_id), false, Some(&why())),
            Err(Refusal::DeletedByAnother)
        );
        assert_eq!(
            can_restore(&lead, Some(AUTHOR), false, None),
            Err(Refusal::ReasonNeeded)
        );
        assert_eq!(
            can_restore(&lead, Some(AUTHOR), false, Some(&why())),
            Ok(())
        );
        assert_eq!(
            can_restore(&lead, Some(lead.member_id), false, None),
            Ok(())
        );
        assert_eq!(
            can_restore(&author, None, false, None),
            Err(Refusal::DeletedByAnother)
        );
        for person in [&author, &lead] {
            assert_eq!(
                can_restore(person, Some(AUTHOR), true, Some(&why())),
                Err(Refusal::UnderDeleted)
            );
        }
        assert!(can_see_deleted(&author, Some(AUTHOR)) && can_see_deleted(&lead, Some(AUTHOR)));
        assert!(!can_see_deleted(&viewer(3, Role::Member), Some(AUTHOR)));
        assert!(!can_see_deleted(&author, None));
    }
}
