//! Votes: up-votes become helpful counts without voters; acceptances tell when.

use tacit_domain::imports::RowFate;

use super::{PostRole, Reading, Survey};
use crate::imports::dump::DumpFile;
use crate::imports::error::ImportError;

impl Survey {
    pub(super) fn read_votes(&mut self, rows: &mut Reading<'_>) -> Result<(), ImportError> {
        while let Some(row) = rows.next_row()? {
            let post: i64 = row.need("PostId")?;
            let kind: u32 = row.need("VoteTypeId")?;
            let at = row.created_at()?;
            let fate = self
                .fate_beside(post)
                .unwrap_or_else(|| self.vote(kind, post, at));
            self.ledger.count(DumpFile::Votes, fate);
        }
        Ok(())
    }

    fn vote(&mut self, kind: u32, post: i64, at: i64) -> RowFate {
        match kind {
            1 if self.is_accepted(post) && !self.accepted_at.contains_key(&post) => {
                self.accepted_at.insert(post, at);
                RowFate::Acceptance
            }
            1 => RowFate::StaleAcceptance,
            2 => {
                let days = self.helpful.entry(post).or_default();
                *days.entry(at).or_default() += 1;
                RowFate::HelpfulMark
            }
            3 => RowFate::DownVote,
            _ => RowFate::OtherVote,
        }
    }

    fn is_accepted(&self, answer: i64) -> bool {
        let Some(PostRole::Answer(question)) = self.posts.get(&answer).map(|fact| &fact.role)
        else {
            return false;
        };
        let question = self.question(*question);
        question.is_some_and(|question| question.accepted == Some(answer))
    }
}
