//! Who may endorse whom. What one says about oneself needs nobody's leave.

use uuid::Uuid;

use super::ExpertiseRefusal;
use crate::identity::{MemberStatus, Viewer};

/// Whether the viewer may endorse this person: anybody who can sign in, but not themselves.
///
/// # Errors
/// [`ExpertiseRefusal::Oneself`] or [`ExpertiseRefusal::NotActive`].
pub fn can_endorse(
    viewer: &Viewer,
    person: Uuid,
    status: MemberStatus,
) -> Result<(), ExpertiseRefusal> {
    if viewer.member_id == person {
        return Err(ExpertiseRefusal::Oneself);
    }
    match status {
        MemberStatus::Active => Ok(()),
        _ => Err(ExpertiseRefusal::NotActive),
    }
}

/// Whether there may be another endorsement of the same person by the same on a day.
///
/// # Errors
/// [`ExpertiseRefusal::OncePerDay`].
pub const fn can_endorse_today(endorsed_today: bool) -> Result<(), ExpertiseRefusal> {
    if endorsed_today {
        return Err(ExpertiseRefusal::OncePerDay);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Role;

    #[test]
    fn nobody_endorses_themselves_or_who_is_not_here() {
        let viewer = Viewer {
            member_id: Uuid::from_u128(1),
            role: Role::Admin,
        };
        let endorse = |id, status| can_endorse(&viewer, Uuid::from_u128(id), status);
        assert_eq!(endorse(2, MemberStatus::Active), Ok(()));
        assert_eq!(
            endorse(1, MemberStatus::Active),
            Err(ExpertiseRefusal::Oneself)
        );
        for status in [MemberStatus::Unclaimed, MemberStatus::Deactivated] {
            assert_eq!(endorse(2, status), Err(ExpertiseRefusal::NotActive));
        }
        assert_eq!(can_endorse_today(true), Err(ExpertiseRefusal::OncePerDay));
        assert_eq!(can_endorse_today(false), Ok(()));
    }
}
