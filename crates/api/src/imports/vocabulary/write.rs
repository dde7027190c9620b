//! Doing what was planned, some rows at a time. Each looks again: what changed meanwhile is left as it is.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tacit_domain::events::{Event, EventBody, Origin};
use tacit_domain::time::Timestamp;
use tacit_domain::topics::TopicName;
use tacit_domain::topics::vocabulary::{TermFate, Vocabulary, closes_circle};
use uuid::Uuid;

use super::plan::{Plan, Planned};
use crate::db::entities::{topic, topic_synonym};
use crate::db::{self, Tx};
use crate::error::AppResult;
use crate::events;
use crate::markdown::RENDERER_VERSION;
use crate::state::{AppState, Ids};
use crate::topics::repo::topics::{TopicChange, find_canonical, insert, update};

/// Rows of one transaction.
const BATCH: usize = 200;

/// The circumstances of an import.
#[derive(Clone, Copy)]
struct Circumstances {
    vocabulary: Vocabulary,
    actor: Option<Uuid>,
    now: Timestamp,
    ids: Ids,
}

/// Writes new topics, then addresses and other names of those that are here, then places.
///
/// # Errors
/// A failure of the database.
pub async fn write(state: &AppState, plan: &Plan, actor: Option<Uuid>) -> AppResult<()> {
    let how = Circumstances {
        vocabulary: plan.vocabulary,
        actor,
        now: state.clock.now(),
        ids: state.ids,
    };
    let wanted = |item: &&Planned| {
        matches!(
            item.fate,
            TermFate::New | TermFate::Mapped | TermFate::Placed
        )
    };
    let items: Vec<Planned> = plan.items.iter().filter(wanted).cloned().collect();
    for chunk in items.chunks(BATCH) {
        let chunk = chunk.to_vec();
        db::write(&state.db, move |tx| {
            let chunk = chunk.clone();
            Box::pin(async move { put(tx, how, &chunk).await })
        })
        .await?;
    }
    let placed = |item: &&Planned| item.above.is_some() && item.fate != TermFate::Mapped;
    let items: Vec<Planned> = items.iter().filter(placed).cloned().collect();
    for chunk in items.chunks(BATCH) {
        let chunk = chunk.to_vec();
        db::write(&state.db, move |tx| {
            let chunk = chunk.clone();
            Box::pin(async move { place(tx, how, &chunk).await })
        })
        .await?;
    }
    Ok(())
}

async fn put(tx: &Tx, how: Circumstances, items: &[Planned]) -> AppResult<()> {
    let mut happened = Vec::new();
    for item in items {
        let told = match item.fate {
            TermFate::New => make(tx, how, item).await?,
            TermFate::Mapped => map(tx, how, item).await?,
            TermFate::Known | TermFate::Placed | TermFate::LeftOut => None,
        };
        happened.extend(told.map(|(id, body)| how.event(id, body)));
    }
    events::append(tx, how.now, happened).await
}

impl Circumstances {
    fn event(self, subject: Uuid, body: EventBody) -> Event {
        Event::new(self.ids.next(), self.actor, subject, body, self.now).origin(Origin::Import)
    }
}

async fn make(tx: &Tx, how: Circumstances, item: &Planned) -> AppResult<Option<(Uuid, EventBody)>> {
    let Some(name) = &item.name else {
        return Ok(None);
    };
    if find_canonical(tx, name.slug().as_str()).await?.is_some() {
        return Ok(None);
    }
    let id = how.ids.next();
    let row = TopicChange {
        id: Set(id),
        slug: Set(name.slug().as_str().to_owned()),
        name: Set(name.as_str().to_owned()),
        description: Set(String::new()),
        description_html: Set(String::new()),
        renderer_version: Set(RENDERER_VERSION),
        parent_id: Set(None),
        merged_into_id: Set(None),
        created_by: Set(how.actor),
        version: Set(1),
        created_at: Set(how.now.micros()),
        source_site: Set(Some(how.vocabulary.site().to_owned())),
        source_id: Set(Some(item.id.clone())),
        source_url: Set(Some(how.vocabulary.address(&item.id))),
        source_license: Set(Some(how.vocabulary.license().to_owned())),
    };
    insert(tx, row).await?;
    add_names(tx, id, &item.others).await?;
    Ok(Some((id, EventBody::TopicCreated)))
}

async fn map(tx: &Tx, how: Circumstances, item: &Planned) -> AppResult<Option<(Uuid, EventBody)>> {
    let Some((id, _)) = item.topic else {
        return Ok(None);
    };
    let row = topic::Entity::find_by_id(id).one(tx).await?;
    let Some(row) = row.filter(|row| row.source_site.is_none()) else {
        return Ok(None);
    };
    let change = TopicChange {
        id: Set(id),
        version: Set(row.version.saturating_add(1)),
        source_site: Set(Some(how.vocabulary.site().to_owned())),
        source_id: Set(Some(item.id.clone())),
        source_url: Set(Some(how.vocabulary.address(&item.id))),
        source_license: Set(Some(how.vocabulary.license().to_owned())),
        ..Default::default()
    };
    update(tx, change).await?;
    add_names(tx, id, &item.others).await?;
    Ok(Some((id, EventBody::TopicEdited)))
}

/// Adds other names that are still free.
async fn add_names(tx: &Tx, id: Uuid, names: &[TopicName]) -> AppResult<()> {
    let mut rows = Vec::with_capacity(names.len());
    for name in names {
        if find_canonical(tx, name.slug().as_str()).await?.is_none() {
            rows.push(topic_synonym::ActiveModel {
                slug: Set(name.slug().as_str().to_owned()),
                topic_id: Set(id),
                name: Set(name.as_str().to_owned()),
            });
        }
    }
    if !rows.is_empty() {
        topic_synonym::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

/// Puts topics under those above them, where they have no place yet and nothing would stand above itself.
async fn place(tx: &Tx, how: Circumstances, items: &[Planned]) -> AppResult<()> {
    let rows = topic::Entity::find()
        .filter(topic::Column::SourceSite.eq(how.vocabulary.site()))
        .all(tx)
        .await?;
    let by_id: HashMap<String, Uuid> = rows
        .iter()
        .filter_map(|row| Some((row.source_id.clone()?, row.id)))
        .collect();
    let all = topic::Entity::find().all(tx).await?;
    let mut parents: HashMap<Uuid, Uuid> = all
        .into_iter()
        .filter_map(|row| Some((row.id, row.parent_id?)))
        .collect();
    let mut happened = Vec::new();
    for item in items {
        let above = item.above.as_ref().and_then(|above| by_id.get(above));
        let (Some(id), Some(above)) = (by_id.get(&item.id), above) else {
            continue;
        };
        if parents.contains_key(id) || closes_circle(*id, *above, &parents) {
            continue;
        }
        parents.insert(*id, *above);
        let change = TopicChange {
            id: Set(*id),
            parent_id: Set(Some(*above)),
            ..Default::default()
        };
        update(tx, change).await?;
        happened.push(how.event(*id, EventBody::TopicEdited));
    }
    events::append(tx, how.now, happened).await
}
