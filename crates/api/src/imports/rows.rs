//! The rows of one file of a dump, streamed: `<row A="..." B="..." />` in one root element. Entities are the five of XML
//! and numbers; anything else, like a file that ends early, is an error that names file and row.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use quick_xml::Reader;
use quick_xml::events::Event;
use tacit_domain::time::Timestamp;

use super::dump::DumpFile;
use super::error::ImportError;

type Source = Metered<Box<dyn Read + Send>>;

/// Longest row in bytes: a post has at most some hundred thousand.
const LONGEST: u64 = 8 * 1024 * 1024;

/// Reads no more than so many bytes before somebody says that it may go on: a row without end is not kept in memory.
struct Metered<R> {
    source: R,
    left: Arc<AtomicU64>,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let left = self.left.load(Relaxed);
        if left == 0 {
            return Err(std::io::Error::other("a row is too long"));
        }
        let read = self.source.read(into)?;
        let taken = u64::try_from(read).unwrap_or(u64::MAX);
        self.left.store(left.saturating_sub(taken), Relaxed);
        Ok(read)
    }
}

/// Reads the rows of a file one after the other.
pub struct Rows {
    file: DumpFile,
    reader: Reader<BufReader<Source>>,
    buffer: Vec<u8>,
    left: Arc<AtomicU64>,
    read: u64,
    depth: u32,
    done: bool,
}

/// One row: its attributes, unescaped.
#[derive(Debug)]
pub struct Row {
    file: DumpFile,
    number: u64,
    attributes: Vec<(String, String)>,
}

impl Rows {
    /// The rows of the file at `path`.
    pub(super) fn open(file: DumpFile, path: &Path) -> Result<Self, ImportError> {
        let source = File::open(path).map_err(ImportError::io(format!("opening {file}")))?;
        Ok(Self::of(file, Box::new(source)))
    }

    /// The rows of a file that is not there: none.
    pub(super) fn none(file: DumpFile) -> Self {
        let mut rows = Self::of(file, Box::new(std::io::empty()));
        rows.done = true;
        rows
    }

    fn of(file: DumpFile, source: Box<dyn Read + Send>) -> Self {
        let left = Arc::new(AtomicU64::new(LONGEST));
        let source = Metered {
            source,
            left: Arc::clone(&left),
        };
        Self {
            left,
            file,
            reader: Reader::from_reader(BufReader::with_capacity(64 * 1024, source)),
            buffer: Vec::new(),
            read: 0,
            depth: 0,
            done: false,
        }
    }

    /// Rows read so far.
    pub fn count(&self) -> u64 {
        self.read
    }

    /// Bytes read so far.
    pub fn position(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// The next row, or nothing at the end of the root element.
    ///
    /// # Errors
    /// Not well-formed, or the file ends early.
    pub fn next_row(&mut self) -> Result<Option<Row>, ImportError> {
        while !self.done {
            self.buffer.clear();
            let (file, row) = (self.file, self.read);
            let left = Arc::clone(&self.left);
            let broken = |cause| match left.load(Relaxed) {
                0 => ImportError::LongRow {
                    file,
                    row: row + 1,
                    limit: LONGEST,
                },
                _ => ImportError::Xml { file, row, cause },
            };
            self.left.store(LONGEST, Relaxed);
            let event = self.reader.read_event_into(&mut self.buffer);
            match event.map_err(broken)? {
                Event::Start(tag) if self.depth == 0 && tag.name().as_ref() != "row" => {
                    self.depth = 1;
                }
                Event::Empty(tag) if self.depth == 1 && tag.name().as_ref() == "row" => {
                    let mut attributes = Vec::new();
                    for attribute in tag.attributes() {
                        let attribute = attribute.map_err(|e| broken(e.into()))?;
                        let value = quick_xml::escape::unescape(&attribute.value)
                            .map_err(|e| broken(e.into()))?;
                        let name = attribute.key.as_ref().to_owned();
                        attributes.push((name, value.replace('\0', "")));
                    }
                    self.read += 1;
                    return Ok(Some(Row {
                        file: self.file,
                        number: self.read,
                        attributes,
                    }));
                }
                Event::Empty(_) if self.depth == 0 => self.done = true,
                Event::End(_) => self.done = true,
                Event::Eof => return Err(ImportError::CutOff(self.file)),
                Event::Decl(_) | Event::Comment(_) | Event::PI(_) => {}
                Event::Text(text) if text.trim_ascii().is_empty() => {}
                _ => return Err(unexpected(self.file, self.read)),
            }
        }
        Ok(None)
    }
}

fn unexpected(file: DumpFile, row: u64) -> ImportError {
    let cause = std::io::Error::other("something that is no row");
    ImportError::Xml {
        file,
        row,
        cause: cause.into(),
    }
}

impl Row {
    /// The attribute, if the row has it and it is not blank.
    pub fn text(&self, attribute: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(name, _)| name == attribute);
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.trim().is_empty())
    }

    /// The attribute as a number or a time; nothing where the row does not have it.
    ///
    /// # Errors
    /// It has it in another form.
    pub fn read<T: FromStr>(&self, attribute: &'static str) -> Result<Option<T>, ImportError> {
        self.text(attribute)
            .map(|value| value.trim().parse())
            .transpose()
            .map_err(|_| self.wrong(attribute))
    }

    /// The attribute as a number or a time.
    ///
    /// # Errors
    /// It is missing or has another form.
    pub fn need<T: FromStr>(&self, attribute: &'static str) -> Result<T, ImportError> {
        self.read(attribute)?.ok_or_else(|| self.wrong(attribute))
    }

    /// When it was made, in microseconds. Dumps write UTC without saying so.
    ///
    /// # Errors
    /// It is missing or no time.
    pub fn created_at(&self) -> Result<i64, ImportError> {
        self.need::<Timestamp>("CreationDate")
            .map(Timestamp::micros)
    }

    fn wrong(&self, attribute: &'static str) -> ImportError {
        ImportError::Row {
            file: self.file,
            row: self.number,
            attribute,
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn read(xml: &'static str) -> Result<Vec<Row>, ImportError> {
        let mut rows = Rows::of(DumpFile::Tags, Box::new(xml.as_bytes()));
        let mut all = Vec::new();
        while let Some(row) = rows.next_row()? {
            all.push(row);
        }
        Ok(all)
    }

    #[test]
    fn rows_are_read_with_their_entities() {
        let xml = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<tags>\n  \
            <row Id=\"1\" Text=\"&lt;p&gt;a&#xA;b &amp; &quot;c&quot;\" Empty=\"\" />\n</tags>\n";
        let rows = read(xml).unwrap();
        let row = rows.first().unwrap();
        assert_eq!(row.need::<i64>("Id").unwrap(), 1);
        assert_eq!(row.text("Text"), Some("<p>a\nb & \"c\""));
        assert_eq!((row.text("Empty"), row.text("None")), (None, None));
        assert!(read("<tags/>").unwrap().is_empty());
    }

    #[test]
    fn what_is_broken_is_told() {
        for cut in ["", "<tags>", "<tags><row Id=\"1\" />"] {
            assert!(matches!(read(cut), Err(ImportError::CutOff(_))), "{cut}");
        }
        for broken in [
            "<tags><row Id=\"1",
            "<tags><row Id=\"1\" /",
            "<tags><row Id=1 /></tags>",
            "<tags><row Id=\"&nbsp;\" /></tags>",
            "<tags><row Id=\"1\" Id=\"2\" /></tags>",
            "<tags>words</tags>",
            "<tags><row Id=\"1\" /></users>",
        ] {
            assert!(read(broken).is_err(), "{broken}");
        }
    }
}
