//! Confirmations that only run around.
//!
//! A confirms B, B confirms C, and C confirms A: each looks confirmed, and nothing was added from outside. Such
//! confirmations are found per topic, shortest circles first and each confirmation in one circle at most, so that as much
//! is taken out as came back and no more. What is left shows who knows; what ran around counts at most as much as that
//! (see [`strength`](super::strength)), so that a ring nobody else confirms has nothing.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use uuid::Uuid;

use crate::time::Timestamp;

/// Most people in a circle that is looked for. Larger ones pass through so many hands that each adds one voice only.
pub const RING_MAX: usize = 6;

/// Somebody confirmed somebody, once: an endorsement, or acceptance and helpful mark of one answer together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Confirmation {
    /// When what was confirmed was done.
    pub at: Timestamp,
    /// What was confirmed; tells several between the same two apart.
    pub source: Uuid,
    /// Who confirmed.
    pub by: Uuid,
    /// Who was confirmed.
    pub of: Uuid,
}

/// Those of the confirmations in one topic that come back around to who gave them.
#[must_use]
pub fn circular(confirmations: &BTreeSet<Confirmation>) -> BTreeSet<Confirmation> {
    let mut graph = Graph::new(&within_reach(confirmations));
    let mut found = BTreeSet::new();
    for people in 2..=RING_MAX {
        for confirmation in confirmations {
            if found.contains(confirmation) || !graph.has(confirmation) {
                continue;
            }
            if let Some(way_back) = graph.way(confirmation.of, confirmation.by, people - 1) {
                graph.take(confirmation);
                found.insert(*confirmation);
                for step in way_back {
                    graph.take(&step);
                    found.insert(step);
                }
            }
        }
    }
    found
}

/// Without those who only give or only get: no circle passes through them. Leaves little of a large topic.
fn within_reach(confirmations: &BTreeSet<Confirmation>) -> BTreeSet<Confirmation> {
    let mut left = confirmations.clone();
    loop {
        let givers: BTreeSet<Uuid> = left.iter().map(|one| one.by).collect();
        let getters: BTreeSet<Uuid> = left.iter().map(|one| one.of).collect();
        let before = left.len();
        left.retain(|one| getters.contains(&one.by) && givers.contains(&one.of));
        if left.len() == before {
            return left;
        }
    }
}

/// What is not in a circle yet: whom each one confirmed, and by what.
struct Graph(BTreeMap<Uuid, BTreeMap<Uuid, BTreeSet<Confirmation>>>);

impl Graph {
    fn new(confirmations: &BTreeSet<Confirmation>) -> Self {
        let mut graph = Self(BTreeMap::new());
        for one in confirmations {
            let given = graph.0.entry(one.by).or_default();
            given.entry(one.of).or_default().insert(*one);
        }
        graph
    }

    fn between(&mut self, one: &Confirmation) -> Option<&mut BTreeSet<Confirmation>> {
        self.0.get_mut(&one.by)?.get_mut(&one.of)
    }

    fn has(&mut self, one: &Confirmation) -> bool {
        self.between(one).is_some_and(|all| all.contains(one))
    }

    fn take(&mut self, one: &Confirmation) {
        if let Some(all) = self.between(one) {
            all.remove(one);
        }
    }

    /// The shortest way from one person to another over at most so many confirmations.
    fn way(&self, from: Uuid, to: Uuid, most: usize) -> Option<Vec<Confirmation>> {
        let mut came_by: BTreeMap<Uuid, Confirmation> = BTreeMap::new();
        let mut next = VecDeque::from([(from, 0)]);
        while let Some((person, steps)) = next.pop_front() {
            if steps == most {
                continue;
            }
            for (of, all) in self.0.get(&person).into_iter().flatten() {
                let Some(first) = all.first() else { continue };
                if *of == from || came_by.contains_key(of) {
                    continue;
                }
                came_by.insert(*of, *first);
                if *of == to {
                    return Some(walk_back(&came_by, from, to));
                }
                next.push_back((*of, steps + 1));
            }
        }
        None
    }
}

fn walk_back(
    came_by: &BTreeMap<Uuid, Confirmation>,
    from: Uuid,
    mut at: Uuid,
) -> Vec<Confirmation> {
    let mut way = Vec::new();
    while at != from {
        let Some(step) = came_by.get(&at) else { break };
        way.push(*step);
        at = step.by;
    }
    way
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Confirmations of persons by number, each of its own source.
    fn of(pairs: &[(u128, u128)]) -> BTreeSet<Confirmation> {
        let one = |(number, (by, of)): (usize, &(u128, u128))| Confirmation {
            at: Timestamp::from_seconds(i64::try_from(number).unwrap_or(0)),
            source: Uuid::from_u128(1_000 + u128::try_from(number).unwrap_or(0)),
            by: Uuid::from_u128(*by),
            of: Uuid::from_u128(*of),
        };
        pairs.iter().enumerate().map(one).collect()
    }

    fn found(pairs: &[(u128, u128)]) -> Vec<(u128, u128)> {
        let found = circular(&of(pairs));
        found
            .iter()
            .map(|one| (one.by.as_u128(), one.of.as_u128()))
            .collect()
    }

    #[test]
    fn rings_of_any_small_size_are_found() {
        for people in 2..=u128::try_from(RING_MAX).unwrap_or(0) {
            let ring: Vec<_> = (0..people).map(|at| (at, (at + 1) % people)).collect();
            assert_eq!(found(&ring).len(), ring.len(), "{people}");
        }
    }

    #[test]
    fn as_much_is_taken_out_as_came_back() {
        let uneven = [(1, 2), (1, 2), (1, 2), (2, 1)];
        assert_eq!(found(&uneven).len(), 2);
    }

    #[test]
    fn help_that_flows_one_way_is_no_circle() {
        assert!(found(&[(1, 2), (2, 3), (1, 3), (4, 3), (4, 2)]).is_empty());
    }

    #[test]
    fn everyone_confirming_everyone_is_circles_throughout() {
        let all: Vec<_> = (0..5)
            .flat_map(|by| (0..5).map(move |of| (by, of)))
            .filter(|(by, of)| by != of)
            .collect();
        assert_eq!(found(&all).len(), all.len());
    }

    #[test]
    fn an_outsider_among_them_is_not_part_of_it() {
        let mut pairs = vec![(1, 2), (2, 1)];
        pairs.push((9, 1));
        assert_eq!(found(&pairs), [(1, 2), (2, 1)]);
    }

    proptest! {
        #[test]
        fn nobody_loses_more_than_they_gave(pairs in prop::collection::vec((0u128..6, 0u128..6), 0..40)) {
            let pairs: Vec<_> = pairs.into_iter().filter(|(by, of)| by != of).collect();
            let taken = found(&pairs);
            for person in 0..6 {
                let got = taken.iter().filter(|(_, of)| *of == person).count();
                let gave = taken.iter().filter(|(by, _)| *by == person).count();
                prop_assert_eq!(got, gave);
            }
        }
    }
}
