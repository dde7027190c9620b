//! Who may do what to members and to the organisation. Services ask here; nothing else decides.

use uuid::Uuid;

use super::email::EmailAddress;
use super::error::Refusal;
use super::{MemberStatus, Registration, Role, Viewer};

/// Whether the viewer may keep the organisation, its logo, departments and invitations, and read the list of all members.
///
/// # Errors
/// [`Refusal::AdminsOnly`].
pub const fn can_administer(viewer: &Viewer) -> Result<(), Refusal> {
    match viewer.role {
        Role::Admin => Ok(()),
        Role::Member | Role::Lead => Err(Refusal::AdminsOnly),
    }
}

/// Whether the viewer may edit this profile: their own only.
#[must_use]
pub fn can_edit_profile(viewer: &Viewer, member_id: Uuid) -> bool {
    viewer.member_id == member_id
}

/// Whether the viewer may see and end this member's sessions: their own only. Admins deactivate instead.
#[must_use]
pub fn can_end_session(viewer: &Viewer, owner_id: Uuid) -> bool {
    viewer.member_id == owner_id
}

/// A member as far as rules about them ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Role.
    pub role: Role,
    /// Status.
    pub status: MemberStatus,
}

impl Standing {
    const fn is_active_admin(self) -> bool {
        matches!(
            (self.role, self.status),
            (Role::Admin, MemberStatus::Active)
        )
    }
}

/// Whether the viewer may bring a member from one standing to another. `other_active_admins` counts without that member.
///
/// # Errors
/// [`Refusal`]: not an admin, a person without an account, or the last active admin.
pub const fn can_change_standing(
    viewer: &Viewer,
    from: Standing,
    to: Standing,
    other_active_admins: u64,
) -> Result<(), Refusal> {
    if let Err(refusal) = can_administer(viewer) {
        return Err(refusal);
    }
    if matches!(from.status, MemberStatus::Unclaimed) {
        return Err(Refusal::NoAccount);
    }
    if from.is_active_admin() && !to.is_active_admin() && other_active_admins == 0 {
        return Err(Refusal::LastAdmin);
    }
    Ok(())
}

/// Whether the viewer may give what a person of an import wrote to a member: admins, once, to somebody active.
///
/// # Errors
/// [`Refusal::AdminsOnly`], [`Refusal::NotUnclaimed`] or [`Refusal::NotActive`].
pub const fn can_link(
    viewer: &Viewer,
    person: MemberStatus,
    linked: bool,
    into: MemberStatus,
) -> Result<(), Refusal> {
    if let Err(refusal) = can_administer(viewer) {
        return Err(refusal);
    }
    match (person, into) {
        (MemberStatus::Unclaimed, MemberStatus::Active) if !linked => Ok(()),
        (MemberStatus::Unclaimed, _) if !linked => Err(Refusal::NotActive),
        _ => Err(Refusal::NotUnclaimed),
    }
}

/// The status after deactivating or letting in again. Letting in somebody who never confirmed their address changes nothing.
#[must_use]
pub const fn status_after(status: MemberStatus, deactivated: bool) -> MemberStatus {
    match (status, deactivated) {
        (MemberStatus::Unclaimed, _) => MemberStatus::Unclaimed,
        (_, true) => MemberStatus::Deactivated,
        (MemberStatus::Deactivated, false) => MemberStatus::Active,
        (status, false) => status,
    }
}

/// How a person without an invitation becomes a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// At once.
    AtOnce,
    /// Once the address is confirmed.
    AfterConfirming,
}

