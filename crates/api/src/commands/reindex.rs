//! `tacit reindex`

use super::Settings;
use crate::search;
use crate::state::AppState;

/// Makes the search index of this data directory anew. A running server does so by itself when it has to, and holds the
/// index meanwhile.
pub async fn run(settings: Settings) -> Result<(), String> {
    let state = AppState::open(settings).await?;
    let outcome = search::reindex(&state).await;
    state.db.close().await;
    let documents = outcome.map_err(|error| format!("Not reindexed: {error}."))?;
    println!("The search index has {documents} documents.");
    Ok(())
}
