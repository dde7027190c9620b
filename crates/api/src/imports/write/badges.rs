//! Badges of the site: history about people. They never change, and nothing here is derived from them.

use std::collections::HashSet;
use std::sync::Arc;

use sea_orm::ConnectionTrait;
use tacit_domain::imports::{ItemKind, Outcome};

use super::tally::Tally;
use super::{Batch, Context, ROWS, Writer, count};
use crate::db::Tx;
use crate::error::AppResult;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Badge, Prepared};
use crate::imports::repo::badges::{find_badges, insert_badges};

struct Badges {
    context: Arc<Context>,
    badges: Vec<Badge>,
}

impl Writer<'_> {
    pub(super) async fn badges(
        &self,
        prepared: &Prepared,
        tally: &mut Tally,
    ) -> Result<(), ImportError> {
        let mut chunks = prepared.badges.chunks(ROWS)?;
        while let Some(badges) = chunks.next_chunk()? {
            let ids: Vec<i64> = badges.iter().map(|badge| badge.source_id).collect();
            let context = Arc::clone(&self.context);
            let found = self.put(Badges { context, badges }).await?;
            for id in &ids {
                let outcome = match found.contains(id) {
                    true => Outcome::Unchanged,
                    false => Outcome::New,
                };
                tally.add(ItemKind::Badge, outcome);
            }
            self.progress.add(count(&ids));
        }
        Ok(())
    }
}

impl Batch for Badges {
    type Found = HashSet<i64>;

    async fn look(&self, db: &impl ConnectionTrait) -> AppResult<HashSet<i64>> {
        let ids = self.badges.iter().map(|badge| badge.source_id);
        Ok(find_badges(db, self.context.site.host(), ids).await?)
    }

    async fn write(&self, tx: &Tx, found: &HashSet<i64>) -> AppResult<()> {
        let new = self.badges.iter();
        let new: Vec<&Badge> = new
            .filter(|badge| !found.contains(&badge.source_id))
            .collect();
        insert_badges(tx, self.context.site.host(), &new).await?;
        Ok(())
    }
}
