//! The summary: what passed and failed, layer by layer, and the closing line.

use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::steps::spoken;

/// What one layer of checks found.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Checks that held.
    pub passed: u64,
    /// What did not hold, one name or sentence each.
    pub failures: Vec<String>,
}

impl Counts {
    /// One check: it held, or this is what it said.
    pub fn one(outcome: Outcome<()>) -> Outcome<Self> {
        match outcome {
            Ok(()) => Ok(Self {
                passed: 1,
                failures: Vec::new(),
            }),
            Err(Failure::Stopped) => Err(Failure::Stopped),
            Err(failure) => Ok(Self {
                passed: 0,
                failures: vec![failure.to_string()],
            }),
        }
    }

    /// Takes over what another check found.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failures.extend(other.failures);
    }
}

/// All layers, in the order they ran.
#[derive(Default)]
pub struct Report {
    layers: Vec<(&'static str, Counts, Duration)>,
}

impl Report {
    /// Runs a layer. What keeps it from running counts as a failure of it; only a wish to stop ends everything.
    pub fn layer(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Outcome<Counts>,
    ) -> Outcome<()> {
        eprintln!("\n━━ {name}");
        let start = Instant::now();
        let counts = match work() {
            Ok(counts) => counts,
            Err(Failure::Stopped) => return Err(Failure::Stopped),
            Err(failure) => Counts::one(Err(failure))?,
        };
        let time = start.elapsed();
        eprintln!(
            "  {} passed, {} failed in {}",
            counts.passed,
            counts.failures.len(),
            spoken(time)
        );
        self.layers.push((name, counts, time));
        Ok(())
    }

    /// Prints the summary; its last line stands alone. An error when anything failed, or nothing ran at all.
    pub fn close(self) -> Outcome<()> {
        println!("\nSummary");
        for (name, counts, time) in &self.layers {
            let failed = counts.failures.len();
            println!(
                "  {name:<34} {:>5} passed  {failed:>3} failed  {:>12}",
                counts.passed,
                spoken(*time)
            );
        }
        for (name, counts, _) in &self.layers {
            for failure in &counts.failures {
                println!("  ✗ {name}: {failure}");
            }
        }
        let passed: u64 = self.layers.iter().map(|(_, counts, _)| counts.passed).sum();
        let failed: usize = self
            .layers
            .iter()
            .map(|(_, counts, _)| counts.failures.len())
            .sum();
        println!("\n{passed} passed, {failed} failed");
        if failed > 0 || passed == 0 {
            return Err(Failure::new(
                "Not everything holds; the summary names what does not.",
            ));
        }
        Ok(())
    }
}
