//! Questions and answers: the newest text as typed where the dump has it, else the HTML converted.

use std::collections::HashSet;

use tacit_domain::imports::closing::closing;
use tacit_domain::imports::tags::tags;
use tacit_domain::questions::CloseReason;
use tacit_domain::time::Timestamp;

use super::{Preparing, license_of, name};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Part, Post, Question, Revision, Standing};
use crate::imports::rows::Row;
use crate::imports::survey::{PostFact, PostRole, QuestionFact};
use crate::imports::texts;
use crate::markdown;

impl Preparing<'_> {
    pub(super) fn questions_and_answers(&mut self) -> Result<(), ImportError> {
        let mut rows = self.dump.rows(DumpFile::Posts)?;
        let mut seen = HashSet::new();
        while let Some(row) = rows.next_row()? {
            let source_id: i64 = row.need("Id")?;
            let fact = self.survey.posts.get(&source_id).cloned();
            if let Some(fact) = fact.filter(|_| seen.insert(source_id)) {
                self.post(source_id, &fact, &row)?;
                self.progress.add(1);
            }
        }
        Ok(())
    }

    fn post(&mut self, source_id: i64, fact: &PostFact, row: &Row) -> Result<(), ImportError> {
        let wiki = row.text("CommunityOwnedDate").is_some();
        let owner = self.person(fact.owner);
        let author = owner.filter(|_| !wiki);
        let part = match &fact.role {
            PostRole::Question(question) => {
                Part::Question(Box::new(self.question(fact, question, row)?))
            }
            PostRole::Answer(question) => {
                let Some(question) = self.id_of(*question) else {
                    return Ok(());
                };
                Part::Answer { question }
            }
            _ => return Ok(()),
        };
        let body = self.text(source_id, row)?;
        let title = row.text("Title").unwrap_or_default();
        let language = markdown::detect_language(&format!("{title}\n\n{body}"));
        let edited_at = row.read("LastEditDate")?.map(Timestamp::micros);
        let asked = match &part {
            Part::Question(question) => Some(question),
            _ => None,
        };
        let now = Revision {
            title: asked.map(|question| question.title.clone()),
            body: body.clone(),
            topics: asked.map(|question| question.slugs.clone()),
            editor: author,
            reason: None,
            at: edited_at.unwrap_or(fact.created_at),
        };
        let body_html = markdown::render(&body);
        let shown = row.text("Body").unwrap_or_default();
        self.comparison.add(shown, &body, &body_html);
        let revisions = self.revisions(source_id, now)?;
        let helpful = self.helpful(source_id, fact, row)?;
        self.posts.push(&Post {
            id: fact.id,
            source_id,
            author,
            author_name: unknown_author(owner, row.text("OwnerDisplayName")).filter(|_| !wiki),
            wiki,
            language,
            body_html,
            body,
            helpful,
            license: license_of(row, fact.created_at),
            created_at: fact.created_at,
            edited_at,
            revisions,
            part,
        })
    }

    /// The Markdown of a post, or of the text of a tag.
    pub(super) fn text(&mut self, source_id: i64, row: &Row) -> Result<String, ImportError> {
        let host = self.site.host();
        Ok(match self.survey.typed.get(&source_id) {
            Some(place) => texts::markdown_of_post(&self.survey.texts.get(*place)?, host),
            None => {
                let markdown = texts::markdown_of_html(row.text("Body").unwrap_or_default());
                texts::markdown_of_post(&markdown, host)
            }
        })
    }

    fn question(
        &self,
        fact: &PostFact,
        question: &QuestionFact,
        row: &Row,
    ) -> Result<Question, ImportError> {
        let topics = self.topics_of(row);
        let slugs = topics.iter().filter_map(|place| self.slugs.get(*place));
        let slugs: Vec<&str> = slugs.map(String::as_str).collect();
        let slugs = slugs.join(",");
        let accepted_at = question
            .accepted
            .and_then(|answer| self.accepted_at(answer));
        let duplicate_of = question.duplicate_of.and_then(|id| self.id_of(id));
        let (reason, note) = match (duplicate_of, closing(question.closing)) {
            (Some(_), _) => (CloseReason::Duplicate, None),
            // A duplicate names its original; this one's is not here.
            (None, (CloseReason::Duplicate, _)) => (CloseReason::Other, Some("Duplicate")),
            (None, given) => given,
        };
        let active_at = row.read("LastActivityDate")?.map(Timestamp::micros);
        Ok(Question {
            title: row.need("Title")?,
            standing: Standing {
                accepted: question.accepted.and_then(|answer| self.id_of(answer)),
                accepted_at,
                closed: question.closed_at.map(|_| reason.as_str().to_owned()),
                duplicate_of,
            },
            closed_at: question.closed_at,
            note: note.map(str::to_owned),
            last_activity_at: active_at.unwrap_or(fact.created_at),
            topics,
            slugs,
        })
    }

    /// When the answer was accepted: on the day of that vote, not before it was written; without votes when it was
    /// written, for lack of anything better.
    fn accepted_at(&self, answer: i64) -> Option<i64> {
        let written_at = self.survey.posts.get(&answer)?.created_at;
        let voted_at = self.survey.accepted_at.get(&answer).copied();
        Some(voted_at.unwrap_or(written_at).max(written_at))
    }

    /// The places of a question's tags, each once.
    fn topics_of(&self, row: &Row) -> Vec<usize> {
        let mut places = Vec::new();
        for tag in tags(row.text("Tags").unwrap_or_default()) {
            if let Some(place) = self.survey.tag_index.get(tag)
                && !places.contains(place)
            {
                places.push(*place);
            }
        }
        places
    }
}

/// The name a dump gives where it has no person.
pub(super) fn unknown_author(author: Option<uuid::Uuid>, given: Option<&str>) -> Option<String> {
    match author {
        Some(_) => None,
        None => name(given),
    }
}
