//! The rules of the house that a program can check: which crate may know which, what is never linked, file sizes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Because, Failure, Outcome};
use crate::process;
use crate::report::Counts;
use crate::steps::step;
use crate::wasm;
use crate::workspace::Workspace;

/// Crate, what it must never stand on, and why.
const FORBIDDEN: [(&str, &[&str], &str); 6] = [
    (
        "tacit-domain",
        &[
            "serde",
            "tokio",
            "sea-orm",
            "chrono",
            "getrandom",
            "tacit-contract",
        ],
        "rules are pure",
    ),
    (
        "tacit-contract",
        &["sea-orm", "sqlx", "actix-web", "tokio", "tacit-api"],
        "the wire knows no database",
    ),
    (
        "tacit-frontend",
        &["sea-orm", "sqlx", "actix-web", "tacit-api"],
        "the app knows the wire only",
    ),
    (
        "tacit-client",
        &["sea-orm", "sqlx", "actix-web", "tacit-api"],
        "the client knows the wire only",
    ),
    (
        "tacit-migrations",
        &["tacit-domain", "tacit-contract", "tacit-api"],
        "migrations import nothing of ours",
    ),
    (
        "tacit-api",
        &["rsa", "openssl", "native-tls", "actix-governor"],
        "unsafe or unlicensed here",
    ),
];

const LONGEST: usize = 500;
/// Long by nature.
const LONG_BY_NATURE: [&str; 3] = ["migrations/", "routes.rs", "/entities/"];

/// All rules, each one check.
pub fn check(workspace: &Workspace) -> Outcome<Counts> {
    let mut counts = Counts::default();
    counts.add(Counts::one(step(
        "Domain and contract compile for the browser",
        || compile_for_browser(workspace),
    ))?);
    for (package, never, why) in FORBIDDEN {
        counts.add(Counts::one(arrows(workspace, package, never, why))?);
    }
    counts.add(Counts::one(licences(workspace))?);
    counts.add(Counts::one(file_sizes(workspace))?);
    Ok(counts)
}

fn compile_for_browser(workspace: &Workspace) -> Outcome<()> {
    let toolchain = wasm::ensure(workspace, false)?;
    let mut check = toolchain.cargo(workspace, "check");
    check.args(["--package", "tacit-domain", "--package", "tacit-contract"]);
    workspace.run(&mut check)
}

fn arrows(workspace: &Workspace, package: &str, never: &[&str], why: &str) -> Outcome<()> {
    let mut tree = workspace.cargo();
    tree.args([
        "tree",
        "--package",
        package,
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    let text = process::ask(&mut tree)
        .ok_or_else(|| Failure::new(format!("`{}` fails.", process::name(&tree))))?;
    let known = |name: &&&str| {
        text.lines()
            .any(|line| line.split(' ').next() == Some(**name))
    };
    match never.iter().find(known) {
        Some(found) => Err(Failure::new(format!(
            "{package} must not depend on {found}: {why}."
        ))),
        None => Ok(()),
    }
}

/// Nothing under the GPL or AGPL alone is linked into what we ship.
fn licences(workspace: &Workspace) -> Outcome<()> {
    let mut tree = workspace.cargo();
    tree.args([
        "tree",
        "--workspace",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}\t{l}",
    ]);
    let text = process::ask(&mut tree)
        .ok_or_else(|| Failure::new("The dependencies cannot be listed."))?;
    let bound = |line: &&str| {
        let licence = line.split_once('\t').map_or("", |(_, licence)| licence);
        licence.contains("GPL") && !licence.contains("LGPL") && !licence.contains(" OR ")
    };
    match text.lines().find(bound) {
        Some(line) => Err(Failure::new(format!(
            "A dependency is under the GPL: {line}."
        ))),
        None => Ok(()),
    }
}

fn file_sizes(workspace: &Workspace) -> Outcome<()> {
    let mut git = std::process::Command::new("git");
    git.current_dir(&workspace.root)
        .args(["ls-files", "*.rs", "*.css", "*.mjs"]);
    let listed =
        process::ask(&mut git).ok_or_else(|| Failure::new("git cannot list the files."))?;
    let mut long = Vec::new();
    for name in listed
        .lines()
        .filter(|name| !LONG_BY_NATURE.iter().any(|part| name.contains(part)))
    {
        let path: PathBuf = workspace.root.join(name);
        let lines = lines(&path)?;
        if lines > LONGEST {
            long.push(format!("{name} has {lines} lines"));
        }
    }
    if long.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "Files end at {LONGEST} lines: {}.",
        long.join(", ")
    )))
}

fn lines(path: &Path) -> Outcome<usize> {
    if !path.exists() {
        return Ok(0);
    }
    let text =
        fs::read_to_string(path).because(|| format!("{} cannot be read.", path.display()))?;
    Ok(text.lines().count())
}
