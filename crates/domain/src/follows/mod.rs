//! Following: who may follow whom. What one sees one may follow; oneself one does not.

use uuid::Uuid;

use crate::identity::Viewer;

/// Why somebody cannot be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// One hears of one's own acts without that.
    #[error("nobody follows themselves")]
    Oneself,
}

/// Whether the viewer may follow a member.
///
/// # Errors
/// [`Refusal::Oneself`].
pub fn can_follow_member(viewer: &Viewer, followed: Uuid) -> Result<(), Refusal> {
    if viewer.member_id == followed {
        Err(Refusal::Oneself)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Role;

    #[test]
    fn one_follows_others_not_oneself() {
        let viewer = Viewer {
            member_id: Uuid::from_u128(1),
            role: Role::Member,
        };
        assert_eq!(can_follow_member(&viewer, Uuid::from_u128(2)), Ok(()));
        let oneself = can_follow_member(&viewer, Uuid::from_u128(1));
        assert_eq!(oneself, Err(Refusal::Oneself));
    }
}
