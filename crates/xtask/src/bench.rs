//! `cargo xtask bench NAME`: measurements, each a program under `crates/api/benches`. Writes are measured on PostgreSQL too, in
//! a cluster of its own that waits for the disk.

use crate::failure::{Failure, Outcome};
use crate::test::database::Database;
use crate::workspace::Workspace;

/// Which measurement, and what it is told.
#[derive(clap::Args)]
pub struct Options {
    /// A file of crates/api/benches, without its ending: experts, lift, search, writes
    name: String,
    /// Passed on to the measurement
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Builds the measurement as a release and runs it.
pub fn bench(workspace: &Workspace, options: &Options) -> Outcome<()> {
    let benches = workspace.root.join("crates/api/benches");
    if !benches.join(format!("{}.rs", options.name)).is_file() {
        let known: Vec<_> = std::fs::read_dir(&benches)
            .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        let names: Vec<_> = known
            .iter()
            .filter_map(|path| path.file_stem()?.to_str())
            .collect();
        return Err(Failure::new(format!(
            "There is no measurement {}; there is: {}.",
            options.name,
            names.join(", ")
        )));
    }
    let database = (options.name == "writes").then(|| Database::start_durable(workspace));
    let database = database.transpose()?;
    let mut cargo = workspace.cargo();
    if let Some(database) = &database {
        cargo.env("TACIT_BENCH_POSTGRES_URL", database.url());
    }
    cargo
        .args([
            "bench",
            "--package",
            "tacit-api",
            "--bench",
            &options.name,
            "--",
        ])
        .args(&options.arguments);
    workspace.run(&mut cargo)
}
