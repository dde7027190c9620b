//! The WebAssembly target, on any machine, without asking the person anything.
//!
//! In this order: the toolchain has the target; rustup can add it; Debian's newer compiler builds it ([`debian`]). The
//! target is not listed in `rust-toolchain.toml`: where it cannot be downloaded every cargo call would fail.

mod debian;

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process::{ask, present};
use crate::steps::note;
use crate::workspace::Workspace;

/// The target the app is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Erased view types compile several times faster and make the app a third smaller; it runs a little slower, which
/// nobody notices beside the network. The relocations tell where the app can be cut into parts (see `app/parts.rs`).
const FLAGS: &str = "--cfg erase_components -C link-args=--emit-relocs";

/// Names a rustup toolchain to use for the app instead of looking for one.
const CHOICE: &str = "TACIT_WASM_TOOLCHAIN";

/// A compiler for the app.
pub struct WasmToolchain {
    /// `+name` for rustup's cargo; none for the active toolchain.
    selector: Option<String>,
}

impl WasmToolchain {
    /// A cargo call with this compiler and a target directory of its own: two compilers sharing one would rebuild
    /// everything each time.
    pub fn cargo(&self, workspace: &Workspace, subcommand: &str) -> Command {
        let mut command = workspace.cargo();
        if let Some(selector) = &self.selector {
            command
                .arg(format!("+{selector}"))
                .env_remove("RUSTUP_TOOLCHAIN");
        }
        command
            .args([subcommand, "--target", TARGET, "--target-dir"])
            .arg(workspace.target.join("wasm"))
            .env("RUSTFLAGS", FLAGS);
        command
    }
}

/// Finds or makes a compiler for the app, and says in one line which way it went.
pub fn ensure(workspace: &Workspace, force_debian: bool) -> Outcome<WasmToolchain> {
    if force_debian {
        debian::install(workspace)?;
        return chosen(debian::NAME);
    }
    if let Some(choice) = std::env::var(CHOICE)
        .ok()
        .filter(|choice| !choice.is_empty())
    {
        return chosen(&choice);
    }
    let active = WasmToolchain { selector: None };
    if has_target(None) {
        note(&format!("The active toolchain has {TARGET}."));
        return Ok(active);
    }
    if has_target(Some(debian::NAME)) {
        return chosen(debian::NAME);
    }
    if present("rustup")
        && ask(Command::new("rustup").args(["target", "add", TARGET])).is_some()
        && has_target(None)
    {
        note(&format!("rustup added {TARGET} to the active toolchain."));
        return Ok(active);
    }
    note(&format!(
        "rustup cannot add {TARGET}: building it with Debian's compiler instead."
    ));
    debian::install(workspace)?;
    chosen(debian::NAME)
}

fn chosen(name: &str) -> Outcome<WasmToolchain> {
    if !has_target(Some(name)) {
        return Err(Failure::new(format!(
            "The toolchain {name} cannot compile for {TARGET}: unset {CHOICE}."
        )));
    }
    note(&format!("The toolchain {name} compiles for {TARGET}."));
    Ok(WasmToolchain {
        selector: Some(name.to_owned()),
    })
}

/// Whether a toolchain carries the standard library for the app's target.
fn has_target(toolchain: Option<&str>) -> bool {
    let mut rustc = Command::new("rustc");
    if let Some(name) = toolchain {
        rustc.arg(format!("+{name}")).env_remove("RUSTUP_TOOLCHAIN");
    }
    rustc
        .env_remove("LD_LIBRARY_PATH")
        .args(["--print", "target-libdir", "--target", TARGET]);
    ask(&mut rustc).is_some_and(|directory| holds_std(Path::new(&directory)))
}

fn holds_std(directory: &Path) -> bool {
    std::fs::read_dir(directory).is_ok_and(|entries| {
        entries.flatten().any(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with("libstd-") && name.ends_with(".rlib")
        })
    })
}
