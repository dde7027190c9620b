//! Use cases of topics: making, editing, merging, following. Each runs inside `db::write`.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use tacit_contract::problem::FieldCode;
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::limits::SYNONYMS_MAX;
use tacit_domain::moderation::{AuditAct, AuditSubject};
use tacit_domain::topics::policy::{TopicChange as Change, can_edit_topic, can_order_topics};
use tacit_domain::topics::{TopicName, name};
use uuid::Uuid;

use super::repo::topics::{TopicChange, find, set_synonyms, synonyms, update};
use super::repo::{TopicRow, follows, merge};
use super::resolve::{check_free, create, find_by_address, find_by_text};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::expertise::repo::{endorsements, member_topics};
use crate::http::IfMatch;
use crate::markdown::RENDERER_VERSION;
use crate::moderation::audit::Entry;
use crate::posts::{Act, Written, refusal};

/// A topic to make, read.
#[derive(Clone, Debug)]
pub struct NewTopic {
    /// Its name.
    pub name: TopicName,
    /// What it is about.
    pub description: Written,
    /// Other names.
    pub synonyms: Vec<TopicName>,
    /// Slug of the topic it stands under.
    pub parent: Option<String>,
}

/// Changes to a topic, read; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct TopicEdit {
    /// Its name; the slug stays.
    pub name: Option<TopicName>,
    /// What it is about.
    pub description: Option<Written>,
    /// All other names.
    pub synonyms: Option<Vec<TopicName>>,
    /// Slug of the topic it stands under, or none.
    pub parent: Option<Option<String>>,
}

/// Makes a topic.
///
/// # Errors
/// 409 when a name leads elsewhere, 422 when the parent is none.
pub async fn create_topic(tx: &Tx, act: &Act, new: &NewTopic) -> AppResult<Uuid> {
    check_free(tx, &new.name, "/name".to_owned(), None).await?;
    check_synonyms_free(tx, &new.synonyms, None).await?;
    let parent = match &new.parent {
        Some(parent) => Some(find_parent(tx, parent).await?.id),
        None => None,
    };
    let topic = create(tx, act, &new.name, &new.description, parent).await?;
    let others = without(&new.synonyms, &topic.slug);
    set_synonyms(tx, topic.id, &others).await?;
    Ok(topic.id)
}

/// Edits a topic: everybody its description, leads and admins the rest.
///
/// # Errors
/// 404, 403, 412, 409 when a name leads elsewhere, 422 when the parent is none or stands below.
pub async fn edit_topic(
    tx: &Tx,
    act: &Act,
    slug: &str,
    read: IfMatch,
    edit: &TopicEdit,
) -> AppResult<TopicRow> {
    let row = find_by_address(tx, slug).await?;
    let change = Change {
        order: edit.name.is_some() || edit.synonyms.is_some() || edit.parent.is_some(),
        description: edit.description.is_some(),
    };
    can_edit_topic(&act.viewer, change)?;
    read.check(row.version)?;
    let mut next = TopicChange {
        id: Set(row.id),
        version: Set(row.version.saturating_add(1)),
        ..Default::default()
    };
    let mut changed = edit_names(tx, &row, edit, &mut next).await?;
    changed |= edit_place(tx, &row, edit, &mut next).await?;
    let text = edit.description.as_ref();
    if let Some(text) = text.filter(|new| new.body != row.description) {
        next.description = Set(text.body.clone());
        next.description_html = Set(text.html.clone());
        next.renderer_version = Set(RENDERER_VERSION);
        changed = true;
    }
    if !changed {
        return Ok(row);
    }
    let row = update(tx, next).await?;
    if change.order {
        log(tx, act, AuditAct::TopicEdited, row.id, &row.name).await?;
    }
    act.tell(tx, row.id, Audience::Everyone, EventBody::TopicEdited)
        .await?;
    Ok(row)
}

/// Name and synonyms; whether anything is new.
async fn edit_names(
    tx: &Tx,
    row: &TopicRow,
    edit: &TopicEdit,
    next: &mut TopicChange,
) -> AppResult<bool> {
    let mut changed = false;
    if let Some(name) = edit.name.as_ref().filter(|new| new.as_str() != row.name) {
        check_free(tx, name, "/name".to_owned(), Some(row.id)).await?;
        next.name = Set(name.as_str().to_owned());
        changed = true;
    }
    let mut names = edit.synonyms.clone();
    // A new name must find the topic too, although the slug stays.
    if let Some(name) = &edit.name
        && name.slug().as_str() != row.slug
    {
        let kept = match names {
            Some(names) => names,
            None => read_back(synonyms(tx, row.id).await?),
        };
        names = Some(kept.into_iter().chain([name.clone()]).collect());
    }
    if let Some(names) = names {
        check_synonyms_free(tx, &names, Some(row.id)).await?;
        let names = without(&names, &row.slug);
        let before: HashSet<String> = synonyms(tx, row.id).await?.into_iter().collect();
        let after: HashSet<String> = names.iter().map(|n| n.as_str().to_owned()).collect();
        if before != after {
            set_synonyms(tx, row.id, &names).await?;
            changed = true;
        }
    }
    Ok(changed)
}

fn read_back(names: Vec<String>) -> Vec<TopicName> {
    let read = names.iter().filter_map(|name| TopicName::parse(name).ok());
    read.collect()
}

/// The parent; whether it is another.
async fn edit_place(
    tx: &Tx,
    row: &TopicRow,
    edit: &TopicEdit,
    next: &mut TopicChange,
) -> AppResult<bool> {
    let parent_id = match &edit.parent {
        None => return Ok(false),
        Some(None) => None,
        Some(Some(parent)) => {
            let parent = find_parent(tx, parent).await?;
            if is_within(tx, &parent, row.id).await? {
                let detail = "is the topic itself or stands under it";
                return Err(AppError::invalid("/parent", FieldCode::NotAllowed, detail));
            }
            Some(parent.id)
        }
    };
    next.parent_id = Set(parent_id);
    Ok(parent_id != row.parent_id)
}

