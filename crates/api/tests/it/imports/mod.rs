//! Imports: made dumps with every edge case, broken ones that leave no trace, later ones of the same site, and real sites.

mod again;
mod bombs;
mod csv;
mod cut_off;
mod edges;
mod history;
mod refuse;
pub mod sites;
mod take;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sea_orm::{EntityTrait, PaginatorTrait};
use tacit_api::clock::Clock;
use tacit_api::db::Database;
use tacit_api::db::entities::{event, import_run, member, post, post_link, topic};
use tacit_api::imports::{Import, ImportError, Progress, import};
use tacit_contract::imports::{ImportReport, ImportRun, ItemKind, Outcome, RowFate};
use tempfile::TempDir;

/// Imports what lies at a path.
pub async fn run(db: &Database, path: &Path, site: Option<&str>) -> Result<ImportRun, ImportError> {
    run_as(db, path, site, false).await
}

/// Tells what importing what lies at a path would do.
async fn dry_run(db: &Database, path: &Path) -> Result<ImportRun, ImportError> {
    run_as(db, path, None, true).await
}

async fn run_as(
    db: &Database,
    path: &Path,
    site: Option<&str>,
    dry_run: bool,
) -> Result<ImportRun, ImportError> {
    let scratch = tempfile::tempdir().unwrap();
    let what = Import {
        path: path.to_owned(),
        site: site.map(str::to_owned),
        scratch_dir: scratch.path().to_owned(),
        dry_run,
    };
    let outcome = import(db, &Clock::system(), what, Arc::new(Progress::silent())).await;
    let left = std::fs::read_dir(scratch.path()).unwrap();
    let left = left.filter(|entry| entry.as_ref().unwrap().file_type().unwrap().is_dir());
    assert_eq!(left.count(), 0, "temporary files are gone");
    outcome
}

/// How many of a kind had an outcome.
fn outcome(report: &ImportReport, kind: ItemKind, of: Outcome) -> u64 {
    let line = report.changes.iter().find(|line| line.kind == kind);
    line.map_or(0, |line| match of {
        Outcome::New => line.new,
        Outcome::Changed => line.changed,
        Outcome::Unchanged => line.unchanged,
        Outcome::Kept => line.kept,
        Outcome::Gone => line.gone,
    })
}

/// How many rows of all kinds had an outcome.
fn outcomes(report: &ImportReport, of: Outcome) -> u64 {
    let kinds = ItemKind::ALL.iter();
    kinds.map(|kind| outcome(report, *kind, of)).sum()
}

/// Rows of the tables an import writes to.
async fn rows(db: &Database) -> [u64; 6] {
    let db = db.reader();
    [
        member::Entity::find().count(db).await.unwrap(),
        topic::Entity::find().count(db).await.unwrap(),
        post::Entity::find().count(db).await.unwrap(),
        post_link::Entity::find().count(db).await.unwrap(),
        event::Entity::find().count(db).await.unwrap(),
        import_run::Entity::find().count(db).await.unwrap(),
    ]
}

/// How many rows of a file had a fate.
fn fate(report: &ImportReport, file: &str, fate: RowFate) -> u64 {
    let file = report.files.iter().find(|known| known.name == file);
    let mut fates = file.into_iter().flat_map(|file| &file.fates);
    fates
        .find(|line| line.fate == fate)
        .map_or(0, |line| line.rows)
}

/// The sums of a report agree.
fn adds_up(report: &ImportReport) {
    for file in &report.files {
        let sum: u64 = file.fates.iter().map(|line| line.rows).sum();
        assert_eq!(sum, file.rows, "{}", file.name);
    }
    let rows: u64 = report.files.iter().map(|file| file.rows).sum();
    assert_eq!(report.rows, rows);
    assert_eq!(report.taken + report.left_out, report.rows);
}

/// A made dump in a directory called `brewing`.
struct MadeDump(TempDir);

impl MadeDump {
    fn new() -> Self {
        let dump = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir(dump.path()).unwrap();
        dump
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("brewing")
    }

    /// A file with these rows, each given as its attributes.
    fn file(self, name: &str, rows: &[&str]) -> Self {
        let rows: String = rows
            .iter()
            .map(|row| format!("  <row {row} />\n"))
            .collect();
        let root = name.to_lowercase();
        self.raw(
            name,
            &format!(
                "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{root}>\n{rows}</{root}>\n"
            ),
        )
    }

    fn raw(self, name: &str, text: &str) -> Self {
        std::fs::write(self.path().join(format!("{name}.xml")), text).unwrap();
        self
    }

    /// One question with its answer, and who wrote them.
    fn small() -> Self {
        Self::new()
            .file("Users", &[
                r#"Id="1" CreationDate="2014-01-21T17:45:53.587" DisplayName="Ada""#,
                r#"Id="2" CreationDate="2014-01-21T17:45:53.587" DisplayName="Ada""#,
            ])
            .file("Posts", &[
                r#"Id="1" PostTypeId="1" CreationDate="2014-01-22T10:00:00.000" Score="3" Body="&lt;p&gt;Which &lt;em&gt;yeast&lt;/em&gt; for a stout?&lt;/p&gt;" OwnerUserId="1" Title="Which yeast for a stout?" Tags="&lt;yeast&gt;" AcceptedAnswerId="2""#,
                r#"Id="2" PostTypeId="2" ParentId="1" CreationDate="2014-01-22T11:00:00.000" Score="-2" Body="&lt;p&gt;An ale yeast.&lt;/p&gt;" OwnerUserId="2""#,
            ])
    }
}
