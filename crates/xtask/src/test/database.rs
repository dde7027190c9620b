//! PostgreSQL for tests: the one given, else a throw-away cluster that ends with this process, whatever happens.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;

use crate::debian;
use crate::failure::{Because, Failure, Outcome};
use crate::process::{Running, as_user, ask};
use crate::steps::{note, step};
use crate::workspace::{Workspace, create_directory};

const PATIENCE: Duration = Duration::from_secs(60);

/// A database server to test on.
pub struct Database {
    url: String,
    /// Ends when this is dropped.
    _cluster: Option<Cluster>,
}

/// Whether a commit waits for the disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Commits {
    /// As in production, for what measures them.
    Durable,
    /// Nothing here must survive a crash.
    Quick,
}

impl Database {
    /// A cluster of its own whose commits wait for the disk, for measurements.
    pub fn start_durable(workspace: &Workspace) -> Outcome<Self> {
        Self::start_cluster(workspace, "durable", Commits::Durable)
    }

    /// Takes `TACIT_TEST_POSTGRES_URL`, or starts a cluster on a free port.
    pub fn start(workspace: &Workspace, purpose: &str) -> Outcome<Self> {
        if let Some(url) = std::env::var("TACIT_TEST_POSTGRES_URL")
            .ok()
            .filter(|url| !url.is_empty())
        {
            return Ok(Self {
                url,
                _cluster: None,
            });
        }
        Self::start_cluster(workspace, purpose, Commits::Quick)
    }

    fn start_cluster(workspace: &Workspace, purpose: &str, commits: Commits) -> Outcome<Self> {
        step("Start PostgreSQL", || {
            let programs = find_or_install(workspace)?;
            let (cluster, port) = Cluster::start(workspace, &programs, purpose, commits)?;
            let url = format!("postgres://tacit@127.0.0.1:{port}/postgres");
            Ok(Self {
                url,
                _cluster: Some(cluster),
            })
        })
    }

    /// A superuser's address: tests create databases of their own.
    pub fn url(&self) -> &str {
        &self.url
    }
}

struct Cluster {
    server: Option<Running>,
    directory: PathBuf,
}

impl Cluster {
    fn start(
        workspace: &Workspace,
        programs: &Path,
        purpose: &str,
        commits: Commits,
    ) -> Outcome<(Self, u16)> {
        // Below the system's temporary directory: another user cannot look into root's home, and a socket's path is short.
        let directory =
            std::env::temp_dir().join(format!("tacit-postgres-{purpose}-{}", std::process::id()));
        create_directory(&directory)?;
        let mut cluster = Self {
            server: None,
            directory,
        };
        let directory = cluster.directory.clone();
        let user = unprivileged_user();
        let data = directory.join("data");
        if let Some(user) = user {
            workspace.run(Command::new("chown").arg(user).arg(&directory))?;
        }
        let mut initdb = as_user(user, &programs.join("initdb"));
        initdb.args([
            "--username=tacit",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "-D",
        ]);
        workspace.run(
            initdb
                .arg(&data)
                .current_dir(&directory)
                .stdout(std::process::Stdio::null()),
        )?;
        let port = free_port()?;
        let log =
            File::create(directory.join("log")).because(|| "The log cannot be written.".into())?;
        let server = postgres(programs, &data, &directory, port, commits);
        cluster.server = Some(Running::start_as(
            &workspace.interrupt,
            user,
            &server,
            Signal::SIGINT,
            &log,
        )?);
        cluster.wait(programs, port)?;
        note(&format!(
            "Throw-away cluster on port {port}, user {}",
            user.unwrap_or("of this process")
        ));
        Ok((cluster, port))
    }

    fn wait(&mut self, programs: &Path, port: u16) -> Outcome<()> {
        let until = Instant::now() + PATIENCE;
        let mut ready = Command::new(programs.join("pg_isready"));
        ready.args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()]);
        while ask(&mut ready).is_none() {
            let ended = self
                .server
                .as_mut()
                .is_none_or(|server| server.ended().is_some());
            if ended || Instant::now() > until {
                let log = fs::read_to_string(self.directory.join("log")).unwrap_or_default();
                return Err(Failure::new(format!(
                    "PostgreSQL does not start: {}",
                    log.trim()
                )));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown; dropping sends it and waits.
        self.server.take();
        fs::remove_dir_all(&self.directory).ok();
    }
}

fn postgres(programs: &Path, data: &Path, sockets: &Path, port: u16, commits: Commits) -> Command {
    let mut server = Command::new(programs.join("postgres"));
    server
        .arg("-D")
        .arg(data)
        .arg("-k")
        .arg(sockets)
        .args(["-p", &port.to_string()])
        .current_dir(sockets);
    for setting in ["listen_addresses=127.0.0.1", "max_connections=300"] {
        server.args(["-c", setting]);
    }
    if commits == Commits::Quick {
        for setting in [
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
        ] {
            server.args(["-c", setting]);
        }
    }
    server
}

fn find_or_install(workspace: &Workspace) -> Outcome<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    debian::install(workspace, "PostgreSQL is missing", &["postgresql"])?;
    find().ok_or_else(|| {
        Failure::new("PostgreSQL was installed, but initdb is not where Debian puts it.")
    })
}

/// The directory of the server's programs: on the path, else Debian's newest. A lone wrapper of one of them is not enough.
fn find() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut debian: Vec<_> = fs::read_dir("/usr/lib/postgresql")
        .map(|versions| {
            versions
                .flatten()
                .map(|version| version.path().join("bin"))
                .collect()
        })
        .unwrap_or_default();
    debian.sort();
    let complete = |directory: &PathBuf| {
        ["initdb", "postgres", "pg_isready"]
            .iter()
            .all(|program| directory.join(program).is_file())
    };
    std::env::split_paths(&path)
        .chain(debian.into_iter().rev())
        .find(complete)
}

/// PostgreSQL refuses to run as root.
fn unprivileged_user() -> Option<&'static str> {
    if !nix::unistd::Uid::effective().is_root() {
        return None;
    }
    let known = |name: &&str| nix::unistd::User::from_name(name).is_ok_and(|user| user.is_some());
    ["postgres", "nobody"].into_iter().find(known)
}

/// A port nobody listens on.
pub fn free_port() -> Outcome<u16> {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .because(|| "There is no free port.".into())
}
