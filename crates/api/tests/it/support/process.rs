//! The real `tacit` in a process of its own, for what only ending a process shows.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::{Duration, Instant};

use tacit_api::state::AppState;
use tokio::process::{Child, Command};

use super::app::settings;
use super::db::TestDatabase;

/// What tokens are signed with, so that the test can make some.
const SECRET: &str = "a secret of tests, known to everybody who reads them";
/// A token is good for one address only.
const PUBLIC_URL: &str = "http://127.0.0.1";
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs `tacit` and gives what it said and whether it was content.
pub async fn tacit(db: &TestDatabase, data_dir: &Path, words: &[&str]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_tacit"))
        .args(words)
        .arg("--data-dir")
        .arg(data_dir)
        .env("TACIT_DATABASE_URL", db.url())
        .stdin(Stdio::null())
        .output()
        .await
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

/// A server that can be killed and started again at the same address.
pub struct Process {
    child: Option<Child>,
    port: u16,
    database_url: String,
    data_dir: PathBuf,
    /// A shell that limits what the server may do before it becomes the server.
    before: Option<&'static str>,
}

impl Process {
    /// Starts it and waits until it is ready.
    pub async fn start(db: &TestDatabase) -> Self {
        Self::start_at(db, db.url()).await
    }

    /// The same with the database at another address.
    pub async fn start_at(db: &TestDatabase, database_url: &str) -> Self {
        Self::start_after(db, database_url, None).await
    }

    /// The same after a line of shell.
    pub async fn start_after(
        db: &TestDatabase,
        database_url: &str,
        before: Option<&'static str>,
    ) -> Self {
        let mut process = Self {
            child: None,
            port: free_port(),
            database_url: database_url.to_owned(),
            data_dir: db.directory().to_owned(),
            before,
        };
        process.start_again().await;
        process
    }

    /// The state as the server has it, opened by the test.
    pub async fn state_beside(db: &TestDatabase) -> AppState {
        let mut args = settings(db.url(), db.directory());
        args.secret = Some(SECRET.to_owned());
        args.public_url = Some(PUBLIC_URL.to_owned());
        AppState::open(args.build().unwrap()).await.unwrap()
    }

    /// Starts it at the address it had, and waits until it is ready.
    pub async fn start_again(&mut self) {
        let server = env!("CARGO_BIN_EXE_tacit");
        let mut command = match self.before {
            None => Command::new(server),
            Some(line) => {
                let mut shell = Command::new("sh");
                shell.args(["-c", &format!("{line}; exec \"$0\" \"$@\""), server]);
                shell
            }
        };
        let mut log = fs::File::options();
        let log = log.create(true).append(true).open(self.log()).unwrap();
        command
            .args(["serve", "--no-demo", "--workers", "2", "--log", "warn"])
            .args(["--listen", &format!("127.0.0.1:{}", self.port)])
            .args(["--public-url", PUBLIC_URL])
            .arg("--data-dir")
            .arg(&self.data_dir)
            .env("TACIT_DATABASE_URL", &self.database_url)
            .env("TACIT_SECRET", SECRET)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .kill_on_drop(true);
        self.child = Some(command.spawn().unwrap());
        self.until_ready().await;
    }

    /// Ends it as a power cut would.
    pub async fn kill(&mut self) {
        let mut child = self.child.take().unwrap();
        child.kill().await.unwrap();
    }

    /// Sends SIGTERM.
    pub fn terminate(&self) {
        let pid = self.pid().to_string();
        let status = std::process::Command::new("kill")
            .args(["-TERM", &pid])
            .status();
        assert!(status.unwrap().success());
    }

    /// How it ended.
    pub async fn ended(&mut self) -> ExitStatus {
        let mut child = self.child.take().unwrap();
        tokio::time::timeout(PATIENCE, child.wait())
            .await
            .unwrap()
            .unwrap()
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.as_ref().unwrap().id().unwrap()
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What it said.
    pub fn words(&self) -> String {
        fs::read_to_string(self.log()).unwrap_or_default()
    }

    fn log(&self) -> PathBuf {
        log_beside(&self.data_dir)
    }

    async fn until_ready(&mut self) {
        let started = Instant::now();
        let http = reqwest::Client::new();
        loop {
            let answer = http.get(self.url("/readyz")).send().await;
            if answer.is_ok_and(|answer| answer.status().is_success()) {
                return;
            }
            let ended = self.child.as_mut().unwrap().try_wait().unwrap();
            assert!(ended.is_none(), "the server ended: {}", self.words());
            assert!(started.elapsed() < PATIENCE, "not ready: {}", self.words());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// In a directory that a limit on the data directory does not reach.
fn log_beside(data_dir: &Path) -> PathBuf {
    data_dir.with_extension("log")
}

impl Drop for Process {
    fn drop(&mut self) {
        if std::thread::panicking() {
            println!("the server said:\n{}", self.words());
        }
        fs::remove_file(self.log()).ok();
    }
}

/// A port nobody listens on.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}
