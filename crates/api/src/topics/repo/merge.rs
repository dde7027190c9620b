//! Moving all that hangs on a topic to another.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::TopicRow;
use crate::db::entities::{post_topic, topic, topic_follow, topic_synonym};

/// Posts and follows; what has both keeps the one that stays.
///
/// # Errors
/// A failure of the database.
pub async fn move_uses(db: &impl ConnectionTrait, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    let with_both = posts_of(db, to).await?;
    let only_old = posts_of(db, from).await?;
    let (both, moved): (Vec<Uuid>, Vec<Uuid>) =
        only_old.into_iter().partition(|id| with_both.contains(id));
    for chunk in both.chunks(500) {
        post_topic::Entity::delete_many()
            .filter(post_topic::Column::TopicId.eq(from))
            .filter(post_topic::Column::PostId.is_in(chunk.iter().copied()))
            .exec(db)
            .await?;
    }
    if !moved.is_empty() {
        post_topic::Entity::update_many()
            .col_expr(post_topic::Column::TopicId, Expr::value(to))
            .filter(post_topic::Column::TopicId.eq(from))
            .exec(db)
            .await?;
    }
    move_follows(db, from, to).await
}

async fn posts_of(db: &impl ConnectionTrait, topic_id: Uuid) -> Result<HashSet<Uuid>, DbErr> {
    let posts: Vec<Uuid> = post_topic::Entity::find()
        .select_only()
        .column(post_topic::Column::PostId)
        .filter(post_topic::Column::TopicId.eq(topic_id))
        .into_tuple()
        .all(db)
        .await?;
    Ok(posts.into_iter().collect())
}

async fn move_follows(db: &impl ConnectionTrait, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    let follows = topic_follow::Entity::find()
        .filter(topic_follow::Column::TopicId.eq(from))
        .all(db)
        .await?;
    let there = OnConflict::columns([
        topic_follow::Column::TopicId,
        topic_follow::Column::MemberId,
    ])
    .do_nothing()
    .to_owned();
    for chunk in follows.chunks(500) {
        let rows = chunk.iter().map(|follow| topic_follow::ActiveModel {
            topic_id: Set(to),
            member_id: Set(follow.member_id),
            created_at: Set(follow.created_at),
        });
        topic_follow::Entity::insert_many(rows)
            .on_conflict(there.clone())
            .exec_without_returning(db)
            .await?;
    }
    topic_follow::Entity::delete_many()
        .filter(topic_follow::Column::TopicId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

/// Names: synonyms move, the old name becomes one, all that led to the old topic leads to the new one.
///
/// # Errors
/// A failure of the database.
pub async fn move_names(db: &impl ConnectionTrait, from: &TopicRow, to: Uuid) -> Result<(), DbErr> {
    topic_synonym::Entity::update_many()
        .col_expr(topic_synonym::Column::TopicId, Expr::value(to))
        .filter(topic_synonym::Column::TopicId.eq(from.id))
        .exec(db)
        .await?;
    let old_name = topic_synonym::ActiveModel {
        slug: Set(from.slug.clone()),
        topic_id: Set(to),
        name: Set(from.name.clone()),
    };
    topic_synonym::Entity::insert(old_name)
        .exec_without_returning(db)
        .await?;
    topic::Entity::update_many()
        .col_expr(topic::Column::MergedIntoId, Expr::value(to))
        .filter(topic::Column::MergedIntoId.eq(from.id))
        .exec(db)
        .await?;
    Ok(())
}

/// The tree: topics under the old one stand under the new one.
///
/// # Errors
/// A failure of the database.
pub async fn move_children(db: &impl ConnectionTrait, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    topic::Entity::update_many()
        .col_expr(topic::Column::ParentId, Expr::value(to))
        .filter(topic::Column::ParentId.eq(from))
        .filter(topic::Column::Id.ne(to))
        .exec(db)
        .await?;
    Ok(())
}
