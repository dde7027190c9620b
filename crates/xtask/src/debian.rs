//! Packages of the distribution: installed when we are root, else named in the one command to run.

use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process::{self, present};
use crate::workspace::Workspace;

/// Installs packages, or fails with the command a person can run.
pub fn install(workspace: &Workspace, why: &str, packages: &[&str]) -> Outcome<()> {
    let wanted = packages.join(" ");
    let hint = format!(
        "{why}: run `sudo apt-get install --yes --no-install-recommends {wanted}`, then start again."
    );
    if !present("apt-get") || !nix::unistd::Uid::effective().is_root() {
        return Err(Failure::new(hint));
    }
    let install = || {
        let mut apt = apt_get();
        workspace.run(
            apt.args(["install", "--yes", "-qq", "--no-install-recommends"])
                .args(packages),
        )
    };
    // The package lists of a fresh machine may be absent or old: one refresh, one more try.
    install()
        .or_else(|_| refresh(workspace).and_then(|()| install()))
        .map_err(|failure| match failure {
            Failure::Stopped => Failure::Stopped,
            Failure::Sentence(_) => Failure::new(hint),
        })
}

/// Refreshes the package lists where we may.
pub fn refresh(workspace: &Workspace) -> Outcome<()> {
    if nix::unistd::Uid::effective().is_root() {
        workspace.run(apt_get().args(["update", "-qq"]))?;
    }
    Ok(())
}

/// `apt-get`, never asking questions.
pub fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdout(std::process::Stdio::null());
    command
}

/// A field such as `Depends` of a package's newest version.
pub fn field(package: &str, field: &str) -> Option<String> {
    let shown =
        process::ask(Command::new("apt-cache").args(["show", "--no-all-versions", package]))?;
    let prefix = format!("{field}: ");
    shown
        .lines()
        .find_map(|line| line.strip_prefix(&prefix))
        .map(str::to_owned)
}
