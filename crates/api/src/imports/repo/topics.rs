//! Topics of an import: those that are here, by slug or synonym, are used; the others are made.

use std::collections::{HashMap, HashSet};

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel,
    QueryFilter, QuerySelect,
};
use tacit_domain::imports::Site;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::Tx;
use crate::db::entities::{topic, topic_synonym};
use crate::error::AppResult;
use crate::imports::prepared::Topic;
use crate::markdown::RENDERER_VERSION;

/// The topics of an import as they are in the database.
#[derive(Debug, Default)]
pub struct Topics {
    /// By their places.
    pub ids: Vec<Uuid>,
    /// Those that were made, with the time of their first question.
    pub created: Vec<(Uuid, i64)>,
    /// Those that were here and got their description.
    pub edited: Vec<Uuid>,
}

impl Topics {
    /// The ids at these places, each once.
    pub fn of(&self, places: &[usize]) -> Vec<Uuid> {
        let mut ids = Vec::with_capacity(places.len());
        for id in places.iter().filter_map(|place| self.ids.get(*place)) {
            if !ids.contains(id) {
                ids.push(*id);
            }
        }
        ids
    }
}

/// Slugs (also synonyms) of topics that already say what they are.
pub async fn list_described_topics(db: &impl ConnectionTrait) -> AppResult<HashSet<String>> {
    let known = known(db).await?;
    let described = known.into_iter().filter(|(_, topic)| topic.described);
    Ok(described.map(|(slug, _)| slug).collect())
}

/// Makes the topics that are not here yet, and gives those without a description theirs.
pub async fn insert_topics(
    tx: &Tx,
    site: &Site,
    topics: &[Topic],
    now: Timestamp,
) -> AppResult<Topics> {
    let mut known = known(tx).await?;
    let mut result = Topics::default();
    let mut rows = Vec::new();
    for topic in topics {
        if let Some(here) = known.get_mut(&topic.slug) {
            result.ids.push(here.id);
            if !here.described && !topic.description.is_empty() {
                describe(tx, here.id, here.version, topic).await?;
                here.described = true;
                result.edited.push(here.id);
            }
            continue;
        }
        let created_at = topic.created_at.unwrap_or(now.micros());
        known.insert(
            topic.slug.clone(),
            Known {
                id: topic.id,
                version: 1,
                // What another tag of the same slug says would have to go into a row that is not written yet.
                described: true,
            },
        );
        result.ids.push(topic.id);
        result.created.push((topic.id, created_at));
        rows.push(row(site, topic, created_at).into_active_model());
    }
    while !rows.is_empty() {
        let rest = rows.split_off(rows.len().min(500));
        topic::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
        rows = rest;
    }
    Ok(result)
}

/// A topic that is here.
struct Known {
    id: Uuid,
    version: i32,
    described: bool,
}

/// All topics by slug and by synonym; one that was merged stands for the one that stayed.
async fn known(db: &impl ConnectionTrait) -> AppResult<HashMap<String, Known>> {
    type Row = (Uuid, String, Option<Uuid>, i32);
    let rows: Vec<Row> = topic::Entity::find()
        .select_only()
        .columns([
            topic::Column::Id,
            topic::Column::Slug,
            topic::Column::MergedIntoId,
            topic::Column::Version,
        ])
        .into_tuple()
        .all(db)
        .await?;
    let described: Vec<Uuid> = topic::Entity::find()
        .select_only()
        .column(topic::Column::Id)
        .filter(topic::Column::Description.ne(""))
        .into_tuple()
        .all(db)
        .await?;
    let described: HashSet<Uuid> = described.into_iter().collect();
    let versions: HashMap<Uuid, i32> = rows.iter().map(|row| (row.0, row.3)).collect();
    let synonyms: Vec<(String, Uuid)> = topic_synonym::Entity::find()
        .select_only()
        .columns([topic_synonym::Column::Slug, topic_synonym::Column::TopicId])
        .into_tuple()
        .all(db)
        .await?;
    let slugs = rows
        .into_iter()
        .map(|(id, slug, merged_into, _)| (slug, merged_into.unwrap_or(id)));
    // A slug of its own comes before a synonym of the same word.
    let all = synonyms.into_iter().chain(slugs);
    Ok(all
        .map(|(slug, id)| {
            let version = versions.get(&id).copied().unwrap_or(1);
            let described = described.contains(&id);
            (
                slug,
                Known {
                    id,
                    version,
                    described,
                },
            )
        })
        .collect())
}

async fn describe(tx: &Tx, id: Uuid, version: i32, topic: &Topic) -> AppResult<()> {
    topic::ActiveModel {
        id: Set(id),
        description: Set(topic.description.clone()),
        description_html: Set(topic.description_html.clone()),
        renderer_version: Set(RENDERER_VERSION),
        version: Set(version + 1),
        ..Default::default()
    }
    .update(tx)
    .await?;
    Ok(())
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
