//! `tacit backup <directory>`

use std::path::PathBuf;

use secrecy::ExposeSecret;

use super::Settings;
use crate::backup;
use crate::clock::Clock;
use crate::db::Database;

/// Where to.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A directory that does not exist yet or is empty
    directory: PathBuf,
    /// Put the server's secret into the copy too; whoever has it can sign in as anybody
    #[arg(long)]
    with_secret: bool,
}

/// Copies database and files; a running server may go on.
pub async fn run(settings: Settings, args: Args) -> Result<(), String> {
    let db = Database::connect_existing(settings.database_url.expose_secret())
        .await
        .map_err(|error| format!("The database cannot be reached: {error}. See --database-url."))?;
    let now = Clock::system().now();
    let made = backup::make(&settings, &db, now, &args.directory, args.with_secret).await;
    db.close().await;
    let manifest = made.map_err(|error| format!("No copy was made: {error}."))?;
    let bytes: u64 = manifest.files.iter().map(|file| file.size).sum();
    println!(
        "{} holds {} events and {} files in {} kB.",
        args.directory.display(),
        manifest.log.events,
        manifest.files.len(),
        bytes.div_ceil(1_000)
    );
    Ok(())
}
