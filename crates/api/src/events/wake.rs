//! Wakes whoever reads the log when it has grown. Missing a call costs a poll, never an event.

use std::time::Duration;

use tokio::sync::watch;

/// How long a reader sleeps when nobody calls: the net below all other ways.
pub const POLL: Duration = Duration::from_millis(500);

/// Both ends of the call.
#[derive(Clone, Debug)]
pub struct Wake(watch::Sender<u64>);

impl Default for Wake {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl Wake {
    /// The log has grown.
    pub fn call(&self) {
        self.0.send_modify(|calls| *calls = calls.wrapping_add(1));
    }

    /// Hears all calls from now on.
    #[must_use]
    pub fn listen(&self) -> Listener {
        Listener(self.0.subscribe())
    }
}

/// Hears calls.
#[derive(Debug)]
pub struct Listener(watch::Receiver<u64>);

impl Listener {
    /// Waits for a call since the last one, for [`POLL`] at most.
    pub async fn wait(&mut self) {
        drop(tokio::time::timeout(POLL, self.0.changed()).await);
    }
}
