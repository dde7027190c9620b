//! `tacit import stackexchange <dump>`

use std::path::PathBuf;
use std::sync::Arc;

use super::Settings;
use crate::imports::{Import, Progress, import, table};
use crate::state::AppState;

/// From where.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    from: From,
}

#[derive(Debug, clap::Subcommand)]
enum From {
    /// A public dump of a Stack Exchange site
    Stackexchange {
        /// Directory of the XML files, or the .7z archive as it was downloaded
        dump: PathBuf,
        /// Which site it is, such as beer.stackexchange.com; else the name of the dump tells
        #[arg(long, value_name = "HOST")]
        site: Option<String>,
        /// Tell what would become of every row, and write nothing
        #[arg(long)]
        dry_run: bool,
    },
}

/// Imports the dump and prints what became of its rows; a running server may go on.
pub async fn run(settings: Settings, args: Args) -> Result<(), String> {
    let From::Stackexchange {
        dump,
        site,
        dry_run,
    } = args.from;
    let state = AppState::open(settings).await?;
    let what = Import {
        path: dump,
        site,
        scratch_dir: state.settings.data_dir.clone(),
        dry_run,
    };
    let progress = Arc::new(Progress::shown());
    let outcome = Box::pin(import(&state.db, &state.clock, what, progress)).await;
    state.db.close().await;
    let run = outcome.map_err(|error| format!("The import did not come to its end: {error}."))?;
    print!("{}", table(&run.report));
    if dry_run {
        println!("Nothing was written: this was a dry run on {}.", run.site);
    } else {
        println!("{} is imported.", run.site);
    }
    Ok(())
}
