//! Demand and supply: numbers of people per topic, shown as far as they may be (`tacit_domain::needs::demand`).

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use sea_orm::ConnectionTrait;
use tacit_contract::needs::{Balance, Demand, NeedAlert, TopicDemand};
use tacit_contract::problem::FieldCode;
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::Viewer;
use tacit_domain::needs::demand::{
    self, ALERT_DEFAULT, ALERT_MAX, ALERT_MIN, Shown, can_see_demand,
};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::repo::demand as repo;
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::expertise::find::who_knows;
use crate::posts::Act;
use crate::search::hits::shown_members;
use crate::topics::repo::topics::find_refs;

/// Most topics of the answer.
const TOPICS_MOST: usize = 200;
/// Days of a trend.
const MONTH: i64 = 30;

/// What is known of the demand for a topic.
#[derive(Default)]
struct Wanted {
    /// Each with when they began to want it first.
    members: BTreeMap<Uuid, i64>,
    needs: BTreeSet<Uuid>,
}

impl Wanted {
    fn by(&mut self, member: Uuid, since: i64) {
        let first = self.members.entry(member).or_insert(since);
        *first = since.min(*first);
    }

    /// How many of these began at `from` or later, and before `to`.
    fn began(&self, active: &HashSet<Uuid>, from: Timestamp, to: Timestamp) -> u32 {
        let began = self.members.iter().filter(|(member, since)| {
            active.contains(member) && (from.micros()..to.micros()).contains(since)
        });
        small(began.count())
    }
}

/// Demand and supply of the topics that anybody wants or asks in.
///
/// # Errors
/// 403 for who is no lead; a failure of the database.
pub async fn read(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    only: Option<Balance>,
    now: Timestamp,
) -> AppResult<Demand> {
    can_see_demand(viewer)?;
    let mut wanted = wanted(db, viewer).await?;
    let questions = repo::waiting_questions(db, viewer).await?;
    for topic in questions.keys() {
        wanted.entry(*topic).or_default();
    }
    let topics = most_wanted(db, &wanted).await?;
    let knowing = who_knows(db, viewer, &topics, now).await?;
    let mut people: BTreeSet<Uuid> = knowing.keys().copied().collect();
    people.extend(wanted.values().flat_map(|one| one.members.keys().copied()));
    let people: Vec<Uuid> = people.into_iter().collect();
    let active: HashSet<Uuid> = shown_members(db, &people).await?.into_keys().collect();
    let total = u32::try_from(repo::active_members(db).await?).unwrap_or(u32::MAX);
    let mut helpers: HashMap<Uuid, u32> = HashMap::new();
    for (_, strengths) in knowing.iter().filter(|(member, _)| active.contains(member)) {
        for strength in strengths {
            let count = helpers.entry(strength.topic.id).or_default();
            *count = count.saturating_add(1);
        }
    }
    let (month, before) = (now.plus_days(-MONTH), now.plus_days(-2 * MONTH));
    let mut items: Vec<TopicDemand> = topics
        .into_iter()
        .filter_map(|topic| {
            let of = wanted.get(&topic.id)?;
            let count = of.members.keys().filter(|one| active.contains(one)).count();
            let want = Shown::of(small(count), total);
            let helping = helpers.get(&topic.id).copied().unwrap_or(0);
            let can_help = Shown::of(helping, total);
            let recent = of.began(&active, month, now);
            let earlier = of.began(&active, before, month);
            Some(TopicDemand {
                want: want.into(),
                can_help: can_help.into(),
                balance: demand::balance(want, can_help).into(),
                trend: demand::trend(want, recent, earlier).map(Into::into),
                open_needs: i64::try_from(of.needs.len()).unwrap_or(i64::MAX),
                waiting_questions: questions.get(&topic.id).copied().unwrap_or(0),
                topic,
            })
        })
        .filter(|item| only.is_none_or(|only| only == item.balance))
        .collect();
    items.sort_by(|a, b| rank(a).cmp(&rank(b)));
    Ok(Demand { items })
}

