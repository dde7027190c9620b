//! Helpful marks and their count, which is kept with the post.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::{helpful_mark, post};

/// Sets a mark; false when it was there.
///
/// # Errors
/// A failure of the database.
pub async fn insert_mark(
    db: &impl ConnectionTrait,
    post_id: Uuid,
    member_id: Uuid,
    at: Timestamp,
) -> Result<bool, DbErr> {
    let row = helpful_mark::ActiveModel {
        post_id: Set(post_id),
        member_id: Set(member_id),
        created_at: Set(at.micros()),
    };
    let there = OnConflict::columns([helpful_mark::Column::PostId, helpful_mark::Column::MemberId])
        .do_nothing()
        .to_owned();
    let rows = helpful_mark::Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(rows > 0)
}

/// Takes a mark back; false when there was none.
///
/// # Errors
/// A failure of the database.
pub async fn delete_mark(
    db: &impl ConnectionTrait,
    post_id: Uuid,
    member_id: Uuid,
) -> Result<bool, DbErr> {
    let done = helpful_mark::Entity::delete_by_id((post_id, member_id))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Adds to the count of a post.
///
/// # Errors
/// A failure of the database.
pub async fn add_helpful(
    db: &impl ConnectionTrait,
    post_id: Uuid,
    change: i32,
) -> Result<(), DbErr> {
    let column = post::Column::HelpfulCount;
    post::Entity::update_many()
        .col_expr(column, Expr::col(column).add(change))
        .filter(post::Column::Id.eq(post_id))
        .exec(db)
        .await?;
    Ok(())
}

/// Which of these posts a member marked.
///
/// # Errors
/// A failure of the database.
pub async fn marked_by(
    db: &impl ConnectionTrait,
    member_id: Uuid,
    posts: &[Uuid],
) -> Result<HashSet<Uuid>, DbErr> {
    let marked: Vec<Uuid> = helpful_mark::Entity::find()
        .select_only()
        .column(helpful_mark::Column::PostId)
        .filter(helpful_mark::Column::MemberId.eq(member_id))
        .filter(helpful_mark::Column::PostId.is_in(posts.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(marked.into_iter().collect())
}
