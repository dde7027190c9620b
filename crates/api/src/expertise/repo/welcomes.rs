//! Who was asked at their first sign-in what they know, and which topics are offered then.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::db::entities::member_welcome::{Column, Entity, Model};
use crate::db::entities::topic_counter;
use crate::projections::counters::EVERYONE;

/// A row.
pub type WelcomeRow = Model;

/// Whether somebody has said something to it, or skipped it.
///
/// # Errors
/// A failure of the database.
pub async fn is_over(db: &impl ConnectionTrait, member: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(member).one(db).await?.is_some())
}

/// Keeps how it ended; the first time counts.
///
/// # Errors
/// A failure of the database.
pub async fn end(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let kept = OnConflict::column(Column::MemberId).do_nothing().to_owned();
    Entity::insert(row.into_active_model())
        .on_conflict(kept)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The topics that most questions of everyone are about.
///
/// # Errors
/// A failure of the database.
pub async fn most_asked(db: &impl ConnectionTrait, limit: u64) -> Result<Vec<Uuid>, DbErr> {
    use topic_counter::Column as C;
    topic_counter::Entity::find()
        .select_only()
        .column(C::TopicId)
        .filter(C::Scope.eq(EVERYONE))
        .filter(C::Questions.gt(0))
        .order_by_desc(C::Questions)
        .order_by_asc(C::TopicId)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}
