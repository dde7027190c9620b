//! Formatting and clippy: the workspace natively, the app for the browser too.

use crate::failure::Outcome;
use crate::report::Counts;
use crate::steps::step;
use crate::wasm;
use crate::workspace::Workspace;

/// Three checks.
pub fn check(workspace: &Workspace) -> Outcome<Counts> {
    let mut counts = Counts::default();
    counts.add(Counts::one(step("Formatting", || {
        workspace.run(workspace.cargo().args(["fmt", "--all", "--check"]))
    }))?);
    counts.add(Counts::one(step("Lints, native", || {
        let mut clippy = workspace.cargo();
        clippy.args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]);
        workspace.run(&mut clippy)
    }))?);
    counts.add(Counts::one(step("Lints, for the browser", || {
        let toolchain = wasm::ensure(workspace, false)?;
        let mut clippy = toolchain.cargo(workspace, "clippy");
        clippy.args(["--package", "tacit-frontend", "--", "-D", "warnings"]);
        workspace.run(&mut clippy)
    }))?);
    Ok(counts)
}
