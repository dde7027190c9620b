//! Ctrl-C ends everything we started, and waits for it.
//!
//! The first signal asks our children to stop (SIGTERM) and makes the running step fail; a second one kills them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use crate::failure::{Because, Outcome};

/// Remembers the running children and whether we were asked to stop.
#[derive(Clone, Default)]
pub struct Interrupt(Arc<Shared>);

#[derive(Default)]
struct Shared {
    asked: AtomicUsize,
    children: Mutex<Vec<Pid>>,
}

impl Interrupt {
    /// Takes over SIGINT, SIGTERM and SIGHUP for this process.
    pub fn install() -> Outcome<Self> {
        let interrupt = Self::default();
        let handler = interrupt.clone();
        ctrlc::set_handler(move || handler.ask()).because(|| {
            "Signals could not be taken over: start again in a normal terminal.".into()
        })?;
        Ok(interrupt)
    }

    /// Whether somebody asked to stop.
    pub fn asked(&self) -> bool {
        self.0.asked.load(Ordering::SeqCst) > 0
    }

    /// Signals sent to us go to this child too, until it is forgotten.
    pub fn remember(&self, child: Pid) {
        self.children().push(child);
        if self.asked() {
            signal(child, Signal::SIGTERM);
        }
    }

    /// The child has ended.
    pub fn forget(&self, child: Pid) {
        self.children().retain(|known| *known != child);
    }

    fn ask(&self) {
        let before = self.0.asked.fetch_add(1, Ordering::SeqCst);
        let request = if before == 0 {
            Signal::SIGTERM
        } else {
            Signal::SIGKILL
        };
        for child in self.children().iter() {
            signal(*child, request);
        }
    }

    fn children(&self) -> MutexGuard<'_, Vec<Pid>> {
        self.0
            .children
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends a signal; a child that has ended meanwhile is no error.
pub fn signal(child: Pid, signal: Signal) {
    if let Err(error) = kill(child, signal)
        && error != nix::errno::Errno::ESRCH
    {
        eprintln!("  could not signal process {child}: {error}");
    }
}
