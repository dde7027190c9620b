//! Who sees a community, who comes in, and who may do what in it. Services ask here; nothing else decides.
//!
//! An office in the organisation counts for nothing in a community: leads and admins see and do in it what their role there
//! allows.

use super::{ASK_AGAIN_DAYS, CommunityRole, JoinRule, Refusal, RequestState, Visibility};
use crate::time::Timestamp;

/// How somebody stands to a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who knows of it.
    pub visibility: Visibility,
    /// How one comes in.
    pub join_rule: JoinRule,
    /// Whether it is only read any more.
    pub archived: bool,
    /// What they are in it.
    pub role: Option<CommunityRole>,
    /// Whether an invitation waits for them.
    pub invited: bool,
}

impl Standing {
    /// Whether the community exists for them.
    #[must_use]
    pub const fn exists(&self) -> bool {
        self.role.is_some() || self.invited || !matches!(self.visibility, Visibility::Hidden)
    }

    /// Whether they read what is written in it.
    #[must_use]
    pub const fn can_read(&self) -> bool {
        self.role.is_some() || matches!(self.visibility, Visibility::Open)
    }
}

/// Whether somebody looks after the community.
#[must_use]
pub const fn facilitates(role: Option<CommunityRole>) -> bool {
    matches!(
        role,
        Some(CommunityRole::Facilitator | CommunityRole::Owner)
    )
}

/// Whether somebody may write in the community: its members, while it is not archived.
///
/// # Errors
/// [`Refusal::MembersOnly`] or [`Refusal::Archived`].
pub const fn can_post_in(standing: &Standing) -> Result<(), Refusal> {
    if standing.role.is_none() {
        Err(Refusal::MembersOnly)
    } else if standing.archived {
        Err(Refusal::Archived)
    } else {
        Ok(())
    }
}

/// Whether somebody may become a member at once: where it is free, or as they are invited.
///
/// # Errors
/// Why not.
pub const fn can_join(standing: &Standing) -> Result<(), Refusal> {
    if standing.archived {
        return Err(Refusal::Archived);
    }
    if standing.invited {
        return Ok(());
    }
    match standing.join_rule {
        JoinRule::Free => Ok(()),
        JoinRule::OnRequest => Err(Refusal::AskFirst),
        JoinRule::ByInvitation => Err(Refusal::InvitationOnly),
    }
}

/// Whether somebody may ask to join: where it is asked, no member, and not right after being declined.
///
/// # Errors
/// Why not.
pub fn can_ask_to_join(
    standing: &Standing,
    declined_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), Refusal> {
    if standing.role.is_some() {
        return Err(Refusal::Member);
    }
    if standing.archived {
        return Err(Refusal::Archived);
    }
    match standing.join_rule {
        JoinRule::Free => return Err(Refusal::JoinsFreely),
        JoinRule::ByInvitation => return Err(Refusal::InvitationOnly),
        JoinRule::OnRequest => {}
    }
    if declined_at.is_some_and(|at| at.plus_days(ASK_AGAIN_DAYS) > now) {
        return Err(Refusal::TooSoon);
    }
    Ok(())
}

/// Whether somebody may invite another by name: who looks after it, while it is written in, and who is no member and did not
/// decline lately.
///
/// # Errors
/// Why not.
pub fn can_invite(
    standing: &Standing,
    other: Option<CommunityRole>,
    declined_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), Refusal> {
    can_open_doors(standing)?;
    if other.is_some() {
        return Err(Refusal::Member);
    }
    if declined_at.is_some_and(|at| at.plus_days(ASK_AGAIN_DAYS) > now) {
        return Err(Refusal::DeclinedLately);
    }
    Ok(())
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

/// What a decision about a wish to join comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It counts.
    Counts,
    /// It was decided like that before.
    SaidBefore,
}

/// Whether a wish may be decided on: once. Two who decide the same agree.
///
/// # Errors
/// [`Refusal::Decided`] when it was decided otherwise.
pub const fn can_decide(state: RequestState, approve: bool) -> Result<Decision, Refusal> {
    match (state, approve) {
        (RequestState::Waiting, _) => Ok(Decision::Counts),
        (RequestState::Approved, true) | (RequestState::Declined, false) => {
            Ok(Decision::SaidBefore)
        }
        (RequestState::Approved, false) | (RequestState::Declined, true) => Err(Refusal::Decided),
    }
}

