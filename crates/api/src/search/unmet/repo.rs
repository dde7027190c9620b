//! Rows of unmet searches.

use std::collections::HashSet;

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};
use uuid::Uuid;

use crate::db::entities::unmet_search::{Column, Entity, Model};
use crate::db::entities::unmet_search_mark as mark;

/// A row of `unmet_search`.
pub type UnmetRow = Model;

/// Keeps a search that nobody is counted for yet, unless it is there. The id of the one that is.
pub async fn put(db: &impl ConnectionTrait, row: UnmetRow) -> Result<Uuid, DbErr> {
    let (id, words, period) = (row.id, row.words.clone(), row.period);
    let there = OnConflict::columns([Column::Words, Column::Period])
        .do_nothing()
        .to_owned();
    Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    let kept = Entity::find()
        .filter(Column::Words.eq(words))
        .filter(Column::Period.eq(period))
        .one(db)
        .await?;
    Ok(kept.map_or(id, |row| row.id))
}

/// Counts somebody once; later searches only tell that it is still looked for.
pub async fn add(
    db: &impl ConnectionTrait,
    search: Uuid,
    marked: String,
    day: i64,
) -> Result<(), DbErr> {
    let row = mark::Model {
        search_id: search,
        mark: marked,
    };
    let there = OnConflict::columns([mark::Column::SearchId, mark::Column::Mark])
        .do_nothing()
        .to_owned();
    let counted = mark::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    let counted = i32::try_from(counted).unwrap_or(0);
    Entity::update_many()
        .col_expr(Column::People, Expr::col(Column::People).add(counted))
        .col_expr(Column::LastDay, Expr::value(day))
        .filter(Column::Id.eq(search))
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets what is older than `first`, and who was counted before `running`.
pub async fn forget(db: &impl ConnectionTrait, first: i64, running: i64) -> Result<u64, DbErr> {
    let over = Query::select()
        .column(Column::Id)
        .from(Entity)
        .and_where(Column::Period.lt(running))
        .to_owned();
    mark::Entity::delete_many()
        .filter(mark::Column::SearchId.in_subquery(over))
        .exec(db)
        .await?;
    let gone = Entity::delete_many()
        .filter(Column::Period.lt(first))
        .exec(db)
        .await?;
    Ok(gone.rows_affected)
}

/// Makes room: of more than `most` searches, those of fewest people go, the oldest first.
pub async fn keep_at_most(db: &impl ConnectionTrait, most: u64) -> Result<(), DbErr> {
    let kept = Entity::find().count(db).await?;
    if kept <= most {
        return Ok(());
    }
    let least: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .order_by_asc(Column::People)
        .order_by_asc(Column::LastDay)
        .order_by_asc(Column::Id)
        .limit(kept - most)
        .into_tuple()
        .all(db)
        .await?;
    Entity::delete_many()
        .filter(Column::Id.is_in(least))
        .exec(db)
        .await?;
    Ok(())
}

/// The searches of so many people in one of the kept periods, most people first; each once, as it counts most.
pub async fn list(
    db: &impl ConnectionTrait,
    first: i64,
    people: i32,
) -> Result<Vec<UnmetRow>, DbErr> {
    let rows = Entity::find()
        .filter(Column::Period.gte(first))
        .filter(Column::People.gte(people))
        .order_by_desc(Column::People)
        .order_by_desc(Column::LastDay)
        .order_by_desc(Column::Id)
        .all(db)
        .await?;
    let mut seen = HashSet::new();
    Ok(rows
        .into_iter()
        .filter(|row| seen.insert(row.words.clone()))
        .collect())
}

/// Whether so many people searched for these words in one of the kept periods.
pub async fn is_known(
    db: &impl ConnectionTrait,
    words: &str,
    first: i64,
    people: i32,
) -> Result<bool, DbErr> {
    let found = Entity::find()
        .filter(Column::Words.eq(words))
        .filter(Column::Period.gte(first))
        .filter(Column::People.gte(people))
        .count(db)
        .await?;
    Ok(found > 0)
}
