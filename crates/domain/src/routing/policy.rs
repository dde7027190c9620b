//! Who may pass, whom they may name instead, and how often a question is urgent.

use uuid::Uuid;

use super::RoutingRefusal;
use crate::expertise::availability::Standing;
use crate::questions::QuestionState;

/// Urgent questions one may ask in [`URGENT_DAYS`] days: what everybody marks as urgent is urgent for nobody.
pub const URGENT_MOST: u64 = 3;
/// Days over which urgent questions are counted.
pub const URGENT_DAYS: i64 = 7;

/// A request to answer, as it concerns the person asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whether they passed.
    pub passed: bool,
}

/// Whether somebody may pass: who was asked, once, while nobody answered.
///
/// # Errors
/// [`RoutingRefusal::NotAsked`], [`RoutingRefusal::Passed`] or [`RoutingRefusal::Over`].
pub const fn can_pass(asked: Option<Asked>, state: QuestionState) -> Result<(), RoutingRefusal> {
    let Some(asked) = asked else {
        return Err(RoutingRefusal::NotAsked);
    };
    if asked.passed {
        return Err(RoutingRefusal::Passed);
    }
    match state {
        QuestionState::Open => Ok(()),
        QuestionState::Answered | QuestionState::Solved | QuestionState::Closed => {
            Err(RoutingRefusal::Over)
        }
    }
}

/// Somebody who could be asked instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub member: Uuid,
    /// Whether they were asked.
    pub asked: bool,
    /// Whether they can be asked now.
    pub standing: Standing,
}

/// Whether who passes may name this person. `asker` is none when the name is hidden: it must not tell.
///
/// # Errors
/// [`RoutingRefusal::Oneself`], [`RoutingRefusal::Asker`], [`RoutingRefusal::AskedAlready`] or
/// [`RoutingRefusal::Unavailable`].
pub fn can_name(by: Uuid, asker: Option<Uuid>, named: Named) -> Result<(), RoutingRefusal> {
    if named.member == by {
        return Err(RoutingRefusal::Oneself);
    }
    if asker == Some(named.member) {
        return Err(RoutingRefusal::Asker);
    }
    if named.asked {
        return Err(RoutingRefusal::AskedAlready);
    }
    match named.standing {
        Standing::Free => Ok(()),
        Standing::Busy | Standing::Away => Err(RoutingRefusal::Unavailable),
    }
}

/// Whether an asker may wish for this person: anybody but themselves.
///
/// # Errors
/// [`RoutingRefusal::Oneself`].
pub fn can_wish(asker: Uuid, person: Uuid) -> Result<(), RoutingRefusal> {
    if asker == person {
        return Err(RoutingRefusal::Oneself);
    }
    Ok(())
}

/// Whether one who asked so many urgent questions in [`URGENT_DAYS`] days may ask another.
///
/// # Errors
/// [`RoutingRefusal::UrgentTooOften`].
pub const fn can_be_urgent(recent: u64) -> Result<(), RoutingRefusal> {
    if recent >= URGENT_MOST {
        return Err(RoutingRefusal::UrgentTooOften);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ME: Uuid = Uuid::from_u128(1);
    const ASKER: Uuid = Uuid::from_u128(2);
    const OTHER: Uuid = Uuid::from_u128(3);

    #[test]
    fn who_was_asked_passes_once_while_nobody_answered() {
        let open = QuestionState::Open;
        let asked = |passed| Some(Asked { passed });
        assert_eq!(can_pass(None, open), Err(RoutingRefusal::NotAsked));
        assert_eq!(can_pass(asked(false), open), Ok(()));
        assert_eq!(can_pass(asked(true), open), Err(RoutingRefusal::Passed));
        for over in [
            QuestionState::Answered,
            QuestionState::Solved,
            QuestionState::Closed,
        ] {
            assert_eq!(can_pass(asked(false), over), Err(RoutingRefusal::Over));
        }
    }

    #[test]
    fn whoever_is_named_is_somebody_else_who_can_be_asked() {
        let named = |member, asked, standing| Named {
            member,
            asked,
            standing,
        };
        let name = |named| can_name(ME, Some(ASKER), named);
        let free = Standing::Free;
        assert_eq!(name(named(OTHER, false, free)), Ok(()));
        assert_eq!(name(named(ME, false, free)), Err(RoutingRefusal::Oneself));
        assert_eq!(name(named(ASKER, false, free)), Err(RoutingRefusal::Asker));
        let again = name(named(OTHER, true, free));
        assert_eq!(again, Err(RoutingRefusal::AskedAlready));
        for standing in [Standing::Away, Standing::Busy] {
            let cannot = name(named(OTHER, false, standing));
            assert_eq!(cannot, Err(RoutingRefusal::Unavailable));
        }
        // A hidden asker is like anybody.
        assert_eq!(can_name(ME, None, named(ASKER, false, free)), Ok(()));
    }

    #[test]
    fn nobody_wishes_for_themselves() {
        assert_eq!(can_wish(ME, ME), Err(RoutingRefusal::Oneself));
        assert_eq!(can_wish(ME, OTHER), Ok(()));
    }

    #[test]
    fn three_questions_a_week_are_urgent() {
        assert_eq!(can_be_urgent(2), Ok(()));
        assert_eq!(can_be_urgent(3), Err(RoutingRefusal::UrgentTooOften));
    }
}
