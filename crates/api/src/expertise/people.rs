//! Who knows a topic, and who is learning it.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use tacit_contract::expertise::{Availability, Standing, TopicExpert, TopicPeople, TopicStrength};
use tacit_contract::topics::TopicRef;
use tacit_domain::expertise::{Level, strength};
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::known::{Known, in_topics};
use super::mapping;
use super::repo::availability;
use super::tree::{Family, Tree};
use crate::error::AppResult;
use crate::identity::mapping::member_ref;
use crate::search::hits::{ShownMember, shown_members};
use tacit_contract::organisation::DepartmentRef;

/// The people of a topic, as far as the viewer may see the evidence and they have an account in use.
///
/// # Errors
/// A failure of the database.
pub async fn of_topic(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    topic: TopicRef,
    limit: usize,
    now: Timestamp,
) -> AppResult<TopicPeople> {
    let family = Tree::under(db, [topic.id]).await?.family(topic.id);
    let ids: Vec<Uuid> = family.keys().copied().collect();
    let known = in_topics(db, viewer, &ids).await?;
    let members: Vec<Uuid> = known.keys().copied().collect();
    let shown = shown_members(db, &members).await?;
    let availability = availabilities(db, &members, now).await?;
    let mut learning: Vec<(i64, Uuid)> = Vec::new();
    let mut knows = Vec::new();
    for (member, known) in &known {
        let Some(person) = shown.get(member) else {
            continue;
        };
        if let Some(since) = learning_since(known, topic.id) {
            learning.push((since, *member));
        }
        if let Some(strength) = strength_in(known, &family, &topic, now) {
            let availability = availability.get(member).cloned();
            knows.push(expert(person, strength, availability));
        }
    }
    knows.sort_by(|a, b| {
        let away = |one: &TopicExpert| one.availability.standing == Standing::Away;
        (away(a), b.strength.strength, &a.member.display_name).cmp(&(
            away(b),
            a.strength.strength,
            &b.member.display_name,
        ))
    });
    knows.truncate(limit);
    learning.sort_by_key(|(since, id)| (-since, *id));
    let learners = learning.iter().filter_map(|(_, id)| shown.get(id));
    Ok(TopicPeople {
        knows,
        learning: learners
            .take(limit)
            .map(|(row, _)| member_ref(row))
            .collect(),
    })
}

fn learning_since(known: &Known, topic: Uuid) -> Option<i64> {
    if known.level(topic) != Some(Level::Learning) {
        return None;
    }
    let said = known.said().iter().find(|row| row.topic_id == topic)?;
    Some(said.declared_at)
}

/// How much is known in a family, when anything is.
#[must_use]
pub fn strength_in(
    known: &Known,
    family: &Family,
    topic: &TopicRef,
    now: Timestamp,
) -> Option<TopicStrength> {
    let strength = strength(&known.evidence(family), now);
    mapping::topic_strength(topic.clone(), known.level(topic.id), &strength, now)
}

fn expert(
    (row, department): &ShownMember,
    strength: TopicStrength,
    availability: Option<Availability>,
) -> TopicExpert {
    TopicExpert {
        member: member_ref(row),
        department: department.as_ref().map(|row| DepartmentRef {
            id: row.id,
            name: row.name.clone(),
        }),
        strength,
        availability: availability.unwrap_or_else(mapping::always_free),
    }
}

/// When each of these members may be asked.
///
/// # Errors
/// A failure of the database.
pub async fn availabilities(
    db: &impl ConnectionTrait,
    members: &[Uuid],
    now: Timestamp,
) -> AppResult<HashMap<Uuid, Availability>> {
    let rows = availability::of(db, members).await?;
    let load = availability::load_of(db, members, now).await?;
    Ok(members
        .iter()
        .map(|id| {
            let load = load.get(id).copied().unwrap_or(0);
            (*id, mapping::availability(rows.get(id), load, now))
        })
        .collect())
}
