//! Where things lie, and how cargo is called.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Because, Failure, Outcome};
use crate::interrupt::Interrupt;
use crate::process;

/// The checkout this task works in.
pub struct Workspace {
    /// The directory of the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Where cargo puts its results; `wasm/`, `app/` and `dist/` lie in it.
    pub target: PathBuf,
    /// Ctrl-C.
    pub interrupt: Interrupt,
}

impl Workspace {
    /// The workspace this program was compiled from.
    pub fn find() -> Outcome<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here
            .ancestors()
            .nth(2)
            .filter(|root| root.join("Cargo.lock").is_file())
            .ok_or_else(|| {
                Failure::new("The workspace has moved: run `cargo xtask` again in its directory.")
            })?;
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(chosen) => {
                std::path::absolute(chosen).because(|| "CARGO_TARGET_DIR is not a path.".into())?
            }
            None => root.join("target"),
        };
        Ok(Self {
            root: root.to_owned(),
            target,
            interrupt: Interrupt::install()?,
        })
    }

    /// The active toolchain's cargo, in the root, free of what the cargo that started us has set.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(&self.root);
        without_cargo_environment(&mut command);
        command
    }

    /// Runs a command in the foreground.
    pub fn run(&self, command: &mut Command) -> Outcome<()> {
        process::run(&self.interrupt, command)
    }

    /// The directory of the app's sources.
    pub fn frontend(&self) -> PathBuf {
        self.root.join("frontend")
    }

    /// A path as a person in the root would write it.
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root)
            .unwrap_or(path)
            .display()
            .to_string()
    }
}

/// Creates a directory and its parents.
pub fn create_directory(path: &Path) -> Outcome<()> {
    std::fs::create_dir_all(path).map_err(|error| {
        Failure::new(format!(
            "{} cannot be created ({error}): choose a directory you may write to.",
            path.display()
        ))
    })
}

/// Makes sure a directory exists and can be written to.
pub fn require_writable(path: &Path, instead: &str) -> Outcome<()> {
    let probe = path.join(format!(".tacit-write-probe-{}", std::process::id()));
    std::fs::create_dir_all(path)
        .and_then(|()| std::fs::write(&probe, b""))
        .and_then(|()| std::fs::remove_file(&probe))
        .map_err(|error| {
            Failure::new(format!(
                "{} cannot be written to ({error}): {instead}.",
                path.display()
            ))
        })
}

/// `cargo run` tells its child about the package it runs; other cargo calls must not see that, or they rebuild.
pub fn without_cargo_environment(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        let inherited = text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_");
        if inherited
            || [
                "CARGO",
                "CARGO_CRATE_NAME",
                "CARGO_BIN_NAME",
                "LD_LIBRARY_PATH",
            ]
            .contains(&text)
        {
            command.env_remove(text);
        }
    }
}
