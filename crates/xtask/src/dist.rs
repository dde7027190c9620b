//! `cargo xtask dist`: one binary with the app in it, and what it weighs.

use std::fs;

use crate::app::{self, Build, brotli_size};
use crate::failure::{Because, Failure, Outcome};
use crate::serve::require_compiler;
use crate::steps::step;
use crate::workspace::Workspace;

/// What script, wasm and styles of the start may weigh together, as brotli: all that a visit fetches before it shows
/// anything. Parts come later, when somebody goes there.
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
    let (mut start, mut later) = (0, 0);
    for (name, bytes) in brotli_size(&app, &["js", "wasm", "css"])? {
        println!("{:>9.1} kB  {name} as brotli", kilobytes(bytes));
        if app::comes_later(&name) {
            later += bytes;
        } else {
            start += bytes;
        }
    }
    println!(
        "{:>9.1} kB  to start with; {:.0} kB are allowed\n{:>9.1} kB  in parts that come later",
        kilobytes(start),
        kilobytes(BUDGET),
        kilobytes(later)
    );
    if start > BUDGET {
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
