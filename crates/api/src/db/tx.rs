//! The one way to write: a transaction that holds a command's rows and its events together.
//!
//! On SQLite the command joins a queue (see `queue`). On PostgreSQL it runs in a serialisable transaction of its own and
//! is tried again when it met another; so commands behave on both as if they ran one after the other. No hashing,
//! rendering, mail or HTTP inside: others wait.

use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use sea_orm::{
    DatabaseTransaction, DbErr, IsolationLevel, SqlErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

use tacit_contract::problem::ProblemCode;

use super::{Database, failure};
use crate::error::{AppError, AppResult};

/// An open transaction; repositories take it as `&impl ConnectionTrait`.
pub type Tx = DatabaseTransaction;

/// What a command does inside its transaction.
pub type Work<'t, T> = Pin<Box<dyn Future<Output = AppResult<T>> + Send + 't>>;

/// Times a command is tried on PostgreSQL before giving up.
const ATTEMPTS: u32 = 12;

/// How long a command line goes on trying, and how long it waits between two tries.
const PATIENCE: Duration = Duration::from_secs(120);
const MOMENT: Duration = Duration::from_millis(500);

/// Times a taken unique key is looked at again: the second look sees what the other wrote and can say so.
const ATTEMPTS_AT_UNIQUE: u32 = 2;

/// Runs `work` in a transaction and answers after its commit. An error rolls back all that it did.
///
/// `work` may run more than once: it must not keep anything from an earlier run.
///
/// # Errors
/// What `work` refused with, or a failure of the database.
pub async fn write<T, F>(db: &Database, work: F) -> AppResult<T>
where
    T: Send + 'static,
    F: for<'t> Fn(&'t Tx) -> Work<'t, T> + Send + Sync + 'static,
{
    let outcome = match db.queue() {
        Some(queue) => queue.run(work).await,
        None => write_with_retries(db, work).await,
    };
    match &outcome {
        Ok(_) => db.written().notify_one(),
        Err(error) if error.cause().is_some_and(is_of_the_database) => db.remember_failure(),
        Err(_) => {}
    }
    outcome
}

/// As [`write`], for a command line that works beside a running server and that nobody waits for: while others hold the
/// database it is tried again for two minutes. Not when a connection broke: the work may have been done.
///
/// # Errors
/// As `write`.
pub async fn write_patiently<T, F>(db: &Database, work: F) -> AppResult<T>
where
    T: Send + 'static,
    F: for<'t> Fn(&'t Tx) -> Work<'t, T> + Send + Sync + 'static,
{
    let started = Instant::now();
    let work = Arc::new(work);
    loop {
        let again = Arc::clone(&work);
        match write(db, move |tx| again(tx)).await {
            Err(error) if is_busy(&error) && started.elapsed() < PATIENCE => {
                tracing::info!(%error, "tried again in a moment");
                tokio::time::sleep(MOMENT).await;
            }
            outcome => return outcome,
        }
    }
}

/// On SQLite the transaction waits for the right to write at its beginning, not in its middle.
pub(super) fn immediate() -> TransactionOptions {
    TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    }
}

async fn write_with_retries<T, F>(db: &Database, work: F) -> AppResult<T>
where
    F: for<'t> Fn(&'t Tx) -> Work<'t, T>,
{
    let mut attempt = 1;
    loop {
        let error = match attempt_once(db, &work).await {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        if attempt >= attempts_worth(&error) {
            return Err(if attempt == ATTEMPTS {
                overloaded(error)
            } else {
                error
            });
        }
        tracing::debug!(attempt, %error, "a transaction is tried again");
        tokio::time::sleep(pause(attempt)).await;
        attempt += 1;
    }
}

async fn attempt_once<T, F>(db: &Database, work: &F) -> AppResult<T>
where
    F: for<'t> Fn(&'t Tx) -> Work<'t, T>,
{
    let tx = db
        .writer()
        .begin_with_config(Some(IsolationLevel::Serializable), None)
        .await?;
    match work(&tx).await {
        Ok(value) => {
            tx.commit().await?;
            Ok(value)
        }
        Err(refused) => {
            // A connection that cannot roll back is not used again; why the work failed is what matters.
            if let Err(error) = tx.rollback().await {
                tracing::warn!(%error, "a transaction could not be rolled back");
            }
            Err(refused)
        }
    }
}

/// Whether others held the database for too long: nothing was done.
fn is_busy(error: &AppError) -> bool {
    error.code() == ProblemCode::Unavailable && !error.cause().is_some_and(is_of_the_database)
}

/// Whether the database was out of order.
fn is_of_the_database(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    cause
        .downcast_ref::<DbErr>()
        .is_some_and(failure::is_out_of_order)
}

/// How often a command that failed like this should have been tried.
fn attempts_worth(error: &AppError) -> u32 {
    let Some(cause) = error
        .cause()
        .and_then(|cause| cause.downcast_ref::<DbErr>())
    else {
        return 1;
    };
    if matches!(cause.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) {
        return ATTEMPTS_AT_UNIQUE;
    }
    match failure::sql_state(cause).as_deref() {
        // serialization_failure, deadlock_detected
        Some("40001" | "40P01") => ATTEMPTS,
        _ => 1,
    }
}

/// Any time up to a bound that doubles: those that met do not meet again.
fn pause(attempt: u32) -> Duration {
    let bound = 4 * 2_u64.saturating_pow(attempt).min(64);
    let chance = u64::try_from(uuid::Uuid::new_v4().as_u128() % u128::from(bound));
    Duration::from_millis(1 + chance.unwrap_or_default())
}

/// Too many wrote the same rows at once.
fn overloaded(error: AppError) -> AppError {
    AppError::new(ProblemCode::Unavailable)
        .detail("many change the same thing at once")
        .retry_after(1)
        .caused_by(error)
}
