//! From what people type to topics: a slug, a name or a synonym leads to the one topic, what is new becomes one.

use sea_orm::ActiveValue::Set;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_contract::topics::TopicRef;
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::limits::TOPICS_MAX;
use tacit_domain::posts::audience::{AudienceRefusal, Reach};
use tacit_domain::topics::{TopicName, TopicSlug};
use uuid::Uuid;

use super::repo::TopicRow;
use super::repo::topics::{TopicChange, find_canonical, insert, topic_ref};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::markdown::RENDERER_VERSION;
use crate::posts::{Act, Written, refusal};
use sea_orm::ConnectionTrait;

/// Reads the topics of a question: 1 to 5.
///
/// # Errors
/// 422 that points at each that cannot be taken.
pub fn read_names(given: &[String]) -> AppResult<Vec<TopicName>> {
    if given.is_empty() {
        let detail = "needs at least one topic";
        return Err(AppError::invalid("/topics", FieldCode::TooShort, detail));
    }
    read_at_most(given, TOPICS_MAX)
}

/// Reads up to so many topics, or none.
///
/// # Errors
/// 422 that points at each that cannot be taken.
pub fn read_at_most(given: &[String], most: usize) -> AppResult<Vec<TopicName>> {
    if given.len() > most {
        let detail = format!("takes at most {most} topics");
        return Err(AppError::invalid("/topics", FieldCode::TooLong, detail));
    }
    let read = |(index, name): (usize, &String)| {
        TopicName::parse(name).map_err(|error| refusal::of_text(&format!("/topics/{index}"), error))
    };
    given.iter().enumerate().map(read).collect()
}

/// The topics of these names for a post, each once, in their order; new ones are made where everybody reads along. Elsewhere
/// the name of a new one would tell everybody what is spoken of.
///
/// # Errors
/// 422 that points at a new one which may not be made; a failure of the database.
pub async fn resolve_or_create(
    tx: &Tx,
    act: &Act,
    names: &[TopicName],
    reach: Reach,
) -> AppResult<Vec<TopicRef>> {
    let mut topics: Vec<TopicRef> = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let topic = match find_canonical(tx, name.slug().as_str()).await? {
            Some(row) => topic_ref(&row),
            None if reach.is_open() => create(tx, act, name, &Written::default(), None).await?,
            None => {
                let pointer = format!("/topics/{index}");
                let detail = AudienceRefusal::NewTopic.to_string();
                return Err(AppError::invalid(pointer, FieldCode::NotAllowed, detail));
            }
        };
        if !topics.iter().any(|other| other.id == topic.id) {
            topics.push(topic);
        }
    }
    Ok(topics)
}

/// Makes a topic. That its name is free was checked before.
///
/// # Errors
/// A failure of the database.
pub async fn create(
    tx: &Tx,
    act: &Act,
    name: &TopicName,
    description: &Written,
    parent_id: Option<Uuid>,
) -> AppResult<TopicRef> {
    let topic = TopicRef {
        id: act.ids.next(),
        slug: name.slug().as_str().to_owned(),
        name: name.as_str().to_owned(),
    };
    let row = TopicChange {
        id: Set(topic.id),
        slug: Set(topic.slug.clone()),
        name: Set(topic.name.clone()),
        description: Set(description.body.clone()),
        description_html: Set(description.html.clone()),
        renderer_version: Set(RENDERER_VERSION),
        parent_id: Set(parent_id),
        merged_into_id: Set(None),
        created_by: Set(act.name()),
        version: Set(1),
        created_at: Set(act.at.micros()),
        source_site: Set(None),
        source_id: Set(None),
        source_url: Set(None),
        source_license: Set(None),
    };
    insert(tx, row).await?;
    act.tell(tx, topic.id, Audience::Everyone, EventBody::TopicCreated)
        .await?;
    Ok(topic)
}

/// The topic an address names.
///
/// # Errors
/// 404 when there is none.
pub async fn find_by_address(db: &impl ConnectionTrait, slug: &str) -> AppResult<TopicRow> {
    find_by_text(db, slug)
        .await?
        .ok_or_else(AppError::not_found)
}

/// The topic a text names, if any.
///
/// # Errors
/// A failure of the database.
pub async fn find_by_text(db: &impl ConnectionTrait, text: &str) -> AppResult<Option<TopicRow>> {
    match TopicSlug::fold(text) {
        Ok(slug) => Ok(find_canonical(db, slug.as_str()).await?),
        Err(_) => Ok(None),
    }
}

/// Refuses a name that leads to another topic than `own`.
///
/// # Errors
/// 409 `name_taken` with the field.
pub async fn check_free(
    db: &impl ConnectionTrait,
    name: &TopicName,
    pointer: String,
    own: Option<Uuid>,
) -> AppResult<()> {
    match find_canonical(db, name.slug().as_str()).await? {
        Some(other) if Some(other.id) != own => {
            let detail = format!("is a name of the topic {}", other.name);
            Err(AppError::new(ProblemCode::NameTaken).field(pointer, FieldCode::Taken, detail))
        }
        _ => Ok(()),
    }
}
