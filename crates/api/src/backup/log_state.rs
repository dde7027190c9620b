//! Where a log stands, and which schema it lies in, read from a database as it is.

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};
use sea_orm_migration::MigratorTrait;
use tacit_migrations::Migrator;
use uuid::Uuid;

use super::error::BackupError;
use super::manifest::LogState;

#[derive(FromQueryResult)]
struct Counts {
    events: i64,
    numbered: i64,
    head: i64,
}

/// Where the log stands.
pub async fn of(db: &impl ConnectionTrait) -> Result<LogState, DbErr> {
    let sql = "SELECT COUNT(*) AS events, COUNT(position) AS numbered, COALESCE(MAX(position), 0) AS head FROM event";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let counts = Counts::find_by_statement(statement).one(db).await?;
    let counts = counts.ok_or_else(|| DbErr::RecordNotFound("event".to_owned()))?;
    let sql = "SELECT id FROM event WHERE position IS NOT NULL ORDER BY position DESC LIMIT 1";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let last = db.query_one_raw(statement).await?;
    let last = last
        .map(|row| row.try_get_by_index::<Uuid>(0))
        .transpose()?;
    Ok(LogState {
        events: counts.events,
        numbered: counts.numbered,
        head: counts.head,
        last,
    })
}

/// The last migration that was applied.
pub async fn schema(db: &impl ConnectionTrait) -> Result<String, DbErr> {
    let sql = "SELECT version FROM seaql_migrations ORDER BY version DESC LIMIT 1";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let row = db.query_one_raw(statement).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound("seaql_migrations".to_owned()))?;
    row.try_get_by_index(0)
}

/// Whether this version knows a schema.
pub fn is_known(schema: &str) -> bool {
    Migrator::migrations()
        .iter()
        .any(|migration| migration.name() == schema)
}

/// Whether the log that arrived is the log that was sent: complete, in its order, without a gap.
pub fn compare(sent: &LogState, arrived: &LogState) -> Result<(), BackupError> {
    if arrived.numbered != arrived.head {
        let gaps = format!(
            "{} events have positions up to {}",
            arrived.numbered, arrived.head
        );
        return Err(BackupError::DamagedDatabase(gaps));
    }
    if sent != arrived {
        let words = format!(
            "its log has {} events and ends at {}, the manifest says {} and {}",
            arrived.events, arrived.head, sent.events, sent.head
        );
        return Err(BackupError::DamagedDatabase(words));
    }
    Ok(())
}
