//! Carries events to the projections.
//!
//! A projection keeps its cursor in the transaction of its writes: after a crash it goes on where its rows stand. On
//! PostgreSQL the node that holds the projection's advisory lock advances it, the others pass by.

use std::sync::Arc;

use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DbBackend, EntityTrait, Statement, sea_query::OnConflict,
};
use tokio::task::JoinHandle;

use super::log::{self, Recorded};
use super::sequencer::{self, number_committed};
use super::wake::{POLL, Wake};
use crate::clock::Clock;
use crate::db::entities::projection_cursor;
use crate::db::tx::{Tx, Work};
use crate::db::{self, Database};
use crate::error::{AppError, AppResult};

/// Events that a projection takes in one transaction.
const BATCH: u64 = 500;

/// Rows derived from the events. The same log and the same state rows must give the same derived rows, however the
/// events were cut into batches.
pub trait Projection: Send + Sync + 'static {
    /// Its name, for its cursor and for `tacit rebuild`.
    fn name(&self) -> &'static str;
    /// Takes in events that follow on those before.
    fn apply<'t>(&'t self, tx: &'t Tx, events: &'t [Recorded]) -> Work<'t, ()>;
    /// Forgets all rows.
    fn clear<'t>(&'t self, tx: &'t Tx) -> Work<'t, ()>;
}

/// Keeps the projections up to date.
#[derive(Clone)]
pub struct Projector {
    db: Database,
    clock: Clock,
    projections: Arc<[Arc<dyn Projection>]>,
    wake: Wake,
}

impl Projector {
    /// A projector of the given projections.
    #[must_use]
    pub fn new(
        db: Database,
        clock: Clock,
        wake: Wake,
        projections: Vec<Arc<dyn Projection>>,
    ) -> Self {
        Self {
            db,
            clock,
            projections: projections.into(),
            wake,
        }
    }

    /// Numbers what was committed and brings every projection up to it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn catch_up(&self) -> AppResult<()> {
        if number_committed(&self.db).await? > 0 {
            self.wake.call();
        }
        for projection in self.projections.iter() {
            while self.advance(projection).await? {}
        }
        Ok(())
    }

    /// Drops a projection's rows and derives them again.
    ///
    /// # Errors
    /// When there is none of this name, or the database fails.
    pub async fn rebuild(&self, name: &str) -> AppResult<()> {
        let projection = self
            .projections
            .iter()
            .find(|projection| projection.name() == name)
            .ok_or_else(|| AppError::not_found().detail(format!("there is no projection {name}")))?
            .clone();
        let now = self.clock.now().micros();
        db::write(&self.db, move |tx| {
            let projection = projection.clone();
            Box::pin(async move {
                projection.clear(tx).await?;
                store_cursor(tx, projection.name(), 0, now).await
            })
        })
        .await?;
        self.catch_up().await
    }

    /// The names of the projections.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.projections.iter().map(|projection| projection.name())
    }

    /// Runs until aborted. Looks after each write of this process, when another node calls, and every
    /// [`POLL`]: a command-line import is seen that way.
    #[must_use]
    pub fn start(self) -> JoinHandle<()> {
        tokio::spawn(async move {
            let mut ears = Ears::open(&self.db).await;
            loop {
                if let Err(error) = db::in_time(self.catch_up()).await {
                    tracing::warn!(%error, "the projections could not be brought up to date");
                    tokio::time::sleep(POLL).await;
                }
                tokio::select! {
                    () = self.db.written().notified() => {}
                    () = ears.hear() => {}
                    () = tokio::time::sleep(POLL) => {}
                }
            }
        })
    }

    /// Gives a projection its next batch. False when there is nothing more to do here.
    async fn advance(&self, projection: &Arc<dyn Projection>) -> AppResult<bool> {
        if self.cursor_is_at_head(projection.name()).await? {
            return Ok(false);
        }
        let projection = projection.clone();
        let now = self.clock.now().micros();
        db::write(&self.db, move |tx| {
            let projection = projection.clone();
            Box::pin(async move {
                if !holds_lease(tx, projection.name()).await? {
                    return Ok(false);
                }
                let cursor = read_cursor(tx, projection.name()).await?;
                let events = log::read_after(tx, cursor, BATCH).await?;
                let Some(last) = events.last() else {
                    return Ok(false);
                };
                projection.apply(tx, &events).await?;
                store_cursor(tx, projection.name(), last.position, now).await?;
                Ok(true)
            })
        })
        .await
    }

    /// Looked at without writing, so that an idle server writes nothing.
    async fn cursor_is_at_head(&self, name: &str) -> AppResult<bool> {
        let reader = self.db.reader();
        Ok(read_cursor(reader, name).await? >= log::head(reader).await?)
    }
}

/// Listens to other nodes on PostgreSQL; alone on SQLite, it hears nothing.
struct Ears(Option<sqlx::postgres::PgListener>);

impl Ears {
    async fn open(db: &Database) -> Self {
        if !db.is_postgres() {
            return Self(None);
        }
        let listener = match sqlx::postgres::PgListener::connect(db.url()).await {
            Ok(mut listener) => listener.listen(sequencer::CHANNEL).await.map(|()| listener),
            Err(error) => Err(error),
        };
        listener
            .inspect_err(|error| tracing::warn!(%error, "other nodes are not heard, only polled"))
            .map_or(Self(None), |listener| Self(Some(listener)))
    }

    async fn hear(&mut self) {
        match &mut self.0 {
            Some(listener) => {
                if let Err(error) = listener.recv().await {
                    tracing::debug!(%error, "the connection that listens is renewed");
                    tokio::time::sleep(POLL).await;
                }
            }
            None => std::future::pending().await,
        }
    }
}

/// Whether this transaction may advance what has a cursor of this name: on PostgreSQL one node at a time.
pub(crate) async fn holds_lease(tx: &Tx, name: &str) -> AppResult<bool> {
    if tx.get_database_backend() != DbBackend::Postgres {
        return Ok(true);
    }
    let sql = "SELECT pg_try_advisory_xact_lock(hashtext('tacit projection'), hashtext($1))";
    let statement = Statement::from_sql_and_values(DbBackend::Postgres, sql, [name.into()]);
    let row = tx.query_one_raw(statement).await?;
    Ok(row
        .map(|row| row.try_get_by_index(0))
        .transpose()?
        .unwrap_or(false))
}

/// How far what has a cursor of this name has come; 0 at its beginning.
pub(crate) async fn read_cursor(conn: &impl ConnectionTrait, name: &str) -> AppResult<i64> {
    let row = projection_cursor::Entity::find_by_id(name)
        .one(conn)
        .await?;
    Ok(row.map_or(0, |row| row.position))
}

/// Notes how far what has a cursor of this name has come.
pub(crate) async fn store_cursor(tx: &Tx, name: &str, position: i64, now: i64) -> AppResult<()> {
    use projection_cursor::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        name: Set(name.to_owned()),
        position: Set(position),
        updated_at: Set(now),
    };
    let update = OnConflict::column(Column::Name)
        .update_columns([Column::Position, Column::UpdatedAt])
        .to_owned();
    Entity::insert(row)
        .on_conflict(update)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
