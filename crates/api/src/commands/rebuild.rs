//! `tacit rebuild <projection>`

use super::Settings;
use crate::app;
use crate::state::AppState;

/// Which one.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Name of the projection, such as counters
    projection: String,
}

/// Drops the rows of a projection and derives them again; a running server may go on.
pub async fn run(settings: Settings, args: Args) -> Result<(), String> {
    let state = AppState::open(settings).await?;
    let projector = app::projector(&state);
    let name = args.projection;
    if !projector.names().any(|known| known == name) {
        let known: Vec<_> = projector.names().collect();
        return Err(format!(
            "There is no projection {name}; there is {}.",
            known.join(", ")
        ));
    }
    let outcome = projector.rebuild(&name).await;
    state.db.close().await;
    outcome.map_err(|error| format!("{name} could not be rebuilt: {error}."))?;
    println!("{name} is derived again.");
    Ok(())
}
