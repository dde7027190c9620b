//! The compose file against the specification's own schema, by PyPI's `check-jsonschema` (no engine is needed).

use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process::present;
use crate::report::Counts;
use crate::steps::step;
use crate::workspace::Workspace;

/// One check.
pub fn check(workspace: &Workspace) -> Outcome<Counts> {
    Counts::one(step("Compose file", || {
        let environment = workspace.target.join("python");
        let checker = environment.join("bin/check-jsonschema");
        if !checker.exists() {
            install(workspace, &environment)?;
        }
        let mut check = Command::new(checker);
        check.current_dir(&workspace.root);
        workspace.run(check.args([
            "--builtin-schema",
            "vendor.compose-spec",
            "docker-compose.yml",
        ]))
    }))
}

/// An environment of its own, so that nothing of the system changes.
fn install(workspace: &Workspace, environment: &std::path::Path) -> Outcome<()> {
    if !present("python3") {
        crate::debian::install(workspace, "Python is missing", &["python3", "python3-venv"])?;
    }
    let venv = workspace.run(
        Command::new("python3")
            .args(["-m", "venv"])
            .arg(environment),
    );
    if let Err(Failure::Stopped) = venv {
        return Err(Failure::Stopped);
    }
    if venv.is_err() {
        crate::debian::install(
            workspace,
            "Python cannot make environments",
            &["python3-venv"],
        )?;
        workspace.run(
            Command::new("python3")
                .args(["-m", "venv", "--clear"])
                .arg(environment),
        )?;
    }
    let mut pip = Command::new(environment.join("bin/pip"));
    workspace.run(pip.args([
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "check-jsonschema",
    ]))
}
