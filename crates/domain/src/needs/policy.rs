//! Who may do what with a need that they can see. Services ask here; nothing else decides.

use uuid::Uuid;

use super::{NeedState, Refusal};
use crate::identity::Viewer;
use crate::posts::policy::is_lead;

/// What decides about a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who has it, if they are known.
    pub owner: Option<Uuid>,
    /// How far it has come.
    pub state: NeedState,
    /// What is linked as meeting it.
    pub responses: u64,
}

impl Standing {
    fn is_of(&self, viewer: &Viewer) -> bool {
        self.owner == Some(viewer.member_id)
    }
}

/// Whether the viewer decides how far it has come: who has the need, and leads.
#[must_use]
pub fn may_move(viewer: &Viewer, need: &Standing) -> bool {
    need.is_of(viewer) || is_lead(viewer)
}

/// Whether the viewer may give it another state.
///
/// # Errors
/// [`Refusal::NotTheOwner`], [`Refusal::SameState`], [`Refusal::NoWay`] or [`Refusal::NothingLinked`].
pub fn can_move(viewer: &Viewer, need: &Standing, to: NeedState) -> Result<(), Refusal> {
    if !may_move(viewer, need) {
        return Err(Refusal::NotTheOwner);
    }
    if need.state == to {
        return Err(Refusal::SameState);
    }
    if !need.state.leads_to().contains(&to) {
        return Err(Refusal::NoWay);
    }
    if to.is_met() && need.responses == 0 {
        return Err(Refusal::NothingLinked);
    }
    Ok(())
}

/// The states the viewer may give it, also those for which something must be linked first.
#[must_use]
pub fn offered_moves(viewer: &Viewer, need: &Standing) -> &'static [NeedState] {
    if may_move(viewer, need) {
        need.state.leads_to()
    } else {
        &[]
    }
}

/// Whether the viewer may take care of it: leads, while it is not settled.
///
/// # Errors
/// [`Refusal::LeadsOnly`] or [`Refusal::Settled`].
pub fn can_take_on(viewer: &Viewer, need: &Standing) -> Result<(), Refusal> {
    if !is_lead(viewer) {
        return Err(Refusal::LeadsOnly);
    }
    still_open(need)
}

/// Whether the viewer may say that nobody takes care of it any more: leads.
///
/// # Errors
/// [`Refusal::LeadsOnly`].
pub fn can_let_go(viewer: &Viewer) -> Result<(), Refusal> {
    if is_lead(viewer) {
        Ok(())
    } else {
        Err(Refusal::LeadsOnly)
    }
}

/// Whether the viewer may want it too: everybody else, while nothing meets it. What is not for now can be wanted: that is
/// how it comes up again.
///
/// # Errors
/// [`Refusal::OwnNeed`] or [`Refusal::Settled`].
pub fn can_join(viewer: &Viewer, need: &Standing) -> Result<(), Refusal> {
    if need.is_of(viewer) {
        return Err(Refusal::OwnNeed);
    }
    if need.state.is_met() {
        return Err(Refusal::Settled);
    }
    Ok(())
}

/// Whether the viewer may offer to help: everybody else, while it is not settled.
///
/// # Errors
/// [`Refusal::HelpsThemselves`] or [`Refusal::Settled`].
pub fn can_volunteer(viewer: &Viewer, need: &Standing) -> Result<(), Refusal> {
    if need.is_of(viewer) {
        return Err(Refusal::HelpsThemselves);
    }
    still_open(need)
}

/// Whether the viewer may name `helper` as somebody who could help.
///
/// # Errors
/// [`Refusal::Oneself`], [`Refusal::HelpsThemselves`] or [`Refusal::Settled`].
pub fn can_suggest(viewer: &Viewer, need: &Standing, helper: Uuid) -> Result<(), Refusal> {
    if helper == viewer.member_id {
        return Err(Refusal::Oneself);
    }
    if need.owner == Some(helper) {
        return Err(Refusal::HelpsThemselves);
    }
    still_open(need)
}

