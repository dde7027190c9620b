//! `tacit rerender`

use indicatif::{ProgressBar, ProgressStyle};

use super::Settings;
use crate::posts::rerender;
use crate::state::AppState;

/// How much of it.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Also what is rendered by the present renderer already
    #[arg(long)]
    all: bool,
}

/// Renders again what an older renderer rendered; a running server may go on, and so may this command after it was ended.
pub async fn run(settings: Settings, args: Args) -> Result<(), String> {
    let state = AppState::open(settings).await?;
    let bar = ProgressBar::new(0);
    let style = ProgressStyle::with_template("{wide_bar} {pos} of {len}, {eta} left");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    let told = |done: u64, of: u64| {
        bar.set_length(of);
        bar.set_position(done);
    };
    let outcome = rerender::run(&state.db, args.all, &told).await;
    bar.finish_and_clear();
    state.db.close().await;
    let done = outcome.map_err(|error| format!("Not all was rendered again: {error}."))?;
    println!(
        "{} texts were rendered again; {} of them look different.",
        done.rendered, done.changed
    );
    Ok(())
}
