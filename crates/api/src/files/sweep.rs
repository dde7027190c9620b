//! Takes away pictures that stand in no post and no draft a day after they were uploaded, and bytes that no row names
//! (left by an upload that did not get to its end). Safe to run on several nodes and at any time.

use std::time::Duration;

use tacit_domain::files::PictureAddress;
use tacit_domain::time::Timestamp;
use tokio::task::JoinHandle;

use super::repo::{self, FileRow};
use crate::db;
use crate::drafts;
use crate::error::AppResult;
use crate::state::AppState;

const EVERY: Duration = Duration::from_secs(3_600);
const PAGE: u64 = 200;

/// Sweeps now and then, as long as the server runs.
#[must_use]
pub fn start(state: &AppState) -> JoinHandle<()> {
    let state = state.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(EVERY).await;
            match sweep(&state).await {
                Ok(0) => {}
                Ok(swept) => tracing::info!(swept, "pictures that stood nowhere are gone"),
                Err(error) => tracing::warn!(%error, "pictures were not swept"),
            }
        }
    })
}

/// Sweeps once; how many files went.
///
/// # Errors
/// A failure of the database or of the store.
pub async fn sweep(state: &AppState) -> AppResult<u64> {
    let before = state.clock.now().plus_days(-1);
    Ok(sweep_rows(state, before).await? + sweep_bytes(state, before).await?)
}

async fn sweep_rows(state: &AppState, before: Timestamp) -> AppResult<u64> {
    let mut swept = 0;
    let mut after = None;
    loop {
        let rows = repo::list_loose_before(state.db.reader(), before.micros(), after, PAGE).await?;
        let Some(last) = rows.last() else {
            return Ok(swept);
        };
        after = Some((last.created_at, last.id));
        for row in &rows {
            if !in_a_draft(state, row).await? && discard(state, row).await? {
                swept += 1;
            }
        }
    }
}

async fn in_a_draft(state: &AppState, row: &FileRow) -> AppResult<bool> {
    let Some(uploader) = row.uploader_id else {
        return Ok(false);
    };
    let address = PictureAddress {
        id: row.id,
        size: None,
    };
    let named = drafts::repo::names(state.db.reader(), uploader, &address.to_string()).await?;
    Ok(named)
}

async fn discard(state: &AppState, row: &FileRow) -> AppResult<bool> {
    let id = row.id;
    let gone = db::write(&state.db, move |tx| {
        Box::pin(async move { Ok(repo::delete_loose(tx, id).await?) })
    })
    .await?;
    if gone {
        state.files.delete(id).await?;
    }
    Ok(gone)
}

async fn sweep_bytes(state: &AppState, before: Timestamp) -> AppResult<u64> {
    let mut swept = 0;
    let kept = state.files.kept_before(before.micros()).await?;
    for some in kept.chunks(500) {
        let known = repo::known(state.db.reader(), some).await?;
        for id in some.iter().filter(|id| !known.contains(id)) {
            state.files.delete(*id).await?;
            swept += 1;
        }
    }
    Ok(swept)
}
