//! What is here and not in the dump any more. It stays, and says that it is gone where it was.

use std::sync::Arc;

use sea_orm::ConnectionTrait;
use tacit_domain::imports::{ItemKind, Outcome};

use super::tally::Tally;
use super::{Batch, Context, Writer};
use crate::db::Tx;
use crate::error::AppResult;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Prepared, Present};
use crate::imports::repo::items::{Item, list_items_after, put_items};
use crate::imports::repo::posts::set_gone;

/// Rows looked at together.
const ROWS: u64 = 1_000;

struct Gone {
    context: Arc<Context>,
    present: Arc<Vec<Present>>,
    kind: usize,
    after: i64,
}

struct Found {
    /// Where to go on; none at the end.
    next: Option<i64>,
    /// What is missing for the first time.
    gone: Vec<Item>,
    /// What this run marked before it was cut off.
    before: u64,
}

impl Writer<'_> {
    pub(super) async fn gone(
        &self,
        prepared: &Prepared,
        tally: &mut Tally,
    ) -> Result<(), ImportError> {
        for (kind, present) in prepared.present.iter().enumerate() {
            let mut after = Some(i64::MIN);
            while let Some(from) = after {
                let batch = Gone {
                    context: Arc::clone(&self.context),
                    present: Arc::clone(&prepared.present),
                    kind,
                    after: from,
                };
                let found = self.put(batch).await?;
                let gone = super::count(&found.gone) + found.before;
                tally.add_many(present.kind, Outcome::Gone, gone);
                after = found.next;
            }
        }
        Ok(())
    }
}

impl Batch for Gone {
    type Found = Found;

    async fn look(&self, db: &impl ConnectionTrait) -> AppResult<Found> {
        let Some(present) = self.present.get(self.kind) else {
            return Ok(Found {
                next: None,
                gone: Vec::new(),
                before: 0,
            });
        };
        let site = self.context.site.host();
        let items = list_items_after(db, site, present.kind, self.after, ROWS).await?;
        let next = items.last().map(|item| item.source_id);
        let missing = items
            .into_iter()
            .filter(|item| !present.has(item.source_id));
        let (new, old): (Vec<Item>, Vec<Item>) = missing.partition(|item| item.gone_at.is_none());
        let before = old
            .iter()
            .filter(|item| item.run_id == self.context.run_id)
            .count();
        Ok(Found {
            next,
            gone: new,
            before: u64::try_from(before).unwrap_or_default(),
        })
    }

    async fn write(&self, tx: &Tx, found: &Found) -> AppResult<()> {
        if found.gone.is_empty() {
            return Ok(());
        }
        let at = Some(self.context.dump_at);
        let kind = self.present.get(self.kind).map(|present| present.kind);
        if matches!(
            kind,
            Some(ItemKind::Question | ItemKind::Answer | ItemKind::Comment)
        ) {
            set_gone(tx, found.gone.iter().map(|item| item.subject_id), at).await?;
        }
        let marked = found.gone.iter().cloned().map(|item| Item {
            run_id: self.context.run_id,
            outcome: Outcome::Gone.as_str().to_owned(),
            gone_at: at,
            ..item
        });
        put_items(tx, marked.collect()).await?;
        Ok(())
    }
}
