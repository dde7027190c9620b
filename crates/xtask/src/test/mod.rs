//! `cargo xtask test`: every check there is, on both databases and in the browser, with one summary.
//!
//! Each layer sets up what it needs. What cannot be set up fails its layer with the one command to run; nothing is
//! skipped in silence. All native tests are compiled together, once.

mod browser;
mod compose;
pub mod database;
mod house;
mod native;
mod spec;
mod style;

use std::cell::OnceCell;

use crate::failure::{Failure, Outcome};
use crate::report::Report;
use crate::workspace::Workspace;
use database::Database;
use native::Compiled;

/// What to check.
#[derive(clap::Args)]
pub struct Options {
    /// Only these layers
    #[arg(long, value_enum, num_args = 1.., value_delimiter = ',', value_name = "LAYER")]
    only: Vec<Layer>,
    /// How often the server is killed under load, on each database; 3 when nothing is said
    #[arg(long, value_name = "TIMES")]
    kills: Option<usize>,
}

/// One group of checks.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Layer {
    /// Formatting and clippy, native and for the browser
    Style,
    /// Which crate may know which, file sizes, the compose file
    House,
    /// Domain, contract, client and the set-up itself
    Rules,
    /// What the app decides without a browser
    Frontend,
    /// The server's own tests
    Server,
    /// The API over HTTP, on SQLite and PostgreSQL
    Api,
    /// The committed specification
    Spec,
    /// Journeys of a person in the browser
    Browser,
}

/// Runs the layers and prints the summary.
pub fn test(workspace: &Workspace, options: &Options) -> Outcome<()> {
    let wanted = |layer| options.only.is_empty() || options.only.contains(&layer);
    let mut report = Report::default();
    let tests = Tests::new(workspace);
    if wanted(Layer::Style) {
        report.layer("formatting and lints", || style::check(workspace))?;
    }
    if wanted(Layer::House) {
        report.layer("house rules", || house::check(workspace))?;
        report.layer("compose file", || compose::check(workspace))?;
    }
    if wanted(Layer::Rules) {
        let crates = [
            "tacit-domain",
            "tacit-contract",
            "tacit-client",
            "tacit-migrations",
            "xtask",
        ];
        report.layer("rules, contract, client, set-up", || {
            tests.get()?.run_units(workspace, &crates)
        })?;
    }
    if wanted(Layer::Frontend) {
        report.layer("frontend view models", || {
            tests.get()?.run_units(workspace, &["tacit-frontend"])
        })?;
    }
    if wanted(Layer::Server) {
        report.layer("server units", || {
            tests.get()?.run_units(workspace, &["tacit-api"])
        })?;
    }
    if wanted(Layer::Api) {
        report.layer("API on SQLite", || {
            tests.get()?.run_api_on_sqlite(workspace, options.kills)
        })?;
        report.layer("API on PostgreSQL", || {
            let tests = tests.get()?;
            let database = Database::start(workspace, "tests")?;
            let restored = Database::start(workspace, "restored")?;
            tests.run_api_on_postgres(workspace, database.url(), restored.url(), options.kills)
        })?;
    }
    if wanted(Layer::Spec) {
        report.layer("specification", || {
            spec::check(workspace, tests.get()?.server()?)
        })?;
    }
    if wanted(Layer::Browser) {
        report.layer("browser journeys", || {
            browser::check(workspace, tests.get()?.server()?)
        })?;
    }
    report.close()
}

/// The native tests, compiled when the first layer asks for them.
struct Tests<'a> {
    workspace: &'a Workspace,
    compiled: OnceCell<Option<Compiled>>,
}

impl<'a> Tests<'a> {
    fn new(workspace: &'a Workspace) -> Self {
        Self {
            workspace,
            compiled: OnceCell::new(),
        }
    }

    fn get(&self) -> Outcome<&Compiled> {
        if self.compiled.get().is_none() {
            let compiled = Compiled::make(self.workspace);
            if let Err(Failure::Stopped) = compiled {
                return Err(Failure::Stopped);
            }
            // A failure is remembered: compiling again would say the same.
            self.compiled.set(compiled.ok()).ok();
        }
        let compiled = self.compiled.get().and_then(Option::as_ref);
        compiled.ok_or_else(|| {
            Failure::new("The tests do not compile; the compiler's words stand above.")
        })
    }
}
