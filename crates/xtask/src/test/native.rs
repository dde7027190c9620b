//! Native tests: compiled together once, then run binary by binary, so that every count has its crate.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::failure::{Because, Failure, Outcome};
use crate::process::read_along;
use crate::report::Counts;
use crate::serve::require_compiler;
use crate::steps::{note, step};
use crate::workspace::Workspace;

/// How often the tests kill the server.
const KILLS: &str = "TACIT_TEST_KILLS";

/// All test binaries of the workspace, and the server they were built with.
pub struct Compiled {
    binaries: Vec<TestBinary>,
    server: Option<PathBuf>,
}

struct TestBinary {
    package: String,
    /// `lib`, `bin` or `test`.
    kind: String,
    path: PathBuf,
    directory: PathBuf,
}

impl Compiled {
    /// Compiles everything in one cargo call.
    pub fn make(workspace: &Workspace) -> Outcome<Self> {
        require_compiler(workspace)?;
        step("Compile the tests", || {
            let mut cargo = workspace.cargo();
            cargo.args([
                "test",
                "--workspace",
                "--no-run",
                "--lib",
                "--bins",
                "--tests",
            ]);
            cargo.args(["--message-format", "json-render-diagnostics"]);
            let output = cargo
                .stderr(Stdio::inherit())
                .output()
                .because(|| "cargo could not be started.".into())?;
            if workspace.interrupt.asked() {
                return Err(Failure::Stopped);
            }
            if !output.status.success() {
                return Err(Failure::new(
                    "The tests do not compile; the compiler's words stand above.",
                ));
            }
            Ok(Self::read(&String::from_utf8_lossy(&output.stdout)))
        })
    }

    fn read(messages: &str) -> Self {
        let mut compiled = Self {
            binaries: Vec::new(),
            server: None,
        };
        for message in messages
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        {
            let text = |pointer: &str| {
                message
                    .pointer(pointer)
                    .and_then(Value::as_str)
                    .map(str::to_owned)
            };
            let (Some(path), Some(manifest), Some(kind)) = (
                text("/executable"),
                text("/manifest_path"),
                text("/target/kind/0"),
            ) else {
                continue;
            };
            let is_test = message.pointer("/profile/test").and_then(Value::as_bool) == Some(true);
            let directory = Path::new(&manifest)
                .parent()
                .unwrap_or(Path::new("/"))
                .to_owned();
            let package = package_name(&text("/package_id").unwrap_or_default());
            if is_test {
                compiled.binaries.push(TestBinary {
                    package,
                    kind,
                    path: path.into(),
                    directory,
                });
            } else if text("/target/name").as_deref() == Some("tacit") {
                compiled.server = Some(path.into());
            }
        }
        compiled.binaries.sort_by(|a, b| a.path.cmp(&b.path));
        compiled
    }

    /// The server as it is tested.
    pub fn server(&self) -> Outcome<&Path> {
        self.server.as_deref().ok_or_else(|| {
            Failure::new("The crate tacit-api builds no binary `tacit` for its tests.")
        })
    }

    /// Tests beside the code of these crates.
    pub fn run_units(&self, workspace: &Workspace, packages: &[&str]) -> Outcome<Counts> {
        let wanted = |binary: &TestBinary| {
            packages.contains(&binary.package.as_str()) && !binary.over_http()
        };
        self.run(workspace, wanted, &[], &[])
    }

    /// The API's black-box tests on SQLite, and those that need no database.
    pub fn run_api_on_sqlite(
        &self,
        workspace: &Workspace,
        kills: Option<usize>,
    ) -> Outcome<Counts> {
        let kills = kills.map(|kills| kills.to_string());
        let mut environment = vec![("TACIT_TEST_DATABASES", "sqlite")];
        environment.extend(kills.as_deref().map(|kills| (KILLS, kills)));
        self.run(
            workspace,
            TestBinary::over_http,
            &["--skip", "::postgres"],
            &environment,
        )
    }

    /// The same tests on PostgreSQL; what is restored goes into a cluster of its own.
    pub fn run_api_on_postgres(
        &self,
        workspace: &Workspace,
        url: &str,
        restore: &str,
        kills: Option<usize>,
    ) -> Outcome<Counts> {
        let kills = kills.map(|kills| kills.to_string());
        let mut environment = vec![
            ("TACIT_TEST_DATABASES", "postgres"),
            ("TACIT_TEST_POSTGRES_URL", url),
            ("TACIT_TEST_RESTORE_URL", restore),
        ];
        environment.extend(kills.as_deref().map(|kills| (KILLS, kills)));
        self.run(
            workspace,
            TestBinary::over_http,
            &["::postgres"],
            &environment,
        )
    }

    fn run(
        &self,
        workspace: &Workspace,
        wanted: impl Fn(&TestBinary) -> bool,
        arguments: &[&str],
        environment: &[(&str, &str)],
    ) -> Outcome<Counts> {
        let mut counts = Counts::default();
        for binary in self.binaries.iter().filter(|binary| wanted(binary)) {
            note(&format!("{} ({})", binary.package, binary.kind));
            let mut command = Command::new(&binary.path);
            command
                .current_dir(&binary.directory)
                .arg("--quiet")
                .args(arguments);
            command.envs(environment.iter().copied());
            let transcript = read_along(&workspace.interrupt, &mut command)?;
            counts.add(count(&transcript.text, transcript.success, &binary.package));
        }
        if counts == Counts::default() {
            return Err(Failure::new("No test of this layer was found."));
        }
        Ok(counts)
    }
}

impl TestBinary {
    fn over_http(&self) -> bool {
        self.package == "tacit-api" && self.kind == "test"
    }
}

/// `path+file:///somewhere/crates/api#tacit-api@0.1.0` or `...crates/xtask#0.1.0`: the name.
fn package_name(id: &str) -> String {
    let (path, name) = id.rsplit_once('#').unwrap_or((id, ""));
    match name.split_once('@') {
        Some((name, _)) => name.to_owned(),
        None => path.rsplit('/').next().unwrap_or(path).to_owned(),
    }
}

/// Reads libtest's closing lines and the names of what failed.
fn count(text: &str, success: bool, package: &str) -> Counts {
    let mut counts = Counts::default();
    for line in text.lines() {
        if let Some(result) = line.strip_prefix("test result: ") {
            counts.passed += number_before(result, " passed");
        } else if let Some(name) = line
            .strip_prefix("---- ")
            .and_then(|line| line.strip_suffix(" stdout ----"))
        {
            counts.failures.push(format!("{package} {name}"));
        }
    }
    if !success && counts.failures.is_empty() {
        counts
            .failures
            .push(format!("{package} ended before its tests did"));
    }
    counts
}

fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split_once(word).map_or("", |(before, _)| before);
    before
        .rsplit(' ')
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passed_and_failed_are_read_from_the_output() {
        let text = "running 3 tests\n..F\n---- a::b stdout ----\npanicked\n\
            test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; finished in 0.1s\n";
        let counts = count(text, false, "tacit-domain");
        assert_eq!(
            counts,
            Counts {
                passed: 2,
                failures: vec!["tacit-domain a::b".into()]
            }
        );
    }

    #[test]
    fn an_abort_is_a_failure() {
        assert_eq!(count("running 3 tests\n", false, "p").failures.len(), 1);
    }

    #[test]
    fn package_names_are_read_from_both_forms_of_ids() {
        assert_eq!(
            package_name("path+file:///x/crates/api#tacit-api@0.1.0"),
            "tacit-api"
        );
        assert_eq!(package_name("path+file:///x/crates/xtask#0.1.0"), "xtask");
    }
}
