//! Who sees a community, who comes in, and who may do what in it. Services ask here; nothing else decides.
//!
//! An office in the organisation counts for nothing in a community: leads and admins see and do in it what their role there
//! allows.

pub use super::care::*;
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
    fn whoever_said_no_is_left_alone_for_two_weeks() {
        let asked = stranger(Visibility::OnRequest, JoinRule::OnRequest);
        let owner = Standing {
            role: Some(CommunityRole::Owner),
            ..asked
        };
        assert_eq!(can_invite(&owner, None, None, at(0)), Ok(()));
        assert_eq!(
            can_invite(&owner, None, Some(at(0)), at(13)),
            Err(Refusal::DeclinedLately)
        );
        assert_eq!(can_invite(&owner, None, Some(at(0)), at(14)), Ok(()));
        let member = Some(CommunityRole::Member);
        assert_eq!(
            can_invite(&owner, member, None, at(0)),
            Err(Refusal::Member)
        );
        assert_eq!(
            can_invite(&asked, None, None, at(0)),
            Err(Refusal::FacilitatorsOnly)
        );
        let archived = Standing {
            archived: true,
            ..owner
        };
        assert_eq!(
            can_invite(&archived, None, None, at(0)),
            Err(Refusal::Archived)
        );
    }

    #[test]
    fn a_wish_is_decided_once() {
        use RequestState::{Approved, Declined, Waiting};
        for approve in [true, false] {
            assert_eq!(can_decide(Waiting, approve), Ok(Decision::Counts));
        }
        assert_eq!(can_decide(Approved, true), Ok(Decision::SaidBefore));
        assert_eq!(can_decide(Declined, false), Ok(Decision::SaidBefore));
        assert_eq!(can_decide(Approved, false), Err(Refusal::Decided));
        assert_eq!(can_decide(Declined, true), Err(Refusal::Decided));
    }

    #[test]
    fn whoever_was_taken_out_comes_back_two_weeks_later() {
        assert_eq!(can_come_back(None, at(0)), Ok(()));
        assert_eq!(
            can_come_back(Some(at(0)), at(13)),
            Err(Refusal::RemovedLately)
        );
        assert_eq!(can_come_back(Some(at(0)), at(14)), Ok(()));
    }
}