/// Whether the viewer may take a suggestion back: who made it, who was named, who has the need, and leads.
///
/// # Errors
/// [`Refusal::NotTheirs`].
pub fn can_withdraw_suggestion(
    viewer: &Viewer,
    need: &Standing,
    by: Option<Uuid>,
    helper: Uuid,
) -> Result<(), Refusal> {
    let concerned = by == Some(viewer.member_id) || helper == viewer.member_id;
    if concerned || need.is_of(viewer) || is_lead(viewer) {
        Ok(())
    } else {
        Err(Refusal::NotTheirs)
    }
}

/// Whether the viewer may link something: everybody. Whether it meets the need is decided by moving the need.
///
/// # Errors
/// [`Refusal::Settled`] once it is not for now.
pub const fn can_respond(need: &Standing) -> Result<(), Refusal> {
    match need.state {
        NeedState::NotNow => Err(Refusal::Settled),
        _ => Ok(()),
    }
}

/// Whether the viewer may remove a link: who added it, who has the need, and leads; the last one stays while it is what
/// meets the need.
///
/// # Errors
/// [`Refusal::NotTheirs`] or [`Refusal::LastResponse`].
pub fn can_remove_response(
    viewer: &Viewer,
    need: &Standing,
    added_by: Option<Uuid>,
) -> Result<(), Refusal> {
    let own = added_by == Some(viewer.member_id);
    if !own && !may_move(viewer, need) {
        return Err(Refusal::NotTheirs);
    }
    if need.state.is_met() && need.responses <= 1 {
        return Err(Refusal::LastResponse);
    }
    Ok(())
}

/// Whether the viewer may say if it helped: who has the need and who joined it, once something meets it.
///
/// # Errors
/// [`Refusal::NotJoined`] or [`Refusal::NotMet`].
pub fn can_confirm(viewer: &Viewer, need: &Standing, joined: bool) -> Result<(), Refusal> {
    if !joined && !need.is_of(viewer) {
        return Err(Refusal::NotJoined);
    }
    if !need.state.is_met() {
        return Err(Refusal::NotMet);
    }
    Ok(())
}

