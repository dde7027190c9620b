//! What keeps a copy from being made or restored, in sentences for the person at the keyboard.

use std::io;
use std::path::{Path, PathBuf};

use sea_orm::DbErr;

/// Why not.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Something is there already.
    #[error("{0} is not empty; nothing is overwritten")]
    Occupied(PathBuf),
    /// The database to restore into has tables.
    #[error("the database has tables already; nothing is overwritten. Make an empty one first")]
    DatabaseOccupied,
    /// No copy lies there, or only half of one.
    #[error("{0} holds no whole copy: it has no readable manifest.json ({1})")]
    NoManifest(PathBuf, String),
    /// A later version of Tacit made it.
    #[error(
        "the copy was made by a newer version ({0}); restore it with that version or a later one"
    )]
    Newer(String),
    /// Another kind of database.
    #[error(
        "the copy is of {0}, the database is {1}; set --database-url to a database of the same kind"
    )]
    OtherEngine(&'static str, &'static str),
    /// A file of the copy is not as it was.
    #[error("{0} in the copy is {1}; the copy is damaged")]
    Damaged(String, &'static str),
    /// The database in the copy is not whole.
    #[error("the database in the copy is damaged: {0}")]
    DamagedDatabase(String),
    /// The program that PostgreSQL copies with is missing.
    #[error(
        "{0} is not installed. Install PostgreSQL's client programs (Debian: postgresql-client), of the server's version or later"
    )]
    NoProgram(&'static str),
    /// That program failed.
    #[error("{0} failed: {1}")]
    Program(&'static str, String),
    /// A file cannot be read or written.
    #[error("{0} cannot be used: {1}")]
    Io(PathBuf, io::Error),
    /// The database fails.
    #[error("the database fails: {0}")]
    Database(#[from] DbErr),
}

impl BackupError {
    /// For `map_err` at a path.
    pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        |error| Self::Io(path, error)
    }
}
