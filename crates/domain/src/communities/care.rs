//! Who looks after a community, what of it they may change, and who answers for it.

use super::policy::{Standing, facilitates};
use super::{CommunityRole, JoinRule, PINS_MAX, Refusal, Visibility};
use crate::time::Timestamp;

/// Whether somebody looks after who comes in, invites, pins, asks on a schedule, edits the texts and sees the health.
///
/// # Errors
/// [`Refusal::FacilitatorsOnly`].
pub const fn can_facilitate(role: Option<CommunityRole>) -> Result<(), Refusal> {
    if facilitates(role) {
        Ok(())
    } else {
        Err(Refusal::FacilitatorsOnly)
    }
}

/// Whether somebody decides who knows of the community and how one joins, archives, restores, deletes it, hands it over.
///
/// # Errors
/// [`Refusal::OwnerOnly`].
pub const fn can_own(role: Option<CommunityRole>) -> Result<(), Refusal> {
    if matches!(role, Some(CommunityRole::Owner)) {
        Ok(())
    } else {
        Err(Refusal::OwnerOnly)
    }
}

/// Whether somebody lets others in: who looks after it, while it is written in.
///
/// # Errors
/// [`Refusal::FacilitatorsOnly`] or [`Refusal::Archived`].
pub const fn can_open_doors(standing: &Standing) -> Result<(), Refusal> {
    if let Err(refusal) = can_facilitate(standing.role) {
        Err(refusal)
    } else if standing.archived {
        Err(Refusal::Archived)
    } else {
        Ok(())
    }
}

/// Whether somebody may change what a community says of itself, and, where `steers`, who knows of it, how one joins and what may
/// be done in it.
///
/// # Errors
/// [`Refusal::FacilitatorsOnly`], [`Refusal::OwnerOnly`] or [`Refusal::Archived`].
pub const fn can_edit(standing: &Standing, steers: bool) -> Result<(), Refusal> {
    if let Err(refusal) = can_open_doors(standing) {
        return Err(refusal);
    }
    if steers {
        can_own(standing.role)
    } else {
        Ok(())
    }
}

/// Whether somebody may pin one more: who looks after it, while it is written in, up to five.
///
/// # Errors
/// Why not.
pub const fn can_pin(standing: &Standing, pinned: usize) -> Result<(), Refusal> {
    if let Err(refusal) = can_open_doors(standing) {
        Err(refusal)
    } else if pinned >= PINS_MAX {
        Err(Refusal::TooManyPins)
    } else {
        Ok(())
    }
}

/// Whether somebody may remove another: facilitators remove members, the owner also facilitators; nobody the owner.
///
/// # Errors
/// Why not.
pub const fn can_remove(
    role: Option<CommunityRole>,
    other: CommunityRole,
    oneself: bool,
) -> Result<(), Refusal> {
    if let Err(refusal) = can_facilitate(role) {
        return Err(refusal);
    }
    if oneself {
        return Err(Refusal::Oneself);
    }
    match (role, other) {
        (_, CommunityRole::Owner) => Err(Refusal::OwnerStays),
        (Some(CommunityRole::Owner), _) | (_, CommunityRole::Member) => Ok(()),
        (_, CommunityRole::Facilitator) => Err(Refusal::NotToFacilitators),
    }
}

/// Whether somebody may give another a role: the owner, to others. The role of owner is handed over, so the owner has one
/// more reason to be sure.
///
/// # Errors
/// Why not.
pub const fn can_change_role(role: Option<CommunityRole>, oneself: bool) -> Result<(), Refusal> {
    if let Err(refusal) = can_own(role) {
        return Err(refusal);
    }
    if oneself {
        return Err(Refusal::OwnerStays);
    }
    Ok(())
}

/// Whether a community may have another visibility. Once something was written for its members only, it does not open to
/// everybody any more: nobody reads what was not said to them.
///
/// # Errors
/// [`Refusal::WrittenForMembers`].
pub const fn can_become(from: Visibility, to: Visibility, written: bool) -> Result<(), Refusal> {
    match (from, to) {
        (Visibility::OnRequest | Visibility::Hidden, Visibility::Open) if written => {
            Err(Refusal::WrittenForMembers)
        }
        _ => Ok(()),
    }
}

/// Whether a visibility and a way in go together: nobody asks to join what does not exist for them.
///
/// # Errors
/// [`Refusal::HiddenNeedsInvitation`].
pub const fn go_together(visibility: Visibility, join_rule: JoinRule) -> Result<(), Refusal> {
    match (visibility, join_rule) {
        (Visibility::Hidden, JoinRule::Free | JoinRule::OnRequest) => {
            Err(Refusal::HiddenNeedsInvitation)
        }
        _ => Ok(()),
    }
}

