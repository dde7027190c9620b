//! Erases communities that were deleted 30 days ago. Safe to run on several nodes and at any time.

use std::time::Duration;

use tokio::task::JoinHandle;

use tacit_domain::communities::DELETED_DAYS;

use super::repo::communities;
use super::service::end;
use crate::db;
use crate::error::AppResult;
use crate::state::AppState;

const EVERY: Duration = Duration::from_secs(3_600);

/// Sweeps now and then, as long as the server runs.
#[must_use]
pub fn start(state: &AppState) -> JoinHandle<()> {
    let state = state.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(EVERY).await;
            match sweep(&state).await {
                Ok(0) => {}
                Ok(erased) => tracing::info!(erased, "deleted communities are erased"),
                Err(error) => tracing::warn!(%error, "deleted communities were not erased"),
            }
        }
    })
}

/// Sweeps once; how many communities went.
///
/// # Errors
/// A failure of the database.
pub async fn sweep(state: &AppState) -> AppResult<u64> {
    let now = state.clock.now();
    let before = now.plus_days(-DELETED_DAYS).micros();
    let mut erased = 0;
    for id in communities::deleted_before(state.db.reader(), before).await? {
        let ids = state.ids;
        let gone = db::write(&state.db, move |tx| {
            Box::pin(async move { end::erase(tx, ids, id, now).await })
        })
        .await?;
        erased += u64::from(gone);
    }
    Ok(erased)
}
