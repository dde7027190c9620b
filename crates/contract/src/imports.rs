//! Imports of whole sites.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tacit_domain::imports as domain;
use uuid::Uuid;

use crate::macros::wire_enum;

wire_enum! {
    /// What became of a row of the dump: taken as something, or left out for a reason.
    RowFate from domain::RowFate {
        Person, Topic, Question, Answer, Comment, TopicText, HelpfulMark, Acceptance, RelatedLink, DuplicateLink,
        NewestText, ClosingReason, ForeignBadge, DownVote, OtherVote, StaleAcceptance, PostMissing, PersonMissing, PostLeftOut,
        OtherPost, TagMissing, TopicKnown, EmptyText, OlderText, OtherHistory, OtherLink, Repeated,
    }
}

wire_enum! {
    /// What kind of thing an imported row is.
    ItemKind from domain::ItemKind { Person, Topic, Question, Answer, Comment, Link, Badge }
}

wire_enum! {
    /// What an import made of a row that may have been here before.
    Outcome from domain::Outcome { New, Changed, Unchanged, Kept, Gone }
}

wire_enum! {
    /// How far an import has come. One that was cut off stays running until it is begun again.
    RunState from domain::RunState { Running, Finished }
}

/// An import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportRun {
    /// Its id.
    pub id: Uuid,
    /// The site.
    #[cfg_attr(feature = "openapi", schema(example = "beer.stackexchange.com"))]
    pub site: String,
    /// Name of the file or directory.
    #[cfg_attr(feature = "openapi", schema(example = "beer-2020.7z"))]
    pub file: String,
    /// How far it has come.
    pub state: RunState,
    /// The newest moment the dump knows of; no dump of an earlier day can come after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dump_at: Option<DateTime<Utc>>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it was done; while it is not, when it began.
    pub finished_at: DateTime<Utc>,
    /// Every row of the dump, counted.
    pub report: ImportReport,
}

/// Every row of every file of a dump, taken or left out; the numbers add up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportReport {
    /// Rows read.
    #[cfg_attr(feature = "openapi", schema(example = 2_937))]
    pub rows: u64,
    /// Rows that are in Tacit now.
    #[cfg_attr(feature = "openapi", schema(example = 1_741))]
    pub taken: u64,
    /// Rows that are not.
    #[cfg_attr(feature = "openapi", schema(example = 1_196))]
    pub left_out: u64,
    /// By file, in the order they were read.
    pub files: Vec<ImportedFile>,
    /// By kind, what the import made of what was here before.
    #[serde(default)]
    pub changes: Vec<ChangesOfKind>,
}

/// What an import made of the things of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChangesOfKind {
    /// What they are.
    pub kind: ItemKind,
    /// Came with this import.
    #[cfg_attr(feature = "openapi", schema(example = 785))]
    pub new: u64,
    /// Were here and are as the dump says now.
    #[cfg_attr(feature = "openapi", schema(example = 61))]
    pub changed: u64,
    /// Were here just so.
    #[cfg_attr(feature = "openapi", schema(example = 180))]
    pub unchanged: u64,
    /// Changed there but were edited here: the local edit stays.
    #[cfg_attr(feature = "openapi", schema(example = 1))]
    pub kept: u64,
    /// Are here and were missing in the dump for the first time: they stay and are marked.
    #[cfg_attr(feature = "openapi", schema(example = 3))]
    pub gone: u64,
}

/// The rows of one file of a dump.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportedFile {
    /// Its name.
    #[cfg_attr(feature = "openapi", schema(example = "Posts.xml"))]
    pub name: String,
    /// Rows read; the sum of `fates`.
    #[cfg_attr(feature = "openapi", schema(example = 177))]
    pub rows: u64,
    /// What became of them: first what was taken, then what was left out.
    pub fates: Vec<RowsOfFate>,
}

/// How many rows of a file had one fate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RowsOfFate {
    /// What became of them.
    pub fate: RowFate,
    /// Whether they are in Tacit now.
    pub taken: bool,
    /// The fate in English words.
    #[cfg_attr(feature = "openapi", schema(example = "questions"))]
    pub text: String,
    /// How many.
    #[cfg_attr(feature = "openapi", schema(example = 54))]
    pub rows: u64,
}
