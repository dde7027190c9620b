//! Journeys of a person in the browser: the real server with demo content, the app, Debian's Chromium, axe.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal::Signal;

use super::database::free_port;
use crate::app::{self, Build};
use crate::debian;
use crate::failure::{Because, Failure, Outcome};
use crate::npm::{self, Packages};
use crate::process::{Running, listen_quietly, present};
use crate::report::Counts;
use crate::steps::{step, step_beside};
use crate::workspace::{Workspace, create_directory};

/// Known, so that journeys can sign in as anybody; the server lives for the journeys only.
const PASSWORD: &str = "journeys walk every road twice";
const PATIENCE: Duration = Duration::from_secs(120);

/// Builds, starts, walks, ends: as many journeys at once as there are cores.
pub fn check(workspace: &Workspace, server: &Path) -> Outcome<Counts> {
    let chromium = step("Browser and its tools", || {
        npm::install(workspace, Packages::Tools)?;
        find_or_install(workspace)
    })?;
    let app = app::build(workspace, Build::Development)?;
    let next = Mutex::new(journeys(&workspace.frontend())?.into_iter());
    let take = || next.lock().unwrap_or_else(PoisonError::into_inner).next();
    let walk_on = || {
        let mut counts = Counts::default();
        while let Some(journey) = take() {
            let title = format!("Walk {}", workspace.shown(&journey));
            match step_beside(&title, || {
                walk(workspace, server, &app, &chromium, &journey)
            }) {
                Ok(found) => counts.add(found),
                Err(failure) => counts.add(Counts::one(Err(failure))?),
            }
        }
        Ok(counts)
    };
    let walkers = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let walkers: Vec<_> = (0..walkers).map(|_| scope.spawn(walk_on)).collect();
        let mut counts = Counts::default();
        for walker in walkers {
            counts.add(
                walker
                    .join()
                    .map_err(|_| Failure::new("A walk of journeys broke off."))??,
            );
        }
        Ok(counts)
    })
}

/// One journey, and what was said on it. It has a server of its own: what one leaves behind, and how often it signed in,
/// is not met by the next.
fn walk(
    workspace: &Workspace,
    server: &Path,
    app: &Path,
    chromium: &Path,
    journey: &Path,
) -> (String, Outcome<Counts>) {
    let mut said = String::new();
    let mut walk = || {
        let shots = workspace.target.join("shots");
        create_directory(&shots)?;
        let site = Site::start(workspace, server, app, journey)?;
        let mut node = Command::new("node");
        node.current_dir(workspace.frontend())
            .args(["--test", "--test-concurrency=1", "--test-reporter=tap"])
            .arg(journey)
            .env("TACIT_E2E_URL", site.address())
            .env("TACIT_E2E_PASSWORD", PASSWORD)
            .env("TACIT_E2E_BINARY", server)
            .env("TACIT_E2E_DATA", site.data())
            .env("TACIT_E2E_SHOTS", &shots)
            .env("TACIT_CHROMIUM", chromium)
            .stdin(Stdio::null());
        let transcript = listen_quietly(&workspace.interrupt, &mut node)?;
        let mut counts = count(&transcript.text);
        if !transcript.success && counts.failures.is_empty() {
            counts
                .failures
                .push("the journeys ended before their tests did".into());
        }
        said = transcript.text;
        if !counts.failures.is_empty() {
            said.push_str(&format!("The server's last words:\n{}", site.last_words()));
        }
        Ok(counts)
    };
    let outcome = walk();
    (said, outcome)
}

fn journeys(frontend: &Path) -> Outcome<Vec<PathBuf>> {
    let directory = frontend.join("e2e/journeys");
    let mut files: Vec<_> = fs::read_dir(&directory)
        .because(|| format!("{} is missing.", directory.display()))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(Failure::new(format!(
            "{} holds no journey.",
            directory.display()
        )));
    }
    Ok(files)
}

