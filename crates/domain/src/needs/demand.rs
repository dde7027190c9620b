//! Demand and supply of a topic: how many want to learn it, how many can help, without telling who.
//!
//! A group of fewer than five is not counted out, and neither is one that leaves out fewer than five: whoever knows who
//! belongs here would know who the others are. What is derived from a number (balance, order, trend) is derived from what
//! is shown of it, so that it tells no more.

use super::Refusal;
use crate::identity::Viewer;
use crate::posts::policy::is_lead;

/// The smallest group that is counted out.
pub const GROUP_MIN: u32 = 5;

/// What is shown of a number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// Fewer than [`GROUP_MIN`], perhaps nobody.
    Few,
    /// So many.
    Count(u32),
    /// All but fewer than [`GROUP_MIN`].
    AllButFew,
}

impl Shown {
    /// Of `count` people among `total`.
    #[must_use]
    pub const fn of(count: u32, total: u32) -> Self {
        if count < GROUP_MIN {
            Self::Few
        } else if total.saturating_sub(count) < GROUP_MIN {
            Self::AllButFew
        } else {
            Self::Count(count)
        }
    }
}

crate::words! {
    /// How wanting and knowing stand to each other.
    pub enum Balance {
        /// Many want it, hardly anybody can help.
        Gap = "gap",
        /// Many want it, some can help.
        Thin = "thin",
        /// As many can help as want it, about.
        Balanced = "balanced",
        /// Some can help, hardly anybody wants it.
        Offered = "offered",
        /// Hardly anybody wants it or can help.
        Quiet = "quiet",
    }
}

/// How what is shown of wanting and of knowing stand to each other.
#[must_use]
pub const fn balance(want: Shown, can_help: Shown) -> Balance {
    match (want, can_help) {
        (Shown::Few, Shown::Few) => Balance::Quiet,
        (Shown::Few, _) => Balance::Offered,
        (_, Shown::Few) => Balance::Gap,
        (Shown::Count(want), Shown::Count(help)) if want > help.saturating_mul(2) => Balance::Thin,
        (Shown::AllButFew, Shown::Count(_)) => Balance::Thin,
        _ => Balance::Balanced,
    }
}

crate::words! {
    /// Whether more people begin to want something than before.
    pub enum Trend {
        /// More than in the month before.
        Rising = "rising",
        /// About as many.
        Steady = "steady",
        /// Fewer.
        Falling = "falling",
    }
}

/// The trend of those who began to want it in the last month against the month before. None for a group that is not counted
/// out: one more would be somebody.
#[must_use]
pub const fn trend(want: Shown, recent: u32, before: u32) -> Option<Trend> {
    if matches!(want, Shown::Few) {
        return None;
    }
    Some(if recent >= before.saturating_add(GROUP_MIN) {
        Trend::Rising
    } else if before >= recent.saturating_add(GROUP_MIN) {
        Trend::Falling
    } else {
        Trend::Steady
    })
}

/// Whether the viewer sees demand and supply, and sets when leads are told: leads.
///
/// # Errors
/// [`Refusal::LeadsOnly`].
pub fn can_see_demand(viewer: &Viewer) -> Result<(), Refusal> {
    if is_lead(viewer) {
        Ok(())
    } else {
        Err(Refusal::LeadsOnly)
    }
}

/// Supporters at which leads are told of a need when nothing is set.
pub const ALERT_DEFAULT: u32 = 5;
/// Fewest that can be set.
pub const ALERT_MIN: u32 = 2;
/// Most that can be set.
pub const ALERT_MAX: u32 = 1_000;

/// Whether leads are to be told of a need: so many want it, they were not told before, and no lead takes care of it.
#[must_use]
pub const fn is_alert_due(
    supporters: u32,
    at: Option<u32>,
    told_before: bool,
    taken_on: bool,
) -> bool {
    match at {
        Some(at) => supporters >= at && !told_before && !taken_on,
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::identity::Role;

    #[test]
    fn small_groups_and_their_complements_are_not_counted_out() {
        for count in 0..GROUP_MIN {
            assert_eq!(Shown::of(count, 100), Shown::Few);
            assert_eq!(Shown::of(100 - count, 100), Shown::AllButFew);
        }
        assert_eq!(Shown::of(5, 100), Shown::Count(5));
        assert_eq!(Shown::of(95, 100), Shown::Count(95));
        assert_eq!(Shown::of(5, 9), Shown::AllButFew);
        assert_eq!(Shown::of(4, 4), Shown::Few);
    }

    proptest! {
        #[test]
        fn whatever_is_counted_out_leaves_a_group_on_both_sides(count in 0_u32..400, total in 0_u32..400) {
            if let Shown::Count(shown) = Shown::of(count, total) {
                prop_assert_eq!(shown, count);
                prop_assert!(count >= GROUP_MIN && total - count >= GROUP_MIN);
            }
        }

        #[test]
        fn within_a_group_that_is_not_counted_out_nothing_changes(a in 0_u32..5, b in 0_u32..5, help in 0_u32..60, recent in 0_u32..9, before in 0_u32..9) {
            let help = Shown::of(help, 100);
            prop_assert_eq!(balance(Shown::of(a, 100), help), balance(Shown::of(b, 100), help));
            prop_assert_eq!(trend(Shown::of(a, 100), recent, before), None);
        }
    }

    #[test]
    fn wanting_and_knowing_stand_to_each_other() {
        use Shown::{AllButFew, Count, Few};
        assert_eq!(balance(Count(31), Few), Balance::Gap);
        assert_eq!(balance(AllButFew, Few), Balance::Gap);
        assert_eq!(balance(Count(18), Count(8)), Balance::Thin);
        assert_eq!(balance(AllButFew, Count(8)), Balance::Thin);
        assert_eq!(balance(Count(17), Count(26)), Balance::Balanced);
        assert_eq!(balance(Few, Count(14)), Balance::Offered);
        assert_eq!(balance(Few, Few), Balance::Quiet);
    }

    #[test]
    fn a_trend_takes_a_group() {
        let want = Shown::Count(20);
        assert_eq!(trend(want, 9, 4), Some(Trend::Rising));
        assert_eq!(trend(want, 8, 4), Some(Trend::Steady));
        assert_eq!(trend(want, 0, 5), Some(Trend::Falling));
    }

    #[test]
    fn leads_are_told_once_and_only_while_nobody_takes_care() {
        assert!(is_alert_due(5, Some(5), false, false));
        assert!(is_alert_due(9, Some(5), false, false));
        assert!(!is_alert_due(4, Some(5), false, false));
        assert!(!is_alert_due(5, Some(5), true, false));
        assert!(!is_alert_due(5, Some(5), false, true));
        assert!(!is_alert_due(500, None, false, false));
        let member = Viewer {
            member_id: Uuid::from_u128(1),
            role: Role::Member,
        };
        assert_eq!(can_see_demand(&member), Err(Refusal::LeadsOnly));
    }
}
