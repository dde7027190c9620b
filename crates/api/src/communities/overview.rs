//! What goes on in a community, for who reads it.

use std::collections::{BTreeSet, HashMap};

use sea_orm::ConnectionTrait;
use tacit_contract::communities::{
    CommunityExpert, CommunityMember, CommunityOverview, CommunityPin,
};
use tacit_contract::questions::{QuestionSort, QuestionSummary};
use tacit_contract::time::from_micros;
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::mapping;
use super::repo::communities::topics_of;
use super::repo::members::{self, MembershipRow};
use super::repo::{pins, pulse};
use super::service::load_readable;
use crate::error::AppResult;
use crate::expertise::find::{Found, rank, who_knows};
use crate::identity::repo::member_refs;
use crate::questions::mapping::summaries;
use crate::questions::repo::lists::{self, QuestionFilter};
use crate::search::hits::{ShownMember, shown_members};

/// Days of what is new.
const DAYS: i64 = 30;
/// Most new members.
const NEWEST: usize = 5;
/// Most who know.
const EXPERTS: usize = 6;

/// What goes on in a community.
///
/// # Errors
/// 404 when there is none for the viewer, 403 for who does not read it.
pub async fn overview(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
    now: Timestamp,
) -> AppResult<CommunityOverview> {
    load_readable(db, viewer, id).await?;
    // Whole days: nothing leaves a count at the minute at which it was written.
    let since = now.plus_days(-DAYS).day().micros();
    let topics = topics_of(db, &[id]).await?.remove(&id).unwrap_or_default();
    let rows = members::all(db, id).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.member_id).collect();
    let people = shown_members(db, &ids).await?;
    let found = knowing(db, viewer, (&topics, &people), now).await?;
    Ok(CommunityOverview {
        asked: count(pulse::count_asked(db, viewer, id, since).await?),
        solved: count(pulse::count_solved(db, viewer, id, since).await?),
        unanswered: count(pulse::count_unanswered(db, viewer, id).await?),
        departments: departments(&people),
        newest: newest(db, &rows, NEWEST).await?,
        experts: experts(db, found).await?,
    })
}

/// What is pinned, the last pinned first.
///
/// # Errors
/// 404 when there is none for the viewer, 403 for who does not read it.
pub async fn pinned(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<Vec<CommunityPin>> {
    load_readable(db, viewer, id).await?;
    let rows = pins::list(db, viewer, id).await?;
    let ids = rows.iter().map(|row| row.post_id).collect();
    let mut questions = questions(db, viewer, ids).await?;
    let pin = |row: &pins::PinRow| {
        Some(CommunityPin {
            question: questions.remove(&row.post_id)?,
            pinned_at: from_micros(row.pinned_at),
        })
    };
    Ok(rows.iter().filter_map(pin).collect())
}

/// Questions as they stand in lists.
///
/// # Errors
/// A failure of the database.
pub async fn questions(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: Vec<Uuid>,
) -> AppResult<HashMap<Uuid, QuestionSummary>> {
    let limit = u64::try_from(ids.len()).unwrap_or(u64::MAX);
    let filter = QuestionFilter {
        ids: Some(ids),
        ..QuestionFilter::default()
    };
    let rows = lists::list(db, viewer, &filter, QuestionSort::Newest, None, limit).await?;
    let rows = summaries(db, viewer, rows).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Those of these people who know any of the topics.
///
/// # Errors
/// A failure of the database.
pub async fn knowing(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    (topics, people): (&[TopicRef], &HashMap<Uuid, ShownMember>),
    now: Timestamp,
) -> AppResult<Found> {
    let mut found = who_knows(db, viewer, topics, now).await?;
    found.retain(|member, _| people.contains_key(member));
    Ok(found)
}

async fn experts(db: &impl ConnectionTrait, found: Found) -> AppResult<Vec<CommunityExpert>> {
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_cached_key(|(member, strengths)| (rank(strengths, false), *member));
    found.truncate(EXPERTS);
    let people = member_refs(db, found.iter().map(|(member, _)| *member)).await?;
    let expert = |(member, topics)| {
        Some(CommunityExpert {
            member: people.get(&member)?.clone(),
            topics,
        })
    };
    Ok(found.into_iter().filter_map(expert).collect())
}

/// Who came last.
///
/// # Errors
/// When a row is not sound; a failure of the database.
pub async fn newest(
    db: &impl ConnectionTrait,
    rows: &[MembershipRow],
    most: usize,
) -> AppResult<Vec<CommunityMember>> {
    let rows: Vec<&MembershipRow> = rows.iter().rev().take(most).collect();
    let people = member_refs(db, rows.iter().map(|row| row.member_id)).await?;
    let mut newest = Vec::with_capacity(rows.len());
    for row in rows {
        let member = (row.member_id, row.role.as_str(), row.joined_at);
        newest.extend(mapping::community_member(member, &people)?);
    }
    Ok(newest)
}

fn departments(people: &HashMap<Uuid, ShownMember>) -> i64 {
    let departments = people.values().filter_map(|(row, _)| row.department_id);
    let departments: BTreeSet<Uuid> = departments.collect();
    i64::try_from(departments.len()).unwrap_or(i64::MAX)
}

/// As it goes over the wire.
#[must_use]
pub fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
