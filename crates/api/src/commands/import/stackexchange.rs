//! `tacit import stackexchange <dump>`

use std::path::PathBuf;
use std::sync::Arc;

use crate::commands::Settings;
use crate::imports::{Import, Progress, import, table};
use crate::state::AppState;

/// What to import.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Directory of the XML files, or the .7z archive as it was downloaded
    dump: PathBuf,
    /// Which site it is, such as beer.stackexchange.com; else the name of the dump tells
    #[arg(long, value_name = "HOST")]
    site: Option<String>,
    /// Tell what would become of every row, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Imports the dump and prints what became of its rows.
pub async fn run(settings: Settings, args: Args) -> Result<(), String> {
    let state = AppState::open(settings).await?;
    let what = Import {
        path: args.dump,
        site: args.site,
        scratch_dir: state.settings.data_dir.clone(),
        dry_run: args.dry_run,
    };
    let progress = Arc::new(Progress::shown());
    let outcome = Box::pin(import(&state.db, &state.clock, what, progress)).await;
    state.db.close().await;
    let run = outcome.map_err(|error| format!("The import did not come to its end: {error}."))?;
    print!("{}", table(&run.report));
    if args.dry_run {
        println!("Nothing was written: this was a dry run on {}.", run.site);
    } else {
        println!("{} is imported.", run.site);
    }
    Ok(())
}
