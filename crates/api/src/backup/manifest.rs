//! What a copy says about itself.

use std::fs;
use std::path::{Component, Path};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::BackupError;
use super::tree::{self, Entry};

/// The file in a copy; it is written last.
pub const NAME: &str = "manifest.json";

/// The form of copies written; earlier ones stay readable.
pub const FORMAT: u32 = 1;

/// A copy's contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: u32,
    /// The version of Tacit that made it.
    pub version: String,
    /// When, RFC 3339.
    pub made_at: String,
    /// Which database.
    pub engine: Engine,
    /// The last migration of its schema.
    pub schema: String,
    /// Where its log stands.
    pub log: LogState,
    /// All other files.
    pub files: Vec<Entry>,
}

/// Which database a copy is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Engine {
    /// SQLite: the copy holds a database file.
    Sqlite,
    /// PostgreSQL: the copy holds a dump in its custom format.
    Postgres,
}

impl Engine {
    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        }
    }
}

/// Where a log stands: the same before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogState {
    /// How many events there are.
    pub events: i64,
    /// How many of them have a position.
    pub numbered: i64,
    /// The last position; the same as `numbered`, for positions have no gaps.
    pub head: i64,
    /// The event at the last position.
    pub last: Option<Uuid>,
}

impl Manifest {
    /// Of the copy in a directory.
    pub fn read(directory: &Path) -> Result<Self, BackupError> {
        let unreadable = |cause: String| BackupError::NoManifest(directory.to_owned(), cause);
        let text = fs::read_to_string(directory.join(NAME))
            .map_err(|error| unreadable(error.to_string()))?;
        let manifest: Self =
            serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
        if manifest.format > FORMAT {
            return Err(BackupError::Newer(manifest.version));
        }
        Ok(manifest)
    }

    /// Into the directory of the copy.
    pub fn write(&self, directory: &Path) -> Result<(), BackupError> {
        let path = directory.join(NAME);
        let text = serde_json::to_string_pretty(self).map_err(std::io::Error::other);
        text.and_then(|text| fs::write(&path, text + "\n"))
            .and_then(|()| tree::sync(&path))
            .map_err(BackupError::at(&path))
    }

    /// Compares every file with what was written down about it.
    pub fn verify(&self, directory: &Path) -> Result<(), BackupError> {
        for entry in &self.files {
            let damaged = |how| BackupError::Damaged(entry.path.clone(), how);
            if !stays_inside(&entry.path) {
                return Err(damaged("outside of it"));
            }
            let path = directory.join(&entry.path);
            if !path.is_file() {
                return Err(damaged("missing"));
            }
            let found = tree::describe(&path, entry.path.clone())?;
            if found.sha256 != entry.sha256 {
                return Err(damaged("not as it was written"));
            }
        }
        Ok(())
    }
}

/// A manifest may come from anywhere: it names nothing outside of its copy.
fn stays_inside(path: &str) -> bool {
    Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::stays_inside;

    #[test]
    fn a_manifest_names_nothing_outside_of_its_copy() {
        assert!(stays_inside("files/ab/cdef"));
        assert!(!stays_inside("../secret.key"));
        assert!(!stays_inside("/etc/passwd"));
        assert!(!stays_inside("files/../../x"));
    }
}
