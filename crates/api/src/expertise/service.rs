//! Use cases of expertise: what one says about oneself, endorsing, and reading what is known.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use tacit_contract::expertise::{
    ExpertiseExplanation, LearningTopic, MemberExpertise, MemberExpertiseViewer, MyAvailability,
    MyTopic, SetMyTopic, TopicStrength,
};
use tacit_contract::problem::FieldCode;
use tacit_contract::time::from_micros;
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::expertise::availability::{self as rules, CAP_MAX};
use tacit_domain::expertise::policy::{can_endorse, can_endorse_today};
use tacit_domain::expertise::{Level, strength};
use tacit_domain::identity::{MemberStatus, Viewer};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::known::{Known, of_member};
use super::mapping;
use super::people::{availabilities, strength_in};
use super::repo::availability::AvailabilityRow;
use super::repo::endorsements::EndorsementRow;
use super::repo::member_topics::MemberTopicRow;
use super::repo::{availability, endorsements, member_topics};
use super::tree::Tree;
use crate::db::Tx;
use crate::db::entities::member;
use crate::error::{AppError, AppResult};
use crate::identity::mapping::member_ref;
use crate::identity::repo::members;
use crate::posts::{Act, refusal};
use crate::topics::repo::topics::{find_refs, topic_ref};
use crate::topics::resolve::find_by_address;

/// Most topics of a profile.
const KNOWS_MOST: usize = 50;
/// Seconds of a day.
const DAY: i64 = 86_400;

/// Says something about oneself and a topic, or hides it. Saying the same again changes nothing.
///
/// # Errors
/// 404 when there is no such topic.
pub async fn set_my_topic(tx: &Tx, act: &Act, slug: &str, change: &SetMyTopic) -> AppResult<Uuid> {
    let topic = find_by_address(tx, slug).await?.id;
    let me = act.viewer.member_id;
    let before = member_topics::find(tx, me, topic).await?;
    let before = before.unwrap_or_else(|| nothing_said(me, topic, act.at));
    let level = match change.level {
        None => before.level.clone(),
        Some(level) => level.map(|level| Level::from(level).as_str().to_owned()),
    };
    let hidden = change.hidden.unwrap_or(before.hidden);
    let (says_new, hides_new) = (level != before.level, hidden != before.hidden);
    let said = level.as_deref().map(str::parse).transpose()?;
    let row = MemberTopicRow {
        level,
        hidden,
        declared_at: if says_new {
            act.at.micros()
        } else {
            before.declared_at
        },
        ..before
    };
    if says_new || hides_new {
        member_topics::put(tx, row).await?;
    }
    if says_new {
        // What is hidden is nobody's business.
        let audience = if hidden {
            Audience::People
        } else {
            Audience::Everyone
        };
        let body = EventBody::ExpertiseDeclared { topic, level: said };
        act.tell(tx, me, audience, body).await?;
    }
    if hides_new {
        let body = EventBody::ExpertiseHidden { topic, hidden };
        act.tell(tx, me, Audience::People, body).await?;
    }
    Ok(topic)
}

const fn nothing_said(member_id: Uuid, topic_id: Uuid, at: Timestamp) -> MemberTopicRow {
    MemberTopicRow {
        member_id,
        topic_id,
        level: None,
        hidden: false,
        declared_at: at.micros(),
    }
}

/// Says when and how one may be asked.
///
/// # Errors
/// A failure of the database.
pub async fn set_availability(tx: &Tx, act: &Act, row: &AvailabilityRow) -> AppResult<()> {
    availability::put(tx, row.clone()).await?;
    let body = EventBody::AvailabilityChanged;
    act.tell(tx, row.member_id, Audience::People, body).await
}

/// Reads when and how one says one may be asked.
///
/// # Errors
/// 422 at `/weekly_cap` or `/asking`.
pub fn read_availability(act: &Act, said: &MyAvailability) -> AppResult<AvailabilityRow> {
    if said.weekly_cap.is_some_and(|cap| cap > CAP_MAX) {
        let detail = format!("from 0 to {CAP_MAX}");
        return Err(AppError::invalid(
            "/weekly_cap",
            FieldCode::OutOfRange,
            detail,
        ));
    }
    let asking = rules::asking(&said.asking);
    Ok(AvailabilityRow {
        member_id: act.viewer.member_id,
        away_until: said.away_until.map(|at| at.timestamp_micros()),
        weekly_cap: said.weekly_cap.map(i32::from),
        asking: asking.map_err(|error| refusal::of_text("/asking", error))?,
        updated_at: act.at.micros(),
    })
}

