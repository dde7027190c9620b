//! Files and directories of a copy: copied with their checksums, and on the disk when it says so.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::error::BackupError;

/// Bytes moved at once.
const CHUNK: usize = 64 * 1024;

/// A file of a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Within the copy, with `/`.
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// As hexadecimal digits.
    pub sha256: String,
}

/// Makes a directory that only its owner reads.
pub fn make_private(directory: &Path) -> Result<(), BackupError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(directory)
        .map_err(BackupError::at(directory))
}

/// What a file is.
pub fn describe(file: &Path, path: String) -> Result<Entry, BackupError> {
    File::open(file)
        .and_then(|source| digest(source, &mut io::sink()))
        .map(|(size, sha256)| Entry { path, size, sha256 })
        .map_err(BackupError::at(file))
}

/// Copies a file, for its owner only, and makes sure of it.
pub fn copy(from: &Path, to: &Path, path: String) -> Result<Entry, BackupError> {
    if let Some(parent) = to.parent() {
        make_private(parent)?;
    }
    let source = File::open(from).map_err(BackupError::at(from))?;
    let write = || {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut target = options.open(to)?;
        let (size, sha256) = digest(source, &mut target)?;
        target.sync_all()?;
        Ok(Entry { path, size, sha256 })
    };
    write().map_err(BackupError::at(to))
}

/// All files below a directory, relative to it, in order; none when it is missing.
pub fn walk(directory: &Path) -> Result<Vec<PathBuf>, BackupError> {
    let mut found = Vec::new();
    let mut waiting = vec![directory.to_owned()];
    while let Some(next) = waiting.pop() {
        let entries = match fs::read_dir(&next) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(BackupError::Io(next, error)),
        };
        for entry in entries {
            let entry = entry.map_err(BackupError::at(&next))?;
            let kind = entry.file_type().map_err(BackupError::at(&next))?;
            if kind.is_dir() {
                waiting.push(entry.path());
            } else if kind.is_file()
                && let Ok(relative) = entry.path().strip_prefix(directory)
            {
                found.push(relative.to_owned());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Waits until a file or directory is on the disk.
pub fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

fn digest(mut source: File, target: &mut impl Write) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let mut size = 0;
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = source.read(&mut chunk)?;
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else {
            break;
        };
        hash.update(bytes);
        target.write_all(bytes)?;
        size += u64::try_from(read).unwrap_or_default();
    }
    let digits = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok((size, digits))
}
