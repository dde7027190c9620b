//! Events that wait. They are written with the rows they tell of, so that a kill loses neither, and go into the log when
//! all rows are there: in the order things happened.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use tacit_domain::events::{Event, EventBody, Origin};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::insert_all;
use crate::db::Tx;
use crate::db::entities::import_event::{ActiveModel, Column, Entity};
use crate::error::AppResult;
use crate::events::{self, codec};

/// Something that happened there.
#[derive(Clone, Debug)]
pub struct Told {
    /// When, in microseconds.
    pub at: i64,
    /// Who did it.
    pub actor: Option<Uuid>,
    /// What it happened to.
    pub subject: Uuid,
    /// What it was.
    pub body: EventBody,
}

/// Keeps what happened until the end.
pub async fn keep(tx: &Tx, site: &str, told: Vec<Told>) -> AppResult<()> {
    let mut rows = Vec::with_capacity(told.len());
    for told in told {
        rows.push(ActiveModel {
            id: Set(Uuid::now_v7()),
            site: Set(site.to_owned()),
            kind: Set(told.body.kind().as_str().to_owned()),
            actor: Set(told.actor),
            subject: Set(told.subject),
            version: Set(codec::VERSION),
            payload: Set(codec::encode(&told.body)?),
            occurred_at: Set(told.at),
        });
    }
    while !rows.is_empty() {
        let rest = rows.split_off(rows.len().min(1_000));
        insert_all::<Entity, _>(tx, rows).await?;
        rows = rest;
    }
    Ok(())
}

/// How many wait.
pub async fn count(db: &impl ConnectionTrait, site: &str) -> AppResult<u64> {
    Ok(Entity::find()
        .filter(Column::Site.eq(site))
        .count(db)
        .await?)
}

/// Moves the oldest that wait into the log, at most `limit`; tells how many.
pub async fn release(tx: &Tx, site: &str, now: Timestamp, limit: u64) -> AppResult<u64> {
    let rows = Entity::find()
        .filter(Column::Site.eq(site))
        .order_by_asc(Column::OccurredAt)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(tx)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut released = Vec::with_capacity(rows.len());
    for row in rows {
        let body = codec::decode(&row.kind, row.version, &row.payload)?;
        let at = Timestamp::from_micros(row.occurred_at);
        let event = Event::new(Uuid::now_v7(), row.actor, row.subject, body, at);
        released.push(event.origin(Origin::Import));
    }
    events::append(tx, now, released).await?;
    let count = u64::try_from(ids.len()).unwrap_or_default();
    Entity::delete_many()
        .filter(Column::Id.is_in(ids))
        .exec(tx)
        .await?;
    Ok(count)
}
