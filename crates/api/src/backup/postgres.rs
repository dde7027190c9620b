//! PostgreSQL: its own `pg_dump` and `pg_restore`, at one snapshot of the database.
//!
//! Address and password go to them through the environment; a command line can be read by everybody on the machine.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseConnection, DbErr, IsolationLevel, Statement,
    TransactionTrait,
};
use sqlx::postgres::PgConnectOptions;
use tokio::process::Command;
use url::Url;

use super::error::BackupError;
use super::log_state;
use super::manifest::LogState;
use super::tree;

/// Dumps the database into a file. Tells where its log stands, and its schema, at the same snapshot.
pub async fn dump(
    reader: &DatabaseConnection,
    url: &str,
    to: &Path,
) -> Result<(LogState, String), BackupError> {
    let program = find("pg_dump")?;
    let snapshot = reader
        .begin_with_config(
            Some(IsolationLevel::RepeatableRead),
            Some(AccessMode::ReadOnly),
        )
        .await?;
    let statement =
        Statement::from_string(reader.get_database_backend(), "SELECT pg_export_snapshot()");
    let row = snapshot.query_one_raw(statement).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound("pg_export_snapshot".to_owned()))?;
    let name: String = row.try_get_by_index(0)?;
    let state = (
        log_state::of(&snapshot).await?,
        log_state::schema(&snapshot).await?,
    );
    let mut command = Command::new(program);
    command
        .args(["--format=custom", "--no-owner", "--no-privileges"])
        .arg(format!("--snapshot={name}"))
        .arg("--file")
        .arg(to);
    run("pg_dump", command, url).await?;
    snapshot.commit().await?;
    tree::sync(to).map_err(BackupError::at(to))?;
    Ok(state)
}

/// Restores a dump into an empty database, all or nothing.
pub async fn restore(url: &str, from: &Path) -> Result<(), BackupError> {
    let mut command = Command::new(find("pg_restore")?);
    command
        .args(["--no-owner", "--no-privileges", "--exit-on-error"])
        .arg("--single-transaction")
        .arg(format!(
            "--dbname={}",
            options(url)?.get_database().unwrap_or_default()
        ))
        .arg(from);
    run("pg_restore", command, url).await
}

/// Whether a database has no tables.
pub async fn is_empty(db: &DatabaseConnection) -> Result<bool, DbErr> {
    let sql = "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() LIMIT 1";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    Ok(db.query_one_raw(statement).await?.is_none())
}

async fn run(name: &'static str, mut command: Command, url: &str) -> Result<(), BackupError> {
    command.envs(environment(url)?).kill_on_drop(true);
    let output = command.output().await;
    let output = output.map_err(|error| BackupError::Program(name, error.to_string()))?;
    if output.status.success() {
        return Ok(());
    }
    let words = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Err(BackupError::Program(name, words))
}

/// What PostgreSQL's programs read instead of a URL.
fn environment(url: &str) -> Result<Vec<(&'static str, String)>, BackupError> {
    let options = options(url)?;
    let host = options.get_socket().map_or_else(
        || options.get_host().to_owned(),
        |path| path.display().to_string(),
    );
    let mut variables = vec![
        ("PGHOST", host),
        ("PGPORT", options.get_port().to_string()),
        ("PGUSER", options.get_username().to_owned()),
    ];
    if let Some(database) = options.get_database() {
        variables.push(("PGDATABASE", database.to_owned()));
    }
    let parsed = Url::parse(url).ok();
    if let Some(password) = parsed.as_ref().and_then(Url::password) {
        variables.push(("PGPASSWORD", decoded(password)));
    }
    for (name, value) in parsed.iter().flat_map(Url::query_pairs) {
        let variable = match name.as_ref() {
            "password" => "PGPASSWORD",
            "sslmode" | "ssl-mode" => "PGSSLMODE",
            "sslrootcert" | "ssl-root-cert" | "ssl-ca" => "PGSSLROOTCERT",
            "sslcert" | "ssl-cert" => "PGSSLCERT",
            "sslkey" | "ssl-key" => "PGSSLKEY",
            _ => continue,
        };
        variables.push((variable, value.into_owned()));
    }
    Ok(variables)
}

fn options(url: &str) -> Result<PgConnectOptions, BackupError> {
    PgConnectOptions::from_str(url)
        .map_err(|error| BackupError::Database(DbErr::Custom(error.to_string())))
}

/// Percent-decoded.
fn decoded(text: &str) -> String {
    // As a form would send it, but for the plus, which means itself in a URL's password.
    let form = text.replace('+', "%2B");
    url::form_urlencoded::parse(form.as_bytes())
        .map(|(name, _)| name.into_owned())
        .collect()
}

/// From PATH, else Debian's newest.
fn find(name: &'static str) -> Result<PathBuf, BackupError> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut debian: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|version| version.path().join("bin"))
        .collect();
    debian.sort();
    std::env::split_paths(&path)
        .chain(debian.into_iter().rev())
        .map(|directory| directory.join(name))
        .find(|program| program.is_file())
        .ok_or(BackupError::NoProgram(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_becomes_an_environment() {
        let url = "postgres://ann:p%40ss+w%26rd@db.example:5433/tacit?sslmode=require";
        let variables = environment(url).unwrap_or_default();
        let value = |name| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| value.as_str())
        };
        assert_eq!(value("PGHOST"), Some("db.example"));
        assert_eq!(value("PGPORT"), Some("5433"));
        assert_eq!(value("PGUSER"), Some("ann"));
        assert_eq!(value("PGPASSWORD"), Some("p@ss+w&rd"));
        assert_eq!(value("PGDATABASE"), Some("tacit"));
        assert_eq!(value("PGSSLMODE"), Some("require"));
    }
}
