//! Questions and answers: the newest text as typed where the dump has it, else the HTML converted.

use std::collections::HashSet;

use tacit_domain::events::EventBody;
use tacit_domain::imports::tags::tags;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::{Preparing, license_of, name};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Closed, Happening, Part, Post, Question, What};
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
        let author = self.person(fact.owner);
        let part = match &fact.role {
            PostRole::Question(question) => {
                let question = self.question(fact, question, author, row)?;
                Part::Question(Box::new(question))
            }
            PostRole::Answer(question) => {
                let Some(question) = self.id_of(*question) else {
                    return Ok(());
                };
                let body = EventBody::AnswerPosted { question };
                self.happened(fact.created_at, author, fact.id, body);
                Part::Answer { question }
            }
            _ => return Ok(()),
        };
        let body = self.text(source_id, row)?;
        let title = row.text("Title").unwrap_or_default();
        let language = markdown::detect_language(&format!("{title}\n\n{body}"));
        let helpful = self.helpful(source_id, fact, row)?;
        let edited_at = row.read("LastEditDate")?.map(Timestamp::micros);
        self.posts.push(&Post {
            id: fact.id,
            source_id,
            author,
            author_name: unknown_author(author, row.text("OwnerDisplayName")),
            language,
            body_html: markdown::render(&body),
            body,
            helpful,
            license: license_of(row, fact.created_at),
            created_at: fact.created_at,
            edited_at,
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
        &mut self,
        fact: &PostFact,
        question: &QuestionFact,
        author: Option<Uuid>,
        row: &Row,
    ) -> Result<Question, ImportError> {
        let topics = self.topics_of(row);
        self.happenings.push(Happening {
            at: fact.created_at,
            actor: author,
            subject: fact.id,
            what: What::Asked(topics.clone()),
        });
        let accepted = question.accepted;
        let accepted_at = accepted.and_then(|answer| self.accepted(answer, fact, author));
        let closed = question.closed_at.map(|at| {
            let duplicate_of = question.duplicate_of.and_then(|id| self.id_of(id));
            let body = EventBody::QuestionClosed { duplicate_of };
            self.happened(at, None, fact.id, body);
            Closed {
                out_of_place: question.out_of_place,
                duplicate_of,
            }
        });
        let active_at = row.read("LastActivityDate")?.map(Timestamp::micros);
        Ok(Question {
            title: row.need("Title")?,
            accepted: accepted.and_then(|answer| self.id_of(answer)),
            accepted_at,
            closed,
            answers: question.answers,
            last_activity_at: active_at.unwrap_or(fact.created_at),
            topics,
        })
    }

    /// When the answer was accepted: on the day of that vote, not before it was written; without votes when it was
    /// written, for lack of anything better.
    fn accepted(&mut self, answer: i64, question: &PostFact, asker: Option<Uuid>) -> Option<i64> {
        let fact = self.survey.posts.get(&answer)?;
        let (id, written_at) = (fact.id, fact.created_at);
        let voted_at = self.survey.accepted_at.get(&answer).copied();
        let at = voted_at.unwrap_or(written_at).max(written_at);
        let body = EventBody::AnswerAccepted {
            question: question.id,
        };
        self.happened(at, asker, id, body);
        Some(at)
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
pub(super) fn unknown_author(author: Option<Uuid>, given: Option<&str>) -> Option<String> {
    match author {
        Some(_) => None,
        None => name(given),
    }
}
