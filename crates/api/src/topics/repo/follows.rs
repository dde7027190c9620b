//! Who follows which topic.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::topic_follow::{ActiveModel, Column, Entity};

/// Follows; false when that was so already.
///
/// # Errors
/// A failure of the database.
pub async fn insert_follow(
    db: &impl ConnectionTrait,
    topic_id: Uuid,
    member_id: Uuid,
    at: Timestamp,
) -> Result<bool, DbErr> {
    let row = ActiveModel {
        topic_id: Set(topic_id),
        member_id: Set(member_id),
        created_at: Set(at.micros()),
    };
    let there = OnConflict::columns([Column::TopicId, Column::MemberId])
        .do_nothing()
        .to_owned();
    let rows = Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(rows > 0)
}

/// Follows no longer; false when that was so already.
///
/// # Errors
/// A failure of the database.
pub async fn delete_follow(
    db: &impl ConnectionTrait,
    topic_id: Uuid,
    member_id: Uuid,
) -> Result<bool, DbErr> {
    let done = Entity::delete_by_id((topic_id, member_id)).exec(db).await?;
    Ok(done.rows_affected > 0)
}

/// Whether a member follows a topic.
///
/// # Errors
/// A failure of the database.
pub async fn is_following(
    db: &impl ConnectionTrait,
    topic_id: Uuid,
    member_id: Uuid,
) -> Result<bool, DbErr> {
    let row = Entity::find_by_id((topic_id, member_id)).one(db).await?;
    Ok(row.is_some())
}
