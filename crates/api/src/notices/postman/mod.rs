//! The postman: writes down the letters that notices become, and sends what is written down.
//!
//! Letters at once come from notices newer than a cursor of their own, which no rebuild moves back; a digest once a day,
//! at the member's hour. What a letter says is read from the rows when it is sent: what was read meanwhile, deleted, or
//! may not be seen any more is left out.

mod at_once;
mod compose;
mod digest;
mod send;

use std::time::Duration;

use tokio::task::JoinHandle;

use crate::error::AppResult;
use crate::state::AppState;

/// How long the postman sleeps between two rounds.
const ROUND: Duration = Duration::from_secs(1);

/// Sends letters as long as the server runs.
#[derive(Clone)]
pub struct Postman(AppState);

impl Postman {
    /// A postman of this server.
    #[must_use]
    pub fn new(state: &AppState) -> Self {
        Self(state.clone())
    }

    /// Writes down and sends all that is due.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn go_round(&self) -> AppResult<()> {
        while at_once::write_down(&self.0).await? {}
        digest::write_down(&self.0).await?;
        while send::send_due(&self.0).await? {}
        Ok(())
    }

    /// Runs until aborted.
    #[must_use]
    pub fn start(self) -> JoinHandle<()> {
        tokio::spawn(async move {
            loop {
                if let Err(error) = self.go_round().await {
                    tracing::warn!(%error, "letters could not be written down or sent");
                }
                tokio::time::sleep(ROUND).await;
            }
        })
    }
}
