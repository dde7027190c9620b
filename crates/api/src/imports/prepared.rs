//! What the second reading makes of a dump: rows as they will stand in the database.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tacit_contract::imports::ImportReport;
use tacit_domain::imports::{ItemKind, Site};
use uuid::Uuid;

use super::error::ImportError;
use super::stage::Staged;

/// Everything there is to write.
#[derive(Debug)]
pub struct Prepared {
    /// Where it comes from.
    pub site: Site,
    /// The newest moment the dump knows of.
    pub dump_at: i64,
    /// People.
    pub people: Staged<Person>,
    /// Topics, in the order [`Question::topics`] counts them.
    pub topics: Arc<Vec<Topic>>,
    /// Posts, by what they are.
    pub posts: Posts,
    /// Links between posts.
    pub links: Vec<Link>,
    /// Badges.
    pub badges: Staged<Badge>,
    /// Which of what may be here are in the dump; none where the dump has no file of the kind.
    pub present: Arc<Vec<Present>>,
    /// The account of all rows.
    pub report: ImportReport,
}

/// Posts by what they are: each kind points to those before it.
#[derive(Debug)]
pub struct Posts {
    pub questions: Staged<Post>,
    pub answers: Staged<Post>,
    pub comments: Staged<Post>,
}

impl Posts {
    /// None yet.
    ///
    /// # Errors
    /// The stage cannot be written.
    pub fn create(scratch: &Path) -> Result<Self, ImportError> {
        Ok(Self {
            questions: Staged::create(scratch, "questions")?,
            answers: Staged::create(scratch, "answers")?,
            comments: Staged::create(scratch, "comments")?,
        })
    }

    /// Adds a post.
    ///
    /// # Errors
    /// The stage cannot be written.
    pub fn push(&mut self, post: &Post) -> Result<(), ImportError> {
        match post.kind() {
            ItemKind::Question => self.questions.push(post),
            ItemKind::Answer => self.answers.push(post),
            _ => self.comments.push(post),
        }
    }

    /// Writes out what is buffered.
    ///
    /// # Errors
    /// The stage cannot be written.
    pub fn finish(&mut self) -> Result<(), ImportError> {
        for staged in [&mut self.questions, &mut self.answers, &mut self.comments] {
            staged.finish()?;
        }
        Ok(())
    }

    /// How many there are.
    pub fn len(&self) -> u64 {
        self.questions.len() + self.answers.len() + self.comments.len()
    }
}

/// The ids of one kind that the dump has.
#[derive(Debug)]
pub struct Present {
    /// What they are.
    pub kind: ItemKind,
    /// Their ids there, rising.
    pub ids: Vec<i64>,
}

impl Present {
    /// Of these ids, sorted here.
    pub fn of(kind: ItemKind, ids: impl Iterator<Item = i64>) -> Self {
        let mut ids: Vec<i64> = ids.collect();
        ids.sort_unstable();
        Self { kind, ids }
    }

    /// Whether the dump has it.
    pub fn has(&self, id: i64) -> bool {
        self.ids.binary_search(&id).is_ok()
    }
}

/// Somebody who wrote there.
#[derive(Debug, Serialize, Deserialize)]
pub struct Person {
    pub id: Uuid,
    pub source_id: i64,
    pub display_name: String,
    pub place: String,
    pub bio: String,
    pub license: String,
    pub created_at: i64,
}

/// A tag.
#[derive(Debug)]
pub struct Topic {
    pub id: Uuid,
    pub tag: String,
    pub slug: String,
    pub name: String,
    pub source_id: Option<i64>,
    pub description: String,
    pub description_html: String,
    pub license: Option<String>,
    /// None where nothing tells.
    pub created_at: Option<i64>,
}

/// A question, an answer or a comment.
#[derive(Debug, Serialize, Deserialize)]
pub struct Post {
    pub id: Uuid,
    pub source_id: i64,
    pub author: Option<Uuid>,
    pub author_name: Option<String>,
    /// It belonged to everybody there.
    pub wiki: bool,
    pub language: String,
    pub body: String,
    pub body_html: String,
    /// Up-votes by their time, oldest first.
    pub helpful: Vec<(i64, i32)>,
    pub license: String,
    pub created_at: i64,
    pub edited_at: Option<i64>,
    /// What it said at each version; the last is what it says.
    pub revisions: Vec<Revision>,
    pub part: Part,
}

/// What a post said at a version.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Revision {
    pub title: Option<String>,
    pub body: String,
    /// Slugs, comma-separated.
    pub topics: Option<String>,
    pub editor: Option<Uuid>,
    pub reason: Option<String>,
    pub at: i64,
}

/// What a post has beyond what all have.
#[derive(Debug, Serialize, Deserialize)]
pub enum Part {
    Question(Box<Question>),
    Answer { question: Uuid },
    Comment { parent: Uuid, question: Uuid },
}

impl Post {
    /// What it is.
    pub fn kind(&self) -> ItemKind {
        match self.part {
            Part::Question(_) => ItemKind::Question,
            Part::Answer { .. } => ItemKind::Answer,
            Part::Comment { .. } => ItemKind::Comment,
        }
    }

    /// How many found it helpful.
    pub fn helpful_count(&self) -> i32 {
        self.helpful.iter().map(|(_, count)| count).sum()
    }

    /// What it has as a question.
    pub fn question(&self) -> Option<&Question> {
        match &self.part {
            Part::Question(question) => Some(question),
            _ => None,
        }
    }
}

/// What a question has.
#[derive(Debug, Serialize, Deserialize)]
pub struct Question {
    pub title: String,
    pub standing: Standing,
    pub closed_at: Option<i64>,
    /// What the site said of the closing, where our reasons say less.
    pub note: Option<String>,
    pub last_activity_at: i64,
    /// Places in [`Prepared::topics`].
    pub topics: Vec<usize>,
    /// Their slugs, comma-separated.
    pub slugs: String,
}

/// How a question stands: what was accepted, why it was closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    pub accepted: Option<Uuid>,
    pub accepted_at: Option<i64>,
    /// A word of [`tacit_domain::questions::CloseReason`].
    pub closed: Option<String>,
    pub duplicate_of: Option<Uuid>,
}

/// One post points to another.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub from: Uuid,
    pub to: Uuid,
    pub duplicate: bool,
    pub at: i64,
}

/// A badge a person had there.
#[derive(Debug, Serialize, Deserialize)]
pub struct Badge {
    pub source_id: i64,
    pub person: Uuid,
    pub name: String,
    /// A word of [`tacit_domain::imports::BadgeClass`].
    pub class: String,
    pub topical: bool,
    pub at: i64,
}
