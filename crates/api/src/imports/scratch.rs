//! Where temporary files of imports lie: one import at a time, and what one that was killed left behind goes away.

use std::fs::{self, File};
use std::path::Path;

use super::error::ImportError;

/// What the names of temporary directories begin with.
pub const PREFIX: &str = "import-";

/// The right to import, until it is dropped.
#[derive(Debug)]
pub struct Scratch {
    _lock: File,
}

impl Scratch {
    /// Takes the right to use the directory, and sweeps it.
    ///
    /// # Errors
    /// Another import uses it; or it cannot be written.
    pub fn take(directory: &Path) -> Result<Self, ImportError> {
        let doing = || format!("using {} for temporary files", directory.display());
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(directory.join(".import-lock"))
            .map_err(ImportError::io(doing()))?;
        if lock.try_lock().is_err() {
            return Err(ImportError::Busy(directory.to_owned()));
        }
        let entries = fs::read_dir(directory).map_err(ImportError::io(doing()))?;
        for entry in entries.flatten() {
            let left = entry.file_name().to_string_lossy().starts_with(PREFIX);
            if left && entry.path().is_dir() {
                fs::remove_dir_all(entry.path()).map_err(ImportError::io(doing()))?;
            }
        }
        Ok(Self { _lock: lock })
    }
}
