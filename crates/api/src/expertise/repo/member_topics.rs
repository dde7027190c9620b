//! What members say about themselves and topics.

use std::collections::HashSet;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::db::entities::member_topic::{Column, Entity, Model};

/// A row.
pub type MemberTopicRow = Model;

/// What a member says about a topic.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    member_id: Uuid,
    topic_id: Uuid,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id((member_id, topic_id)).one(db).await
}

/// All that a member says, newest first.
///
/// # Errors
/// A failure of the database.
pub async fn list_of(db: &impl ConnectionTrait, member_id: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::MemberId.eq(member_id))
        .order_by_desc(Column::DeclaredAt)
        .order_by_asc(Column::TopicId)
        .all(db)
        .await
}

/// All that is said about these topics.
///
/// # Errors
/// A failure of the database.
pub async fn list_in(db: &impl ConnectionTrait, topics: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::TopicId.is_in(topics.iter().copied()))
        .order_by_desc(Column::DeclaredAt)
        .order_by_asc(Column::MemberId)
        .all(db)
        .await
}

/// Writes a row over what was there; one that says nothing goes.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    if row.level.is_none() && !row.hidden {
        Entity::delete_by_id((row.member_id, row.topic_id))
            .exec(db)
            .await?;
        return Ok(());
    }
    let over = OnConflict::columns([Column::MemberId, Column::TopicId])
        .update_columns([Column::Level, Column::Hidden, Column::DeclaredAt])
        .to_owned();
    Entity::insert(row.into_active_model())
        .on_conflict(over)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Moves what is said about a topic to another; who said something about both keeps what they said about that one, and
/// stays hidden when one of the two was.
///
/// # Errors
/// A failure of the database.
pub async fn move_all(db: &impl ConnectionTrait, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    let goes = list_in(db, &[from]).await?;
    let stays = list_in(db, &[to]).await?;
    for row in &goes {
        let kept = stays.iter().find(|other| other.member_id == row.member_id);
        let moved = match kept {
            Some(kept) => Model {
                hidden: kept.hidden || row.hidden,
                level: kept.level.clone().or_else(|| row.level.clone()),
                ..kept.clone()
            },
            None => Model {
                topic_id: to,
                ..row.clone()
            },
        };
        put(db, moved).await?;
    }
    Entity::delete_many()
        .filter(Column::TopicId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

/// Which of these members hide which topics.
///
/// # Errors
/// A failure of the database.
pub async fn hidden_by(
    db: &impl ConnectionTrait,
    members: &[Uuid],
) -> Result<HashSet<(Uuid, Uuid)>, DbErr> {
    let rows = Entity::find()
        .filter(Column::MemberId.is_in(members.iter().copied()))
        .filter(Column::Hidden.eq(true))
        .all(db)
        .await?;
    let pairs = rows.into_iter().map(|row| (row.member_id, row.topic_id));
    Ok(pairs.collect())
}
