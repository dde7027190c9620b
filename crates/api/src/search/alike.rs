//! Questions that say something like what is being asked: what expertise looks for answerers in.

use tacit_domain::identity::Viewer;
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::find::find_alike;
use super::hits::standings;
use crate::error::{AppError, AppResult};
use crate::markdown::search_text;
use crate::state::AppState;

/// The `wanted` questions most like a title and a text that the viewer may see, each with its likeness: 0 to about 1. No
/// lift: it is about the words alone.
///
/// # Errors
/// 503 while the index is not open; a failure of the index or the database.
pub async fn alike(
    state: &AppState,
    viewer: &Viewer,
    title: &str,
    text: &str,
    wanted: usize,
) -> AppResult<Vec<(Uuid, f64)>> {
    let index = state.search.index()?.clone();
    let (title, text) = (title.to_owned(), search_text(text));
    let hits = spawn_blocking(move || find_alike(&index, &title, &text))
        .await?
        .map_err(AppError::internal)?;
    let mut found = Vec::new();
    for window in hits.chunks(wanted.saturating_mul(2).max(1)) {
        let ids: Vec<Uuid> = window.iter().map(|hit| hit.id).collect();
        let visible = standings(state.db.reader(), viewer, &ids).await?;
        let seen = window.iter().filter(|hit| visible.contains_key(&hit.id));
        found.extend(seen.map(|hit| (hit.id, hit.score)));
        if found.len() >= wanted {
            break;
        }
    }
    found.truncate(wanted);
    Ok(found)
}
