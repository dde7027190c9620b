//! How a community is doing, told so that no number tells on a person.

use crate::needs::demand::GROUP_MIN;

/// How many belong to a department, and how many of them wrote something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// How many belong to it.
    pub members: u32,
    /// How many of these took part.
    pub active: u32,
}

impl Group {
    const fn quiet(self) -> u32 {
        self.members.saturating_sub(self.active)
    }

    /// Whether both who took part and who did not are enough that nobody is pointed at.
    const fn hides_each(self) -> bool {
        self.active >= GROUP_MIN && self.quiet() >= GROUP_MIN
    }
}

/// For each department, whether it is said how many took part. Departments are kept back in which fewer than five did, or did
/// not; and more of them, the smallest first, as long as those kept back together would tell by what is missing from the sum.
#[must_use]
pub fn counted_out(groups: &[Group]) -> Vec<bool> {
    let mut shown: Vec<bool> = groups.iter().map(|group| group.hides_each()).collect();
    loop {
        let kept = groups.iter().zip(&shown).filter(|(_, shown)| !**shown);
        let rest = kept.fold(None, |sum: Option<Group>, (group, _)| {
            let sum = sum.unwrap_or(Group {
                members: 0,
                active: 0,
            });
            Some(Group {
                members: sum.members.saturating_add(group.members),
                active: sum.active.saturating_add(group.active),
            })
        });
        if rest.is_none_or(Group::hides_each) {
            return shown;
        }
        let smallest = groups
            .iter()
            .zip(shown.iter_mut())
            .filter(|(_, shown)| **shown)
            .min_by_key(|(group, _)| group.members);
        match smallest {
            Some((_, shown)) => *shown = false,
            None => return shown,
        }
    }
}

/// The middle of some numbers, the lower of two; none when there are none.
#[must_use]
pub fn median(mut numbers: Vec<i64>) -> Option<i64> {
    numbers.sort_unstable();
    let middle = numbers.len().checked_sub(1)? / 2;
    numbers.get(middle).copied()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const fn group(members: u32, active: u32) -> Group {
        Group { members, active }
    }

    #[test]
    fn small_groups_and_what_would_tell_on_them_are_kept_back() {
        let large = group(30, 12);
        assert_eq!(counted_out(&[large, large]), [true, true]);
        assert_eq!(
            counted_out(&[large, group(40, 20), group(6, 2)]),
            [false, true, false],
            "of 34 the two of six would be known"
        );
        assert_eq!(counted_out(&[large, group(6, 2)]), [false, false]);
        assert_eq!(counted_out(&[group(30, 28), group(30, 28)]), [false, false]);
        assert_eq!(counted_out(&[]), Vec::<bool>::new());
    }

    #[test]
    fn the_middle_is_the_lower_of_two() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![7]), Some(7));
        assert_eq!(median(vec![9, 1, 4]), Some(4));
        assert_eq!(median(vec![9, 1, 4, 5]), Some(4));
    }

    proptest! {
        #[test]
        fn nobody_is_found_by_what_is_missing(all in prop::collection::vec((0_u32..40, 0_u32..40), 0..9)) {
            let groups: Vec<Group> = all.into_iter().map(|(members, active)| group(members, active.min(members))).collect();
            let shown = counted_out(&groups);
            let mut rest = group(0, 0);
            let mut any_shown = false;
            for (one, shown) in groups.iter().zip(&shown) {
                if *shown {
                    any_shown = true;
                    prop_assert!(one.active >= 5 && one.members - one.active >= 5);
                } else {
                    rest = group(rest.members + one.members, rest.active + one.active);
                }
            }
            if any_shown && shown.contains(&false) {
                prop_assert!(rest.active >= 5 && rest.members - rest.active >= 5);
            }
        }
    }
}
