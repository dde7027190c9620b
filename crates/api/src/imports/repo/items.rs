//! What imports remember of the rows they wrote.

use std::collections::HashMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use tacit_domain::imports::ItemKind;

use crate::db::entities::import_item::{Column, Entity, Model};

/// A row of `import_item`.
pub type Item = Model;

/// What is remembered of these rows, by their ids there.
pub async fn find_items(
    db: &impl ConnectionTrait,
    site: &str,
    kind: ItemKind,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, Item>, DbErr> {
    let rows = Entity::find()
        .filter(Column::Site.eq(site))
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(Column::SourceId.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.source_id, row)).collect())
}

/// The next rows of a kind after an id, rising.
pub async fn list_items_after(
    db: &impl ConnectionTrait,
    site: &str,
    kind: ItemKind,
    after: i64,
    limit: u64,
) -> Result<Vec<Item>, DbErr> {
    Entity::find()
        .filter(Column::Site.eq(site))
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(Column::SourceId.gt(after))
        .order_by_asc(Column::SourceId)
        .limit(limit)
        .all(db)
        .await
}

/// Remembers these rows, in place of what was remembered of them.
pub async fn put_items(db: &impl ConnectionTrait, items: Vec<Item>) -> Result<(), DbErr> {
    if items.is_empty() {
        return Ok(());
    }
    let key = [Column::Site, Column::Kind, Column::SourceId];
    let rest = [
        Column::SubjectId,
        Column::Digest,
        Column::State,
        Column::Version,
        Column::RunId,
        Column::Outcome,
        Column::GoneAt,
    ];
    let rows = items.into_iter().map(IntoActiveModel::into_active_model);
    Entity::insert_many(rows)
        .on_conflict(OnConflict::columns(key).update_columns(rest).to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}
