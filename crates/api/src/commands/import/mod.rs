//! `tacit import`: whole sites, and tables of an organisation's own.

mod confirm;
mod csv;
mod stackexchange;
mod vocabulary;

use super::Settings;

/// From where.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    from: From,
}

#[derive(Debug, clap::Subcommand)]
enum From {
    /// A public dump of a Stack Exchange site
    Stackexchange(stackexchange::Args),
    /// A table of members, or of questions with their answers
    Csv(csv::Args),
    /// Skills of ESCO or O*NET, as topics
    Vocabulary(vocabulary::Args),
}

/// Imports; a running server may go on.
pub async fn run(settings: Settings, args: Args) -> Result<(), String> {
    match args.from {
        From::Stackexchange(args) => stackexchange::run(settings, args).await,
        From::Csv(args) => csv::run(settings, args).await,
        From::Vocabulary(args) => vocabulary::run(settings, args).await,
    }
}