/// Who answers for a community once its owner cannot: the facilitator who has been there longest, else the member who has.
/// `others` are role, when they came, and who; none when nobody is left.
#[must_use]
pub fn heir<T: Ord + Copy>(others: &[(CommunityRole, Timestamp, T)]) -> Option<T> {
    let order = |(role, since, who): &(CommunityRole, Timestamp, T)| {
        (core::cmp::Reverse(*role), *since, *who)
    };
    others
        .iter()
        .min_by_key(|other| order(other))
        .map(|other| other.2)
}

#[cfg(test)]
mod tests {
    use super::super::policy::can_leave;
    use super::*;

    const ROLES: [Option<CommunityRole>; 4] = [
        None,
        Some(CommunityRole::Member),
        Some(CommunityRole::Facilitator),
        Some(CommunityRole::Owner),
    ];

    fn at(day: i64) -> Timestamp {
        Timestamp::from_micros(0).plus_days(day)
    }

    const fn standing(role: Option<CommunityRole>, archived: bool) -> Standing {
        Standing {
            visibility: Visibility::Open,
            join_rule: JoinRule::Free,
            archived,
            role,
            invited: false,
        }
    }

    #[test]
    fn nobody_does_anything_to_the_owner() {
        for role in ROLES {
            assert!(can_remove(role, CommunityRole::Owner, false).is_err());
        }
        assert_eq!(
            can_leave(Some(CommunityRole::Owner)),
            Err(Refusal::OwnerStays)
        );
        assert_eq!(
            can_change_role(Some(CommunityRole::Owner), true),
            Err(Refusal::OwnerStays)
        );
    }

    #[test]
    fn facilitators_look_after_members_and_the_owner_after_both() {
        let [none, member, facilitator, owner] = ROLES;
        for role in [none, member] {
            assert_eq!(
                can_remove(role, CommunityRole::Member, false),
                Err(Refusal::FacilitatorsOnly)
            );
            assert_eq!(can_facilitate(role), Err(Refusal::FacilitatorsOnly));
        }
        assert_eq!(
            can_remove(facilitator, CommunityRole::Member, false),
            Ok(())
        );
        let refused = can_remove(facilitator, CommunityRole::Facilitator, false);
        assert_eq!(refused, Err(Refusal::NotToFacilitators));
        assert_eq!(can_remove(owner, CommunityRole::Facilitator, false), Ok(()));
        for role in [none, member, facilitator] {
            assert_eq!(can_change_role(role, false), Err(Refusal::OwnerOnly));
            assert_eq!(can_own(role), Err(Refusal::OwnerOnly));
        }
    }

    #[test]
    fn what_is_hidden_is_joined_by_invitation() {
        for visibility in Visibility::ALL {
            for rule in JoinRule::ALL {
                let fits = *visibility != Visibility::Hidden || *rule == JoinRule::ByInvitation;
                assert_eq!(go_together(*visibility, *rule).is_ok(), fits);
            }
        }
    }

    #[test]
    fn the_eldest_facilitator_comes_before_the_eldest_member() {
        use CommunityRole::{Facilitator, Member};
        assert_eq!(heir::<u8>(&[]), None);
        assert_eq!(heir(&[(Member, at(1), 1), (Member, at(0), 2)]), Some(2));
        let all = [
            (Member, at(0), 1),
            (Facilitator, at(5), 2),
            (Facilitator, at(3), 3),
        ];
        assert_eq!(heir(&all), Some(3));
        assert_eq!(heir(&[(Member, at(0), 7), (Member, at(0), 4)]), Some(4));
    }

    #[test]
    fn the_texts_are_the_facilitators_and_the_doors_the_owners() {
        let [none, member, facilitator, owner] = ROLES;
        for role in [none, member] {
            let refused = can_edit(&standing(role, false), false);
            assert_eq!(refused, Err(Refusal::FacilitatorsOnly));
        }
        assert_eq!(can_edit(&standing(facilitator, false), false), Ok(()));
        assert_eq!(
            can_edit(&standing(facilitator, false), true),
            Err(Refusal::OwnerOnly)
        );
        assert_eq!(can_edit(&standing(owner, false), true), Ok(()));
        assert_eq!(
            can_edit(&standing(owner, true), true),
            Err(Refusal::Archived)
        );
    }

    #[test]
    fn what_was_written_for_few_is_read_by_few() {
        for from in Visibility::ALL {
            for to in Visibility::ALL {
                assert_eq!(can_become(*from, *to, false), Ok(()));
                let opens = *to == Visibility::Open && *from != Visibility::Open;
                assert_eq!(can_become(*from, *to, true).is_err(), opens);
            }
        }
    }

    #[test]
    fn five_are_pinned_and_no_more() {
        let owner = standing(Some(CommunityRole::Owner), false);
        assert_eq!(can_pin(&owner, PINS_MAX - 1), Ok(()));
        assert_eq!(can_pin(&owner, PINS_MAX), Err(Refusal::TooManyPins));
        assert!(can_pin(&standing(None, false), 0).is_err());
    }
}
