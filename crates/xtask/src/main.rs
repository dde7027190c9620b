//! `cargo xtask`: set-up, build and checks, the same on every machine.
//!
//! Each task is a file of its name; what they share lies in `workspace`, `process`, `steps`, `debian` and `npm`.

mod app;
mod bench;
mod debian;
mod dist;
mod failure;
mod interrupt;
mod npm;
mod openapi;
mod process;
mod report;
mod serve;
mod steps;
mod test;
mod wasm;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::Build;
use crate::failure::{Failure, Outcome};
use crate::steps::step;
use crate::workspace::Workspace;

/// Set-up, build and checks of Tacit.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build what has changed and run the product
    Serve(serve::Options),
    /// Run every check, on both databases and in the browser
    Test(test::Options),
    /// Build the release: one binary with the app in it
    Dist,
    /// Write openapi/openapi.json from the server and look for breaking changes
    Openapi(openapi::Options),
    /// Measure
    Bench(bench::Options),
    /// Build the app alone, into target/app (or, small, into target/dist)
    App {
        /// Small instead of quick to build
        #[arg(long)]
        release: bool,
    },
    /// Make sure there is a compiler for the app
    Wasm {
        /// Build the target with Debian's compiler, even where another way works
        #[arg(long)]
        from_debian: bool,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Stopped) => {
            eprintln!("\nStopped.");
            ExitCode::from(130)
        }
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Outcome<()> {
    let workspace = Workspace::find()?;
    match task {
        Task::Serve(options) => serve::serve(&workspace, &options),
        Task::Test(options) => test::test(&workspace, &options),
        Task::Dist => dist::dist(&workspace),
        Task::Openapi(options) => openapi::openapi(&workspace, &options),
        Task::Bench(options) => bench::bench(&workspace, &options),
        Task::App { release } => {
            let build = if release {
                Build::Release
            } else {
                Build::Development
            };
            let directory = app::build(&workspace, build)?;
            eprintln!("\nThe app lies in {}.", workspace.shown(&directory));
            Ok(())
        }
        Task::Wasm { from_debian } => step("Compiler for the app", || {
            wasm::ensure(&workspace, from_debian)
        })
        .map(drop),
    }
}
