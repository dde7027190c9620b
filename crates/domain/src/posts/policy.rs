//! Who may do what to a post that they can see. Services ask here; nothing else decides.

use uuid::Uuid;

use super::{PostKind, Reason, Refusal};
use crate::identity::{Role, Viewer};

/// Whether the viewer looks after what others write.
#[must_use]
pub const fn is_lead(viewer: &Viewer) -> bool {
    matches!(viewer.role, Role::Lead | Role::Admin)
}

/// Whether the viewer may edit a post: their own freely; a lead or admin anybody's, with a reason.
///
/// # Errors
/// [`Refusal::NotTheAuthor`], or [`Refusal::ReasonNeeded`].
pub fn can_edit_post(
    viewer: &Viewer,
    author: Option<Uuid>,
    reason: Option<&Reason>,
) -> Result<(), Refusal> {
    if author == Some(viewer.member_id) {
        return Ok(());
    }
    if !is_lead(viewer) {
        return Err(Refusal::NotTheAuthor);
    }
    reason.map(|_| ()).ok_or(Refusal::ReasonNeeded)
}

/// Whether a page offers the viewer to edit a post, before a reason was asked for.
#[must_use]
pub fn may_edit_post(viewer: &Viewer, author: Option<Uuid>) -> bool {
    author == Some(viewer.member_id) || is_lead(viewer)
}

/// Whether the viewer may mark a post as helpful: everybody else's.
///
/// # Errors
/// [`Refusal::OwnPost`].
pub fn can_mark_helpful(viewer: &Viewer, author: Option<Uuid>) -> Result<(), Refusal> {
    if author == Some(viewer.member_id) {
        return Err(Refusal::OwnPost);
    }
    Ok(())
}

/// Whether a post takes comments. A closed question still does: that is where one says why it should not be.
///
/// # Errors
/// [`Refusal::CommentOnComment`] or [`Refusal::NotOnNeeds`].
pub const fn can_comment(parent: PostKind) -> Result<(), Refusal> {
    match parent {
        PostKind::Question | PostKind::Answer => Ok(()),
        PostKind::Comment => Err(Refusal::CommentOnComment),
        PostKind::Need => Err(Refusal::NotOnNeeds),
    }
}

/// Whether a post of this kind is marked as helpful: whoever wants to learn the same joins a need instead.
///
/// # Errors
/// [`Refusal::NotOnNeeds`].
pub const fn takes_marks(kind: PostKind) -> Result<(), Refusal> {
    match kind {
        PostKind::Question | PostKind::Answer | PostKind::Comment => Ok(()),
        PostKind::Need => Err(Refusal::NotOnNeeds),
    }
}

#[cfg(test)]
#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn viewer(id: u128, role: Role) -> Viewer {
        Viewer {
            member_id: Uuid::from_u128(id),
            role,
        }
    }

    #[test]
    fn an_author_edits_freely_a_lead_says_why() {
        let author = Some(Uuid::from_u128(1));
        let why = Reason::parse("Corrected the paragraph number").unwrap();
        assert_eq!(
            can_edit_post(&viewer(1, Role::Member), author, None),
            Ok(())
        );
        for role in [Role::Lead, Role::Admin] {
            let lead = viewer(2, role);
            assert_eq!(
                can_edit_post(&lead, author, None),
                Err(Refusal::ReasonNeeded)
            );
            assert_eq!(can_edit_post(&lead, author, Some(&why)), Ok(()));
        }
        let stranger = viewer(2, Role::Member);
        assert_eq!(
            can_edit_post(&stranger, author, Some(&why)),
            Err(Refusal::NotTheAuthor)
        );
    }

    #[test]
    fn nobody_owns_what_has_no_known_author() {
        let someone = viewer(1, Role::Member);
        assert_eq!(
            can_edit_post(&someone, None, None),
            Err(Refusal::NotTheAuthor)
        );
        assert_eq!(can_mark_helpful(&someone, None), Ok(()));
    }

    #[test]
    fn comments_stand_under_questions_and_answers() {
        assert_eq!(can_comment(PostKind::Question), Ok(()));
        assert_eq!(can_comment(PostKind::Answer), Ok(()));
        assert_eq!(
            can_comment(PostKind::Comment),
            Err(Refusal::CommentOnComment)
        );
    }

    #[test]
    fn needs_are_joined_not_marked_or_commented_on() {
        assert_eq!(can_comment(PostKind::Need), Err(Refusal::NotOnNeeds));
        assert_eq!(takes_marks(PostKind::Need), Err(Refusal::NotOnNeeds));
        assert_eq!(takes_marks(PostKind::Answer), Ok(()));
    }

    proptest! {
        #[test]
        fn what_a_page_offers_is_what_is_allowed(who in 0_u128..3, by in 0_u128..3, role in 0_usize..3) {
            let viewer = viewer(who, Role::ALL[role]);
            let author = Some(Uuid::from_u128(by));
            let why = Reason::parse("because").unwrap();
            let allowed = can_edit_post(&viewer, author, Some(&why)).is_ok();
            prop_assert_eq!(may_edit_post(&viewer, author), allowed);
            prop_assert_eq!(can_mark_helpful(&viewer, author).is_ok(), who != by);
        }
    }
}
