//! The history of posts: what each said at each time, the newest text as typed, and why a question is closed.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use tacit_domain::imports::RowFate;

use super::{PostRole, Reading, Survey};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;
use crate::imports::rows::Row;
use crate::imports::stage::Place;

/// What was newest so far, by post: its time and id.
type Newest = HashMap<i64, (i64, i64)>;

/// One row of the history that says what a post said from then on.
#[derive(Clone, Copy, Debug)]
pub struct Saying {
    /// When, in microseconds.
    pub at: i64,
    /// Its id there: of two at the same time the later one is greater.
    pub id: i64,
    /// Rows of the same edit have the same.
    pub edit: u64,
    /// What it says.
    pub part: SaidPart,
    /// Where that lies; none where nothing was written.
    pub text: Option<Place>,
    /// Who said so, by the id there.
    pub editor: Option<i64>,
    /// Where the reason given lies.
    pub reason: Option<Place>,
}

/// A part of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidPart {
    /// The title.
    Title,
    /// The text.
    Body,
    /// The tags.
    Tags,
}

impl SaidPart {
    /// By the number of the row's type: written at first, edited, rolled back.
    fn of_type(number: u32) -> Option<Self> {
        match number {
            1 | 4 | 7 => Some(Self::Title),
            2 | 5 | 8 => Some(Self::Body),
            3 | 6 | 9 => Some(Self::Tags),
            _ => None,
        }
    }
}

impl Survey {
    pub(super) fn read_history(&mut self, rows: &mut Reading<'_>) -> Result<(), ImportError> {
        let mut texts = Newest::new();
        let mut closings = Newest::new();
        while let Some(row) = rows.next_row()? {
            let post: i64 = row.need("PostId")?;
            let age = (row.created_at()?, row.need("Id")?);
            let kind: u32 = row.need("PostHistoryTypeId")?;
            let fate = match (self.fate_of_history(post), SaidPart::of_type(kind)) {
                (Some(fate), _) => fate,
                (None, Some(part)) => self.saying(post, age, part, &row, &mut texts)?,
                (None, None) if kind == 10 => self.closing(post, age, &row, &mut closings),
                (None, None) => RowFate::OtherHistory,
            };
            self.ledger.count(DumpFile::PostHistory, fate);
        }
        for sayings in self.history.values_mut() {
            sayings.sort_by_key(|saying| (saying.at, saying.id));
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
    fn saying(
        &mut self,
        post: i64,
        age: (i64, i64),
        part: SaidPart,
        row: &Row,
        newest: &mut Newest,
    ) -> Result<RowFate, ImportError> {
        let tag = matches!(
            self.posts.get(&post).map(|fact| &fact.role),
            Some(PostRole::TagText)
        );
        let earlier = if tag {
            RowFate::OlderText
        } else {
            RowFate::Revision
        };
        if tag && part != SaidPart::Body {
            return Ok(RowFate::OtherHistory);
        }
        let text = row
            .text("Text")
            .map(|text| self.texts.keep(text))
            .transpose()?;
        if !tag {
            let reason = row
                .text("Comment")
                .map(|text| self.texts.keep(text))
                .transpose()?;
            self.history.entry(post).or_default().push(Saying {
                at: age.0,
                id: age.1,
                edit: edit_of(row, age.1),
                part,
                text,
                editor: row.read("UserId")?,
                reason,
            });
        }
        let Some(text) = text.filter(|_| part == SaidPart::Body) else {
            return Ok(if tag { RowFate::EmptyText } else { earlier });
        };
        if newest.get(&post).is_some_and(|known| *known > age) {
            return Ok(earlier);
        }
        self.typed.insert(post, text);
        Ok(match newest.insert(post, age) {
            Some(_) => earlier,
            None => RowFate::NewestText,
        })
    }

    /// `Comment` holds the number of the reason.
    fn closing(&mut self, post: i64, age: (i64, i64), row: &Row, newest: &mut Newest) -> RowFate {
        let older = newest.get(&post).is_some_and(|known| *known > age);
        let number = row
            .text("Comment")
            .and_then(|number| number.trim().parse().ok());
        let question = self.question_mut(post);
        let Some(question) = question.filter(|q| q.closed_at.is_some() && !older) else {
            return RowFate::OtherHistory;
        };
        question.closing = number;
        match newest.insert(post, age) {
            Some(_) => RowFate::OtherHistory,
            None => RowFate::ClosingReason,
        }
    }
}

/// Rows of one edit share its mark; without one a row stands alone.
fn edit_of(row: &Row, id: i64) -> u64 {
    let mut hasher = DefaultHasher::new();
    match row.text("RevisionGUID") {
        Some(mark) => mark.hash(&mut hasher),
        None => id.hash(&mut hasher),
    }
    hasher.finish()
}
