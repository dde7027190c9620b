//! Putting a copy into an empty place. Everything is verified before it is used, and nothing is overwritten.

use std::fs;
use std::path::{Path, PathBuf};

use secrecy::ExposeSecret;

use super::error::BackupError;
use super::make::engine_of;
use super::manifest::{Engine, Manifest};
use super::{FILES, SECRET, database_file, log_state, postgres, sqlite, tree};
use crate::db::{Database, sqlite_file};
use crate::settings::Settings;

/// Verifies a copy: every file, and whether this version knows its schema.
///
/// # Errors
/// When it is damaged, not whole, or from a newer version.
pub async fn check(from: &Path) -> Result<Manifest, BackupError> {
    let manifest = Manifest::read(from)?;
    if !log_state::is_known(&manifest.schema) {
        return Err(BackupError::Newer(manifest.version));
    }
    manifest.verify(from)?;
    let database = from.join(database_file(manifest.engine));
    if !database.is_file() {
        let name = database_file(manifest.engine).to_owned();
        return Err(BackupError::Damaged(name, "missing"));
    }
    if manifest.engine == Engine::Sqlite {
        sqlite::verify(&database, &manifest.log).await?;
    }
    Ok(manifest)
}

/// Restores a copy to where the settings point.
///
/// # Errors
/// When the copy is not good, or the place is not empty; then the place is as before. (Should a dump hold another log than
/// its manifest says, a PostgreSQL database keeps what arrived.)
pub async fn restore(settings: &Settings, from: &Path) -> Result<Manifest, BackupError> {
    let manifest = check(from).await?;
    let url = settings.database_url.expose_secret();
    let engine = match sqlite_file(url) {
        Some(_) => Engine::Sqlite,
        None => Engine::Postgres,
    };
    if engine != manifest.engine {
        return Err(BackupError::OtherEngine(
            manifest.engine.as_str(),
            engine.as_str(),
        ));
    }
    let mut place = Place::claim(settings)?;
    place.put_files(from, &manifest)?;
    match engine {
        Engine::Sqlite => place.put_sqlite(from, &manifest, url).await?,
        Engine::Postgres => put_postgres(from, &manifest, url).await?,
    }
    place.keep = true;
    Ok(manifest)
}

/// An empty data directory that is being filled, and is emptied again unless all went well.
struct Place {
    directory: PathBuf,
    made: Vec<PathBuf>,
    keep: bool,
}

impl Place {
    /// A secret that was put there beforehand may stay.
    fn claim(settings: &Settings) -> Result<Self, BackupError> {
        let directory = settings.data_dir.clone();
        let occupied = fs::read_dir(&directory).is_ok_and(|mut entries| {
            entries.any(|entry| entry.is_ok_and(|entry| entry.file_name() != SECRET))
        });
        if occupied {
            return Err(BackupError::Occupied(directory));
        }
        tree::make_private(&directory)?;
        Ok(Self {
            directory,
            made: Vec::new(),
            keep: false,
        })
    }

    fn put_files(&mut self, from: &Path, manifest: &Manifest) -> Result<(), BackupError> {
        let database = database_file(manifest.engine);
        self.made.push(self.directory.join(FILES));
        for entry in manifest.files.iter().filter(|entry| entry.path != database) {
            let to = self.directory.join(&entry.path);
            if entry.path == SECRET {
                if to.exists() {
                    continue;
                }
                self.made.push(to.clone());
            }
            tree::copy(&from.join(&entry.path), &to, entry.path.clone())?;
        }
        Ok(())
    }

    /// The database gets its name last: a server that starts finds all of it or none.
    async fn put_sqlite(
        &mut self,
        from: &Path,
        manifest: &Manifest,
        url: &str,
    ) -> Result<(), BackupError> {
        let target = sqlite_file(url).unwrap_or_default();
        if target.exists() {
            return Err(BackupError::Occupied(target));
        }
        let arriving = target.with_extension("restoring");
        self.made.push(arriving.clone());
        let name = database_file(manifest.engine);
        tree::copy(&from.join(name), &arriving, name.to_owned())?;
        sqlite::verify(&arriving, &manifest.log).await?;
        fs::rename(&arriving, &target).map_err(BackupError::at(&target))?;
        let parent = target.parent().unwrap_or(&self.directory);
        tree::sync(parent).map_err(BackupError::at(parent))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if self.keep {
            return;
        }
        for path in &self.made {
            // Most were never made.
            let removed = if path.is_dir() {
                fs::remove_dir_all(path)
            } else {
                fs::remove_file(path)
            };
            removed.ok();
        }
    }
}

async fn put_postgres(from: &Path, manifest: &Manifest, url: &str) -> Result<(), BackupError> {
    let db = Database::connect(url).await?;
    let outcome = put_dump(&db, from, manifest, url).await;
    db.close().await;
    outcome
}

async fn put_dump(
    db: &Database,
    from: &Path,
    manifest: &Manifest,
    url: &str,
) -> Result<(), BackupError> {
    if !postgres::is_empty(db.reader()).await? {
        return Err(BackupError::DatabaseOccupied);
    }
    postgres::restore(url, &from.join(database_file(engine_of(db)))).await?;
    log_state::compare(&manifest.log, &log_state::of(db.reader()).await?)
}
