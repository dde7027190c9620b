//! Topics and their synonyms.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};
use tacit_contract::topics::TopicRef;
use tacit_domain::topics::TopicName;
use uuid::Uuid;

use crate::db::entities::{post_topic, topic, topic_synonym};

/// A row of `topic`.
pub type TopicRow = topic::Model;

/// A topic to insert or to change.
pub type TopicChange = topic::ActiveModel;

/// A topic where it is only named.
#[must_use]
pub fn topic_ref(row: &TopicRow) -> TopicRef {
    TopicRef {
        id: row.id,
        slug: row.slug.clone(),
        name: row.name.clone(),
    }
}

/// The topic a folded slug leads to: its own, that of a synonym, or the one it was merged into.
///
/// # Errors
/// A failure of the database.
pub async fn find_canonical(
    db: &impl ConnectionTrait,
    slug: &str,
) -> Result<Option<TopicRow>, DbErr> {
    let own = topic::Entity::find()
        .filter(topic::Column::Slug.eq(slug))
        .one(db)
        .await?;
    let target = match own {
        Some(row) if row.merged_into_id.is_none() => return Ok(Some(row)),
        Some(row) => row.merged_into_id,
        None => topic_synonym::Entity::find_by_id(slug.to_owned())
            .one(db)
            .await?
            .map(|synonym| synonym.topic_id),
    };
    match target {
        Some(id) => topic::Entity::find_by_id(id).one(db).await,
        None => Ok(None),
    }
}

/// A topic by id.
///
/// # Errors
/// A failure of the database.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<TopicRow>, DbErr> {
    topic::Entity::find_by_id(id).one(db).await
}

/// Topics by id.
///
/// # Errors
/// A failure of the database.
pub async fn find_refs(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, TopicRef>, DbErr> {
    let rows = topic::Entity::find()
        .filter(topic::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.iter().map(|row| (row.id, topic_ref(row))).collect())
}

/// The topics of several posts, each in the order the author gave.
///
/// # Errors
/// A failure of the database.
pub async fn of_posts(
    db: &impl ConnectionTrait,
    posts: &[Uuid],
) -> Result<HashMap<Uuid, Vec<TopicRef>>, DbErr> {
    let links = post_topic::Entity::find()
        .filter(post_topic::Column::PostId.is_in(posts.iter().copied()))
        .order_by_asc(post_topic::Column::PostId)
        .order_by_asc(post_topic::Column::Position)
        .all(db)
        .await?;
    let refs = find_refs(db, links.iter().map(|link| link.topic_id)).await?;
    let mut of_posts: HashMap<Uuid, Vec<TopicRef>> = HashMap::new();
    for link in links {
        if let Some(topic) = refs.get(&link.topic_id) {
            of_posts
                .entry(link.post_id)
                .or_default()
                .push(topic.clone());
        }
    }
    Ok(of_posts)
}

/// Gives a post these topics in this order, and no others.
///
/// # Errors
/// A failure of the database.
pub async fn set_of_post(
    db: &impl ConnectionTrait,
    post_id: Uuid,
    topics: &[TopicRef],
) -> Result<(), DbErr> {
    post_topic::Entity::delete_many()
        .filter(post_topic::Column::PostId.eq(post_id))
        .exec(db)
        .await?;
    let rows = topics
        .iter()
        .zip(0..)
        .map(|(topic, position)| post_topic::ActiveModel {
            post_id: Set(post_id),
            topic_id: Set(topic.id),
            position: Set(position),
        });
    post_topic::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Inserts a topic.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: TopicChange) -> Result<(), DbErr> {
    topic::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Writes the columns that are set.
///
/// # Errors
/// A failure of the database.
pub async fn update(db: &impl ConnectionTrait, row: TopicChange) -> Result<TopicRow, DbErr> {
    topic::Entity::update(row).exec(db).await
}

/// The synonyms of a topic as they were written, in the order of their slugs.
///
/// # Errors
/// A failure of the database.
pub async fn synonyms(db: &impl ConnectionTrait, topic_id: Uuid) -> Result<Vec<String>, DbErr> {
    let rows = topic_synonym::Entity::find()
        .filter(topic_synonym::Column::TopicId.eq(topic_id))
        .order_by_asc(topic_synonym::Column::Slug)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

/// Gives a topic these synonyms and no others. That they are free was checked before.
///
/// # Errors
/// A failure of the database.
pub async fn set_synonyms(
    db: &impl ConnectionTrait,
    topic_id: Uuid,
    names: &[TopicName],
) -> Result<(), DbErr> {
    topic_synonym::Entity::delete_many()
        .filter(topic_synonym::Column::TopicId.eq(topic_id))
        .exec(db)
        .await?;
    if names.is_empty() {
        return Ok(());
    }
    let rows = names.iter().map(|name| topic_synonym::ActiveModel {
        slug: Set(name.slug().as_str().to_owned()),
        topic_id: Set(topic_id),
        name: Set(name.as_str().to_owned()),
    });
    topic_synonym::Entity::insert_many(rows)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The topics under a topic, by name.
///
/// # Errors
/// A failure of the database.
pub async fn children(db: &impl ConnectionTrait, parent_id: Uuid) -> Result<Vec<TopicRef>, DbErr> {
    let rows = topic::Entity::find()
        .filter(topic::Column::ParentId.eq(parent_id))
        .filter(topic::Column::MergedIntoId.is_null())
        .order_by_asc(topic::Column::Slug)
        .all(db)
        .await?;
    Ok(rows.iter().map(topic_ref).collect())
}
