//! The app in the browser: compiled, bound to JavaScript, put together in a directory that the server serves.
//!
//! `target/app` is the quick build of development, `target/dist` the small one of a release. Everything below
//! `assets/` has the hash of its content in its name and never changes under that name.

mod bundle;
mod compress;
mod fonts;
mod inputs;
mod page;
mod split;
mod styles;

use std::path::PathBuf;
use std::process::Command;

use crate::failure::Outcome;
use crate::npm::{self, Packages};
use crate::steps::{note, step};
use crate::wasm;
use crate::workspace::Workspace;

pub use compress::brotli_size;
pub use split::comes_later;

/// How the app is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// Quick to build; large.
    Development,
    /// Small, with compressed copies beside the files.
    Release,
}

impl Build {
    fn directory(self) -> &'static str {
        match self {
            Self::Development => "app",
            Self::Release => "dist",
        }
    }
}

/// Builds the app and returns the directory it lies in.
pub fn build(workspace: &Workspace, build: Build) -> Outcome<PathBuf> {
    let toolchain = step("Compiler for the app", || wasm::ensure(workspace, false))?;
    let wasm = step("Compile the app", || compile(workspace, &toolchain, build))?;
    let fonts = step("Fonts and tools from npm", || fetch(workspace, build))?;
    let out = workspace.target.join(build.directory());
    step("Put the app together", || {
        let parts = bundle::Parts {
            wasm: &wasm,
            with_fonts: fonts,
            build,
        };
        let inputs = inputs::fingerprint(workspace, &parts)?;
        if inputs::unchanged(&out, &inputs) {
            note("Nothing has changed.");
            return Ok(());
        }
        bundle::assemble(workspace, &parts, &out)?;
        inputs::remember(&out, &inputs)
    })?;
    Ok(out)
}

fn compile(
    workspace: &Workspace,
    toolchain: &wasm::WasmToolchain,
    build: Build,
) -> Outcome<PathBuf> {
    let mut cargo: Command = toolchain.cargo(workspace, "build");
    cargo.args(["--package", "tacit-frontend"]);
    let profile = match build {
        Build::Development => "debug",
        Build::Release => {
            cargo.args(["--profile", "app"]);
            "app"
        }
    };
    workspace.run(&mut cargo)?;
    let results = workspace
        .target
        .join("wasm")
        .join(wasm::TARGET)
        .join(profile);
    Ok(results.join("tacit-frontend.wasm"))
}

/// Whether the fonts are there; a release wants the tool that shrinks it too.
fn fetch(workspace: &Workspace, build: Build) -> Outcome<bool> {
    match build {
        Build::Development => npm::try_install(
            workspace,
            Packages::App,
            "The app falls back to the system's fonts.",
        ),
        Build::Release => npm::try_install(
            workspace,
            Packages::Tools,
            "The app falls back to the system's fonts and stays larger than it could be.",
        ),
    }
}
