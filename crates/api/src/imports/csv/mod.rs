//! Tables of an organisation's own: members, and questions with their answers.
//!
//! A table is read whole and every row checked before anything is written. What the columns are taken for is shown first;
//! a row that is wrong stops everything, unless it may be left out.

mod members;
mod questions;
mod read;
mod table;
mod template;

use std::fmt;
use std::path::{Path, PathBuf};

use tacit_domain::imports::sheet::{BadSheet, Field, Mapping, SheetKind};
use tacit_domain::moderation::{AuditAct, AuditSubject};

use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::moderation::audit::Entry;
use crate::state::AppState;
use members::NewMember;
use questions::NewThread;

pub use table::{bad_rows, mapping};
pub use template::template;

/// Things written in one transaction.
const BATCH: usize = 50;

/// A table that was read: what it says, and what is wrong with it.
#[derive(Debug)]
pub struct Sheet {
    /// What it is of.
    pub kind: SheetKind,
    /// Its headings.
    pub headings: Vec<String>,
    /// What they are taken for.
    pub mapping: Mapping,
    /// Rows read, without the headings.
    pub rows: usize,
    /// Rows that say what is here already.
    pub known: usize,
    /// Rows that cannot be taken.
    pub bad: Vec<BadRow>,
    /// Name of the file.
    file: String,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Members(Vec<NewMember>),
    Questions(Vec<NewThread>),
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// The line of the file on which it begins, from 1.
    pub line: u64,
    /// The column, where it is one.
    pub field: Option<Field>,
    /// What is wrong.
    pub problem: String,
}

impl BadRow {
    fn new(line: u64, field: Field, problem: impl ToString) -> Self {
        Self {
            line,
            field: Some(field),
            problem: problem.to_string(),
        }
    }
}

/// Why a table cannot be imported; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The file cannot be read.
    #[error("{0}: {1}")]
    Io(PathBuf, std::io::Error),
    /// It is no table, or not in UTF-8.
    #[error("this is no table of values separated by commas, semicolons or tabs in UTF-8: {0}")]
    Csv(#[from] csv::Error),
    /// The headings do not fit.
    #[error(transparent)]
    Headings(#[from] BadSheet),
    /// Rows are wrong.
    #[error(
        "of the rows {0} cannot be taken; correct them, or leave them out with --skip-bad-rows"
    )]
    BadRows(usize),
    /// The database refused in the middle.
    #[error("{written}; run the same command again to go on: {cause}")]
    Stopped {
        /// What is there.
        written: Written,
        /// Why it stopped.
        cause: AppError,
    },
    /// The database refused.
    #[error("the database refused: {0}")]
    Database(#[from] AppError),
}

impl From<sea_orm::DbErr> for SheetError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}

/// How much was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Members.
    pub members: usize,
    /// Questions.
    pub questions: usize,
    /// Answers.
    pub answers: usize,
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.questions > 0 {
            write!(
                f,
                "Questions written: {}; answers: {}",
                self.questions, self.answers
            )
        } else {
            write!(f, "Rows written: {}", self.members)
        }
    }
}

/// Reads a table and checks every row against what is here. Writes nothing.
///
/// # Errors
/// No such file, no table, headings that do not fit.
pub async fn read(state: &AppState, kind: SheetKind, path: &Path) -> Result<Sheet, SheetError> {
    let bytes = std::fs::read(path).map_err(|error| SheetError::Io(path.to_owned(), error))?;
    let (headings, lines) = read::lines(&bytes)?;
    let heads: Vec<&str> = headings.iter().map(String::as_str).collect();
    let mapping = Mapping::of(kind, &heads)?;
    let rows = lines.len();
    let (content, known, bad) = match kind {
        SheetKind::Members => {
            let (members, known, bad) = members::check(state, &mapping, &lines).await?;
            (Content::Members(members), known, bad)
        }
        SheetKind::Questions => {
            let (threads, known, bad) = questions::check(state, &mapping, &lines).await?;
            (Content::Questions(threads), known, bad)
        }
    };
    let file = path.file_name().unwrap_or_default();
    Ok(Sheet {
        file: file.to_string_lossy().into_owned(),
        kind,
        headings,
        mapping,
        rows,
        known,
        bad,
        content,
    })
}

/// Writes what was read.
///
/// # Errors
/// Rows are wrong and may not be left out: nothing was written then. A failure of the database.
pub async fn write(
    state: &AppState,
    sheet: Sheet,
    skip_bad_rows: bool,
) -> Result<Written, SheetError> {
    if !sheet.bad.is_empty() && !skip_bad_rows {
        return Err(SheetError::BadRows(sheet.bad.len()));
    }
    match sheet.content {
        Content::Members(members) => members::write(state, &sheet.file, members).await,
        Content::Questions(threads) => questions::write(state, &sheet.file, threads).await,
    }
}

/// The table stands in the log of acts of office from its first transaction on: cut off later, it was there all the same.
async fn log(state: &AppState, tx: &Tx, act: AuditAct, file: &str) -> AppResult<()> {
    let subject = (AuditSubject::Organisation, state.ids.next());
    Entry::by_operator(state.ids, state.clock.now(), act, subject)
        .detail(file)
        .write(tx)
        .await
}

/// The member behind an address.
async fn member_of(
    db: &impl sea_orm::ConnectionTrait,
    address: &str,
) -> AppResult<Option<crate::db::entities::member::Model>> {
    let email = tacit_domain::identity::email::EmailAddress::parse(address);
    match email {
        Ok(email) => Ok(crate::identity::repo::members::find_by_email(db, email.as_str()).await?),
        Err(_) => Ok(None),
    }
}
