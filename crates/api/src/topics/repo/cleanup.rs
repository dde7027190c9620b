//! Topics that nothing hangs on, and how much hangs on the others.

use std::collections::HashMap;

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use tacit_contract::topics::TopicRef;
use uuid::Uuid;

use super::TopicRow;
use super::topics::topic_ref;
use crate::db::entities::{post_topic, topic, topic_counter, topic_follow};

/// A topic and how many questions everybody sees with it.
#[derive(Clone, Debug)]
pub struct Used {
    /// The topic.
    pub topic: TopicRef,
    /// Questions.
    pub uses: i64,
}

#[derive(FromQueryResult)]
struct Counted {
    topic_id: Uuid,
    questions: i32,
}

/// All topics that were not merged, with their questions for everyone.
///
/// # Errors
/// A failure of the database.
pub async fn list_used(db: &impl ConnectionTrait) -> Result<Vec<Used>, DbErr> {
    let counts = topic_counter::Entity::find()
        .select_only()
        .column(topic_counter::Column::TopicId)
        .column(topic_counter::Column::Questions)
        .filter(topic_counter::Column::Scope.eq(crate::projections::counters::EVERYONE))
        .into_model::<Counted>()
        .all(db)
        .await?;
    let counts: HashMap<Uuid, i32> = counts
        .into_iter()
        .map(|row| (row.topic_id, row.questions))
        .collect();
    let rows = topic::Entity::find()
        .filter(topic::Column::MergedIntoId.is_null())
        .order_by_asc(topic::Column::Name)
        .order_by_asc(topic::Column::Id)
        .all(db)
        .await?;
    let used = rows.iter().map(|row| Used {
        topic: topic_ref(row),
        uses: counts.get(&row.id).copied().unwrap_or_default().into(),
    });
    Ok(used.collect())
}

/// Topics that nothing hangs on, oldest first. Deleted and hidden questions hang on theirs too.
///
/// # Errors
/// A failure of the database.
pub async fn list_unused(db: &impl ConnectionTrait, limit: usize) -> Result<Vec<TopicRow>, DbErr> {
    topic::Entity::find()
        .filter(unused())
        .order_by_asc(topic::Column::CreatedAt)
        .order_by_asc(topic::Column::Id)
        .limit(u64::try_from(limit).unwrap_or(u64::MAX))
        .all(db)
        .await
}

/// Whether nothing hangs on a topic.
///
/// # Errors
/// A failure of the database.
pub async fn is_unused(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    let count = topic::Entity::find()
        .filter(topic::Column::Id.eq(id))
        .filter(unused())
        .count(db)
        .await?;
    Ok(count > 0)
}

/// Deletes a topic with its synonyms.
///
/// # Errors
/// A failure of the database.
pub async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    topic::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

fn unused() -> Condition {
    let hangs = |posts: SelectStatement| topic::Column::Id.not_in_subquery(posts);
    let questions = Query::select()
        .column(post_topic::Column::TopicId)
        .from(post_topic::Entity)
        .to_owned();
    let followers = Query::select()
        .column(topic_follow::Column::TopicId)
        .from(topic_follow::Entity)
        .to_owned();
    let children = Query::select()
        .column(topic::Column::ParentId)
        .from(topic::Entity)
        .and_where(topic::Column::ParentId.is_not_null())
        .to_owned();
    let merged = Query::select()
        .column(topic::Column::MergedIntoId)
        .from(topic::Entity)
        .and_where(topic::Column::MergedIntoId.is_not_null())
        .to_owned();
    Condition::all()
        .add(topic::Column::MergedIntoId.is_null())
        .add(hangs(questions))
        .add(hangs(followers))
        .add(hangs(children))
        .add(hangs(merged))
}
