//! The database: SQLite in the data directory by default, PostgreSQL by its URL.
//!
//! There is one way to write, [`write`]; reading goes through [`Database::reader`], whose connections cannot write.

mod connect;
pub mod entities;
pub mod failure;
mod queue;
pub mod tx;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement, TransactionTrait};
use sea_orm_migration::MigratorTrait;
use tacit_migrations::Migrator;
use tokio::sync::Notify;

pub use tx::{Tx, Work, write, write_patiently};

use crate::error::{AppError, AppResult};

/// How long after a failed write the database is not taken to be ready.
const UNEASY: Duration = Duration::from_secs(5);

/// How long readiness waits for the database.
const READY_TIMEOUT: Duration = Duration::from_secs(3);

/// How long a turn of a task in the background may take.
const TASK_TIMEOUT: Duration = Duration::from_secs(60);

/// How long closing waits for what is under way.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(3);

/// Advisory lock that only one process migrates under.
const MIGRATION_LOCK: i64 = 0x7461_6369_7400;

/// A connected database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Database(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    url: String,
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    queue: Option<queue::Queue>,
    written: Notify,
    /// When a write last failed because the database was out of order.
    failed: Mutex<Option<Instant>>,
}

impl Database {
    /// Connects to `sqlite://path` (the file is created when missing) or `postgres://...`.
    ///
    /// # Errors
    /// When the database cannot be reached or the directory cannot be written.
    pub async fn connect(url: &str) -> Result<Self, DbErr> {
        let sqlite = url.starts_with("sqlite:");
        let (writer, reader) = if sqlite {
            connect::sqlite(url).await?
        } else {
            connect::postgres(url).await?
        };
        let queue = sqlite.then(|| queue::Queue::start(writer.clone()));
        Ok(Self(Arc::new(Inner {
            url: url.to_owned(),
            reader,
            writer,
            queue,
            written: Notify::new(),
            failed: Mutex::default(),
        })))
    }

    /// The same, but never creates the file.
    ///
    /// # Errors
    /// When there is no such database or it cannot be reached.
    pub async fn connect_existing(url: &str) -> Result<Self, DbErr> {
        if let Some(file) = sqlite_file(url)
            && !file.exists()
        {
            let words = format!("{} does not exist", file.display());
            return Err(DbErr::Custom(words));
        }
        Self::connect(url).await
    }

    /// For reading. Sees what was committed; cannot write.
    #[must_use]
    pub fn reader(&self) -> &DatabaseConnection {
        &self.0.reader
    }

    /// Which of the two it is.
    #[must_use]
    pub fn backend(&self) -> DbBackend {
        self.0.reader.get_database_backend()
    }

    /// Whether it is PostgreSQL.
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        self.backend() == DbBackend::Postgres
    }

    /// Wakes up whenever a transaction of this process was committed by [`write`].
    pub(crate) fn written(&self) -> &Notify {
        &self.0.written
    }

    /// The URL it was connected with, password included.
    pub(crate) fn url(&self) -> &str {
        &self.0.url
    }

    /// Connections that can write, for what cannot go through [`write`]: locks of a session, the sequencer.
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.0.writer
    }

    pub(super) fn queue(&self) -> Option<&queue::Queue> {
        self.0.queue.as_ref()
    }

    /// Brings the schema up to date, all or nothing. Several processes may start at once: the others wait for the first.
    ///
    /// # Errors
    /// When a migration fails.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        let tx = self.writer().begin_with_options(tx::immediate()).await?;
        if self.is_postgres() {
            // Waiting for another process, and changing large tables, takes the time it takes.
            let unlimited = "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0";
            tx.execute_unprepared(unlimited).await?;
            advisory_lock(&tx, MIGRATION_LOCK).await?;
        }
        Migrator::up(&tx, None).await?;
        tx.commit().await
    }

    /// Whether it can be read and, should a write have failed last, written again.
    ///
    /// # Errors
    /// A sentence about which of the two it cannot.
    pub async fn ready(&self) -> Result<(), &'static str> {
        let pinged = tokio::time::timeout(READY_TIMEOUT, self.reader().ping()).await;
        if !matches!(pinged, Ok(Ok(()))) {
            return Err("The database does not answer.");
        }
        let Some(failed) = self.last_failure() else {
            return Ok(());
        };
        // A small write may fit where the next large one does not: it takes a while without a failure, too.
        if failed.elapsed() >= UNEASY {
            let written = tokio::time::timeout(READY_TIMEOUT, write(self, touch)).await;
            if matches!(written, Ok(Ok(()))) {
                self.set_last_failure(None);
                return Ok(());
            }
        }
        Err("The database cannot be written.")
    }

    /// A write failed because the database is out of order.
    pub(super) fn remember_failure(&self) {
        if self.last_failure().is_none() {
            tracing::error!("the database cannot be written");
        }
        self.set_last_failure(Some(Instant::now()));
    }

    fn last_failure(&self) -> Option<Instant> {
        *self.0.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_last_failure(&self, failure: Option<Instant>) {
        *self.0.failed.lock().unwrap_or_else(PoisonError::into_inner) = failure;
    }

    /// Finishes what is queued and closes all connections; what still hangs after a while is given up.
    pub async fn close(&self) {
        if tokio::time::timeout(CLOSE_TIMEOUT, self.finish())
            .await
            .is_err()
        {
            tracing::warn!("the database did not finish in time");
        }
    }

    async fn finish(&self) {
        if let Some(queue) = self.queue() {
            queue.stop().await;
        }
        for pool in [&self.0.reader, &self.0.writer] {
            if let Err(error) = pool.close_by_ref().await {
                tracing::warn!(%error, "a database connection did not close cleanly");
            }
        }
    }
}

/// The file of a `sqlite:` URL.
#[must_use]
pub fn sqlite_file(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    Some(path.into())
}

/// The work of a task in the background, given up when the database has gone away without a word; the next turn goes on
/// where this one stood.
///
/// # Errors
/// Those of the work, and 503 after the limit.
pub(crate) async fn in_time<T>(work: impl Future<Output = AppResult<T>>) -> AppResult<T> {
    tokio::time::timeout(TASK_TIMEOUT, work)
        .await
        .unwrap_or_else(|elapsed| Err(AppError::unavailable(elapsed)))
}

/// Writes a row as it is: what cannot be written fails.
fn touch(tx: &Tx) -> Work<'_, ()> {
    Box::pin(async move {
        tx.execute_unprepared("UPDATE projection_cursor SET position = position")
            .await?;
        Ok(())
    })
}

/// Waits for a PostgreSQL advisory lock that the transaction holds until its end.
///
/// # Errors
/// When the statement fails.
pub async fn advisory_lock(tx: &impl ConnectionTrait, key: i64) -> Result<(), DbErr> {
    let sql = "SELECT pg_advisory_xact_lock($1)";
    tx.execute_raw(Statement::from_sql_and_values(
        DbBackend::Postgres,
        sql,
        [key.into()],
    ))
    .await
    .map(|_| ())
}
