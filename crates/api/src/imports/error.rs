//! Why a dump cannot be imported. Whatever it is, the database is as before.

use std::io;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use tacit_domain::imports::NotASite;

use super::dump::DumpFile;
use crate::error::AppError;

/// What stops an import; each says what to do or where to look.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is nothing at the path.
    #[error("there is no file or directory {0}")]
    Missing(PathBuf),
    /// Neither a directory nor a 7z archive.
    #[error("{0} is neither a directory nor a .7z archive")]
    NotADump(PathBuf),
    /// A dump without its posts.
    #[error("{0} has no Posts.xml, so it is no dump of a Stack Exchange site")]
    NoPosts(PathBuf),
    /// The name tells no site.
    #[error("{0} (with --site)")]
    Site(#[from] NotASite),
    /// The archive cannot be unpacked.
    #[error("the archive {path} is broken or cut off: {cause}")]
    Archive {
        /// Which.
        path: PathBuf,
        /// What the unpacker said.
        cause: sevenz_rust2::Error,
    },
    /// The archive would unpack to more than its size makes believable.
    #[error(
        "the archive {path} would unpack to more than {limit} bytes, which no dump of its size does"
    )]
    TooLarge {
        /// Which.
        path: PathBuf,
        /// Where unpacking stopped.
        limit: u64,
    },
    /// A file ends before its last row.
    #[error("{0} is cut off: it ends before its closing tag")]
    CutOff(DumpFile),
    /// A file is not well-formed.
    #[error("{file} is no well-formed XML after row {row}: {cause}")]
    Xml {
        /// Which.
        file: DumpFile,
        /// Rows read before.
        row: u64,
        /// What the reader said.
        cause: quick_xml::Error,
    },
    /// A row is longer than any post can be.
    #[error("{file}, row {row} is longer than {limit} bytes, which no post is")]
    LongRow {
        /// Which file.
        file: DumpFile,
        /// Rows read before, and one.
        row: u64,
        /// The most there may be.
        limit: u64,
    },
    /// A row lacks something, or has it in another form.
    #[error("{file}, row {row}: {attribute} is missing or not of its form")]
    Row {
        /// Which file.
        file: DumpFile,
        /// Which row, from 1.
        row: u64,
        /// Which attribute.
        attribute: &'static str,
    },
    /// The report does not count every row: a mistake of ours, told instead of hidden.
    #[error("{file}: {rows} rows were read but {accounted} accounted for")]
    Unaccounted {
        /// Which file.
        file: DumpFile,
        /// Rows read.
        rows: u64,
        /// Sum of the fates.
        accounted: u64,
    },
    /// A later dump of the site is here already.
    #[error(
        "this dump of {site} is older than what is here: it ends on {}, the one that was imported on {}",
        dump_at.format("%Y-%m-%d"), newest.format("%Y-%m-%d")
    )]
    Older {
        /// Which site.
        site: String,
        /// The newest moment this dump knows of.
        dump_at: DateTime<Utc>,
        /// The newest moment the latest imported one knows of.
        newest: DateTime<Utc>,
    },
    /// Another import runs.
    #[error("another import is running: it uses {0}")]
    Busy(PathBuf),
    /// Reading or writing failed.
    #[error("{what}: {cause}")]
    Io {
        /// What was being done.
        what: String,
        /// What the system said.
        cause: io::Error,
    },
    /// The database refused.
    #[error("the database refused: {0}")]
    Database(#[from] AppError),
}

impl ImportError {
    /// An input or output error with what was being done.
    pub fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |cause| Self::Io { what, cause }
    }
}

impl From<sea_orm::DbErr> for ImportError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}
