//! The index of this node: a directory that can be thrown away.
//!
//! Each commit carries the position in the event log up to which it tells everything; whoever opens the index finds out
//! whether it is whole and how far it has come. What cannot be read or was written by another version is removed and made
//! anew. The directory belongs to one process, which holds its lock.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tacit_domain::search::SearchKind;
use tantivy::directory::MmapDirectory;
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher};
use uuid::Uuid;

use super::analysis::Analysis;
use super::document::{Document, key};
use super::schema::{Fields, VERSION, schema};

/// Memory for documents that are not committed yet, in bytes.
const BUFFER: usize = 32 * 1024 * 1024;

/// What can go wrong with an index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// Another process has it open.
    #[error("the search index in {0} is in use by another process (is the server running?)")]
    InUse(PathBuf),
    /// The directory cannot be read or written.
    #[error("the search index in {0} cannot be used: {1}")]
    Io(PathBuf, io::Error),
    /// The index library failed.
    #[error(transparent)]
    Tantivy(#[from] tantivy::TantivyError),
}

/// How far a whole index has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Position in the event log; 0 before the first event.
    pub position: i64,
    /// The event at that position: another one there means another log.
    pub event: Uuid,
}

/// What searches read; cheap to clone.
#[derive(Clone)]
pub struct SearchIndex {
    reader: IndexReader,
    fields: Fields,
    analysis: Analysis,
    _lock: Arc<File>,
}

/// What changes the index; there is one. It holds the directory's lock to its very end, which after a stop comes on a
/// thread of its own: whoever opens the directory next waits for that.
pub struct Writer {
    writer: IndexWriter,
    reader: IndexReader,
    fields: Fields,
    analysis: Analysis,
    _lock: Arc<File>,
}

/// Opens the index in `directory`, or makes an empty one. The progress is absent if it has to be filled from the
/// database.
pub fn open(directory: &Path) -> Result<(SearchIndex, Writer, Option<Progress>), IndexError> {
    let failed = |error| IndexError::Io(directory.to_owned(), error);
    fs::create_dir_all(directory).map_err(failed)?;
    let lock = Arc::new(lock(directory)?);
    let files = directory.join("index");
    let (index, progress) = match existing(&files) {
        Ok((index, Some(progress))) => (index, Some(progress)),
        Ok((_, None)) => (fresh(&files)?, None),
        Err(error) => {
            if files.exists() {
                tracing::warn!(%error, "search index cannot be read, making it anew");
            }
            (fresh(&files)?, None)
        }
    };
    let (_, fields) = schema();
    let analysis = Analysis::default();
    let reader = index
        .reader_builder()
        .reload_policy(ReloadPolicy::Manual)
        .try_into()?;
    let writer = Writer {
        writer: index.writer_with_num_threads(1, BUFFER)?,
        reader: reader.clone(),
        fields,
        analysis: analysis.clone(),
        _lock: Arc::clone(&lock),
    };
    let searches = SearchIndex {
        reader,
        fields,
        analysis,
        _lock: lock,
    };
    Ok((searches, writer, progress))
}

fn lock(directory: &Path) -> Result<File, IndexError> {
    let failed = |error| IndexError::Io(directory.to_owned(), error);
    let file = File::options()
        .create(true)
        .write(true)
        .truncate(false)
        .open(directory.join("lock"))
        .map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(IndexError::InUse(directory.to_owned())),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

fn existing(files: &Path) -> tantivy::Result<(tantivy::Index, Option<Progress>)> {
    let index = tantivy::Index::open_in_dir(files)?;
    let (wanted, _) = schema();
    let progress = index
        .load_metas()?
        .payload
        .and_then(|payload| decode(&payload))
        .filter(|_| index.schema() == wanted);
    Ok((index, progress))
}

fn fresh(files: &Path) -> Result<tantivy::Index, IndexError> {
    let failed = |error| IndexError::Io(files.to_owned(), error);
    if files.exists() {
        fs::remove_dir_all(files).map_err(failed)?;
    }
    fs::create_dir_all(files).map_err(failed)?;
    let (schema, _) = schema();
    let directory = MmapDirectory::open(files).map_err(tantivy::TantivyError::from)?;
    Ok(tantivy::Index::create(
        directory,
        schema,
        IndexSettings::default(),
    )?)
}

fn encode(progress: Progress) -> String {
    format!("{VERSION} {} {}", progress.position, progress.event)
}

fn decode(payload: &str) -> Option<Progress> {
    let mut parts = payload.split(' ');
    if parts.next()?.parse::<u32>().ok()? != VERSION {
        return None;
    }
    Some(Progress {
        position: parts.next()?.parse().ok()?,
        event: parts.next()?.parse().ok()?,
    })
}

impl SearchIndex {
    /// What is committed now.
    pub fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    /// The fields.
    pub const fn fields(&self) -> &Fields {
        &self.fields
    }

    /// The analysers.
    pub const fn analysis(&self) -> &Analysis {
        &self.analysis
    }
}

impl Writer {
    /// Adds the document, or replaces the one of the same kind and id.
    pub fn put(&self, document: &Document) -> Result<(), IndexError> {
        self.remove(document.kind(), document.id());
        self.writer
            .add_document(document.encode(&self.fields, &self.analysis))?;
        Ok(())
    }

    /// Removes the document, if there is one.
    pub fn remove(&self, kind: SearchKind, id: Uuid) {
        self.writer.delete_term(key(&self.fields, kind, id));
    }

    /// Removes all documents.
    pub fn clear(&self) -> Result<(), IndexError> {
        self.writer.delete_all_documents()?;
        Ok(())
    }

    /// Forgets what was not committed, and works again after a failure.
    pub fn roll_back(&mut self) -> Result<(), IndexError> {
        self.writer.rollback()?;
        Ok(())
    }

    /// Makes what was put and removed visible to searches. Without progress the index is not whole yet, and is made anew
    /// when it is opened next.
    pub fn commit(&mut self, progress: Option<Progress>) -> Result<(), IndexError> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&progress.map(encode).unwrap_or_default());
        commit.commit()?;
        self.reader.reload()?;
        Ok(())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn progress_survives_its_encoding() {
        let progress = Progress {
            position: 42,
            event: Uuid::nil(),
        };
        assert_eq!(decode(&encode(progress)), Some(progress));
        assert_eq!(decode(""), None);
        assert_eq!(decode("0 42 00000000-0000-0000-0000-000000000000"), None);
    }

    #[test]
    fn a_second_process_is_refused_and_a_broken_index_made_anew() {
        let directory = tempfile::tempdir().unwrap();
        let progress = Progress {
            position: 1,
            event: Uuid::nil(),
        };
        {
            let (_index, mut writer, known) = open(directory.path()).unwrap();
            assert_eq!(known, None);
            assert!(matches!(open(directory.path()), Err(IndexError::InUse(_))));
            writer.commit(Some(progress)).unwrap();
        }
        {
            let (_index, mut writer, known) = open(directory.path()).unwrap();
            assert_eq!(known, Some(progress));
            writer.commit(None).unwrap();
        }
        assert_eq!(open(directory.path()).unwrap().2, None);
        fs::write(directory.path().join("index/meta.json"), "rubbish").unwrap();
        assert_eq!(open(directory.path()).unwrap().2, None);
    }
}