/// Whether an address may register without an invitation, and how. `can_mail` says whether a letter would arrive: where it
/// would, an open organisation confirms addresses too, so that a taken address is answered like a new one.
///
/// # Errors
/// [`Refusal::RegistrationClosed`].
pub fn can_register(
    registration: Registration,
    allowed_domains: &[String],
    email: &EmailAddress,
    can_mail: bool,
) -> Result<Admission, Refusal> {
    match registration {
        Registration::Open if can_mail => Ok(Admission::AfterConfirming),
        Registration::Open => Ok(Admission::AtOnce),
        Registration::Domains if allowed_domains.iter().any(|d| d == email.domain()) => {
            Ok(Admission::AfterConfirming)
        }
        Registration::Domains | Registration::Invitation => Err(Refusal::RegistrationClosed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn viewer(role: Role) -> Viewer {
        Viewer {
            member_id: Uuid::from_u128(1),
            role,
        }
    }

    const fn active(role: Role) -> Standing {
        Standing {
            role,
            status: MemberStatus::Active,
        }
    }

    #[test]
    fn only_admins_administer() {
        assert_eq!(can_administer(&viewer(Role::Admin)), Ok(()));
        assert_eq!(
            can_administer(&viewer(Role::Lead)),
            Err(Refusal::AdminsOnly)
        );
        assert_eq!(
            can_administer(&viewer(Role::Member)),
            Err(Refusal::AdminsOnly)
        );
    }

    #[test]
    fn profile_and_sessions_are_ones_own() {
        let admin = viewer(Role::Admin);
        assert!(
            can_edit_profile(&admin, admin.member_id) && can_end_session(&admin, admin.member_id)
        );
        assert!(
            !can_edit_profile(&admin, Uuid::from_u128(2))
                && !can_end_session(&admin, Uuid::from_u128(2))
        );
    }

    #[test]
    fn the_last_active_admin_stays() {
        let admin = viewer(Role::Admin);
        let away = Standing {
            role: Role::Admin,
            status: MemberStatus::Deactivated,
        };
        for to in [active(Role::Lead), away] {
            assert_eq!(
                can_change_standing(&admin, active(Role::Admin), to, 0),
                Err(Refusal::LastAdmin)
            );
            assert_eq!(
                can_change_standing(&admin, active(Role::Admin), to, 1),
                Ok(())
            );
        }
        assert_eq!(
            can_change_standing(&admin, away, active(Role::Member), 0),
            Ok(())
        );
    }

    #[test]
    fn nobody_changes_a_standing_without_being_admin() {
        for role in [Role::Member, Role::Lead] {
            let refused =
                can_change_standing(&viewer(role), active(Role::Member), active(Role::Admin), 3);
            assert_eq!(refused, Err(Refusal::AdminsOnly));
        }
    }

    #[test]
    fn people_of_an_import_have_no_standing_to_change() {
        let unclaimed = Standing {
            role: Role::Member,
            status: MemberStatus::Unclaimed,
        };
        assert_eq!(
            can_change_standing(&viewer(Role::Admin), unclaimed, active(Role::Lead), 3),
            Err(Refusal::NoAccount)
        );
    }

    #[test]
    fn a_person_of_an_import_is_linked_once_to_somebody_active() {
        use MemberStatus::{Active, Deactivated, Unclaimed};
        let admin = viewer(Role::Admin);
        assert_eq!(can_link(&admin, Unclaimed, false, Active), Ok(()));
        assert_eq!(
            can_link(&admin, Unclaimed, true, Active),
            Err(Refusal::NotUnclaimed)
        );
        assert_eq!(
            can_link(&admin, Active, false, Active),
            Err(Refusal::NotUnclaimed)
        );
        for into in [Deactivated, Unclaimed] {
            assert_eq!(
                can_link(&admin, Unclaimed, false, into),
                Err(Refusal::NotActive)
            );
        }
        assert_eq!(
            can_link(&viewer(Role::Lead), Unclaimed, false, Active),
            Err(Refusal::AdminsOnly)
        );
    }

    #[test]
    fn letting_in_again_does_not_confirm_an_address() {
        assert_eq!(
            status_after(MemberStatus::Deactivated, false),
            MemberStatus::Active
        );
        assert_eq!(
            status_after(MemberStatus::Unconfirmed, false),
            MemberStatus::Unconfirmed
        );
        assert_eq!(
            status_after(MemberStatus::Active, true),
            MemberStatus::Deactivated
        );
    }

    #[test]
    fn who_may_register() -> Result<(), super::super::error::TextError> {
        let email = EmailAddress::parse("lova@almvik.example")?;
        let below = EmailAddress::parse("lova@evil.almvik.example")?;
        let domains = vec!["almvik.example".to_owned()];
        assert_eq!(
            can_register(Registration::Open, &[], &email, false),
            Ok(Admission::AtOnce)
        );
        assert_eq!(
            can_register(Registration::Open, &[], &email, true),
            Ok(Admission::AfterConfirming)
        );
        assert_eq!(
            can_register(Registration::Domains, &domains, &email, false),
            Ok(Admission::AfterConfirming)
        );
        assert_eq!(
            can_register(Registration::Domains, &domains, &below, true),
            Err(Refusal::RegistrationClosed)
        );
        assert_eq!(
            can_register(Registration::Invitation, &domains, &email, true),
            Err(Refusal::RegistrationClosed)
        );
        Ok(())
    }
}
