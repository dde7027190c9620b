//! What is too much for memory lies in temporary files between reading a dump and writing it: texts by their place, and
//! prepared rows one after the other.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::ImportError;

/// Where a text lies in [`Texts`].
#[derive(Clone, Copy, Debug)]
pub struct Place {
    offset: u64,
    length: usize,
}

/// Texts that are kept and read again in any order.
#[derive(Debug)]
pub struct Texts {
    file: BufWriter<File>,
    end: u64,
}

impl Texts {
    /// An empty store in the directory.
    pub fn create(scratch: &Path) -> Result<Self, ImportError> {
        let file = tempfile::tempfile_in(scratch).map_err(ImportError::io("staging texts"))?;
        Ok(Self {
            file: BufWriter::new(file),
            end: 0,
        })
    }

    /// Keeps a text.
    pub fn keep(&mut self, text: &str) -> Result<Place, ImportError> {
        self.file
            .write_all(text.as_bytes())
            .map_err(ImportError::io("staging texts"))?;
        let place = Place {
            offset: self.end,
            length: text.len(),
        };
        self.end += u64::try_from(text.len()).unwrap_or_default();
        Ok(place)
    }

    /// Reads a text that was kept.
    pub fn get(&mut self, place: Place) -> Result<String, ImportError> {
        let mut read = || {
            // Seeking writes out what is buffered first.
            self.file.seek(SeekFrom::Start(place.offset))?;
            let mut bytes = vec![0; place.length];
            self.file.get_mut().read_exact(&mut bytes)?;
            self.file.seek(SeekFrom::Start(self.end))?;
            String::from_utf8(bytes).map_err(std::io::Error::other)
        };
        read().map_err(ImportError::io("reading a staged text"))
    }
}

/// Rows of one kind, written once and then read from the beginning as often as needed.
#[derive(Debug)]
pub struct Staged<T> {
    path: PathBuf,
    out: BufWriter<File>,
    rows: u64,
    kind: PhantomData<fn() -> T>,
}

impl<T: Serialize + DeserializeOwned> Staged<T> {
    /// An empty stage of this name in the directory.
    pub fn create(scratch: &Path, name: &str) -> Result<Self, ImportError> {
        let path = scratch.join(name);
        let out = File::create(&path).map_err(ImportError::io("staging rows"))?;
        Ok(Self {
            path,
            out: BufWriter::new(out),
            rows: 0,
            kind: PhantomData,
        })
    }

    /// Adds a row.
    pub fn push(&mut self, row: &T) -> Result<(), ImportError> {
        let staging = || ImportError::io("staging rows");
        let line = serde_json::to_vec(row).map_err(|e| staging()(e.into()))?;
        self.out.write_all(&line).map_err(staging())?;
        self.out.write_all(b"\n").map_err(staging())?;
        self.rows += 1;
        Ok(())
    }

    /// Writes out what is buffered; needed before reading.
    pub fn finish(&mut self) -> Result<(), ImportError> {
        self.out.flush().map_err(ImportError::io("staging rows"))
    }

    /// How many rows there are.
    pub fn len(&self) -> u64 {
        self.rows
    }

    /// The rows in chunks of at most `size`.
    pub fn chunks(&self, size: usize) -> Result<Chunks<T>, ImportError> {
        let file = File::open(&self.path).map_err(ImportError::io("reading staged rows"))?;
        Ok(Chunks {
            lines: BufReader::new(file),
            size,
            kind: PhantomData,
        })
    }
}

/// Staged rows, some at a time.
#[derive(Debug)]
pub struct Chunks<T> {
    lines: BufReader<File>,
    size: usize,
    kind: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> Chunks<T> {
    /// The next rows; nothing at the end.
    pub fn next_chunk(&mut self) -> Result<Option<Vec<T>>, ImportError> {
        let mut rows = Vec::with_capacity(self.size);
        let mut line = String::new();
        let reading = || ImportError::io("reading staged rows");
        while rows.len() < self.size {
            line.clear();
            if self.lines.read_line(&mut line).map_err(reading())? == 0 {
                break;
            }
            rows.push(serde_json::from_str(&line).map_err(|e| reading()(e.into()))?);
        }
        Ok((!rows.is_empty()).then_some(rows))
    }
}
