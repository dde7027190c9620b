//! What is to be seen while an import runs: a bar on a terminal, a line per phase elsewhere.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use indicatif::{ProgressBar, ProgressStyle};

/// Shows how far an import has come.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    before: AtomicU64,
    spoken: bool,
}

impl Progress {
    /// On the terminal, or as lines on standard error.
    pub fn shown() -> Self {
        let bar = ProgressBar::new(0);
        let style = ProgressStyle::with_template("{msg:<10} {wide_bar} {percent:>3} % {eta:>4}");
        Self {
            bar: bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar())),
            before: AtomicU64::new(0),
            spoken: !std::io::stderr().is_terminal(),
        }
    }

    /// Shows nothing.
    pub fn silent() -> Self {
        Self {
            bar: ProgressBar::hidden(),
            before: AtomicU64::new(0),
            spoken: false,
        }
    }

    /// Begins a phase of so many steps.
    pub fn phase(&self, name: &'static str, steps: u64) {
        if self.spoken {
            eprintln!("{name} ...");
        }
        self.bar.reset();
        self.bar.set_length(steps);
        self.bar.set_message(name);
        self.again();
    }

    /// So many more steps are done.
    pub fn add(&self, steps: u64) {
        let before = self.before.fetch_add(steps, Relaxed);
        self.bar.set_position(before + steps);
    }

    /// So many steps of the next [`Progress::add`] are done.
    pub fn within(&self, steps: u64) {
        self.bar.set_position(self.before.load(Relaxed) + steps);
    }

    /// The phase begins anew.
    pub fn again(&self) {
        self.before.store(0, Relaxed);
        self.bar.set_position(0);
    }

    /// The phase is done.
    pub fn done(&self) {
        self.bar.finish_and_clear();
    }
}
