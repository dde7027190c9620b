//! The command line of `tacit`: one file per command.

mod admin_create;
mod backup;
mod demo;
mod import;
mod migrate;
mod openapi;
mod rebuild;
mod reindex;
mod rerender;
mod restore;
mod serve;

use clap::{Parser, Subcommand};

use crate::settings::{Settings, SettingsArgs};
use crate::telemetry;

/// Where people at work learn from each other.
#[derive(Debug, Parser)]
#[command(name = "tacit", version, about, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    settings: SettingsArgs,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server
    Serve,
    /// Fill an empty database with demo content
    Demo,
    /// Bring the database up to date; the server does so by itself when it starts
    Migrate,
    /// Take over a whole site from elsewhere
    Import(import::Args),
    /// Derive the rows of a projection again from the events
    Rebuild(rebuild::Args),
    /// Render texts again that an older renderer rendered
    Rerender(rerender::Args),
    /// Make the search index anew, while no server runs
    Reindex,
    /// Copy database and files into a new directory; the server may go on
    Backup(backup::Args),
    /// Put such a copy into an empty data directory and database
    Restore(restore::Args),
    /// Make admins
    #[command(subcommand)]
    Admin(admin_create::AdminCommand),
    /// Print the OpenAPI document
    Openapi,
}

/// Runs what the command line says.
///
/// # Errors
/// One sentence for the person at the keyboard.
pub async fn run(cli: Cli) -> Result<(), String> {
    let settings = cli.settings.build()?;
    telemetry::start(&settings)?;
    match cli.command {
        Command::Serve => serve::run(settings).await,
        Command::Demo => demo::run(settings).await,
        Command::Migrate => migrate::run(settings).await,
        Command::Import(args) => import::run(settings, args).await,
        Command::Rebuild(args) => rebuild::run(settings, args).await,
        Command::Rerender(args) => rerender::run(settings, args).await,
        Command::Reindex => reindex::run(settings).await,
        Command::Backup(args) => backup::run(settings, args).await,
        Command::Restore(args) => restore::run(settings, args).await,
        Command::Admin(command) => admin_create::run(settings, command).await,
        Command::Openapi => openapi::run(),
    }
}
