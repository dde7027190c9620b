//! Communities and what they are about.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use tacit_contract::communities::CommunityRef;
use tacit_contract::topics::TopicRef;
use uuid::Uuid;

use crate::db::entities::{community, community_topic, post};
use crate::topics::repo::topics;

/// A row of `community`.
pub type CommunityRow = community::Model;

/// A community that was not deleted, whoever may know of it.
///
/// # Errors
/// A failure of the database.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<CommunityRow>, DbErr> {
    community::Entity::find_by_id(id)
        .filter(community::Column::DeletedAt.is_null())
        .one(db)
        .await
}

/// A community, deleted or not.
///
/// # Errors
/// A failure of the database.
pub async fn find_ever(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<CommunityRow>, DbErr> {
    community::Entity::find_by_id(id).one(db).await
}

/// Communities as they are named elsewhere, whoever may know of them.
///
/// # Errors
/// A failure of the database.
pub async fn find_refs(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, CommunityRef>, DbErr> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = community::Entity::find()
        .filter(community::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows
        .iter()
        .map(|row| (row.id, community_ref(row)))
        .collect())
}

/// Inserts a community.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: CommunityRow) -> Result<(), DbErr> {
    community::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// A change to a row of `community`.
pub type CommunityChange = community::ActiveModel;

/// Writes the columns that are set.
///
/// # Errors
/// A failure of the database.
pub async fn update(db: &impl ConnectionTrait, row: CommunityChange) -> Result<(), DbErr> {
    community::Entity::update(row).exec(db).await?;
    Ok(())
}

/// Notes since when a community is only read; none when it is written in.
///
/// # Errors
/// A failure of the database.
pub async fn set_archived(
    db: &impl ConnectionTrait,
    id: Uuid,
    at: Option<i64>,
) -> Result<(), DbErr> {
    let change = CommunityChange {
        id: Set(id),
        archived_at: Set(at),
        ..Default::default()
    };
    update(db, change).await
}

/// Notes when a community was deleted; none when it is back.
///
/// # Errors
/// A failure of the database.
pub async fn set_deleted(
    db: &impl ConnectionTrait,
    id: Uuid,
    at: Option<i64>,
) -> Result<(), DbErr> {
    let change = CommunityChange {
        id: Set(id),
        deleted_at: Set(at),
        ..Default::default()
    };
    update(db, change).await
}

/// Communities that were deleted up to then.
///
/// # Errors
/// A failure of the database.
pub async fn deleted_before(db: &impl ConnectionTrait, at: i64) -> Result<Vec<Uuid>, DbErr> {
    community::Entity::find()
        .select_only()
        .column(community::Column::Id)
        .filter(community::Column::DeletedAt.lte(at))
        .into_tuple()
        .all(db)
        .await
}

/// Erases a community that was deleted up to then: what was written in it and who belonged to it goes with its row. False when
/// there is none, or it is back.
///
/// # Errors
/// A failure of the database.
pub async fn erase(db: &impl ConnectionTrait, id: Uuid, at: i64) -> Result<bool, DbErr> {
    let done = community::Entity::delete_by_id(id)
        .filter(community::Column::DeletedAt.lte(at))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Whether anything was ever written in a community, deleted or not.
///
/// # Errors
/// A failure of the database.
pub async fn was_written_in(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    let one = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::CommunityId.eq(id))
        .limit(1);
    let one: Option<Uuid> = one.into_tuple().one(db).await?;
    Ok(one.is_some())
}

/// What communities are about, in their order.
///
/// # Errors
/// A failure of the database.
pub async fn topics_of(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<TopicRef>>, DbErr> {
    let rows = community_topic::Entity::find()
        .filter(community_topic::Column::CommunityId.is_in(ids.iter().copied()))
        .order_by_asc(community_topic::Column::Position)
        .all(db)
        .await?;
    let names = topics::find_refs(db, rows.iter().map(|row| row.topic_id)).await?;
    let mut found: HashMap<Uuid, Vec<TopicRef>> = HashMap::new();
    for row in rows {
        if let Some(topic) = names.get(&row.topic_id) {
            found
                .entry(row.community_id)
                .or_default()
                .push(topic.clone());
        }
    }
    Ok(found)
}

/// Says what a community is about.
///
/// # Errors
/// A failure of the database.
pub async fn set_topics(
    db: &impl ConnectionTrait,
    id: Uuid,
    topics: &[TopicRef],
) -> Result<(), DbErr> {
    community_topic::Entity::delete_many()
        .filter(community_topic::Column::CommunityId.eq(id))
        .exec(db)
        .await?;
    if topics.is_empty() {
        return Ok(());
    }
    let rows = topics.iter().zip(0..).map(|(topic, position)| {
        community_topic::Model {
            community_id: id,
            topic_id: topic.id,
            position,
        }
        .into_active_model()
    });
    community_topic::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// As it is named elsewhere.
#[must_use]
pub fn community_ref(row: &CommunityRow) -> CommunityRef {
    CommunityRef {
        id: row.id,
        slug: row.slug.clone(),
        name: row.name.clone(),
    }
}
