//! Packages of npm, installed once per lock file under `frontend/node_modules`.
//!
//! The app's fonts are its dependencies; what checks and shrinks the app are its development dependencies.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process::{ask, present};
use crate::steps::note;
use crate::workspace::Workspace;

/// How much of `frontend/package.json` is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Packages {
    /// What the app carries: its fonts.
    App,
    /// The tools too.
    Tools,
}

impl Packages {
    fn name(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Tools => "tools",
        }
    }
}

/// The oldest Node.js that the tools run on.
const OLDEST_NODE: u32 = 20;

/// Installs the packages; what is already there from the same lock file is kept.
pub fn install(workspace: &Workspace, packages: Packages) -> Outcome<()> {
    require_node(packages)?;
    let frontend = workspace.frontend();
    let lock = fs::read_to_string(frontend.join("package-lock.json")).unwrap_or_default();
    let marker = frontend.join("node_modules/.tacit-installed");
    let known = fs::read_to_string(&marker).unwrap_or_default();
    let stamp = |packages: Packages| format!("{}\n{lock}", packages.name());
    if known == stamp(Packages::Tools) || known == stamp(packages) {
        return Ok(());
    }
    let mut npm = Command::new("npm");
    npm.current_dir(&frontend)
        .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    if packages == Packages::App {
        npm.arg("--omit=dev");
    }
    workspace.run(&mut npm)?;
    // Without the marker the next start installs again, which costs time only.
    fs::write(&marker, stamp(packages)).ok();
    Ok(())
}

/// Fonts come with any npm; the tools want a Node.js that is not too old.
fn require_node(packages: Packages) -> Outcome<()> {
    if !present("npm") {
        return Err(Failure::new(format!(
            "npm is missing: install Node.js {OLDEST_NODE} or newer (https://nodejs.org/download), then start again."
        )));
    }
    let version = ask(Command::new("node").arg("--version")).unwrap_or_default();
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|number| number.parse().ok());
    if packages == Packages::Tools && major.is_none_or(|major: u32| major < OLDEST_NODE) {
        return Err(Failure::new(format!(
            "Node.js {version} is too old: install {OLDEST_NODE} or newer (https://nodejs.org/download), then start again."
        )));
    }
    Ok(())
}

/// Like [`install`], for what can be done without: says so and answers `false` where npm cannot help.
pub fn try_install(workspace: &Workspace, packages: Packages, otherwise: &str) -> Outcome<bool> {
    match install(workspace, packages) {
        Ok(()) => Ok(true),
        Err(Failure::Stopped) => Err(Failure::Stopped),
        Err(failure) => {
            note(&format!("{failure} {otherwise}"));
            Ok(false)
        }
    }
}

/// A program that an npm package brings.
pub fn program(workspace: &Workspace, name: &str) -> Command {
    let path: PathBuf = workspace.frontend().join("node_modules/.bin").join(name);
    let mut command = Command::new(path);
    command.current_dir(&workspace.root);
    command
}
