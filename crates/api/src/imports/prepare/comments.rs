//! Comments. Their score is the number of those who found them helpful.

use std::collections::HashSet;

use super::posts::unknown_author;
use super::{Preparing, license_of, score};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Part, Post, Revision};
use crate::imports::rows::Row;
use crate::imports::texts;
use crate::markdown;

impl Preparing<'_> {
    pub(super) fn comments(&mut self) -> Result<(), ImportError> {
        let mut rows = self.dump.rows(DumpFile::Comments)?;
        let mut seen = HashSet::new();
        while let Some(row) = rows.next_row()? {
            let source_id: i64 = row.need("Id")?;
            let id = self.survey.comments.get(&source_id).copied();
            if let Some(id) = id.filter(|_| seen.insert(source_id)) {
                self.comment(source_id, id, &row)?;
                self.progress.add(1);
            }
        }
        Ok(())
    }

    fn comment(&mut self, source_id: i64, id: uuid::Uuid, row: &Row) -> Result<(), ImportError> {
        let post: i64 = row.need("PostId")?;
        let (Some(parent), Some(question)) = (self.id_of(post), self.question_of(post)) else {
            return Ok(());
        };
        let created_at = row.created_at()?;
        let author = self.person(row.read("UserId")?);
        let helpful = Some(score(row)?).filter(|count| *count > 0);
        self.comparison.pass_by();
        let text = row.text("Text").unwrap_or_default();
        let body = texts::markdown_of_comment(text, self.site.host());
        self.posts.push(&Post {
            id,
            source_id,
            author,
            author_name: unknown_author(author, row.text("UserDisplayName")),
            wiki: false,
            language: markdown::detect_language(&body),
            body_html: markdown::render(&body),
            revisions: vec![Revision {
                title: None,
                body: body.clone(),
                topics: None,
                editor: author,
                reason: None,
                at: created_at,
            }],
            body,
            helpful: helpful
                .map(|count| (created_at, count))
                .into_iter()
                .collect(),
            license: license_of(row, created_at),
            created_at,
            edited_at: None,
            part: Part::Comment { parent, question },
        })
    }
}
