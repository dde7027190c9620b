//! Feeding the index from the event log, in order, and from the whole database when it has nothing to go on from.
//!
//! An event only says what changed; the document is made from the rows as they are now. So reading an event twice does no
//! harm, and an event that is read late finds what came after it.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use tacit_domain::search::SearchKind;
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::changes::Changes;
use super::document::Document;
use super::documents::{ids_after, load};
use super::index::{IndexError, Progress, Writer};
use crate::db::entities::event;
use crate::db::{self, Database};
use crate::error::{AppError, AppResult};
use crate::events::log;
use crate::events::wake::Listener;

/// Events taken in with one commit.
const BATCH: u64 = 2_000;
/// Rows read at once.
const ROWS: usize = 200;
/// Time between commits, so that many small changes do not each cost one.
const PAUSE: Duration = Duration::from_millis(150);
/// Time before trying again after a failure.
const RETRY: Duration = Duration::from_secs(2);

/// Keeps the index up to date.
pub struct Feeder {
    db: Database,
    writer: Arc<Mutex<Writer>>,
    progress: Option<Progress>,
    /// For whoever asks how far it has come.
    position: Arc<AtomicI64>,
}

impl Feeder {
    /// For a writer whose index has come as far as `progress`.
    #[must_use]
    pub fn new(
        db: Database,
        writer: Writer,
        progress: Option<Progress>,
        position: Arc<AtomicI64>,
    ) -> Self {
        let mut feeder = Self {
            db,
            writer: Arc::new(Mutex::new(writer)),
            progress: None,
            position,
        };
        feeder.come_to(progress);
        feeder
    }

    fn come_to(&mut self, progress: Option<Progress>) {
        let position = progress.map_or(0, |progress| progress.position);
        self.position.store(position, Ordering::Relaxed);
        self.progress = progress;
    }

    /// Feeds until aborted.
    pub async fn run(mut self, mut listener: Listener) {
        loop {
            if let Err(error) = self.catch_up().await {
                tracing::warn!(%error, "the search index could not be brought up to date");
                self.recover().await;
                tokio::time::sleep(RETRY).await;
            }
            listener.wait().await;
        }
    }

    /// Brings the index up to the end of the log.
    ///
    /// # Errors
    /// When the database or the index fails.
    pub async fn catch_up(&mut self) -> AppResult<()> {
        if !db::in_time(self.knows_the_log()).await? {
            self.rebuild().await?;
        }
        while db::in_time(self.advance()).await? {
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Makes the index anew from all rows. Searches find what is there as it comes in.
    ///
    /// # Errors
    /// When the database or the index fails.
    pub async fn rebuild(&mut self) -> AppResult<u64> {
        tracing::info!("making the search index anew");
        self.come_to(None);
        let progress = self.head().await?;
        self.with_writer(|writer| writer.clear()).await?;
        let mut documents = 0;
        for kind in SearchKind::ALL {
            documents += self.put_all(*kind).await?;
        }
        self.with_writer(move |writer| writer.commit(Some(progress)))
            .await?;
        self.come_to(Some(progress));
        tracing::info!(documents, "the search index is whole");
        Ok(documents)
    }

    /// Whether the event the index ended at is where it was: else the database is another one, or an older copy.
    async fn knows_the_log(&self) -> AppResult<bool> {
        let Some(progress) = self.progress else {
            return Ok(false);
        };
        if progress.position == 0 {
            return Ok(true);
        }
        let there = event::Entity::find_by_id(progress.event)
            .one(self.db.reader())
            .await?;
        Ok(there.is_some_and(|event| event.position == Some(progress.position)))
    }

    async fn head(&self) -> AppResult<Progress> {
        let last: Option<(Option<i64>, Uuid)> = event::Entity::find()
            .select_only()
            .columns([event::Column::Position, event::Column::Id])
            .filter(event::Column::Position.is_not_null())
            .order_by_desc(event::Column::Position)
            .into_tuple()
            .one(self.db.reader())
            .await?;
        let (position, event) = last.unwrap_or((None, Uuid::nil()));
        Ok(Progress {
            position: position.unwrap_or(0),
            event,
        })
    }

    async fn advance(&mut self) -> AppResult<bool> {
        let position = self.progress.map_or(0, |progress| progress.position);
        let events = log::read_after(self.db.reader(), position, BATCH).await?;
        let Some(last) = events.last() else {
            return Ok(false);
        };
        let progress = Progress {
            position: last.position,
            event: last.event.id,
        };
        let mut changes = Changes::default();
        for recorded in &events {
            changes.note(&recorded.event);
        }
        if changes.all_members() {
            self.put_all(SearchKind::Member).await?;
        }
        for (kind, ids) in changes.ids(self.db.reader()).await? {
            for ids in ids.chunks(ROWS) {
                self.put(kind, ids).await?;
            }
        }
        self.with_writer(move |writer| writer.commit(Some(progress)))
            .await?;
        self.come_to(Some(progress));
        Ok(true)
    }

    async fn put_all(&self, kind: SearchKind) -> AppResult<u64> {
        let mut documents = 0;
        let mut after = Uuid::nil();
        let rows = u64::try_from(ROWS).unwrap_or(u64::MAX);
        loop {
            let ids = ids_after(self.db.reader(), kind, after, rows).await?;
            let Some(last) = ids.last() else {
                return Ok(documents);
            };
            after = *last;
            documents += self.put(kind, &ids).await?;
        }
    }

    /// Puts what is there, and removes what is not any more.
    async fn put(&self, kind: SearchKind, ids: &[Uuid]) -> AppResult<u64> {
        let documents = load(self.db.reader(), kind, ids).await?;
        let count = documents.len();
        let there: BTreeSet<Uuid> = documents.iter().map(Document::id).collect();
        let gone: Vec<Uuid> = ids
            .iter()
            .copied()
            .filter(|id| !there.contains(id))
            .collect();
        self.with_writer(move |writer| {
            for id in gone {
                writer.remove(kind, id);
            }
            documents
                .iter()
                .try_for_each(|document| writer.put(document))
        })
        .await?;
        Ok(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// The index writes files and may wait: not on a thread that serves requests.
    async fn with_writer<F>(&self, work: F) -> AppResult<()>
    where
        F: FnOnce(&mut Writer) -> Result<(), IndexError> + Send + 'static,
    {
        let writer = Arc::clone(&self.writer);
        spawn_blocking(move || {
            let mut writer = writer.lock().unwrap_or_else(PoisonError::into_inner);
            work(&mut writer)
        })
        .await?
        .map_err(AppError::internal)
    }

    /// Goes back to the last commit.
    async fn recover(&self) {
        if let Err(error) = self.with_writer(Writer::roll_back).await {
            tracing::error!(%error, "the search index cannot be written");
        }
    }
}
