//! Comments under questions and answers.

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};
use tacit_domain::identity::Viewer;
use uuid::Uuid;

use super::load::PostRow;
use crate::db::entities::{comment, post};
use crate::posts::visibility::visible_posts;

/// Inserts what a comment has beyond its post.
///
/// # Errors
/// A failure of the database.
pub async fn insert_comment(
    db: &impl ConnectionTrait,
    post_id: Uuid,
    parent_id: Uuid,
    question_id: Uuid,
) -> Result<(), DbErr> {
    let row = comment::ActiveModel {
        post_id: Set(post_id),
        parent_id: Set(parent_id),
        question_id: Set(question_id),
    };
    comment::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// All comments of a page that the viewer may see, oldest first, each with the post it stands under.
///
/// # Errors
/// A failure of the database.
pub async fn list_comments(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    question_id: Uuid,
) -> Result<Vec<(Uuid, PostRow)>, DbErr> {
    let rows: Vec<(PostRow, Option<comment::Model>)> = visible_posts(viewer)
        .join(JoinType::InnerJoin, to_comment())
        .filter(comment::Column::QuestionId.eq(question_id))
        .order_by_asc(post::Column::CreatedAt)
        .order_by_asc(post::Column::Id)
        .select_also(comment::Entity)
        .all(db)
        .await?;
    let placed = rows
        .into_iter()
        .filter_map(|(post, own)| own.map(|own| (own.parent_id, post)));
    Ok(placed.collect())
}

fn to_comment() -> RelationDef {
    post::Entity::belongs_to(comment::Entity)
        .from(post::Column::Id)
        .to(comment::Column::PostId)
        .into()
}
