//! A dump on disk: a directory of XML files, or a 7z archive of one, which is unpacked into a temporary directory.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use sevenz_rust2::{ArchiveReader, Password};
use tempfile::TempDir;

use super::error::ImportError;
use super::rows::Rows;

/// The files of a dump in the order they are read: each needs only what came before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DumpFile {
    /// Tags.
    Tags,
    /// People.
    Users,
    /// Questions, answers, texts of tags.
    Posts,
    /// Votes.
    Votes,
    /// What was typed, and when what happened to a post.
    PostHistory,
    /// Comments.
    Comments,
    /// Links between posts.
    PostLinks,
    /// Badges.
    Badges,
}

impl DumpFile {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Tags,
        Self::Users,
        Self::Posts,
        Self::Votes,
        Self::PostHistory,
        Self::Comments,
        Self::PostLinks,
        Self::Badges,
    ];

    /// The name in the dump.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tags => "Tags.xml",
            Self::Users => "Users.xml",
            Self::Posts => "Posts.xml",
            Self::Votes => "Votes.xml",
            Self::PostHistory => "PostHistory.xml",
            Self::Comments => "Comments.xml",
            Self::PostLinks => "PostLinks.xml",
            Self::Badges => "Badges.xml",
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file| file.name() == name)
    }
}

impl fmt::Display for DumpFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// An opened dump. What was unpacked, and what the import stages beside it, goes away with it.
#[derive(Debug)]
pub struct Dump {
    files: PathBuf,
    scratch: TempDir,
}

/// A dump unpacks to at most this many times its packed size, and always to [`UNPACKED_FLOOR`]: XML packs well, but a
/// hundred times is no XML.
const UNPACKED_RATIO: u64 = 100;
const UNPACKED_FLOOR: u64 = 64 * 1024 * 1024;

impl Dump {
    /// Opens the directory or archive at `path`; temporary files go into `scratch_dir`.
    ///
    /// # Errors
    /// Nothing there, no dump, a broken archive.
    pub fn open(path: &Path, scratch_dir: &Path) -> Result<Self, ImportError> {
        let scratch = tempfile::Builder::new()
            .prefix(super::scratch::PREFIX)
            .tempdir_in(scratch_dir)
            .map_err(ImportError::io(format!(
                "making a temporary directory in {}",
                scratch_dir.display()
            )))?;
        let metadata = fs::metadata(path).map_err(|_| ImportError::Missing(path.to_owned()))?;
        let files = if metadata.is_dir() {
            path.to_owned()
        } else if is_archive(path)? {
            unpack(path, most_unpacked(metadata.len()), scratch.path())?;
            scratch.path().to_owned()
        } else {
            return Err(ImportError::NotADump(path.to_owned()));
        };
        if !files.join(DumpFile::Posts.name()).is_file() {
            return Err(ImportError::NoPosts(path.to_owned()));
        }
        Ok(Self { files, scratch })
    }

    /// Whether the dump has the file.
    pub fn has(&self, file: DumpFile) -> bool {
        self.path(file).is_file()
    }

    /// Size of the file in bytes, 0 where there is none.
    pub fn size(&self, file: DumpFile) -> u64 {
        fs::metadata(self.path(file)).map_or(0, |metadata| metadata.len())
    }

    /// The rows of a file; none where there is no file.
    ///
    /// # Errors
    /// The file cannot be opened.
    pub fn rows(&self, file: DumpFile) -> Result<Rows, ImportError> {
        if self.has(file) {
            Rows::open(file, &self.path(file))
        } else {
            Ok(Rows::none(file))
        }
    }

    /// Where temporary files of the import go.
    pub fn scratch(&self) -> &Path {
        self.scratch.path()
    }

    fn path(&self, file: DumpFile) -> PathBuf {
        self.files.join(file.name())
    }
}

fn is_archive(path: &Path) -> Result<bool, ImportError> {
    const SIGNATURE: [u8; 6] = [b'7', b'z', 0xBC, 0xAF, 0x27, 0x1C];
    let mut head = Vec::new();
    File::open(path)
        .and_then(|file| file.take(6).read_to_end(&mut head))
        .map_err(ImportError::io(format!("reading {}", path.display())))?;
    let named = path.extension().is_some_and(|extension| extension == "7z");
    Ok(named || head == SIGNATURE)
}

/// As much as an archive of this size may unpack to.
fn most_unpacked(packed: u64) -> u64 {
    packed.saturating_mul(UNPACKED_RATIO).max(UNPACKED_FLOOR)
}

/// Unpacks the files of a dump, at most `limit` bytes of them, by their names alone: what else is in the archive, and where it wants to go, is ignored.
fn unpack(path: &Path, limit: u64, into: &Path) -> Result<(), ImportError> {
    let broken = |cause| ImportError::Archive {
        path: path.to_owned(),
        cause,
    };
    let too_large = || ImportError::TooLarge {
        path: path.to_owned(),
        limit,
    };
    let mut archive = ArchiveReader::open(path, Password::empty()).map_err(broken)?;
    archive.set_thread_count(1);
    let declared = archive.archive().files.iter().map(|file| file.size());
    if declared.fold(0u64, u64::saturating_add) > limit {
        return Err(too_large());
    }
    let mut left = limit;
    let mut grown = false;
    let outcome = archive.for_each_entries(|entry, reader| {
        let name = entry.name().rsplit(['/', '\\']).next().unwrap_or_default();
        let Some(file) = DumpFile::of_name(name).filter(|_| !entry.is_directory()) else {
            return Ok(true);
        };
        let mut out = File::create(into.join(file.name()))?;
        let written = io::copy(&mut reader.take(left.saturating_add(1)), &mut out)?;
        grown |= written > left;
        left = left.saturating_sub(written);
        Ok(!grown)
    });
    if grown {
        return Err(too_large());
    }
    outcome.map_err(broken)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn an_archive_that_grows_beyond_its_limit_is_refused() {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("bomb.7z");
        let mut archive = sevenz_rust2::ArchiveWriter::create(&path).unwrap();
        let entry = sevenz_rust2::ArchiveEntry::new_file("Posts.xml");
        let zeros = io::repeat(0).take(300_000);
        archive.push_archive_entry(entry, Some(zeros)).unwrap();
        archive.finish().unwrap();
        let packed = fs::metadata(&path).unwrap().len();
        assert!(packed < 3_000, "it is a bomb: {packed} bytes");
        let refused = unpack(&path, packed * UNPACKED_RATIO, place.path());
        assert!(
            matches!(refused, Err(ImportError::TooLarge { .. })),
            "{refused:?}"
        );
        assert!(unpack(&path, 300_000, place.path()).is_ok());
    }

    #[test]
    fn small_archives_may_grow_to_a_floor_and_large_ones_by_a_factor() {
        assert_eq!(most_unpacked(1_000), UNPACKED_FLOOR);
        assert_eq!(most_unpacked(10_000_000), 1_000_000_000);
        assert_eq!(most_unpacked(u64::MAX), u64::MAX);
    }
}
