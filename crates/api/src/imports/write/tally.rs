//! What became of the rows, by kind.

use std::collections::BTreeMap;

use tacit_contract::imports::ChangesOfKind;
use tacit_domain::imports::{ItemKind, Outcome};

/// Counts outcomes.
#[derive(Debug, Default)]
pub struct Tally(BTreeMap<ItemKind, BTreeMap<Outcome, u64>>);

impl Tally {
    /// One more.
    pub fn add(&mut self, kind: ItemKind, outcome: Outcome) {
        self.add_many(kind, outcome, 1);
    }

    /// So many more.
    pub fn add_many(&mut self, kind: ItemKind, outcome: Outcome, rows: u64) {
        let outcomes = self.0.entry(kind).or_default();
        *outcomes.entry(outcome).or_default() += rows;
    }

    /// The table.
    pub fn into_report(self) -> Vec<ChangesOfKind> {
        let lines = self.0.into_iter().map(|(kind, outcomes)| {
            let of = |outcome| outcomes.get(&outcome).copied().unwrap_or_default();
            ChangesOfKind {
                kind: kind.into(),
                new: of(Outcome::New),
                changed: of(Outcome::Changed),
                unchanged: of(Outcome::Unchanged),
                kept: of(Outcome::Kept),
                gone: of(Outcome::Gone),
            }
        });
        lines.collect()
    }
}
