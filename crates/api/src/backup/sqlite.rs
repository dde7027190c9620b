//! SQLite: `VACUUM INTO` writes what was committed at one moment into a new file, while others go on writing.

use std::path::Path;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};

use super::error::BackupError;
use super::log_state;
use super::manifest::LogState;
use super::tree;

/// Copies the database into a file that does not exist yet. Tells where its log stands, and its schema.
pub async fn copy(
    reader: &DatabaseConnection,
    to: &Path,
) -> Result<(LogState, String), BackupError> {
    let target = to.display().to_string();
    let statement = Statement::from_sql_and_values(
        reader.get_database_backend(),
        "VACUUM INTO ?",
        [target.into()],
    );
    reader.execute_raw(statement).await?;
    tree::sync(to).map_err(BackupError::at(to))?;
    let copy = open(to).await?;
    let state = (log_state::of(&copy).await?, log_state::schema(&copy).await?);
    copy.close().await?;
    Ok(state)
}

/// Looks a copied file through: its pages, its references, its log.
pub async fn verify(file: &Path, log: &LogState) -> Result<(), BackupError> {
    let copy = open(file).await?;
    let outcome = look_through(&copy, log).await;
    copy.close().await?;
    outcome
}

async fn look_through(copy: &DatabaseConnection, log: &LogState) -> Result<(), BackupError> {
    let damaged = BackupError::DamagedDatabase;
    let integrity = first_text(copy, "PRAGMA integrity_check").await;
    match integrity.map_err(|error| damaged(error.to_string()))? {
        Some(word) if word == "ok" => {}
        words => return Err(damaged(words.unwrap_or_default())),
    }
    if let Some(table) = first_text(copy, "PRAGMA foreign_key_check").await? {
        return Err(damaged(format!("{table} refers to a row that is missing")));
    }
    log_state::compare(log, &log_state::of(copy).await?)
}

async fn first_text(db: &DatabaseConnection, sql: &str) -> Result<Option<String>, DbErr> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let row = db.query_one_raw(statement).await?;
    row.map(|row| row.try_get_by_index(0)).transpose()
}

/// As it lies there: read-only, and no files beside it.
async fn open(file: &Path) -> Result<DatabaseConnection, DbErr> {
    let mut options = sea_orm::ConnectOptions::new(format!("sqlite://{}", file.display()));
    options
        .sqlx_logging(false)
        .max_connections(1)
        .map_sqlx_sqlite_opts(|options| options.read_only(true).immutable(true));
    sea_orm::Database::connect(options).await
}