/// Gaps first; then what is shown to be wanted most, what waits most, the name.
fn rank(item: &TopicDemand) -> (usize, i64, i64, &str) {
    use tacit_contract::needs::PeopleCount;
    let place = Balance::ALL.iter().position(|one| *one == item.balance);
    let want = match item.want {
        PeopleCount::Few => 0,
        PeopleCount::Count { count } => i64::from(count),
        PeopleCount::AllButFew => i64::MAX,
    };
    let waits = item.open_needs.saturating_add(item.waiting_questions);
    (
        place.unwrap_or(usize::MAX),
        want.saturating_neg(),
        waits.saturating_neg(),
        &item.topic.name,
    )
}

async fn wanted(db: &impl ConnectionTrait, viewer: &Viewer) -> AppResult<BTreeMap<Uuid, Wanted>> {
    let mut wanted: BTreeMap<Uuid, Wanted> = BTreeMap::new();
    for (topic, member, since) in repo::learning(db).await? {
        wanted.entry(topic).or_default().by(member, since);
    }
    let waiting = repo::waiting_needs(db, viewer).await?;
    let mut topics_of: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for (topic, need, owner, since) in waiting {
        let of = wanted.entry(topic).or_default();
        of.needs.insert(need);
        if let Some(owner) = owner {
            of.by(owner, since);
        }
        topics_of.entry(need).or_default().push(topic);
    }
    let needs: Vec<Uuid> = topics_of.keys().copied().collect();
    for (need, member, since) in repo::joins_of(db, &needs).await? {
        for topic in topics_of.get(&need).into_iter().flatten() {
            wanted.entry(*topic).or_default().by(member, since);
        }
    }
    Ok(wanted)
}

/// The topics with most people and needs, as they are named.
async fn most_wanted(
    db: &impl ConnectionTrait,
    wanted: &BTreeMap<Uuid, Wanted>,
) -> AppResult<Vec<TopicRef>> {
    let mut topics: Vec<(usize, Uuid)> = wanted
        .iter()
        .map(|(topic, of)| (of.members.len().saturating_add(of.needs.len()), *topic))
        .collect();
    topics.sort_unstable_by(|a, b| b.cmp(a));
    topics.truncate(TOPICS_MOST);
    let refs = find_refs(db, topics.iter().map(|(_, topic)| *topic)).await?;
    Ok(topics
        .iter()
        .filter_map(|(_, topic)| refs.get(topic).cloned())
        .collect())
}

/// At how many supporters leads are told; none for never.
///
/// # Errors
/// A failure of the database.
pub async fn alert_at(db: &impl ConnectionTrait) -> AppResult<Option<u32>> {
    let set = repo::find_setting(db).await?;
    Ok(set.map_or(Some(ALERT_DEFAULT), |row| {
        row.alert_at.and_then(|at| u32::try_from(at).ok())
    }))
}

/// Reads when leads are to be told.
///
/// # Errors
/// 422 at `/supporters`.
pub fn read_alert(alert: NeedAlert) -> AppResult<Option<i32>> {
    let Some(at) = alert.supporters else {
        return Ok(None);
    };
    let within = (ALERT_MIN..=ALERT_MAX).contains(&at);
    let at = i32::try_from(at).ok().filter(|_| within);
    let detail = format!("from {ALERT_MIN} to {ALERT_MAX}, or null");
    at.map(Some)
        .ok_or_else(|| AppError::invalid("/supporters", FieldCode::OutOfRange, detail))
}

/// Sets when leads are told.
///
/// # Errors
/// 403 for who is no lead; a failure of the database.
pub async fn set_alert(tx: &Tx, act: &Act, at: Option<i32>) -> AppResult<()> {
    can_see_demand(&act.viewer)?;
    Ok(repo::put_setting(tx, at, act.now.micros()).await?)
}

fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
