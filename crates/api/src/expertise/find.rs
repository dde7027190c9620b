//! Finding people by topics: everybody of whom anything is known in any of them, ranked by evidence in all.
//!
//! Who knows all the topics comes before who knows some; then the sum of the strengths decides. Who is away comes last.

use std::collections::{BTreeSet, HashMap};

use sea_orm::ConnectionTrait;
use tacit_contract::expertise::TopicStrength;
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::known::in_topics;
use super::people::strength_in;
use super::tree::Tree;
use crate::error::AppResult;
use crate::topics::repo::topics::topic_ref;
use crate::topics::resolve::find_by_text;

/// Topics that are looked for.
const TOPICS_MOST: usize = 5;

/// What each person found knows of the topics, in the order asked.
pub type Found = HashMap<Uuid, Vec<TopicStrength>>;

/// The topics that a comma-separated list names; none when one of them is no topic.
///
/// # Errors
/// A failure of the database.
pub async fn topics_of(db: &impl ConnectionTrait, named: &str) -> AppResult<Option<Vec<TopicRef>>> {
    let mut topics: Vec<TopicRef> = Vec::new();
    for name in named.split(',').take(TOPICS_MOST) {
        let Some(row) = find_by_text(db, name).await? else {
            return Ok(None);
        };
        if topics.iter().all(|other| other.id != row.id) {
            topics.push(topic_ref(&row));
        }
    }
    Ok(Some(topics))
}

/// Who knows any of the topics, as far as the viewer may see the evidence.
///
/// # Errors
/// A failure of the database.
pub async fn who_knows(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    topics: &[TopicRef],
    now: Timestamp,
) -> AppResult<Found> {
    let tree = Tree::under(db, topics.iter().map(|topic| topic.id)).await?;
    let families: Vec<_> = topics
        .iter()
        .map(|topic| (topic, tree.family(topic.id)))
        .collect();
    let ids: BTreeSet<Uuid> = families
        .iter()
        .flat_map(|(_, family)| family.keys().copied())
        .collect();
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let known = in_topics(db, viewer, &ids).await?;
    let mut found = Found::with_capacity(known.len());
    for (member, known) in known {
        let strengths = families.iter();
        let strengths: Vec<TopicStrength> = strengths
            .filter_map(|(topic, family)| strength_in(&known, family, topic, now))
            .collect();
        if !strengths.is_empty() {
            found.insert(member, strengths);
        }
    }
    Ok(found)
}

/// What a person sorts by: away, topics not known, strength missing to all there can be; least first.
#[must_use]
pub fn rank(strengths: &[TopicStrength], away: bool) -> (bool, usize, u32) {
    let sum: u32 = strengths.iter().map(|one| u32::from(one.strength)).sum();
    let topics = TOPICS_MOST.saturating_sub(strengths.len());
    (away, topics, u32::MAX.saturating_sub(sum))
}
