//! The history of posts: the newest text as typed is taken, and why a question is closed.

use std::collections::HashMap;

use tacit_domain::imports::RowFate;

use super::{PostRole, Reading, Survey};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;
use crate::imports::rows::Row;

/// What was newest so far, by post: its time and id.
type Newest = HashMap<i64, (i64, i64)>;

impl Survey {
    pub(super) fn read_history(&mut self, rows: &mut Reading<'_>) -> Result<(), ImportError> {
        let mut texts = Newest::new();
        let mut closings = Newest::new();
        while let Some(row) = rows.next_row()? {
            let post: i64 = row.need("PostId")?;
            let age = (row.created_at()?, row.need("Id")?);
            let kind: u32 = row.need("PostHistoryTypeId")?;
            let fate = match self.fate_of_history(post) {
                Some(fate) => fate,
                // Initial body, edited body, body rolled back to.
                None if matches!(kind, 2 | 5 | 8) => {
                    self.typed_text(post, age, &row, &mut texts)?
                }
                None if kind == 10 => self.closing(post, age, &row, &mut closings),
                None => RowFate::OtherHistory,
            };
            self.ledger.count(DumpFile::PostHistory, fate);
        }
        Ok(())
    }

    /// Unlike votes and comments, the history of a tag's text is of use.
    fn fate_of_history(&self, post: i64) -> Option<RowFate> {
        match self.posts.get(&post).map(|fact| &fact.role) {
            Some(PostRole::TagText) => None,
            _ => self.fate_beside(post),
        }
    }

    /// Of each post one text is the newest: a newer one takes the place, and the fate, of the one before.
    fn typed_text(
        &mut self,
        post: i64,
        age: (i64, i64),
        row: &Row,
        newest: &mut Newest,
    ) -> Result<RowFate, ImportError> {
        let Some(text) = row.text("Text") else {
            return Ok(RowFate::EmptyText);
        };
        if newest.get(&post).is_some_and(|known| *known > age) {
            return Ok(RowFate::OlderText);
        }
        let place = self.texts.keep(text)?;
        self.typed.insert(post, place);
        Ok(match newest.insert(post, age) {
            Some(_) => RowFate::OlderText,
            None => RowFate::NewestText,
        })
    }

    /// `Comment` holds the number of the reason: 2 and 102 mean that the question does not belong there.
    fn closing(&mut self, post: i64, age: (i64, i64), row: &Row, newest: &mut Newest) -> RowFate {
        let older = newest.get(&post).is_some_and(|known| *known > age);
        let off_topic = matches!(row.text("Comment"), Some("2" | "102"));
        let question = self.question_mut(post);
        let Some(question) = question.filter(|q| q.closed_at.is_some() && !older) else {
            return RowFate::OtherHistory;
        };
        question.out_of_place = off_topic;
        match newest.insert(post, age) {
            Some(_) => RowFate::OtherHistory,
            None => RowFate::ClosingReason,
        }
    }
}
