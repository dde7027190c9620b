//! Communities and what they are about.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use tacit_contract::communities::CommunityRef;
use tacit_contract::topics::TopicRef;
use uuid::Uuid;

use crate::db::entities::{community, community_topic};
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
