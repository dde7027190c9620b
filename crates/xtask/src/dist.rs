//! `cargo xtask dist`: one binary with the app in it, and what it weighs.

use std::fs;

use crate::app::{self, Build, brotli_size};
use crate::failure::{Because, Failure, Outcome};
use crate::serve::require_compiler;
use crate::steps::step;
use crate::workspace::Workspace;

/// What script, wasm and styles may weigh together, as brotli.
const BUDGET: u64 = 450_000;

/// Builds the release and prints its sizes.
pub fn dist(workspace: &Workspace) -> Outcome<()> {
    require_compiler(workspace)?;
    let app = app::build(workspace, Build::Release)?;
    step("Compile the server with the app in it", || {
        let mut cargo = workspace.cargo();
        cargo.args([
            "build",
            "--release",
            "--package",
            "tacit-api",
            "--bin",
            "tacit",
        ]);
        workspace.run(cargo.env("TACIT_APP_EMBED", &app))
    })?;
    let binary = workspace.target.join("release/tacit");
    let about =
        fs::metadata(&binary).because(|| format!("{} is missing.", workspace.shown(&binary)))?;
    println!(
        "\n{:>9.1} MB  {}",
        megabytes(about.len()),
        workspace.shown(&binary)
    );
    let parts = brotli_size(&app, &["js", "wasm", "css"])?;
    for (name, bytes) in &parts {
        println!("{:>9.1} kB  {name} as brotli", kilobytes(*bytes));
    }
    let total: u64 = parts.iter().map(|(_, bytes)| bytes).sum();
    println!(
        "{:>9.1} kB  in all; {:.0} kB are allowed",
        kilobytes(total),
        kilobytes(BUDGET)
    );
    if total > BUDGET {
        return Err(Failure::new(
            "The app is heavier than it may be: find what grew with `git log -- frontend`.",
        ));
    }
    Ok(())
}

fn kilobytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1e3
}

fn megabytes(bytes: u64) -> f64 {
    kilobytes(bytes) / 1e3
}