const fn still_open(need: &Standing) -> Result<(), Refusal> {
    if need.state.is_settled() {
        Err(Refusal::Settled)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::Role;

    const OWNER: Uuid = Uuid::from_u128(1);

    const fn viewer(id: u128, role: Role) -> Viewer {
        Viewer {
            member_id: Uuid::from_u128(id),
            role,
        }
    }

    const fn need(state: NeedState, responses: u64) -> Standing {
        Standing {
            owner: Some(OWNER),
            state,
            responses,
        }
    }

    #[test]
    fn the_owner_and_leads_move_a_need_others_do_not() {
        let open = need(NeedState::Open, 0);
        for who in [
            viewer(1, Role::Member),
            viewer(2, Role::Lead),
            viewer(2, Role::Admin),
        ] {
            assert_eq!(can_move(&who, &open, NeedState::OnHold), Ok(()));
            assert_eq!(offered_moves(&who, &open), NeedState::Open.leads_to());
        }
        let stranger = viewer(2, Role::Member);
        assert_eq!(
            can_move(&stranger, &open, NeedState::OnHold),
            Err(Refusal::NotTheOwner)
        );
        assert!(offered_moves(&stranger, &open).is_empty());
        let unknown = Standing {
            owner: None,
            ..open
        };
        assert!(!may_move(&stranger, &unknown));
    }

    #[test]
    fn met_needs_something_that_is_linked() {
        let owner = viewer(1, Role::Member);
        for state in [NeedState::Met, NeedState::AlreadyExists] {
            let way = need(NeedState::UnderWay, 0);
            assert_eq!(can_move(&owner, &way, state), Err(Refusal::NothingLinked));
            assert_eq!(
                can_move(&owner, &need(NeedState::UnderWay, 1), state),
                Ok(())
            );
        }
        assert_eq!(
            can_move(&owner, &need(NeedState::Met, 1), NeedState::OnHold),
            Err(Refusal::NoWay)
        );
        assert_eq!(
            can_move(&owner, &need(NeedState::Met, 1), NeedState::Met),
            Err(Refusal::SameState)
        );
    }

    #[test]
    fn only_leads_take_on_and_let_go() {
        let open = need(NeedState::Open, 0);
        assert_eq!(
            can_take_on(&viewer(1, Role::Member), &open),
            Err(Refusal::LeadsOnly)
        );
        assert_eq!(
            can_let_go(&viewer(1, Role::Member)),
            Err(Refusal::LeadsOnly)
        );
        let lead = viewer(3, Role::Lead);
        assert_eq!(can_take_on(&lead, &open), Ok(()));
        assert_eq!(
            can_take_on(&lead, &need(NeedState::NotNow, 0)),
            Err(Refusal::Settled)
        );
        assert_eq!(can_let_go(&lead), Ok(()));
    }

    #[test]
    fn others_join_and_help_while_it_is_open() {
        let (owner, other) = (viewer(1, Role::Member), viewer(2, Role::Member));
        let (open, met) = (need(NeedState::Open, 0), need(NeedState::Met, 1));
        assert_eq!(can_join(&owner, &open), Err(Refusal::OwnNeed));
        assert_eq!(can_join(&other, &open), Ok(()));
        assert_eq!(can_join(&other, &met), Err(Refusal::Settled));
        assert_eq!(can_join(&other, &need(NeedState::NotNow, 0)), Ok(()));
        assert_eq!(can_volunteer(&owner, &open), Err(Refusal::HelpsThemselves));
        assert_eq!(can_volunteer(&other, &open), Ok(()));
        assert_eq!(
            can_volunteer(&other, &need(NeedState::NotNow, 0)),
            Err(Refusal::Settled)
        );
        let third = Uuid::from_u128(3);
        assert_eq!(can_suggest(&other, &open, third), Ok(()));
        assert_eq!(
            can_suggest(&other, &open, other.member_id),
            Err(Refusal::Oneself)
        );
        assert_eq!(
            can_suggest(&other, &open, OWNER),
            Err(Refusal::HelpsThemselves)
        );
        assert_eq!(can_suggest(&other, &met, third), Err(Refusal::Settled));
    }

    #[test]
    fn a_suggestion_is_withdrawn_by_those_it_concerns() {
        let open = need(NeedState::Open, 0);
        let (by, helper) = (Some(Uuid::from_u128(2)), Uuid::from_u128(3));
        for who in [
            viewer(1, Role::Member),
            viewer(2, Role::Member),
            viewer(3, Role::Member),
            viewer(4, Role::Lead),
        ] {
            assert_eq!(can_withdraw_suggestion(&who, &open, by, helper), Ok(()));
        }
        assert_eq!(
            can_withdraw_suggestion(&viewer(4, Role::Member), &open, by, helper),
            Err(Refusal::NotTheirs)
        );
    }

    #[test]
    fn the_last_link_stays_while_the_need_counts_as_met() {
        let adder = Some(Uuid::from_u128(2));
        let (one, two) = (need(NeedState::Met, 1), need(NeedState::Met, 2));
        for who in [
            viewer(1, Role::Member),
            viewer(2, Role::Member),
            viewer(3, Role::Lead),
        ] {
            assert_eq!(can_remove_response(&who, &two, adder), Ok(()));
            assert_eq!(
                can_remove_response(&who, &one, adder),
                Err(Refusal::LastResponse)
            );
            assert_eq!(
                can_remove_response(&who, &need(NeedState::Open, 1), adder),
                Ok(())
            );
        }
        assert_eq!(
            can_remove_response(&viewer(3, Role::Member), &two, adder),
            Err(Refusal::NotTheirs)
        );
        assert_eq!(
            can_respond(&need(NeedState::NotNow, 0)),
            Err(Refusal::Settled)
        );
        assert_eq!(can_respond(&one), Ok(()));
    }

    #[test]
    fn those_who_wanted_it_say_whether_it_helped() {
        let (owner, other) = (viewer(1, Role::Member), viewer(2, Role::Lead));
        let (open, met) = (need(NeedState::Open, 1), need(NeedState::Met, 1));
        assert_eq!(can_confirm(&owner, &met, false), Ok(()));
        assert_eq!(can_confirm(&other, &met, true), Ok(()));
        assert_eq!(can_confirm(&other, &met, false), Err(Refusal::NotJoined));
        assert_eq!(can_confirm(&owner, &open, false), Err(Refusal::NotMet));
    }
}
