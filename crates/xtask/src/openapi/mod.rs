//! `cargo xtask openapi`: the committed specification follows the server, and never takes anything away unnoticed.

mod breaking;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::app::Build;
use crate::failure::{Because, Failure, Outcome};
use crate::process::ask;
use crate::serve;
use crate::steps::{note, step};
use crate::workspace::{Workspace, create_directory};

/// The committed specification.
pub const FILE: &str = "openapi/openapi.json";

/// What to do with the specification.
#[derive(clap::Args)]
pub struct Options {
    /// Only say whether the committed file is what the server says
    #[arg(long)]
    check: bool,
}

/// Writes or checks the file, then compares with the last commit.
pub fn openapi(workspace: &Workspace, options: &Options) -> Outcome<()> {
    let server = step("Compile the server", || {
        serve::compile(workspace, Build::Development)
    })?;
    if options.check {
        step("No drift", || require_no_drift(workspace, &server))?;
    } else {
        step("Write the specification", || {
            let path = workspace.root.join(FILE);
            create_directory(&workspace.root.join("openapi"))?;
            fs::write(&path, said(&server)?).because(|| format!("{FILE} cannot be written."))
        })?;
    }
    step("No breaking change", || require_compatible(workspace))
}

/// The committed file is what the server says.
pub fn require_no_drift(workspace: &Workspace, server: &Path) -> Outcome<()> {
    let committed = fs::read_to_string(workspace.root.join(FILE)).unwrap_or_default();
    if committed.trim_end() == said(server)?.trim_end() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{FILE} is not what the server says: run `cargo xtask openapi` and commit it."
    )))
}

/// Nothing that a client of the last commit relies on has gone.
pub fn require_compatible(workspace: &Workspace) -> Outcome<()> {
    let mut git = Command::new("git");
    git.current_dir(&workspace.root)
        .args(["show", &format!("HEAD:{FILE}")]);
    let Some(before) = ask(&mut git) else {
        note("The last commit has no specification to compare with.");
        return Ok(());
    };
    let after = fs::read_to_string(workspace.root.join(FILE))
        .because(|| format!("{FILE} cannot be read."))?;
    let broken = breaking::changes(&parse(&before)?, &parse(&after)?);
    if broken.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "Clients of the last commit break: {}.",
        broken.join("; ")
    )))
}

fn parse(text: &str) -> Outcome<Value> {
    serde_json::from_str(text).because(|| format!("{FILE} is no JSON."))
}

fn said(server: &Path) -> Outcome<String> {
    let text = ask(Command::new(server).arg("openapi"));
    text.map(|text| text + "\n")
        .ok_or_else(|| Failure::new("`tacit openapi` fails."))
}