async fn find_parent(tx: &Tx, slug: &str) -> AppResult<TopicRow> {
    let none = || AppError::invalid("/parent", FieldCode::NotFound, "is no topic");
    find_by_text(tx, slug).await?.ok_or_else(none)
}

/// Whether a topic is `id`, or stands somewhere under it.
async fn is_within(tx: &Tx, topic: &TopicRow, id: Uuid) -> AppResult<bool> {
    let mut seen = HashSet::new();
    let mut at = Some(topic.clone());
    while let Some(row) = at {
        if row.id == id {
            return Ok(true);
        }
        if !seen.insert(row.id) {
            return Ok(false);
        }
        at = match row.parent_id {
            Some(parent) => find(tx, parent).await?,
            None => None,
        };
    }
    Ok(false)
}

async fn check_synonyms_free(tx: &Tx, names: &[TopicName], own: Option<Uuid>) -> AppResult<()> {
    for (index, name) in names.iter().enumerate() {
        check_free(tx, name, format!("/synonyms/{index}"), own).await?;
    }
    Ok(())
}

/// Each synonym once, and none that is the slug itself.
fn without(names: &[TopicName], slug: &str) -> Vec<TopicName> {
    let mut seen = HashSet::from([slug.to_owned()]);
    let new = |name: &&TopicName| seen.insert(name.slug().as_str().to_owned());
    names.iter().filter(new).cloned().collect()
}

/// Reads the synonyms a client gave.
///
/// # Errors
/// 422 that points at each that cannot be taken.
pub fn read_synonyms(given: &[String]) -> AppResult<Vec<TopicName>> {
    if given.len() > SYNONYMS_MAX {
        let detail = format!("takes at most {SYNONYMS_MAX}");
        return Err(AppError::invalid("/synonyms", FieldCode::TooLong, detail));
    }
    let read = |(index, text): (usize, &String)| {
        let place = format!("/synonyms/{index}");
        TopicName::parse(text).map_err(|error| refusal::of_text(&place, error))
    };
    given.iter().enumerate().map(read).collect()
}

/// Reads a description a client gave.
///
/// # Errors
/// 422 at `/description`.
pub fn read_description(given: &str) -> AppResult<Written> {
    let text = name::description(given);
    let text = text.map_err(|error| refusal::of_text("/description", error))?;
    Ok(Written::new(None, &text, None))
}

/// Merges a topic into another: questions, followers, names and what stands under it move; its slug leads there.
///
/// # Errors
/// 404, 403, 422 when the other is none or the same.
pub async fn merge_topic(tx: &Tx, act: &Act, slug: &str, into: &str) -> AppResult<Uuid> {
    let from = find_by_address(tx, slug).await?;
    can_order_topics(&act.viewer)?;
    let none = || AppError::invalid("/into", FieldCode::NotFound, "is no topic");
    let into = find_by_text(tx, into).await?.ok_or_else(none)?;
    if from.id == into.id {
        let detail = "is the same topic";
        return Err(AppError::invalid("/into", FieldCode::NotAllowed, detail));
    }
    merge::move_uses(tx, from.id, into.id).await?;
    member_topics::move_all(tx, from.id, into.id).await?;
    endorsements::move_all(tx, from.id, into.id).await?;
    merge::move_names(tx, &from, into.id).await?;
    let under_old = is_within(tx, &into, from.id).await?;
    merge::move_children(tx, from.id, into.id).await?;
    let mut stays = TopicChange {
        id: Set(into.id),
        version: Set(into.version.saturating_add(1)),
        ..Default::default()
    };
    if under_old {
        // It takes the old one's place in the tree, or what stood between them would stand under itself.
        stays.parent_id = Set(from.parent_id);
    }
    let goes = TopicChange {
        id: Set(from.id),
        version: Set(from.version.saturating_add(1)),
        parent_id: Set(None),
        merged_into_id: Set(Some(into.id)),
        ..Default::default()
    };
    update(tx, goes).await?;
    update(tx, stays).await?;
    log(tx, act, AuditAct::TopicMerged, from.id, &into.name).await?;
    let body = EventBody::TopicMerged { into: into.id };
    act.tell(tx, from.id, Audience::Everyone, body).await?;
    Ok(into.id)
}

/// Keeping the vocabulary in order is an act of office.
pub(super) async fn log(
    tx: &Tx,
    act: &Act,
    what: AuditAct,
    topic: Uuid,
    detail: &str,
) -> AppResult<()> {
    let subject = (AuditSubject::Topic, topic);
    Entry::new(act.ids, Some(act.viewer.member_id), act.at, what, subject)
        .detail(detail)
        .write(tx)
        .await
}

/// Follows a topic or follows it no longer. Doing it again changes nothing.
///
/// # Errors
/// 404.
pub async fn follow(tx: &Tx, act: &Act, slug: &str, following: bool) -> AppResult<()> {
    let topic = find_by_address(tx, slug).await?;
    let member = act.viewer.member_id;
    let (changed, body) = if following {
        let changed = follows::insert_follow(tx, topic.id, member, act.at).await?;
        (changed, EventBody::TopicFollowed)
    } else {
        let changed = follows::delete_follow(tx, topic.id, member).await?;
        (changed, EventBody::TopicUnfollowed)
    };
    if changed {
        act.tell(tx, topic.id, Audience::Everyone, body).await?;
    }
    Ok(())
}