/// Whether somebody may leave: everybody but the owner, who hands over first.
///
/// # Errors
/// [`Refusal::MembersOnly`] or [`Refusal::OwnerStays`].
pub const fn can_leave(role: Option<CommunityRole>) -> Result<(), Refusal> {
    match role {
        None => Err(Refusal::MembersOnly),
        Some(CommunityRole::Owner) => Err(Refusal::OwnerStays),
        Some(CommunityRole::Facilitator | CommunityRole::Member) => Ok(()),
    }
}

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

/// Whether somebody who was taken out may come back by themselves: after 14 days. An invitation by name brings them back before.
///
/// # Errors
/// [`Refusal::RemovedLately`].
pub fn can_come_back(removed_at: Option<Timestamp>, now: Timestamp) -> Result<(), Refusal> {
    if removed_at.is_some_and(|at| at.plus_days(ASK_AGAIN_DAYS) > now) {
        Err(Refusal::RemovedLately)
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
    use super::*;

    const ROLES: [Option<CommunityRole>; 4] = [
        None,
        Some(CommunityRole::Member),
        Some(CommunityRole::Facilitator),
        Some(CommunityRole::Owner),
    ];

    const fn stranger(visibility: Visibility, join_rule: JoinRule) -> Standing {
        Standing {
            visibility,
            join_rule,
            archived: false,
            role: None,
            invited: false,
        }
    }

    fn at(day: i64) -> Timestamp {
        Timestamp::from_micros(0).plus_days(day)
    }

    #[test]
    fn an_open_one_is_read_by_all_and_a_hidden_one_is_not_there() {
        let open = stranger(Visibility::Open, JoinRule::Free);
        assert!(open.exists() && open.can_read());
        let asked = stranger(Visibility::OnRequest, JoinRule::OnRequest);
        assert!(asked.exists() && !asked.can_read());
        let hidden = stranger(Visibility::Hidden, JoinRule::ByInvitation);
        assert!(!hidden.exists() && !hidden.can_read());
        let invited = Standing {
            invited: true,
            ..hidden
        };
        assert!(invited.exists() && !invited.can_read());
        for role in ROLES.into_iter().flatten() {
            let member = Standing {
                role: Some(role),
                ..hidden
            };
            assert!(member.exists() && member.can_read());
        }
    }

    #[test]
    fn members_write_while_it_is_not_archived() {
        let mut standing = stranger(Visibility::Open, JoinRule::Free);
        assert_eq!(can_post_in(&standing), Err(Refusal::MembersOnly));
        standing.role = Some(CommunityRole::Member);
        assert_eq!(can_post_in(&standing), Ok(()));
        standing.archived = true;
        assert_eq!(can_post_in(&standing), Err(Refusal::Archived));
    }

    #[test]
    fn an_invitation_opens_every_door_but_that_of_an_archived_one() {
        for rule in JoinRule::ALL {
            let mut standing = stranger(Visibility::OnRequest, *rule);
            assert_eq!(can_join(&standing).is_ok(), *rule == JoinRule::Free);
            standing.invited = true;
            assert_eq!(can_join(&standing), Ok(()));
            standing.archived = true;
            assert_eq!(can_join(&standing), Err(Refusal::Archived));
        }
    }

    #[test]
    fn one_asks_where_it_is_asked_and_not_right_after_a_no() {
        let asked = stranger(Visibility::OnRequest, JoinRule::OnRequest);
        assert_eq!(can_ask_to_join(&asked, None, at(0)), Ok(()));
        assert_eq!(
            can_ask_to_join(&asked, Some(at(0)), at(13)),
            Err(Refusal::TooSoon)
        );
        assert_eq!(can_ask_to_join(&asked, Some(at(0)), at(14)), Ok(()));
        let free = stranger(Visibility::Open, JoinRule::Free);
        assert_eq!(
            can_ask_to_join(&free, None, at(0)),
            Err(Refusal::JoinsFreely)
        );
        let member = Standing {
            role: Some(CommunityRole::Member),
            ..asked
        };
        assert_eq!(can_ask_to_join(&member, None, at(0)), Err(Refusal::Member));
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
}
