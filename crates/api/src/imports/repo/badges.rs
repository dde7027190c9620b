//! Badges of another site.

use std::collections::HashSet;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, Order, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::insert_all;
use crate::db::Tx;
use crate::db::entities::imported_badge::{Column, Entity, Model};
use crate::imports::prepared::Badge;
use crate::posts::repo::keyset;

/// A row of `imported_badge`.
pub type BadgeRow = Model;

/// Which of these are here, by their ids there.
pub async fn find_badges(
    db: &impl ConnectionTrait,
    site: &str,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashSet<i64>, DbErr> {
    let ids: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::SourceId)
        .filter(Column::SourceSite.eq(site))
        .filter(Column::SourceId.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().collect())
}

/// Badges that were not here.
pub async fn insert_badges(tx: &Tx, site: &str, badges: &[&Badge]) -> Result<(), DbErr> {
    let rows = badges.iter().map(|badge| {
        Model {
            id: Uuid::now_v7(),
            member_id: badge.person,
            name: badge.name.clone(),
            class: badge.class.clone(),
            topical: badge.topical,
            awarded_at: badge.at,
            source_site: site.to_owned(),
            source_id: badge.source_id,
        }
        .into_active_model()
    });
    insert_all::<Entity, _>(tx, rows.collect()).await
}

/// The badges of a person, newest first, after the one with this time and id.
pub async fn list_badges(
    db: &impl ConnectionTrait,
    person: Uuid,
    after: Option<(i64, Uuid)>,
    limit: u64,
) -> Result<Vec<BadgeRow>, DbErr> {
    let mut rows = Entity::find().filter(Column::MemberId.eq(person));
    if let Some((at, id)) = after {
        rows = rows.filter(keyset::after(&[
            (Expr::col(Column::AwardedAt), Order::Desc, at.into()),
            (Expr::col(Column::Id), Order::Desc, id.into()),
        ]));
    }
    rows.order_by_desc(Column::AwardedAt)
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(db)
        .await
}
