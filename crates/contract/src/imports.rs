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
        OtherPost, TagMissing, TopicKnown, EmptyText, Revision, OlderText, OtherHistory, OtherLink, Repeated,
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

wire_enum! {
    /// Why the text of a post, rendered here, differs from what the dump shows.
    Difference from domain::Difference {
        OtherVersion, SiteMarkup, Spoiler, Snippet, RawHtml, Blocks, Signs, Unknown,
    }
}

wire_enum! {
    /// How hard a badge was to get on another site.
    BadgeClass from domain::BadgeClass { Gold, Silver, Bronze }
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
    /// The texts as they are rendered here, beside what the dump shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub texts: Option<TextComparison>,
}

/// How many posts read here as the dump shows them, word for word and sign for sign, and why others do not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TextComparison {
    /// Posts whose text the dump shows as HTML: questions and answers.
    #[cfg_attr(feature = "openapi", schema(example = 3_306))]
    pub compared: u64,
    /// Those that read the same.
    #[cfg_attr(feature = "openapi", schema(example = 3_241))]
    pub same: u64,
    /// Those that do not; the sum of `causes`.
    #[cfg_attr(feature = "openapi", schema(example = 65))]
    pub different: u64,
    /// Posts whose text the dump does not show as HTML: comments.
    #[cfg_attr(feature = "openapi", schema(example = 3_509))]
    pub not_compared: u64,
    /// Why they differ.
    pub causes: Vec<PostsOfDifference>,
}

/// How many posts differ for one cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PostsOfDifference {
    /// The cause.
    pub cause: Difference,
    /// The cause in English words.
    #[cfg_attr(feature = "openapi", schema(example = "short forms of that site"))]
    pub text: String,
    /// How many.
    #[cfg_attr(feature = "openapi", schema(example = 12))]
    pub posts: u64,
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

/// A badge a person had on an imported site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ImportedBadge {
    /// What it is called there.
    #[cfg_attr(feature = "openapi", schema(example = "Good Answer"))]
    pub name: String,
    /// How hard it was to get.
    pub class: BadgeClass,
    /// Whether it was given for a tag.
    #[cfg_attr(feature = "openapi", schema(example = false))]
    pub topical: bool,
    /// When it was given.
    pub awarded_at: DateTime<Utc>,
    /// The site.
    #[cfg_attr(feature = "openapi", schema(example = "beer.stackexchange.com"))]
    pub site: String,
}

/// Which page of badges.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListImportedBadgesQuery {
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

/// Why an imported post is to be looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PostMark {
    /// It changed there, but was edited here: the local edit stays.
    #[default]
    Kept,
    /// It is not there any more.
    Gone,
}

/// A post that an import marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MarkedPost {
    /// Post id.
    pub id: Uuid,
    /// What it is.
    pub kind: ItemKind,
    /// The question on whose page it stands; its own id for a question.
    pub question_id: Uuid,
    /// The title of that question.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "How cold should a lager be served?")
    )]
    pub title: String,
    /// The site.
    #[cfg_attr(feature = "openapi", schema(example = "beer.stackexchange.com"))]
    pub site: String,
    /// Its address there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "openapi",
        schema(example = "https://beer.stackexchange.com/a/12")
    )]
    pub url: Option<String>,
    /// When the first dump without it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone_at: Option<DateTime<Utc>>,
}

/// Which marked posts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListMarkedPostsQuery {
    /// Why; kept when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<PostMark>,
    /// From `next_cursor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Rows, 1 to 100; 20 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

wire_enum! {
    /// What a table of values is of.
    SheetKind from domain::sheet::SheetKind { Members, Questions }
}

/// A skills vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum VocabularyName {
    /// European Skills, Competences, Qualifications and Occupations.
    Esco,
    /// The content model of the Occupational Information Network.
    Onet,
}

/// What becomes of a row of a vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum TermFate {
    /// It becomes a topic.
    New,
    /// A topic that is here means it, and gets its address and other labels.
    Mapped,
    /// It was imported before; nothing changes.
    Known,
    /// Its place under another topic is set.
    Placed,
    /// It is left out.
    LeftOut,
}

/// How to import a vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ImportVocabularyQuery {
    /// Whether terms that are no topic yet become one; true when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub create: Option<bool>,
}

/// A row of a vocabulary, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VocabularyTerm {
    /// The line of the file.
    pub line: u64,
    /// What the vocabulary knows it by; may be empty.
    #[cfg_attr(
        feature = "openapi",
        schema(example = "http://data.europa.eu/esco/skill/1")
    )]
    pub id: String,
    /// What it is called; may be empty.
    #[cfg_attr(feature = "openapi", schema(example = "Haskell"))]
    pub label: String,
    /// What becomes of it.
    pub fate: TermFate,
    /// The topic that is here: the one it is, or under which it is placed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    /// Why it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
}

/// What becomes of a vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct VocabularyPlan {
    /// Which.
    pub vocabulary: VocabularyName,
    /// Where it comes from.
    #[cfg_attr(feature = "openapi", schema(example = "esco.ec.europa.eu"))]
    pub site: String,
    /// Under which licence.
    #[cfg_attr(feature = "openapi", schema(example = "CC BY 4.0"))]
    pub license: String,
    /// Rows read.
    pub rows: u64,
    /// How many become topics.
    pub new: u64,
    /// How many are topics that are here.
    pub mapped: u64,
    /// How many were imported before.
    pub known: u64,
    /// How many get a place under another topic.
    pub placed: u64,
    /// How many are left out.
    pub left_out: u64,
    /// The first 200 rows.
    pub items: Vec<VocabularyTerm>,
}
