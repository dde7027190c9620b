//! `tacit restore <directory>`

use std::path::PathBuf;

use super::Settings;
use crate::backup;

/// From where.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What `tacit backup` made
    directory: PathBuf,
    /// Only say whether the copy is good
    #[arg(long)]
    check: bool,
}

/// Verifies a copy and restores it into an empty data directory and database.
pub async fn run(settings: Settings, args: Args) -> Result<(), String> {
    if args.check {
        let manifest = backup::check(&args.directory)
            .await
            .map_err(|error| format!("The copy is not good: {error}."))?;
        println!(
            "The copy of {} is good: {} events of {}.",
            manifest.made_at,
            manifest.log.events,
            manifest.engine.as_str()
        );
        return Ok(());
    }
    let manifest = Box::pin(backup::restore(&settings, &args.directory))
        .await
        .map_err(|error| format!("Nothing was restored: {error}."))?;
    println!(
        "The copy of {} is restored: {} events. Start the server; it makes its search index anew.",
        manifest.made_at, manifest.log.events
    );
    Ok(())
}
