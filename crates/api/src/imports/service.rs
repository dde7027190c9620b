//! The use case: a dump becomes part of Tacit. Until its whole has been read and found sound nothing is written; what is
//! then cut off goes on when it is begun again.

use std::path::PathBuf;
use std::sync::Arc;

use tacit_contract::imports::{ImportRun, RunState};
use tacit_contract::time::from_micros;
use tacit_domain::imports::Site;
use uuid::Uuid;

use super::dump::Dump;
use super::error::ImportError;
use super::prepare::prepare;
use super::prepared::Prepared;
use super::progress::Progress;
use super::repo::{known, runs, topics};
use super::scratch::Scratch;
use super::survey::Survey;
use super::write::{Context, Writer};
use crate::clock::Clock;
use crate::db::{self, Database};
use crate::error::{AppError, AppResult};

/// What to import.
#[derive(Debug)]
pub struct Import {
    /// A directory of XML files, or a 7z archive of one.
    pub path: PathBuf,
    /// The site, where the name of the file does not tell.
    pub site: Option<String>,
    /// Where temporary files may lie.
    pub scratch_dir: PathBuf,
    /// Whether to tell what would become of it, and write nothing.
    pub dry_run: bool,
}

/// Imports a dump and answers with its report.
///
/// # Errors
/// Whatever is wrong with the dump: nothing was written then. A failure of the database: what was written stays, and the
/// same import goes on from it.
pub async fn import(
    db: &Database,
    clock: &Clock,
    what: Import,
    progress: Arc<Progress>,
) -> Result<ImportRun, ImportError> {
    let started_at = clock.now();
    let file = file_name(&what.path);
    let site = match &what.site {
        Some(site) => Site::parse(site)?,
        None => Site::of_dump(&file)?,
    };
    let scratch = Scratch::take(&what.scratch_dir)?;
    let (dump, prepared) = read(db, &what, site.clone(), &progress).await?;
    let run = begin(db, &what, file, started_at.micros(), &prepared).await?;
    let writer = Writer {
        db,
        context: Arc::new(Context {
            run_id: run.id,
            site,
            now: clock.now(),
            dump_at: prepared.dump_at,
        }),
        dry: what.dry_run,
        progress: &progress,
    };
    let changes = writer.run(&prepared).await?;
    let mut report = prepared.report.clone();
    report.changes = changes;
    let run = ImportRun {
        state: RunState::Finished,
        finished_at: from_micros(clock.now().micros()),
        report,
        ..run
    };
    if !what.dry_run {
        writer.release().await?;
        writer.finish(&run).await?;
    }
    drop(dump);
    drop(scratch);
    Ok(run)
}

/// Both readings of the dump; what is here already keeps its ids.
async fn read(
    db: &Database,
    what: &Import,
    site: Site,
    progress: &Arc<Progress>,
) -> Result<(Dump, Prepared), ImportError> {
    let known = known::known_ids(db.reader(), site.host()).await?;
    let described = topics::list_described_topics(db.reader(), site.host()).await?;
    let (path, scratch_dir) = (what.path.clone(), what.scratch_dir.clone());
    let shown = Arc::clone(progress);
    let reading = tokio::task::spawn_blocking(move || {
        let dump = Dump::open(&path, &scratch_dir)?;
        let mut survey = Survey::of(&dump, &shown)?;
        survey.adopt(&known);
        let prepared = prepare(&dump, site, survey, &described, &shown)?;
        Ok::<_, ImportError>((dump, prepared))
    });
    reading.await.map_err(AppError::from)?
}

/// The run that was cut off on this dump goes on, or a new one begins. A dump older than what is here is refused.
async fn begin(
    db: &Database,
    what: &Import,
    file: String,
    started_at: i64,
    prepared: &Prepared,
) -> Result<ImportRun, ImportError> {
    let site = prepared.site.host();
    let before = runs::list_runs_of(db.reader(), site).await?;
    let dump_at = from_micros(prepared.dump_at);
    let newest = before.iter().filter_map(|run| run.dump_at).max();
    if let Some(newest) = newest.filter(|newest| *newest > dump_at) {
        return Err(ImportError::Older {
            site: site.to_owned(),
            dump_at,
            newest,
        });
    }
    let cut_off = before.into_iter().find(|run| {
        run.state == RunState::Running && run.dump_at == Some(dump_at) && run.file == file
    });
    if let Some(run) = cut_off {
        return Ok(run);
    }
    let run = ImportRun {
        id: Uuid::now_v7(),
        site: site.to_owned(),
        file,
        state: RunState::Running,
        dump_at: Some(dump_at),
        started_at: from_micros(started_at),
        finished_at: from_micros(started_at),
        report: prepared.report.clone(),
    };
    if !what.dry_run {
        let begun = run.clone();
        db::write_patiently(db, move |tx| {
            let run = begun.clone();
            Box::pin(async move { runs::begin_run(tx, &run).await })
        })
        .await?;
    }
    Ok(run)
}

/// The imports that were done or begun, newest first.
///
/// # Errors
/// When the database fails.
pub async fn list_imports(db: &Database) -> AppResult<Vec<ImportRun>> {
    runs::list_runs(db.reader()).await
}

fn file_name(path: &std::path::Path) -> String {
    let absolute = std::fs::canonicalize(path);
    let path = absolute.as_deref().unwrap_or(path);
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
