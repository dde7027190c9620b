//! How a community is doing, for who looks after it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sea_orm::ConnectionTrait;
use tacit_contract::communities::{
    CommunityHealth, CommunityMember, CommunityNewcomer, DepartmentActivity,
};
use tacit_contract::organisation::DepartmentRef;
use tacit_contract::questions::QuestionSummary;
use tacit_contract::topics::TopicRef;
use tacit_domain::communities::NEW_DAYS;
use tacit_domain::communities::health::{Group, counted_out, median};
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::overview::{knowing, newest, questions};
use super::repo::communities::topics_of;
use super::repo::members::{self, MembershipRow};
use super::repo::pulse::{self, Answered, Written};
use super::service::load_facilitated;
use crate::error::AppResult;
use crate::questions::repo::questions::{find_refs, pages_of};
use crate::search::hits::{ShownMember, shown_members};

/// Days over which answers are looked at.
const DAYS: i64 = 90;
/// Days in which one took part.
const ACTIVE_DAYS: i64 = 30;
/// Most new members, and most questions that wait.
const MOST: usize = 20;
/// In a minute.
const MICROS: i64 = 60_000_000;

/// How a community is doing.
///
/// # Errors
/// 404 when there is none for the viewer, 403 for who does not look after it.
pub async fn health(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
    now: Timestamp,
) -> AppResult<CommunityHealth> {
    load_facilitated(db, viewer, id).await?;
    let days_ago = |days: i64| now.plus_days(-days).day().micros();
    let asked = pulse::asked(db, viewer, id, days_ago(DAYS)).await?;
    let answers = pulse::answers(db, viewer, id, days_ago(DAYS)).await?;
    let rows = members::all(db, id).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.member_id).collect();
    let people = shown_members(db, &ids).await?;
    let mut active = pulse::writers(db, viewer, id, days_ago(ACTIVE_DAYS)).await?;
    active.retain(|member| people.contains_key(member));
    Ok(CommunityHealth {
        asked: small(asked.len()),
        answered: answered(&asked, &answers),
        first_answer_minutes: first_answer(&asked, &answers),
        members: small(people.len()),
        active: small(active.len()),
        newcomers: newcomers(db, viewer, (id, &rows), now).await?,
        unanswered: unanswered(db, viewer, id).await?,
        unknown_topics: unknown(db, viewer, (id, &people), now).await?,
        departments: departments(&people, &active),
    })
}

fn answered(asked: &[Written], answers: &[Answered]) -> i64 {
    let with: BTreeSet<Uuid> = answers.iter().map(|row| row.question_id).collect();
    small(asked.iter().filter(|row| with.contains(&row.id)).count())
}

/// Minutes until the first answer of somebody else, the middle one. A single number would give away when something was written
/// without a name, so that is left out.
fn first_answer(asked: &[Written], answers: &[Answered]) -> Option<i64> {
    let named = asked.iter().filter(|row| !row.author_hidden);
    let waited = named.filter_map(|question| {
        let first = answers
            .iter()
            .filter(|row| row.question_id == question.id)
            .find(|row| row.author_id.is_none() || row.author_id != question.author_id)?;
        let waited = first.created_at.saturating_sub(question.created_at);
        (!first.author_hidden).then_some(waited / MICROS)
    });
    median(waited.collect())
}

async fn newcomers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    (id, rows): (Uuid, &[MembershipRow]),
    now: Timestamp,
) -> AppResult<Vec<CommunityNewcomer>> {
    let since = now.plus_days(-NEW_DAYS).micros();
    let new = rows.iter().filter(|row| row.joined_at > since);
    let new: Vec<MembershipRow> = new.cloned().collect();
    let came = newest(db, &new, MOST).await?;
    let ids: Vec<Uuid> = came.iter().map(|one| one.member.id).collect();
    let first = pulse::first_posts(db, viewer, id, &ids).await?;
    let posts: Vec<Uuid> = first.values().copied().collect();
    let pages = pages_of(db, &posts).await?;
    let questions: Vec<Uuid> = pages.values().map(|(page, _)| *page).collect();
    let questions = find_refs(db, viewer, &questions).await?;
    let newcomer = |member: CommunityMember| {
        let post = first.get(&member.member.id);
        let page = post.and_then(|post| pages.get(post));
        CommunityNewcomer {
            first_in: page.and_then(|(page, _)| questions.get(page).cloned()),
            member,
        }
    };
    Ok(came.into_iter().map(newcomer).collect())
}

async fn unanswered(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<Vec<QuestionSummary>> {
    let most = u64::try_from(MOST).unwrap_or(u64::MAX);
    let ids = pulse::unanswered(db, viewer, id, most).await?;
    let mut rows = questions(db, viewer, ids.clone()).await?;
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}

async fn unknown(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    (id, people): (Uuid, &HashMap<Uuid, ShownMember>),
    now: Timestamp,
) -> AppResult<Vec<TopicRef>> {
    let topics = topics_of(db, &[id]).await?.remove(&id).unwrap_or_default();
    let found = knowing(db, viewer, (&topics, people), now).await?;
    let strengths = found.values().flatten();
    let known: BTreeSet<Uuid> = strengths.map(|one| one.topic.id).collect();
    let unknown = topics
        .into_iter()
        .filter(|topic| !known.contains(&topic.id));
    Ok(unknown.collect())
}

/// By name, who belongs to none last.
fn departments(
    people: &HashMap<Uuid, ShownMember>,
    active: &BTreeSet<Uuid>,
) -> Vec<DepartmentActivity> {
    let mut by_name: BTreeMap<(bool, String, Option<Uuid>), Group> = BTreeMap::new();
    for (member, (_, department)) in people {
        let name = department.as_ref().map(|row| row.name.clone());
        let key = (
            department.is_none(),
            name.unwrap_or_default(),
            department.as_ref().map(|row| row.id),
        );
        let group = by_name.entry(key).or_insert(Group {
            members: 0,
            active: 0,
        });
        group.members = group.members.saturating_add(1);
        let took_part = u32::from(active.contains(member));
        group.active = group.active.saturating_add(took_part);
    }
    let groups: Vec<Group> = by_name.values().copied().collect();
    let shown = counted_out(&groups);
    by_name
        .into_iter()
        .zip(shown)
        .map(|(((_, name, id), group), shown)| DepartmentActivity {
            department: id.map(|id| DepartmentRef { id, name }),
            members: group.members.into(),
            active: shown.then_some(group.active.into()),
        })
        .collect()
}

fn small(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
