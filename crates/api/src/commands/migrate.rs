//! `tacit migrate`

use super::Settings;
use crate::state::AppState;

/// Opening the state migrates.
pub async fn run(settings: Settings) -> Result<(), String> {
    let state = AppState::open(settings).await?;
    state.db.close().await;
    println!("The database is up to date.");
    Ok(())
}
