//! The specification: what the server says is what is committed, nothing a client relies on has gone, and two linters.

use std::path::Path;

use crate::failure::Outcome;
use crate::npm::{self, Packages};
use crate::openapi;
use crate::report::Counts;
use crate::steps::step;
use crate::workspace::Workspace;

/// Four checks.
pub fn check(workspace: &Workspace, server: &Path) -> Outcome<Counts> {
    let mut counts = Counts::default();
    counts.add(Counts::one(step("No drift", || {
        openapi::require_no_drift(workspace, server)
    }))?);
    counts.add(Counts::one(step("No breaking change", || {
        openapi::require_compatible(workspace)
    }))?);
    counts.add(Counts::one(step("Redocly", || {
        npm::install(workspace, Packages::Tools)?;
        let mut lint = npm::program(workspace, "redocly");
        lint.args(["lint", openapi::FILE, "--config", "openapi/redocly.yaml"]);
        workspace.run(
            lint.env("REDOCLY_TELEMETRY", "off")
                .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"),
        )
    }))?);
    counts.add(Counts::one(step("Spectral", || {
        npm::install(workspace, Packages::Tools)?;
        let mut lint = npm::program(workspace, "spectral");
        workspace.run(lint.args(["lint", openapi::FILE, "--ruleset", "openapi/spectral.yaml"]))
    }))?);
    Ok(counts)
}
