//! `tacit serve`

use tokio::signal::unix::{SignalKind, signal};

use super::Settings;
use crate::app;
use crate::auth::cookie::CookieRule;
use crate::identity::service::first_admin;
use crate::state::AppState;

/// Runs the server until Ctrl-C or SIGTERM; requests under way are finished.
pub async fn run(settings: Settings) -> Result<(), String> {
    let mut running = app::spawn(settings).await?;
    if let Some(sign_ins) = &running.demo {
        super::demo::print(sign_ins);
    }
    greet(&running.state).await?;
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

/// Says where the server is, what is unsafe about it, and, while nobody administers it, how to become the first admin.
async fn greet(state: &AppState) -> Result<(), String> {
    let url = &state.settings.public_url;
    println!("Tacit is at {url}");
    if CookieRule::is_exposed(url) {
        tracing::warn!(
            "people sign in over plain http at {url}: whoever is on the way can read passwords and sessions"
        );
    }
    let link = first_admin::prepare(state).await;
    if let Some(link) = link.map_err(|error| error.to_string())? {
        println!(
            "Nobody administers it yet. Open this link once to become the first admin:\n  {link}"
        );
    }
    Ok(())
}
