//! Topics of an import: those that are here, by slug or synonym, are used; the others are made.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QuerySelect,
};
use tacit_domain::imports::{ItemKind, Site};
use uuid::Uuid;

use super::insert_all;
use crate::db::Tx;
use crate::db::entities::{import_item, topic, topic_synonym};
use crate::imports::prepared::Topic;
use crate::markdown::RENDERER_VERSION;

/// A topic that is here.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Its id.
    pub id: Uuid,
    /// Its version.
    pub version: i32,
    /// Whether it says what it is.
    pub described: bool,
}

/// Slugs (also synonyms) of topics that say what they are in words that no import of this site wrote.
pub async fn list_described_topics(
    db: &impl ConnectionTrait,
    site: &str,
) -> Result<HashSet<String>, DbErr> {
    let ours: Vec<Uuid> = import_item::Entity::find()
        .select_only()
        .column(import_item::Column::SubjectId)
        .filter(import_item::Column::Site.eq(site))
        .filter(import_item::Column::Kind.eq(ItemKind::Topic.as_str()))
        .into_tuple()
        .all(db)
        .await?;
    let ours: HashSet<Uuid> = ours.into_iter().collect();
    let known = read(db, None).await?.into_iter();
    let described = known.filter(|(_, topic)| topic.described && !ours.contains(&topic.id));
    Ok(described.map(|(slug, _)| slug).collect())
}

/// The topics of these slugs, by slug and by synonym; one that was merged stands for the one that stayed.
pub async fn find_topics(
    db: &impl ConnectionTrait,
    slugs: &[&str],
) -> Result<HashMap<String, Known>, DbErr> {
    read(db, Some(slugs)).await
}

async fn read(
    db: &impl ConnectionTrait,
    slugs: Option<&[&str]>,
) -> Result<HashMap<String, Known>, DbErr> {
    let mut named = topic::Entity::find().select_only().columns([
        topic::Column::Slug,
        topic::Column::Id,
        topic::Column::MergedIntoId,
    ]);
    let mut synonyms = topic_synonym::Entity::find()
        .select_only()
        .columns([topic_synonym::Column::Slug, topic_synonym::Column::TopicId]);
    if let Some(slugs) = slugs {
        named = named.filter(topic::Column::Slug.is_in(slugs.iter().copied()));
        synonyms = synonyms.filter(topic_synonym::Column::Slug.is_in(slugs.iter().copied()));
    }
    let named: Vec<(String, Uuid, Option<Uuid>)> = named.into_tuple().all(db).await?;
    let synonyms: Vec<(String, Uuid)> = synonyms.into_tuple().all(db).await?;
    let named = named
        .into_iter()
        .map(|(slug, id, merged_into)| (slug, merged_into.unwrap_or(id)));
    // A slug of its own comes after, and so before, a synonym of the same word.
    let ids: HashMap<String, Uuid> = synonyms.into_iter().chain(named).collect();
    let rows = find_rows(db, ids.values().copied().collect()).await?;
    let known = ids.into_iter();
    Ok(known
        .filter_map(|(slug, id)| Some((slug, *rows.get(&id)?)))
        .collect())
}

async fn find_rows(
    db: &impl ConnectionTrait,
    ids: Vec<Uuid>,
) -> Result<HashMap<Uuid, Known>, DbErr> {
    let mut rows = HashMap::new();
    for chunk in ids.chunks(1_000) {
        let found: Vec<(Uuid, i32, String)> = topic::Entity::find()
            .select_only()
            .columns([
                topic::Column::Id,
                topic::Column::Version,
                topic::Column::Description,
            ])
            .filter(topic::Column::Id.is_in(chunk.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        rows.extend(found.into_iter().map(|(id, version, description)| {
            let described = !description.is_empty();
            let known = Known {
                id,
                version,
                described,
            };
            (id, known)
        }));
    }
    Ok(rows)
}

/// Topics that were not here, each with the time it was made.
pub async fn insert_topics(tx: &Tx, site: &Site, topics: &[(&Topic, i64)]) -> Result<(), DbErr> {
    let rows = topics
        .iter()
        .map(|(topic, at)| row(site, topic, *at).into_active_model());
    insert_all::<topic::Entity, _>(tx, rows.collect()).await
}

/// Gives a topic its description; tells the version it has now.
pub async fn describe(tx: &Tx, known: Known, topic: &Topic) -> Result<i32, DbErr> {
    let version = known.version.saturating_add(1);
    let change = topic::ActiveModel {
        id: Set(known.id),
        description: Set(topic.description.clone()),
        description_html: Set(topic.description_html.clone()),
        renderer_version: Set(RENDERER_VERSION),
        version: Set(version),
        ..Default::default()
    };
    change.update(tx).await?;
    Ok(version)
}

fn row(site: &Site, topic: &Topic, created_at: i64) -> topic::Model {
    topic::Model {
        id: topic.id,
        slug: topic.slug.clone(),
        name: topic.name.clone(),
        description: topic.description.clone(),
        description_html: topic.description_html.clone(),
        renderer_version: RENDERER_VERSION,
        parent_id: None,
        merged_into_id: None,
        created_by: None,
        version: 1,
        created_at,
        source_site: Some(site.host().to_owned()),
        source_id: topic.source_id.map(|id| id.to_string()),
        source_url: Some(site.tag(&topic.tag)),
        source_license: topic.license.clone(),
    }
}
