//! Links between posts. A link to an original closes the question as its duplicate.

use std::collections::HashSet;

use tacit_domain::imports::RowFate;

use super::{LinkFact, Reading, Survey};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;

impl Survey {
    pub(super) fn read_links(&mut self, rows: &mut Reading<'_>) -> Result<(), ImportError> {
        let mut seen = HashSet::new();
        while let Some(row) = rows.next_row()? {
            let link = LinkFact {
                id: row.need("Id")?,
                from: row.need("PostId")?,
                to: row.need("RelatedPostId")?,
                duplicate: row.need::<u32>("LinkTypeId")? == 3,
                at: row.created_at()?,
            };
            let known_kind = matches!(row.need::<u32>("LinkTypeId")?, 1 | 3);
            let beside = self.fate_beside(link.from).or(self.fate_beside(link.to));
            let fate = match beside {
                Some(fate) => fate,
                None if !known_kind || link.from == link.to => RowFate::OtherLink,
                None if !seen.insert((link.from, link.to, link.duplicate)) => RowFate::Repeated,
                None if link.duplicate => RowFate::DuplicateLink,
                None => RowFate::RelatedLink,
            };
            if fate.is_taken() {
                self.links.push(link);
            }
            self.ledger.count(DumpFile::PostLinks, fate);
        }
        self.links.sort_by_key(|link| (link.at, link.id));
        self.close_duplicates();
        Ok(())
    }

    /// The first original counts. One that is itself a duplicate of the question closes nothing: two questions cannot
    /// each be the other's original.
    fn close_duplicates(&mut self) {
        for link in self.links.clone().iter().filter(|link| link.duplicate) {
            if self.question(link.to).is_none() || self.leads_to(link.to, link.from) {
                continue;
            }
            if let Some(question) = self.question_mut(link.from)
                && question.duplicate_of.is_none()
            {
                question.duplicate_of = Some(link.to);
                question.closed_at.get_or_insert(link.at);
            }
        }
        self.lead_to_originals();
    }

    /// One step leads to the answers: the original of an original takes its place.
    fn lead_to_originals(&mut self) {
        let duplicates: Vec<(i64, i64)> = self
            .posts
            .keys()
            .filter_map(|id| Some((*id, self.question(*id)?.duplicate_of?)))
            .collect();
        for (id, mut original) in duplicates {
            while let Some(next) = self.question(original).and_then(|q| q.duplicate_of) {
                original = next;
            }
            if let Some(question) = self.question_mut(id) {
                question.duplicate_of = Some(original);
            }
        }
    }

    /// Whether following originals from `start` comes to `end`.
    fn leads_to(&self, start: i64, end: i64) -> bool {
        let mut at = Some(start);
        while let Some(id) = at {
            if id == end {
                return true;
            }
            at = self.question(id).and_then(|question| question.duplicate_of);
        }
        false
    }
}
