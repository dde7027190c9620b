//! The database: SQLite in the data directory by default, PostgreSQL by its URL.
//!
//! There is one way to write, [`write`]; reading goes through [`Database::reader`], whose connections cannot write.

pub mod entities;
mod queue;
pub mod tx;

use std::sync::Arc;
use std::time::Duration;

use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};
use sea_orm::{DbConn, TransactionTrait};
use sea_orm_migration::MigratorTrait;
use tacit_migrations::Migrator;
use tokio::sync::Notify;

pub use tx::{Tx, Work, write};

/// How long a writer waits for another process that writes to the same SQLite file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

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
}

impl Database {
    /// Connects to `sqlite://path` (the file is created when missing) or `postgres://...`.
    ///
    /// # Errors
    /// When the database cannot be reached or the directory cannot be written.
    pub async fn connect(url: &str) -> Result<Self, DbErr> {
        let sqlite = url.starts_with("sqlite:");
        let (writer, reader) = if sqlite {
            connect_sqlite(url).await?
        } else {
            connect_postgres(url).await?
        };
        let queue = sqlite.then(|| queue::Queue::start(writer.clone()));
        Ok(Self(Arc::new(Inner {
            url: url.to_owned(),
            reader,
            writer,
            queue,
            written: Notify::new(),
        })))
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
            advisory_lock(&tx, MIGRATION_LOCK).await?;
        }
        Migrator::up(&tx, None).await?;
        tx.commit().await
    }

    /// Whether it answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.reader().ping().await
    }

    /// Finishes what is queued and closes all connections.
    pub async fn close(&self) {
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

async fn connect_sqlite(url: &str) -> Result<(DbConn, DbConn), DbErr> {
    let mut options = quiet(url);
    options
        .max_connections(1)
        .map_sqlx_sqlite_opts(|options| sqlite_options(options).create_if_missing(true));
    let writer = sea_orm::Database::connect(options).await?;
    let mut options = quiet(url);
    options
        .max_connections(8)
        .map_sqlx_sqlite_opts(|options| sqlite_options(options).read_only(true));
    let reader = sea_orm::Database::connect(options).await?;
    Ok((writer, reader))
}

fn sqlite_options(
    options: sqlx::sqlite::SqliteConnectOptions,
) -> sqlx::sqlite::SqliteConnectOptions {
    use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
    options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
}

async fn connect_postgres(url: &str) -> Result<(DbConn, DbConn), DbErr> {
    let mut options = quiet(url);
    options.max_connections(10);
    let writer = sea_orm::Database::connect(options).await?;
    let mut options = quiet(url);
    options
        .max_connections(10)
        .map_sqlx_postgres_opts(|options| {
            options.options([("default_transaction_read_only", "on")])
        });
    let reader = sea_orm::Database::connect(options).await?;
    Ok((writer, reader))
}

fn quiet(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .connect_timeout(Duration::from_secs(10))
        .acquire_timeout(Duration::from_secs(30));
    options
}
