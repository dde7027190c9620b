//! Who keeps order, and in what. Services ask here; nothing else decides.

use uuid::Uuid;

use super::Refusal;
use crate::identity::Viewer;
use crate::posts::Reason;
use crate::posts::policy::is_lead;

/// Whether the viewer may close a question: the asker, leads and admins. A closing says why by itself.
///
/// # Errors
/// [`Refusal::NotTheAsker`].
pub fn can_close(viewer: &Viewer, asker: Option<Uuid>) -> Result<(), Refusal> {
    if asker == Some(viewer.member_id) || is_lead(viewer) {
        Ok(())
    } else {
        Err(Refusal::NotTheAsker)
    }
}

/// Whether the viewer may open a closed question again: who may close it, and whoever is not the asker says why.
///
/// # Errors
/// [`Refusal::NotTheAsker`] or [`Refusal::ReasonNeeded`].
pub fn can_reopen(
    viewer: &Viewer,
    asker: Option<Uuid>,
    reason: Option<&Reason>,
) -> Result<(), Refusal> {
    can_close(viewer, asker)?;
    if acts_in_office(viewer, asker) && reason.is_none() {
        return Err(Refusal::ReasonNeeded);
    }
    Ok(())
}

/// Whether what the viewer does with this author's post is an act of office, which is kept in the log of such acts.
#[must_use]
pub fn acts_in_office(viewer: &Viewer, author: Option<Uuid>) -> bool {
    author != Some(viewer.member_id)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
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
    fn the_asker_and_leads_close_and_reopen() {
        let asker = Some(Uuid::from_u128(1));
        let why = Reason::parse("There is a newer rule").unwrap();
        let own = viewer(1, Role::Member);
        assert_eq!(can_close(&own, asker), Ok(()));
        assert_eq!(can_reopen(&own, asker, None), Ok(()));
        for role in [Role::Lead, Role::Admin] {
            let lead = viewer(2, role);
            assert_eq!(can_close(&lead, asker), Ok(()));
            assert_eq!(can_reopen(&lead, asker, Some(&why)), Ok(()));
            assert_eq!(can_reopen(&lead, asker, None), Err(Refusal::ReasonNeeded));
        }
        let other = viewer(2, Role::Member);
        assert_eq!(can_close(&other, asker), Err(Refusal::NotTheAsker));
        assert_eq!(
            can_reopen(&other, asker, Some(&why)),
            Err(Refusal::NotTheAsker)
        );
        assert_eq!(can_close(&other, None), Err(Refusal::NotTheAsker));
    }

    #[test]
    fn what_one_does_with_ones_own_is_no_act_of_office() {
        let lead = viewer(1, Role::Lead);
        assert!(!acts_in_office(&lead, Some(lead.member_id)));
        assert!(acts_in_office(&lead, Some(Uuid::from_u128(2))));
        assert!(acts_in_office(&lead, None));
    }
}
