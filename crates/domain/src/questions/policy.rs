//! Who may answer and accept. Services ask here; nothing else decides.

use uuid::Uuid;

use super::{QuestionState, Urgency};
use crate::identity::Viewer;
use crate::posts::policy::is_lead;
use crate::posts::{Reason, Refusal};

/// Whether a question takes answers: while it is not closed, from everybody, the asker too.
///
/// # Errors
/// [`Refusal::Closed`].
pub const fn can_answer(state: QuestionState) -> Result<(), Refusal> {
    match state {
        QuestionState::Closed => Err(Refusal::Closed),
        QuestionState::Open | QuestionState::Answered | QuestionState::Solved => Ok(()),
    }
}

/// Whether the viewer may accept an answer, or take that back: the asker freely, a lead or admin with a reason. Whose
/// answer it is does not matter. A closed question keeps what it has.
///
/// # Errors
/// [`Refusal::NotTheAsker`], [`Refusal::ReasonNeeded`] or [`Refusal::Closed`].
pub fn can_accept(
    viewer: &Viewer,
    asker: Option<Uuid>,
    state: QuestionState,
    reason: Option<&Reason>,
) -> Result<(), Refusal> {
    if !may_accept(viewer, asker) {
        return Err(Refusal::NotTheAsker);
    }
    if acceptance_needs_reason(viewer, asker) && reason.is_none() {
        return Err(Refusal::ReasonNeeded);
    }
    can_answer(state)
}

/// Whether a page offers the viewer to accept, before a reason was asked for.
#[must_use]
pub fn may_accept(viewer: &Viewer, asker: Option<Uuid>) -> bool {
    asker == Some(viewer.member_id) || is_lead(viewer)
}

/// Whether the viewer acts for somebody else when accepting.
#[must_use]
pub fn acceptance_needs_reason(viewer: &Viewer, asker: Option<Uuid>) -> bool {
    asker != Some(viewer.member_id)
}

/// Whether the viewer may change how urgent a question is: the asker only.
///
/// # Errors
/// [`Refusal::UrgencyOfAnother`].
pub fn can_change_urgency(
    viewer: &Viewer,
    asker: Option<Uuid>,
    from: Urgency,
    to: Urgency,
) -> Result<(), Refusal> {
    if from == to || asker == Some(viewer.member_id) {
        return Ok(());
    }
    Err(Refusal::UrgencyOfAnother)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::identity::Role;

    const ASKER: Option<Uuid> = Some(Uuid::from_u128(1));

    fn viewer(id: u128, role: Role) -> Viewer {
        Viewer {
            member_id: Uuid::from_u128(id),
            role,
        }
    }

    #[test]
    fn the_asker_accepts_freely_a_lead_says_why() {
        let why = Reason::parse("The asker has left").unwrap();
        let state = QuestionState::Answered;
        let accept = |who: &Viewer, why| can_accept(who, ASKER, state, why);
        assert_eq!(accept(&viewer(1, Role::Member), None), Ok(()));
        assert_eq!(
            accept(&viewer(2, Role::Member), Some(&why)),
            Err(Refusal::NotTheAsker)
        );
        for role in [Role::Lead, Role::Admin] {
            let lead = viewer(2, role);
            assert_eq!(accept(&lead, None), Err(Refusal::ReasonNeeded));
            assert_eq!(accept(&lead, Some(&why)), Ok(()));
        }
    }

    #[test]
    fn a_lead_who_asks_needs_no_reason() {
        let lead = viewer(1, Role::Lead);
        assert_eq!(
            can_accept(&lead, ASKER, QuestionState::Solved, None),
            Ok(())
        );
    }

    #[test]
    fn a_closed_question_stays_as_it_is() {
        let asker = viewer(1, Role::Member);
        assert_eq!(can_answer(QuestionState::Closed), Err(Refusal::Closed));
        assert_eq!(
            can_accept(&asker, ASKER, QuestionState::Closed, None),
            Err(Refusal::Closed)
        );
        assert_eq!(can_answer(QuestionState::Solved), Ok(()));
    }

    #[test]
    fn only_the_asker_says_how_urgent_it_is() {
        let (normal, blocking) = (Urgency::Normal, Urgency::Blocking);
        let lead = viewer(2, Role::Admin);
        assert_eq!(can_change_urgency(&lead, ASKER, normal, normal), Ok(()));
        assert_eq!(
            can_change_urgency(&lead, ASKER, normal, blocking),
            Err(Refusal::UrgencyOfAnother)
        );
        let asker = viewer(1, Role::Member);
        assert_eq!(can_change_urgency(&asker, ASKER, blocking, normal), Ok(()));
    }
}
