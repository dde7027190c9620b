//! Writing: short transactions, each whole in itself. Every batch first looks at what is here, so that one that was written
//! before, in this import or an earlier one, changes nothing: whoever was cut off begins again and goes on. A dry run only
//! looks.

mod badges;
mod gone;
mod happened;
mod links;
mod people;
mod posts;
mod release;
mod settle;
mod tally;
mod topics;
mod verdict;

use std::future::Future;
use std::sync::Arc;

use sea_orm::ConnectionTrait;
use tacit_contract::imports::ChangesOfKind;
use tacit_domain::imports::Site;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::error::ImportError;
use super::prepared::Prepared;
use super::progress::Progress;
use crate::db::{self, Database, Tx};
use crate::error::AppResult;
use tally::Tally;

/// Rows of one transaction: SQLite takes 32,766 parameters, a post has 23 columns.
const ROWS: usize = 500;

/// What all batches of a run know.
#[derive(Debug)]
pub struct Context {
    /// The run.
    pub run_id: Uuid,
    /// The site.
    pub site: Site,
    /// When it is written.
    pub now: Timestamp,
    /// The newest moment the dump knows of.
    pub dump_at: i64,
}

/// Some rows that are written together.
trait Batch: Send + Sync + 'static {
    /// What is here of them, and what is to be done.
    type Found: Send + 'static;

    /// Looks, and decides.
    fn look(
        &self,
        db: &impl ConnectionTrait,
    ) -> impl Future<Output = AppResult<Self::Found>> + Send;

    /// Does what was decided.
    fn write(&self, tx: &Tx, found: &Self::Found) -> impl Future<Output = AppResult<()>> + Send;
}

/// Writes everything, or only looks at what there would be to write.
pub struct Writer<'a> {
    /// Where to.
    pub db: &'a Database,
    /// What all batches know.
    pub context: Arc<Context>,
    /// Whether to look only.
    pub dry: bool,
    /// What is shown meanwhile.
    pub progress: &'a Progress,
}

impl Writer<'_> {
    /// In the order that foreign keys ask for: people, topics, posts, then what points to them.
    ///
    /// # Errors
    /// A failure of the database or the stage; what was written stays, and is gone on from.
    pub async fn run(&self, prepared: &Prepared) -> Result<Vec<ChangesOfKind>, ImportError> {
        let mut tally = Tally::default();
        let steps = prepared.people.len() + prepared.badges.len() + prepared.posts.len();
        let name = if self.dry { "Comparing" } else { "Writing" };
        self.progress.phase(name, steps);
        self.people(prepared, &mut tally).await?;
        let topics = Arc::new(self.topics(prepared, &mut tally).await?);
        for staged in [
            &prepared.posts.questions,
            &prepared.posts.answers,
            &prepared.posts.comments,
        ] {
            self.posts(staged, &topics, &mut tally).await?;
        }
        if !self.dry {
            self.settle(prepared, &topics).await?;
        }
        self.links(prepared, &mut tally).await?;
        self.badges(prepared, &mut tally).await?;
        self.gone(prepared, &mut tally).await?;
        self.progress.done();
        Ok(tally.into_report())
    }

    /// One batch in one transaction, or a look at it.
    async fn put<B: Batch>(&self, batch: B) -> Result<B::Found, ImportError> {
        if self.dry {
            return Ok(batch.look(self.db.reader()).await?);
        }
        let batch = Arc::new(batch);
        let found = db::write_patiently(self.db, move |tx| {
            let batch = Arc::clone(&batch);
            Box::pin(async move {
                let found = batch.look(tx).await?;
                batch.write(tx, &found).await?;
                Ok(found)
            })
        });
        Ok(found.await?)
    }
}

/// How many, for the bar.
fn count<T>(rows: &[T]) -> u64 {
    u64::try_from(rows.len()).unwrap_or_default()
}
