//! Who follows which question and which person.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::{member_follow, question_follow};

/// What a member has said about following a question; none when nothing.
///
/// # Errors
/// A failure of the database.
pub async fn said_of_question(
    db: &impl ConnectionTrait,
    question: Uuid,
    member: Uuid,
) -> Result<Option<bool>, DbErr> {
    let key = (question, member);
    let row = question_follow::Entity::find_by_id(key).one(db).await?;
    Ok(row.map(|row| row.following))
}

/// Stores what a member says about following a question.
///
/// # Errors
/// A failure of the database.
pub async fn say_of_question(
    db: &impl ConnectionTrait,
    question: Uuid,
    member: Uuid,
    following: bool,
    at: Timestamp,
) -> Result<(), DbErr> {
    use question_follow::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        question_id: Set(question),
        member_id: Set(member),
        following: Set(following),
        created_at: Set(at.micros()),
    };
    let replace = OnConflict::columns([Column::QuestionId, Column::MemberId])
        .update_columns([Column::Following, Column::CreatedAt])
        .to_owned();
    Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Whether a member follows another.
///
/// # Errors
/// A failure of the database.
pub async fn follows_member(
    db: &impl ConnectionTrait,
    followed: Uuid,
    member: Uuid,
) -> Result<bool, DbErr> {
    let row = member_follow::Entity::find_by_id((followed, member))
        .one(db)
        .await?;
    Ok(row.is_some())
}

/// Follows a member; false when that was so already.
///
/// # Errors
/// A failure of the database.
pub async fn insert_member(
    db: &impl ConnectionTrait,
    followed: Uuid,
    member: Uuid,
    at: Timestamp,
) -> Result<bool, DbErr> {
    use member_follow::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        followed_id: Set(followed),
        member_id: Set(member),
        created_at: Set(at.micros()),
    };
    let there = OnConflict::columns([Column::FollowedId, Column::MemberId])
        .do_nothing()
        .to_owned();
    let rows = Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(rows > 0)
}

/// Follows a member no longer; false when that was so already.
///
/// # Errors
/// A failure of the database.
pub async fn delete_member(
    db: &impl ConnectionTrait,
    followed: Uuid,
    member: Uuid,
) -> Result<bool, DbErr> {
    let done = member_follow::Entity::delete_by_id((followed, member))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Who said that they follow a question, in the order of their ids.
///
/// # Errors
/// A failure of the database.
pub async fn followers_of(db: &impl ConnectionTrait, question: Uuid) -> Result<Vec<Uuid>, DbErr> {
    use question_follow::{Column, Entity};
    Entity::find()
        .select_only()
        .column(Column::MemberId)
        .filter(Column::QuestionId.eq(question))
        .filter(Column::Following.eq(true))
        .order_by_asc(Column::MemberId)
        .into_tuple()
        .all(db)
        .await
}
