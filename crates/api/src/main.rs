//! The `tacit` binary.

use std::process::ExitCode;

use clap::Parser;
use tacit_api::commands::{self, Cli};

#[tokio::main]
async fn main() -> ExitCode {
    match Box::pin(commands::run(Cli::parse())).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}
