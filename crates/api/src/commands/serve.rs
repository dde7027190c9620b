//! `tacit serve`

use tokio::signal::unix::{SignalKind, signal};

use super::Settings;
use crate::app;

/// Runs the server until Ctrl-C or SIGTERM; requests under way are finished.
pub async fn run(settings: Settings) -> Result<(), String> {
    let mut running = app::spawn(settings).await?;
    println!("Tacit is at {}", running.state.settings.public_url);
    let mut interrupt = signal(SignalKind::interrupt()).map_err(|error| error.to_string())?;
    let mut terminate = signal(SignalKind::terminate()).map_err(|error| error.to_string())?;
    tokio::select! {
        ended = running.wait() => return ended,
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    tracing::info!("stopping");
    running.stop().await;
    Ok(())
}