/// Says that somebody knows a topic. Doing it again changes nothing.
///
/// # Errors
/// 404, 403 for oneself, 409 for who is not here or was endorsed today.
pub async fn endorse(tx: &Tx, act: &Act, handle: &str, slug: &str) -> AppResult<()> {
    let person = find_person(tx, handle).await?;
    let topic = find_visible_topic(tx, &person, slug).await?;
    can_endorse(&act.viewer, person.id, person.status.parse()?)?;
    let by = act.viewer.member_id;
    let before = endorsements::find(tx, topic, person.id, by).await?;
    let stands = |row: &EndorsementRow| row.withdrawn_at.is_none();
    if before.as_ref().is_some_and(stands) {
        return Ok(());
    }
    let day = day(act.at);
    // The one of today that was withdrawn may come back; another one may not.
    let of_day = endorsements::of_day(tx, person.id, by, day).await?;
    can_endorse_today(of_day.is_some_and(|row| row.topic_id != topic))?;
    let row = EndorsementRow {
        topic_id: topic,
        member_id: person.id,
        by_id: by,
        day,
        created_at: act.at.micros(),
        withdrawn_at: None,
    };
    endorsements::put(tx, row).await?;
    let body = EventBody::MemberEndorsed { topic };
    act.tell(tx, person.id, Audience::Everyone, body).await
}

/// Takes an endorsement back. Without one nothing changes.
///
/// # Errors
/// 404.
pub async fn withdraw(tx: &Tx, act: &Act, handle: &str, slug: &str) -> AppResult<()> {
    let person = find_person(tx, handle).await?;
    let topic = find_by_address(tx, slug).await?.id;
    let found = endorsements::find(tx, topic, person.id, act.viewer.member_id).await?;
    let Some(row) = found.filter(|row| row.withdrawn_at.is_none()) else {
        return Ok(());
    };
    endorsements::withdraw(tx, row, act.at).await?;
    let body = EventBody::EndorsementWithdrawn { topic };
    act.tell(tx, person.id, Audience::Everyone, body).await
}

fn day(at: Timestamp) -> i32 {
    i32::try_from(at.seconds().div_euclid(DAY)).unwrap_or(i32::MAX)
}

/// A person with a profile.
async fn find_person(db: &impl ConnectionTrait, handle: &str) -> AppResult<member::Model> {
    let row = members::find_by_handle(db, &handle.to_lowercase()).await?;
    row.filter(|row| row.status != MemberStatus::Unconfirmed.as_str())
        .ok_or_else(AppError::not_found)
}

/// A topic that the person does not hide.
async fn find_visible_topic(
    db: &impl ConnectionTrait,
    person: &member::Model,
    slug: &str,
) -> AppResult<Uuid> {
    let topic = find_by_address(db, slug).await?.id;
    let said = member_topics::find(db, person.id, topic).await?;
    if said.is_some_and(|row| row.hidden) {
        return Err(AppError::not_found());
    }
    Ok(topic)
}

/// What somebody knows and is learning.
///
/// # Errors
/// 404.
pub async fn member_expertise(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    handle: &str,
    now: Timestamp,
) -> AppResult<MemberExpertise> {
    let person = find_person(db, handle).await?;
    let mut known = of_member(db, viewer, person.id).await?;
    known.leave_out_hidden();
    let mut knows: Vec<TopicStrength> = strengths(db, &known, now).await?.into_values().collect();
    mapping::sort_strengths(&mut knows);
    knows.truncate(KNOWS_MOST);
    let mut availability = availabilities(db, &[person.id], now).await?;
    let availability = availability.remove(&person.id);
    Ok(MemberExpertise {
        member: member_ref(&person),
        knows,
        learning: learning(db, &known).await?,
        availability: availability.unwrap_or_else(mapping::always_free),
    })
}

/// The strength in each topic in which anything is known.
async fn strengths(
    db: &impl ConnectionTrait,
    known: &Known,
    now: Timestamp,
) -> AppResult<BTreeMap<Uuid, TopicStrength>> {
    let topics = known.topics();
    let tree = Tree::under(db, topics.iter().copied()).await?;
    let names = find_refs(db, topics).await?;
    let found = names.into_iter().filter_map(|(id, topic)| {
        let strength = strength_in(known, &tree.family(id), &topic, now)?;
        Some((id, strength))
    });
    Ok(found.collect())
}

