//! Connecting: two pools, one that writes and one that cannot, each wait with its limit.
//!
//! A connection that does not answer, or was left inside a transaction that could not be rolled back, never goes back
//! into a pool: the next command gets a new one, and the server recovers without a restart.

use std::time::Duration;

use futures::FutureExt;
use sea_orm::{ConnectOptions, DbConn, DbErr};
use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};

/// How long a writer waits for another process that writes to the same SQLite file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a command waits for a connection.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a connection may take to say that it is alive.
const PING_TIMEOUT: Duration = Duration::from_secs(2);

/// A connection used so shortly before is taken to be alive.
const FRESH: Duration = Duration::from_secs(1);

/// How long one statement may take on PostgreSQL, and how long it may wait for a lock.
const STATEMENT_TIMEOUT: &str = "60s";
const LOCK_TIMEOUT: &str = "5s";

pub(super) async fn sqlite(url: &str) -> Result<(DbConn, DbConn), DbErr> {
    let mut options = quiet(url);
    options
        .max_connections(1)
        .map_sqlx_sqlite_opts(|options| sqlite_options(options).create_if_missing(true))
        .map_sqlx_sqlite_pool_opts(|pool| {
            pool.after_release(|connection, _| is_outside_transaction(connection).boxed())
        });
    let writer = sea_orm::Database::connect(options).await?;
    let mut options = quiet(url);
    options
        .max_connections(8)
        .map_sqlx_sqlite_opts(|options| sqlite_options(options).read_only(true));
    let reader = sea_orm::Database::connect(options).await?;
    Ok((writer, reader))
}

/// SQLite rolls back by itself when the disk is full or fails; the driver's count of open transactions then stays behind.
async fn is_outside_transaction(connection: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    // What was sent before, such as a rollback, is done when this answers.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

fn sqlite_options(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY_TIMEOUT)
}

pub(super) async fn postgres(url: &str) -> Result<(DbConn, DbConn), DbErr> {
    let writer = postgres_pool(url, "off").await?;
    let reader = postgres_pool(url, "on").await?;
    Ok((writer, reader))
}

async fn postgres_pool(url: &str, read_only: &'static str) -> Result<DbConn, DbErr> {
    let mut options = quiet(url);
    options
        .max_connections(10)
        .map_sqlx_postgres_opts(move |options| postgres_options(options, read_only))
        .map_sqlx_postgres_before_acquire(|connection, state| {
            Box::pin(async move { Ok(state.idle_for < FRESH || answers(connection).await.is_ok()) })
        })
        .map_sqlx_postgres_pool_opts(|pool| {
            pool.after_release(|connection, _| {
                async move { answers(connection).await.map(|()| true) }.boxed()
            })
        });
    sea_orm::Database::connect(options).await
}

fn postgres_options(options: PgConnectOptions, read_only: &'static str) -> PgConnectOptions {
    options.options([
        ("default_transaction_read_only", read_only),
        ("statement_timeout", STATEMENT_TIMEOUT),
        ("lock_timeout", LOCK_TIMEOUT),
    ])
}

/// A connection cut without a word would be waited for until the system gives it up, many minutes later.
async fn answers(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    let answer = tokio::time::timeout(PING_TIMEOUT, connection.ping()).await;
    answer.unwrap_or(Err(sqlx::Error::PoolTimedOut))
}

fn quiet(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .test_before_acquire(false)
        .connect_timeout(ACQUIRE_TIMEOUT)
        .acquire_timeout(ACQUIRE_TIMEOUT);
    options
}
