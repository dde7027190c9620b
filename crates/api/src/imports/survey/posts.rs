//! Posts: questions and answers are taken, texts of tags go to their topics, the rest is left out.

use std::collections::HashMap;

use tacit_domain::imports::{RowFate, tags::tags};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::{Reading, Survey, id_at};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;
use crate::imports::rows::Row;

/// What is kept of a post.
#[derive(Clone, Debug)]
pub struct PostFact {
    /// Its id here.
    pub id: Uuid,
    /// Question, answer, or what else.
    pub role: PostRole,
    /// Who wrote it, by the id there.
    pub owner: Option<i64>,
    /// When, in microseconds.
    pub created_at: i64,
}

/// What a post is there, and what becomes of it.
#[derive(Clone, Debug)]
pub enum PostRole {
    /// A question.
    Question(QuestionFact),
    /// An answer to the question of this id there.
    Answer(i64),
    /// An answer whose question is not in the dump.
    Orphan,
    /// What a tag is about.
    TagText,
    /// Anything else.
    Other,
}

/// What is kept of a question.
#[derive(Clone, Debug, Default)]
pub struct QuestionFact {
    /// The accepted answer by its id there; checked once all posts are read.
    pub accepted: Option<i64>,
    /// Answers that are taken.
    pub answers: i32,
    /// When it was closed.
    pub closed_at: Option<i64>,
    /// The number of the reason the site gave.
    pub closing: Option<u32>,
    /// The original by its id there.
    pub duplicate_of: Option<i64>,
}

impl PostFact {
    /// Whether it becomes a post here.
    pub fn is_taken(&self) -> bool {
        matches!(self.role, PostRole::Question(_) | PostRole::Answer(_))
    }
}

impl Survey {
    pub(super) fn read_posts(&mut self, rows: &mut Reading<'_>) -> Result<(), ImportError> {
        while let Some(row) = rows.next_row()? {
            let id = row.need("Id")?;
            if self.posts.contains_key(&id) {
                self.ledger.count(DumpFile::Posts, RowFate::Repeated);
                continue;
            }
            let fact = self.post(id, &row)?;
            self.posts.insert(id, fact);
        }
        self.settle_answers();
        Ok(())
    }

    /// Answers are counted when all questions are known.
    fn post(&mut self, id: i64, row: &Row) -> Result<PostFact, ImportError> {
        let created_at = row.created_at()?;
        self.newest = self.newest.max(created_at);
        for later in ["LastEditDate", "LastActivityDate"] {
            let at = row.read(later)?.map(Timestamp::micros);
            self.newest = self.newest.max(at.unwrap_or_default());
        }
        let role = match row.need::<u32>("PostTypeId")? {
            1 => {
                row.need::<String>("Title")?;
                for tag in tags(row.text("Tags").unwrap_or_default()) {
                    let at = self.tag(tag);
                    if let Some(fact) = self.tags.get_mut(at) {
                        let first = fact.first_used_at.unwrap_or(created_at);
                        fact.first_used_at = Some(first.min(created_at));
                    }
                }
                self.ledger.count(DumpFile::Posts, RowFate::Question);
                PostRole::Question(QuestionFact {
                    accepted: row.read("AcceptedAnswerId")?,
                    closed_at: row.read("ClosedDate")?.map(Timestamp::micros),
                    ..QuestionFact::default()
                })
            }
            2 => PostRole::Answer(row.need("ParentId")?),
            4 | 5 => self.tag_text(id, row),
            _ => {
                self.ledger.count(DumpFile::Posts, RowFate::OtherPost);
                PostRole::Other
            }
        };
        Ok(PostFact {
            id: id_at(created_at),
            role,
            owner: row.read("OwnerUserId")?,
            created_at,
        })
    }

    fn tag_text(&mut self, id: i64, row: &Row) -> PostRole {
        let fate = if !self.tags.iter().any(|tag| tag.texts.contains(&Some(id))) {
            RowFate::TagMissing
        } else if row.text("Body").is_none() {
            RowFate::EmptyText
        } else {
            RowFate::TopicText
        };
        self.ledger.count(DumpFile::Posts, fate);
        if fate == RowFate::TopicText {
            PostRole::TagText
        } else {
            PostRole::Other
        }
    }

    fn settle_answers(&mut self) {
        let answers: Vec<(i64, i64)> = self
            .posts
            .iter()
            .filter_map(|(id, fact)| match fact.role {
                PostRole::Answer(question) => Some((*id, question)),
                _ => None,
            })
            .collect();
        for (id, question) in &answers {
            if let Some(question) = self.question_mut(*question) {
                question.answers += 1;
                self.ledger.count(DumpFile::Posts, RowFate::Answer);
            } else {
                if let Some(fact) = self.posts.get_mut(id) {
                    fact.role = PostRole::Orphan;
                }
                self.ledger.count(DumpFile::Posts, RowFate::PostMissing);
            }
        }
        let of: HashMap<i64, i64> = answers.into_iter().collect();
        for (id, fact) in &mut self.posts {
            if let PostRole::Question(question) = &mut fact.role {
                let accepted = question.accepted;
                question.accepted = accepted.filter(|answer| of.get(answer) == Some(id));
            }
        }
    }

    pub(super) fn question(&self, id: i64) -> Option<&QuestionFact> {
        match &self.posts.get(&id)?.role {
            PostRole::Question(question) => Some(question),
            _ => None,
        }
    }

    pub(super) fn question_mut(&mut self, id: i64) -> Option<&mut QuestionFact> {
        match &mut self.posts.get_mut(&id)?.role {
            PostRole::Question(question) => Some(question),
            _ => None,
        }
    }
}
