//! Private flags: what somebody says about a post to its author and the leads, never to the public.
//!
//! One per member, post and kind. The author hears what was said, never by whom; what somebody says about another's
//! conduct is for leads alone until they decide.

use uuid::Uuid;

use super::Refusal;
use crate::identity::Viewer;
use crate::posts::policy::is_lead;

crate::words! {
    /// What somebody says about a post.
    pub enum FlagKind {
        /// It was right once.
        Outdated = "outdated",
        /// It is wrong.
        Incorrect = "incorrect",
        /// Something about it is not all right.
        NotAllRight = "not_all_right",
    }
}

crate::words! {
    /// What became of a flag.
    pub enum FlagOutcome {
        /// Looked at and talked over; the post is fine now.
        Handled = "handled",
        /// There was nothing to it.
        Dismissed = "dismissed",
        /// The post was edited, closed or deleted for it.
        Acted = "acted",
    }
}

impl FlagKind {
    /// Whether the author reads what was said while nobody has decided yet.
    #[must_use]
    pub const fn reaches_author(self) -> bool {
        match self {
            Self::Outdated | Self::Incorrect => true,
            Self::NotAllRight => false,
        }
    }
}

/// Whether the viewer may flag a post: everybody else's.
///
/// # Errors
/// [`Refusal::OwnPost`].
pub fn can_flag(viewer: &Viewer, author: Option<Uuid>) -> Result<(), Refusal> {
    if author == Some(viewer.member_id) {
        Err(Refusal::OwnPost)
    } else {
        Ok(())
    }
}

/// Whether the viewer may read the queue of flags.
///
/// # Errors
/// [`Refusal::LeadsOnly`].
pub const fn can_read_queue(viewer: &Viewer) -> Result<(), Refusal> {
    if is_lead(viewer) {
        Ok(())
    } else {
        Err(Refusal::LeadsOnly)
    }
}

/// Whether the viewer may decide on flags of a post: leads and admins, but not on their own post.
///
/// # Errors
/// [`Refusal::LeadsOnly`] or [`Refusal::OwnFlags`].
pub fn can_resolve(viewer: &Viewer, author: Option<Uuid>) -> Result<(), Refusal> {
    can_read_queue(viewer)?;
    if author == Some(viewer.member_id) {
        return Err(Refusal::OwnFlags);
    }
    Ok(())
}

/// Whether the viewer may see who flagged a post: those who may decide on it.
#[must_use]
pub fn can_see_flaggers(viewer: &Viewer, author: Option<Uuid>) -> bool {
    can_resolve(viewer, author).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Role;

    const fn viewer(id: u128, role: Role) -> Viewer {
        Viewer {
            member_id: Uuid::from_u128(id),
            role,
        }
    }

    #[test]
    fn nobody_flags_their_own() {
        let author = Some(Uuid::from_u128(1));
        assert_eq!(
            can_flag(&viewer(1, Role::Lead), author),
            Err(Refusal::OwnPost)
        );
        assert_eq!(can_flag(&viewer(2, Role::Member), author), Ok(()));
        assert_eq!(can_flag(&viewer(2, Role::Member), None), Ok(()));
    }

    #[test]
    fn leads_decide_but_not_about_themselves() {
        let author = Some(Uuid::from_u128(1));
        assert_eq!(
            can_resolve(&viewer(2, Role::Member), author),
            Err(Refusal::LeadsOnly)
        );
        for role in [Role::Lead, Role::Admin] {
            assert_eq!(can_resolve(&viewer(2, role), author), Ok(()));
            assert_eq!(
                can_resolve(&viewer(1, role), author),
                Err(Refusal::OwnFlags)
            );
            assert!(!can_see_flaggers(&viewer(1, role), author));
        }
        assert!(!can_see_flaggers(&viewer(2, Role::Member), author));
    }

    #[test]
    fn what_is_said_about_conduct_is_for_leads() {
        assert!(FlagKind::Outdated.reaches_author() && FlagKind::Incorrect.reaches_author());
        assert!(!FlagKind::NotAllRight.reaches_author());
    }
}
