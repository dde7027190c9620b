//! Forgets old searches now and then, also when nobody searches.

use std::time::Duration;

use tokio::task::JoinHandle;

use super::service::forget;
use crate::state::AppState;

const EVERY: Duration = Duration::from_secs(3_600);

/// Forgets as long as the server runs.
#[must_use]
pub fn start(state: &AppState) -> JoinHandle<()> {
    let state = state.clone();
    tokio::spawn(async move {
        loop {
            if let Err(error) = forget(&state).await {
                tracing::warn!(%error, "old searches were not forgotten");
            }
            tokio::time::sleep(EVERY).await;
        }
    })
}
