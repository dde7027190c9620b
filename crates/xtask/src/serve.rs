//! `cargo xtask serve`: from an empty machine to the running product.
//!
//! What can be found out in a moment (a port in use, a directory that cannot be written to, a missing linker) is said
//! before the long build, not after it.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use nix::sys::signal::Signal;

use crate::app::{self, Build};
use crate::debian;
use crate::failure::{Failure, Outcome};
use crate::process::{Running, present};
use crate::steps::{note, spoken, step};
use crate::workspace::{Workspace, require_writable};

/// What the server is told.
#[derive(clap::Args)]
pub struct Options {
    /// Address and port to listen on; port 0 takes a free one
    #[arg(
        long,
        env = "TACIT_LISTEN",
        default_value = "127.0.0.1:8080",
        value_name = "ADDRESS"
    )]
    pub listen: SocketAddr,
    /// Directory of database, search index and secrets [default: data, in the checkout]
    #[arg(long, env = "TACIT_DATA_DIR", value_name = "DIRECTORY")]
    pub data_dir: Option<PathBuf>,
    /// postgres://USER:PASSWORD@HOST/NAME instead of the embedded SQLite
    #[arg(
        long,
        env = "TACIT_DATABASE_URL",
        hide_env_values = true,
        value_name = "URL"
    )]
    pub database_url: Option<String>,
    /// Start with an empty organisation
    #[arg(long)]
    pub no_demo: bool,
    /// Build as for production: slower to build, faster to run
    #[arg(long)]
    pub release: bool,
}

/// Builds what has changed, then runs the server until it is asked to stop.
pub fn serve(workspace: &Workspace, options: &Options) -> Outcome<()> {
    let start = Instant::now();
    let data = options
        .data_dir
        .clone()
        .unwrap_or_else(|| workspace.root.join("data"));
    step("Look at the machine", || {
        look(workspace, options.listen, &data)
    })?;
    let build = if options.release {
        Build::Release
    } else {
        Build::Development
    };
    let app = app::build(workspace, build)?;
    let server = step("Compile the server", || compile(workspace, build))?;
    eprintln!(
        "\nReady to start after {}. Ctrl-C ends it.\n",
        spoken(start.elapsed())
    );
    let mut command = Command::new(server);
    command.args(["serve", "--listen", &options.listen.to_string()]);
    command
        .arg("--data-dir")
        .arg(data)
        .arg("--app-dir")
        .arg(app);
    if options.no_demo {
        command.arg("--no-demo");
    }
    if let Some(url) = &options.database_url {
        // Not as an argument: its password would stand in the list of processes.
        command.env("TACIT_DATABASE_URL", url);
    }
    let mut running = Running::start(&workspace.interrupt, &command, Signal::SIGTERM)?;
    let status = running.wait()?;
    if workspace.interrupt.asked() {
        return Err(Failure::Stopped);
    }
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "The server ended ({status}); its own words stand above."
    )))
}

/// Says in one sentence what would make the long build pointless.
fn look(workspace: &Workspace, listen: SocketAddr, data: &Path) -> Outcome<()> {
    require_free(listen)?;
    require_writable(data, "choose another with --data-dir")?;
    require_writable(&workspace.target, "choose another with CARGO_TARGET_DIR")?;
    require_compiler(workspace)?;
    note(&format!(
        "{listen} is free, {} can be written to.",
        workspace.shown(data)
    ));
    Ok(())
}

/// Parts of the server are written in C (SQLite, cryptography).
pub fn require_compiler(workspace: &Workspace) -> Outcome<()> {
    if present("cc") && Path::new("/usr/include/stdlib.h").exists() {
        return Ok(());
    }
    debian::install(workspace, "A C compiler is missing", &["gcc", "libc6-dev"])
}

fn require_free(address: SocketAddr) -> Outcome<()> {
    TcpListener::bind(address).map(drop).map_err(|error| {
        Failure::new(match error.kind() {
            std::io::ErrorKind::AddrInUse => format!(
                "Port {} is in use: end the program that listens there, or choose another with --listen {}:{}.",
                address.port(),
                address.ip(),
                address.port().wrapping_add(1).max(1024),
            ),
            std::io::ErrorKind::PermissionDenied => {
                format!("Port {} needs root: choose one above 1023 with --listen.", address.port())
            }
            _ => format!("{address} cannot be listened on ({error}): choose another with --listen."),
        })
    })
}

/// Compiles the binary `tacit` and returns where it lies. In development with the features that all members of the
/// workspace ask for, as the tests do: both then share every dependency they compiled.
pub fn compile(workspace: &Workspace, build: Build) -> Outcome<PathBuf> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--bin", "tacit"]);
    let directory = match build {
        Build::Development => {
            cargo.arg("--workspace");
            "debug"
        }
        Build::Release => {
            cargo.args(["--release", "--package", "tacit-api"]);
            "release"
        }
    };
    workspace.run(&mut cargo)?;
    Ok(workspace.target.join(directory).join("tacit"))
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::require_free;

    #[test]
    fn a_port_in_use_is_said_with_another_choice() {
        let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = taken.local_addr().expect("its address");
        let refused = require_free(address).expect_err("it is taken").to_string();
        assert!(
            refused.contains("in use") && refused.contains("--listen"),
            "{refused}"
        );
        drop(taken);
        assert!(require_free(address).is_ok());
    }
}
