//! Making a copy while others read and write.
//!
//! Files are copied before the database and once more after it: whatever the copied rows name was there by one of the two
//! times. The copy gets its name when it is whole, so that half of one is never taken for one.

use std::fs;
use std::path::{Path, PathBuf};

use secrecy::ExposeSecret;
use tacit_domain::time::Timestamp;

use super::error::BackupError;
use super::manifest::{Engine, FORMAT, Manifest};
use super::{FILES, SECRET, database_file, is_vacant, postgres, sqlite, tree};
use crate::db::Database;
use crate::settings::Settings;

/// Copies database and files into a new directory.
///
/// # Errors
/// When the directory is in use, or something cannot be read or written; then there is no copy.
pub async fn make(
    settings: &Settings,
    db: &Database,
    now: Timestamp,
    to: &Path,
    with_secret: bool,
) -> Result<Manifest, BackupError> {
    if !is_vacant(to) {
        return Err(BackupError::Occupied(to.to_owned()));
    }
    let unfinished = unfinished_name(to);
    tree::make_private(&unfinished)?;
    let outcome = fill(settings, db, now, &unfinished, with_secret).await;
    let outcome = outcome.and_then(|manifest| {
        finish(&unfinished, to)?;
        Ok(manifest)
    });
    if outcome.is_err() {
        // Why it failed is what the person has to know.
        fs::remove_dir_all(&unfinished).ok();
    }
    outcome
}

async fn fill(
    settings: &Settings,
    db: &Database,
    now: Timestamp,
    directory: &Path,
    with_secret: bool,
) -> Result<Manifest, BackupError> {
    let mut files = Vec::new();
    copy_new_files(settings, directory, &mut files)?;
    let engine = engine_of(db);
    let database = directory.join(database_file(engine));
    let (log, schema) = match engine {
        Engine::Sqlite => sqlite::copy(db.reader(), &database).await?,
        Engine::Postgres => {
            let url = settings.database_url.expose_secret();
            postgres::dump(db.reader(), url, &database).await?
        }
    };
    files.push(tree::describe(&database, database_file(engine).to_owned())?);
    copy_new_files(settings, directory, &mut files)?;
    if with_secret && settings.in_data_dir(SECRET).is_file() {
        let from = settings.in_data_dir(SECRET);
        files.push(tree::copy(
            &from,
            &directory.join(SECRET),
            SECRET.to_owned(),
        )?);
    }
    let manifest = Manifest {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now.to_string(),
        engine,
        schema,
        log,
        files,
    };
    manifest.write(directory)?;
    Ok(manifest)
}

/// Which database it is.
pub fn engine_of(db: &Database) -> Engine {
    if db.is_postgres() {
        Engine::Postgres
    } else {
        Engine::Sqlite
    }
}

/// Copies what is not in the copy yet. A file never changes; one that goes meanwhile is not needed.
fn copy_new_files(
    settings: &Settings,
    directory: &Path,
    files: &mut Vec<tree::Entry>,
) -> Result<(), BackupError> {
    let source = settings.in_data_dir(FILES);
    for relative in tree::walk(&source)? {
        let target = directory.join(FILES).join(&relative);
        if target.exists() {
            continue;
        }
        let from = source.join(&relative);
        match tree::copy(&from, &target, format!("{FILES}/{}", relative.display())) {
            Ok(entry) => files.push(entry),
            Err(_) if !from.exists() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn unfinished_name(to: &Path) -> PathBuf {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(format!(".unfinished-{}", std::process::id()));
    to.with_file_name(name)
}

fn finish(unfinished: &Path, to: &Path) -> Result<(), BackupError> {
    tree::sync(unfinished).map_err(BackupError::at(unfinished))?;
    fs::rename(unfinished, to).map_err(BackupError::at(to))?;
    let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty());
    let parent = parent.unwrap_or(Path::new("."));
    tree::sync(parent).map_err(BackupError::at(parent))
}