/// Reads node's TAP: what passed, and the name of whatever did not. Suites and files only group tests; a line counts
/// when nothing nested has been counted for it.
fn count(tap: &str) -> Counts {
    let total = |word: &str| {
        let line = tap
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix(&format!("# {word} ")));
        line.and_then(|number| number.trim().parse::<usize>().ok())
            .unwrap_or(0)
    };
    let failed = total("fail") + total("cancelled");
    let mut failures: Vec<_> = tap
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("not ok "))
        .map(|line| {
            line.split_once(" - ")
                .map_or(line, |(_, name)| name)
                .to_owned()
        })
        .collect();
    failures.truncate(failed);
    while failures.len() < failed {
        failures.push("a journey".into());
    }
    Counts {
        passed: u64::try_from(total("pass")).unwrap_or(u64::MAX),
        failures,
    }
}

fn find_or_install(workspace: &Workspace) -> Outcome<PathBuf> {
    let find = || {
        let named = std::env::var_os("TACIT_CHROMIUM").map(PathBuf::from);
        let usual = [
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
        ]
        .map(PathBuf::from);
        named.into_iter().chain(usual).find(|path| path.exists())
    };
    if let Some(found) = find() {
        return Ok(found);
    }
    debian::install(workspace, "Chromium is missing", &["chromium"])?;
    find().ok_or_else(|| Failure::new("Chromium was installed, but is not at /usr/bin/chromium."))
}

/// A running server with a data directory of its own.
struct Site {
    server: Option<Running>,
    port: u16,
    directory: PathBuf,
}

impl Site {
    fn start(workspace: &Workspace, server: &Path, app: &Path, journey: &Path) -> Outcome<Self> {
        if !present("node") {
            return Err(Failure::new(
                "node is missing: run `sudo apt-get install --yes nodejs npm`, then start again.",
            ));
        }
        let name = journey.file_stem().unwrap_or_default().display();
        let directory = std::env::temp_dir().join(format!("tacit-{}-{name}", std::process::id()));
        create_directory(&directory)?;
        let mut site = Self {
            server: None,
            port: free_port()?,
            directory,
        };
        let log =
            File::create(site.log()).because(|| "The server's log cannot be written.".into())?;
        let mut command = Command::new(server);
        command.args(["serve", "--listen", &format!("127.0.0.1:{}", site.port)]);
        command
            .arg("--data-dir")
            .arg(site.data())
            .arg("--app-dir")
            .arg(app);
        command
            .env("TACIT_DEMO_PASSWORD", PASSWORD)
            .current_dir(&site.directory);
        site.server = Some(Running::start_as(
            &workspace.interrupt,
            None,
            &command,
            Signal::SIGTERM,
            &log,
        )?);
        site.wait(workspace)?;
        Ok(site)
    }

    fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn data(&self) -> PathBuf {
        self.directory.join("data")
    }

    fn log(&self) -> PathBuf {
        self.directory.join("log")
    }

    fn last_words(&self) -> String {
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        let lines: Vec<_> = log.lines().rev().take(30).collect();
        lines.into_iter().rev().collect::<Vec<_>>().join("\n")
    }

    fn wait(&mut self, workspace: &Workspace) -> Outcome<()> {
        let until = Instant::now() + PATIENCE;
        while !ready(self.port) {
            if workspace.interrupt.asked() {
                return Err(Failure::Stopped);
            }
            let ended = self
                .server
                .as_mut()
                .is_none_or(|server| server.ended().is_some());
            if ended || Instant::now() > until {
                return Err(Failure::new(format!(
                    "The server does not become ready:\n{}",
                    self.last_words()
                )));
            }
            thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.take();
        fs::remove_dir_all(&self.directory).ok();
    }
}

/// Whether `/readyz` answers 200.
fn ready(port: u16) -> bool {
    let ask = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET /readyz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.take(64).read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    };
    ask().is_ok_and(|answer| answer.split(' ').nth(1) == Some("200"))
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn journeys_are_counted_from_tap() {
        let tap = "TAP version 13\nok 1 - asks\nnot ok 2 - accepts\n# tests 2\n# pass 1\n# fail 1\n# cancelled 0\n";
        let counts = count(tap);
        assert_eq!(
            (counts.passed, counts.failures),
            (1, vec!["accepts".to_owned()])
        );
    }
}
