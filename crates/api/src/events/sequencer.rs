//! The sequencer: committed events get gapless positions, in an order nobody can look behind.
//!
//! Numbers given by writers would become visible out of order: the transaction with the lower number may commit later,
//! when a reader has already passed. So writers insert without one, and numbering is a short transaction of its own, one
//! at a time: on PostgreSQL under an advisory lock (what is committed when the lock is held is numbered, what commits
//! later comes later), on SQLite in the write queue.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IsolationLevel, QueryFilter, QuerySelect,
    TransactionTrait,
};

use crate::db::entities::event;
use crate::db::{self, Database, advisory_lock};
use crate::error::AppResult;

/// The advisory lock of the one sequencer.
const SEQUENCER_LOCK: i64 = 0x7461_6369_7401;

/// The channel on which nodes tell each other that there is something new.
pub(super) const CHANNEL: &str = "tacit_events";

/// Numbers at most so many at once, so that writers on SQLite never wait long.
const NUMBER: &str = "UPDATE event SET position = numbered.position FROM (
    SELECT id, (SELECT COALESCE(MAX(position), 0) FROM event)
        + ROW_NUMBER() OVER (ORDER BY recorded_at, id) AS position
    FROM event WHERE position IS NULL ORDER BY recorded_at, id LIMIT 5000
) AS numbered WHERE event.id = numbered.id";

/// Numbers what was committed and has no position. Answers how many events that were.
///
/// # Errors
/// When the database fails.
pub async fn number_committed(db: &Database) -> AppResult<u64> {
    let mut total = 0;
    while anything_unnumbered(db).await? {
        let numbered = if db.is_postgres() {
            number_under_lock(db).await?
        } else {
            db::write(db, |tx| Box::pin(async move { Ok(run(tx, NUMBER).await?) })).await?
        };
        total += numbered;
    }
    Ok(total)
}

async fn anything_unnumbered(db: &Database) -> Result<bool, DbErr> {
    let first: Option<uuid::Uuid> = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::Position.is_null())
        .limit(1)
        .into_tuple()
        .one(db.reader())
        .await?;
    Ok(first.is_some())
}

/// READ COMMITTED: the statement after the lock must see what was committed while waiting for it.
async fn number_under_lock(db: &Database) -> Result<u64, DbErr> {
    let level = Some(IsolationLevel::ReadCommitted);
    let tx = db.writer().begin_with_config(level, None).await?;
    advisory_lock(&tx, SEQUENCER_LOCK).await?;
    let numbered = run(&tx, NUMBER).await?;
    run(&tx, &format!("SELECT pg_notify('{CHANNEL}', '')")).await?;
    tx.commit().await?;
    Ok(numbered)
}

async fn run(conn: &impl ConnectionTrait, sql: &str) -> Result<u64, DbErr> {
    Ok(conn.execute_unprepared(sql).await?.rows_affected())
}
