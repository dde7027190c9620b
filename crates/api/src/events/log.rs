//! Appending to the log and reading it.
//!
//! An event is inserted in the transaction of what it tells, without a position. Positions come from the sequencer; all
//! reading goes by them.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use tacit_domain::events::Event;
use tacit_domain::time::Timestamp;

use super::codec;
use crate::db::Tx;
use crate::db::entities::event::{ActiveModel, Column, Entity, Model};
use crate::error::{AppError, AppResult};

/// Rows of one INSERT: SQLite takes 32,766 parameters, a row has 12.
const ROWS: usize = 500;

/// An event with its place in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// From 1, without gaps.
    pub position: i64,
    /// What happened.
    pub event: Event,
}

/// Appends events; `now` is when they are recorded. They get their positions after the commit.
///
/// # Errors
/// When the database fails.
pub async fn append(
    tx: &Tx,
    now: Timestamp,
    events: impl IntoIterator<Item = Event>,
) -> AppResult<()> {
    let rows: Vec<ActiveModel> = events
        .into_iter()
        .map(|event| row(event, now))
        .collect::<Result<_, _>>()?;
    for chunk in rows.chunks(ROWS) {
        Entity::insert_many(chunk.to_vec())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// The next events after a position, at most `limit`.
///
/// # Errors
/// When the database fails or an event cannot be read.
pub async fn read_after(
    db: &impl ConnectionTrait,
    position: i64,
    limit: u64,
) -> AppResult<Vec<Recorded>> {
    let rows = Entity::find()
        .filter(Column::Position.gt(position))
        .order_by_asc(Column::Position)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter().map(recorded).collect()
}

/// The last position given out; 0 while there is none.
///
/// # Errors
/// When the database fails.
pub async fn head(db: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let last: Option<Option<i64>> = Entity::find()
        .select_only()
        .column_as(Column::Position.max(), "head")
        .into_tuple()
        .one(db)
        .await?;
    Ok(last.flatten().unwrap_or(0))
}

fn row(event: Event, now: Timestamp) -> AppResult<ActiveModel> {
    let (audience, community) = codec::audience_to_columns(event.audience);
    Ok(ActiveModel {
        id: Set(event.id),
        position: Set(None),
        kind: Set(event.body.kind().as_str().to_owned()),
        actor: Set(event.actor),
        subject: Set(event.subject),
        audience: Set(audience.as_str().to_owned()),
        community_id: Set(community),
        origin: Set(event.origin.as_str().to_owned()),
        version: Set(codec::VERSION),
        payload: Set(codec::encode(&event.body)?),
        occurred_at: Set(event.occurred_at.micros()),
        recorded_at: Set(now.micros()),
    })
}

fn recorded(row: Model) -> AppResult<Recorded> {
    let position = row
        .position
        .ok_or_else(|| AppError::internal("an event was read that has no position"))?;
    let body = codec::decode(&row.kind, row.version, &row.payload)?;
    Ok(Recorded {
        position,
        event: Event {
            id: row.id,
            body,
            actor: row.actor,
            subject: row.subject,
            audience: codec::audience_from_columns(&row.audience, row.community_id)?,
            origin: row.origin.parse()?,
            occurred_at: Timestamp::from_micros(row.occurred_at),
        },
    })
}
