//! Who endorsed whom in which topic.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    QueryFilter, QueryOrder,
};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::endorsement::{ActiveModel, Column, Entity, Model};

/// A row.
pub type EndorsementRow = Model;

/// An endorsement, also one that was withdrawn.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    topic_id: Uuid,
    member_id: Uuid,
    by_id: Uuid,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id((topic_id, member_id, by_id))
        .one(db)
        .await
}

/// The endorsements of a member by another that stand.
///
/// # Errors
/// A failure of the database.
pub async fn list_by(
    db: &impl ConnectionTrait,
    member_id: Uuid,
    by_id: Uuid,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::MemberId.eq(member_id))
        .filter(Column::ById.eq(by_id))
        .filter(Column::WithdrawnAt.is_null())
        .order_by_asc(Column::TopicId)
        .all(db)
        .await
}

/// The endorsement of a member by another on a day, of which there is one; withdrawing it does not give the day back.
///
/// # Errors
/// A failure of the database.
pub async fn of_day(
    db: &impl ConnectionTrait,
    member_id: Uuid,
    by_id: Uuid,
    day: i32,
) -> Result<Option<Model>, DbErr> {
    Entity::find()
        .filter(Column::MemberId.eq(member_id))
        .filter(Column::ById.eq(by_id))
        .filter(Column::Day.eq(day))
        .one(db)
        .await
}

/// Writes an endorsement, also over one that was withdrawn.
///
/// # Errors
/// A failure of the database, or a second one on the day.
pub async fn put(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let over = OnConflict::columns([Column::TopicId, Column::MemberId, Column::ById])
        .update_columns([Column::Day, Column::CreatedAt, Column::WithdrawnAt])
        .to_owned();
    Entity::insert(row.into_active_model())
        .on_conflict(over)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Withdraws an endorsement.
///
/// # Errors
/// A failure of the database.
pub async fn withdraw(db: &impl ConnectionTrait, row: Model, at: Timestamp) -> Result<(), DbErr> {
    let row = ActiveModel {
        withdrawn_at: Set(Some(at.micros())),
        ..row.into_active_model()
    };
    Entity::update(row).exec(db).await?;
    Ok(())
}

/// Moves the endorsements in a topic to another; the same between the same two stands once.
///
/// # Errors
/// A failure of the database.
pub async fn move_all(db: &impl ConnectionTrait, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    let in_topic = |topic: Uuid| Entity::find().filter(Column::TopicId.eq(topic));
    let goes = in_topic(from).all(db).await?;
    let stays = in_topic(to).all(db).await?;
    // First they go, so that the day they used is free for what takes their place.
    Entity::delete_many()
        .filter(Column::TopicId.eq(from))
        .exec(db)
        .await?;
    for row in goes {
        let same = |other: &&Model| (other.member_id, other.by_id) == (row.member_id, row.by_id);
        let stands = stays.iter().find(same);
        if stands.is_none_or(|kept| kept.withdrawn_at.is_some() && row.withdrawn_at.is_none()) {
            let moved = Model {
                topic_id: to,
                ..row
            };
            put(db, moved).await?;
        }
    }
    Ok(())
}
