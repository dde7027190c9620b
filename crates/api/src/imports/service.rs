//! The use case: a dump becomes part of Tacit, or the database is as before.

use std::path::PathBuf;
use std::sync::Arc;

use tacit_contract::imports::ImportRun;
use tacit_domain::events::{Event, EventBody, Origin};
use tacit_domain::imports::Site;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::dump::Dump;
use super::error::ImportError;
use super::prepare::prepare;
use super::prepared::{Happening, Prepared, What};
use super::progress::Progress;
use super::repo;
use super::survey::Survey;
use crate::clock::Clock;
use crate::db::{self, Database, Tx};
use crate::error::{AppError, AppResult};
use crate::events;

/// Rows written by one statement: SQLite takes 32,766 parameters, a post has 21 columns.
const ROWS: usize = 500;

/// What to import.
#[derive(Debug)]
pub struct Import {
    /// A directory of XML files, or a 7z archive of one.
    pub path: PathBuf,
    /// The site, where the name of the file does not tell.
    pub site: Option<String>,
    /// Where temporary files may lie.
    pub scratch_dir: PathBuf,
}

/// Imports a dump and answers with its report.
///
/// # Errors
/// Whatever is wrong with the dump or the database; nothing was written then.
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
    if repo::was_imported(db.reader(), site.host()).await? {
        return Err(ImportError::AlreadyImported(site.host().to_owned()));
    }
    let described = repo::list_described_topics(db.reader()).await?;
    let shown = Arc::clone(&progress);
    let prepared = tokio::task::spawn_blocking(move || {
        let dump = Dump::open(&what.path, &what.scratch_dir)?;
        let survey = Survey::of(&dump, &shown)?;
        let prepared = prepare(&dump, site, survey, &described, &shown)?;
        Ok::<_, ImportError>((dump, prepared))
    });
    let (dump, prepared) = prepared.await.map_err(AppError::from)??;
    let run = ImportRun {
        id: Uuid::now_v7(),
        site: prepared.site.host().to_owned(),
        file,
        started_at: tacit_contract::time::from_micros(started_at.micros()),
        finished_at: tacit_contract::time::from_micros(clock.now().micros()),
        report: prepared.report.clone(),
    };
    progress.phase("Writing", prepared.people.len() + prepared.posts.len());
    let (written, prepared, shown) = (run.clone(), Arc::new(prepared), Arc::clone(&progress));
    db::write(db, move |tx| {
        let (run, prepared, progress) = (written.clone(), prepared.clone(), shown.clone());
        Box::pin(async move { write(tx, &run, &prepared, &progress).await })
    })
    .await?;
    progress.done();
    drop(dump);
    Ok(run)
}

/// The imports that were done, newest first.
///
/// # Errors
/// When the database fails.
pub async fn list_imports(db: &Database) -> AppResult<Vec<ImportRun>> {
    repo::list_runs(db.reader()).await
}

/// All of it, in the order that foreign keys ask for: people, topics, posts, then what points to them.
async fn write(
    tx: &Tx,
    run: &ImportRun,
    prepared: &Prepared,
    progress: &Progress,
) -> AppResult<()> {
    let now = Timestamp::from_micros(run.finished_at.timestamp_micros());
    if repo::was_imported(tx, &run.site).await? {
        return Err(AppError::internal(ImportError::AlreadyImported(
            run.site.clone(),
        )));
    }
    progress.again();
    let taken = repo::list_handles(tx, &prepared.site.short()).await?;
    let mut people = prepared.people.chunks(ROWS).map_err(AppError::internal)?;
    while let Some(chunk) = people.next_chunk().map_err(AppError::internal)? {
        progress.add(repo::insert_people(tx, &prepared.site, &taken, chunk).await?);
    }
    let topics = repo::insert_topics(tx, &prepared.site, &prepared.topics, now).await?;
    let mut posts = prepared.posts.chunks(ROWS).map_err(AppError::internal)?;
    while let Some(chunk) = posts.next_chunk().map_err(AppError::internal)? {
        progress.add(repo::insert_posts(tx, &prepared.site, chunk).await?);
    }
    let mut posts = prepared.posts.chunks(ROWS).map_err(AppError::internal)?;
    while let Some(chunk) = posts.next_chunk().map_err(AppError::internal)? {
        repo::insert_parts(tx, &prepared.topics, &topics.ids, chunk).await?;
    }
    repo::insert_links(tx, &prepared.links).await?;
    repo::insert_run(tx, run).await?;
    append_events(tx, run, prepared, &topics, now).await
}

/// What happened, oldest first; the ids rise with it, so that positions will too.
async fn append_events(
    tx: &Tx,
    run: &ImportRun,
    prepared: &Prepared,
    topics: &repo::Topics,
    now: Timestamp,
) -> AppResult<()> {
    let event = |happening: &Happening| {
        let body = match &happening.what {
            What::Done(body) => body.clone(),
            What::Asked(places) => EventBody::QuestionAsked {
                urgent: false,
                topics: topics.of(places),
            },
        };
        let at = Timestamp::from_micros(happening.at);
        Event::new(Uuid::now_v7(), happening.actor, happening.subject, body, at)
            .origin(Origin::Import)
    };
    let created = topics.created.iter().map(|(topic, at)| Happening {
        at: *at,
        actor: None,
        subject: *topic,
        what: What::Done(EventBody::TopicCreated),
    });
    let edited = topics.edited.iter().map(|topic| Happening {
        at: now.micros(),
        actor: None,
        subject: *topic,
        what: What::Done(EventBody::TopicEdited),
    });
    let finished = Happening {
        at: now.micros(),
        actor: None,
        subject: run.id,
        what: What::Done(EventBody::ImportFinished),
    };
    let mut happenings: Vec<Happening> = created.chain(prepared.happenings.clone()).collect();
    happenings.sort_by_key(|happening| happening.at);
    happenings.extend(edited);
    happenings.push(finished);
    for chunk in happenings.chunks(ROWS) {
        events::append(tx, now, chunk.iter().map(event)).await?;
    }
    Ok(())
}

fn file_name(path: &std::path::Path) -> String {
    let absolute = std::fs::canonicalize(path);
    let path = absolute.as_deref().unwrap_or(path);
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
