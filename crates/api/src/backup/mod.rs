//! Copies of everything that cannot be derived: the database and the files people added.
//!
//! `make` takes one while the server runs, `restore` puts one into an empty place. A copy is a directory with a manifest
//! (`manifest`) that names every file with its checksum and says where the log stood. The search index is left out, for
//! it rebuilds itself; so is the server's secret unless asked for, for a copy travels further than a server.

mod error;
mod log_state;
mod make;
mod manifest;
mod postgres;
mod restore;
mod sqlite;
mod tree;

pub use error::BackupError;
pub use make::make;
pub use manifest::{Engine, LogState, Manifest};
pub use restore::{check, restore};

use std::path::Path;

/// What people added, in the data directory.
const FILES: &str = "files";

/// The server's secret, in the data directory.
const SECRET: &str = "secret.key";

/// The database in a copy.
const fn database_file(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "database.sqlite",
        Engine::Postgres => "database.dump",
    }
}

/// Whether there is nothing at a place: no directory, or an empty one.
fn is_vacant(directory: &Path) -> bool {
    std::fs::read_dir(directory).map_or(!directory.exists(), |mut entries| entries.next().is_none())
}