async fn learning(db: &impl ConnectionTrait, known: &Known) -> AppResult<Vec<LearningTopic>> {
    let learning = || {
        let said = known.said().iter();
        said.filter(|row| row.level.as_deref() == Some(Level::Learning.as_str()))
    };
    let names = find_refs(db, learning().map(|row| row.topic_id).collect::<Vec<_>>()).await?;
    let found = learning().filter_map(|row| {
        Some(LearningTopic {
            topic: names.get(&row.topic_id)?.clone(),
            since: from_micros(row.declared_at),
        })
    });
    Ok(found.collect())
}

/// Why somebody is thought to know a topic.
///
/// # Errors
/// 404 also when nothing is known, or they hide it.
pub async fn explain(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    handle: &str,
    slug: &str,
    now: Timestamp,
) -> AppResult<ExpertiseExplanation> {
    let person = find_person(db, handle).await?;
    let topic = find_by_address(db, slug).await?;
    let mut known = of_member(db, viewer, person.id).await?;
    let own = viewer.member_id == person.id;
    if known.hidden().any(|hidden| hidden == topic.id) && !own {
        return Err(AppError::not_found());
    }
    if !own {
        known.leave_out_hidden();
    }
    let family = Tree::under(db, [topic.id]).await?.family(topic.id);
    let strength = strength(&known.evidence(&family), now);
    let level = known.level(topic.id);
    let shown = mapping::topic_strength(topic_ref(&topic), level, &strength, now);
    Ok(ExpertiseExplanation {
        member: member_ref(&person),
        strength: shown.ok_or_else(AppError::not_found)?,
        contributions: mapping::contributions(db, viewer, &strength).await?,
    })
}

/// Somebody's expertise as it concerns the viewer.
///
/// # Errors
/// 404.
pub async fn viewer_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    handle: &str,
    now: Timestamp,
) -> AppResult<MemberExpertiseViewer> {
    let person = find_person(db, handle).await?;
    let by = viewer.member_id;
    let given = endorsements::list_by(db, person.id, by).await?;
    let of_day = endorsements::of_day(db, person.id, by, day(now)).await?;
    Ok(MemberExpertiseViewer {
        may_endorse: can_endorse(viewer, person.id, person.status.parse()?).is_ok(),
        endorsed_today: of_day.is_some(),
        withdrawn_today: of_day
            .filter(|row| row.withdrawn_at.is_some())
            .map(|row| row.topic_id),
        endorsed: given.into_iter().map(|row| row.topic_id).collect(),
    })
}

/// One of one's own topics.
///
/// # Errors
/// A failure of the database.
pub async fn my_topic(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    topic: Uuid,
    now: Timestamp,
) -> AppResult<MyTopic> {
    let known = of_member(db, viewer, viewer.member_id).await?;
    let family = Tree::under(db, [topic]).await?.family(topic);
    let mut names = find_refs(db, [topic]).await?;
    let name = names.remove(&topic).ok_or_else(AppError::not_found)?;
    Ok(MyTopic {
        level: known.level(topic).map(Into::into),
        hidden: known.hidden().any(|hidden| hidden == topic),
        strength: strength_in(&known, &family, &name, now),
        topic: name,
    })
}

/// One's own topics: what one said something about, and what one has shown, hidden ones too.
///
/// # Errors
/// A failure of the database.
pub async fn my_topics(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    now: Timestamp,
) -> AppResult<Vec<MyTopic>> {
    let known = of_member(db, viewer, viewer.member_id).await?;
    let mut strengths = strengths(db, &known, now).await?;
    let names = find_refs(db, known.topics()).await?;
    let mut found: Vec<MyTopic> = names
        .into_iter()
        .map(|(id, topic)| MyTopic {
            level: known.level(id).map(Into::into),
            hidden: known.hidden().any(|hidden| hidden == id),
            strength: strengths.remove(&id),
            topic,
        })
        .filter(|one| one.level.is_some() || one.hidden || one.strength.is_some())
        .collect();
    found.sort_by(|a, b| {
        let value = |one: &MyTopic| one.strength.as_ref().map_or(0, |found| found.strength);
        let by_name = || a.topic.slug.cmp(&b.topic.slug);
        value(b).cmp(&value(a)).then_with(by_name)
    });
    Ok(found)
}
