//! Other members: the list, and a profile. Whoever registered but did not confirm the address is not there yet.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use tacit_contract::Page;
use tacit_contract::expertise::Standing;
use tacit_contract::identity::{ListMembersQuery, MemberProfile, MemberSort, MemberSummary};
use tacit_contract::organisation::DepartmentRef;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_contract::time::from_micros;
use tacit_domain::identity::{MemberStatus, Role, Viewer, text};
use tacit_domain::limits::QUERY_MAX;
use tacit_domain::posts::LanguageTag;
use uuid::Uuid;

use super::profile::department_ref;
use crate::db::entities::member;
use crate::error::{AppError, AppResult};
use crate::expertise::find::{self, Found};
use crate::expertise::mapping::always_free;
use crate::expertise::people::availabilities;
use crate::expertise::repo::availability::unavailable;
use crate::http::PageRequest;
use crate::identity::mapping;
use crate::identity::repo::lists::{self, After, Filter, Order};
use crate::identity::repo::{counts, departments, linking, members};
use crate::state::AppState;

/// Ids of one IN list.
const IDS: usize = 1_000;

/// What a row of the list sorts by.
type Key = (String, i64, Uuid);

/// Members who can sign in: by name, newest first, or who knows the topics asked for.
///
/// # Errors
/// `malformed_query`, `invalid_cursor`.
pub async fn list(
    state: &AppState,
    viewer: &Viewer,
    query: ListMembersQuery,
) -> AppResult<Page<MemberSummary>> {
    let now = state.clock.now();
    let mut filter = read_filter(&query)?;
    if query.available == Some(true) {
        filter.except = unavailable(state.db.reader(), now).await?;
    }
    if let Some(named) = query.topics.as_deref().filter(|named| !named.is_empty()) {
        return list_knowing(state, viewer, &query, filter, named).await;
    }
    let (order, name) = match query.sort.unwrap_or_default() {
        MemberSort::Name => (Order::Name, "members:name"),
        MemberSort::Newest => (Order::Newest, "members:newest"),
    };
    let request =
        PageRequest::<Key>::read(&state.keys, name, query.limit, query.cursor.as_deref())?;
    let after = after(order, &request);
    let rows = lists::list(
        state.db.reader(),
        &filter,
        order,
        after.as_ref(),
        request.fetch(),
    );
    let page = request.page(&state.keys, rows.await?, key)?;
    Ok(Page {
        items: summaries(state, viewer, page.items, &mut Found::new()).await?,
        next_cursor: page.next_cursor,
    })
}

fn read_filter(query: &ListMembersQuery) -> AppResult<Filter> {
    let language = query
        .language
        .as_deref()
        .map(LanguageTag::parse)
        .transpose();
    let language = language.map_err(|error| {
        AppError::new(ProblemCode::MalformedQuery).field(
            "/language",
            FieldCode::Malformed,
            error.to_string(),
        )
    })?;
    Ok(Filter {
        words: search_words(query.q.clone())?,
        department: query.department,
        role: query.role.map(Role::from),
        statuses: vec![MemberStatus::Active],
        place: search_words(query.place.clone())?,
        language: language.map(|tag| tag.as_str().to_owned()),
        ..Filter::default()
    })
}

/// Who knows the topics, best first; a page is a stretch of the order.
async fn list_knowing(
    state: &AppState,
    viewer: &Viewer,
    query: &ListMembersQuery,
    mut filter: Filter,
    named: &str,
) -> AppResult<Page<MemberSummary>> {
    let db = state.db.reader();
    let now = state.clock.now();
    let request: PageRequest<usize> = PageRequest::read(
        &state.keys,
        "members:topics",
        query.limit,
        query.cursor.as_deref(),
    )?;
    let topics = find::topics_of(db, named).await?.unwrap_or_default();
    let mut found = find::who_knows(db, viewer, &topics, now).await?;
    let ids: Vec<Uuid> = found.keys().copied().collect();
    let mut rows = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(IDS) {
        filter.only = Some(chunk.to_vec());
        rows.extend(lists::list(db, &filter, Order::Name, None, u64::MAX >> 1).await?);
    }
    let availability = availabilities(db, &ids, now).await?;
    rows.sort_by_key(|row| {
        let standing = availability.get(&row.id).map(|one| one.standing);
        let strengths = found.get(&row.id).map_or(&[][..], Vec::as_slice);
        let rank = find::rank(strengths, standing == Some(Standing::Away));
        (rank, row.display_name.clone(), row.id)
    });
    let from = request.after.map_or(0, |last| last.saturating_add(1));
    let fetch = usize::try_from(request.fetch()).unwrap_or(usize::MAX);
    let rows: Vec<(usize, member::Model)> = rows
        .into_iter()
        .enumerate()
        .skip(from)
        .take(fetch)
        .collect();
    let page = request.page(&state.keys, rows, |(at, _)| *at)?;
    let rows = page.items.into_iter().map(|(_, row)| row).collect();
    Ok(Page {
        items: summaries(state, viewer, rows, &mut found).await?,
        next_cursor: page.next_cursor,
    })
}

async fn summaries(
    state: &AppState,
    viewer: &Viewer,
    rows: Vec<member::Model>,
    found: &mut Found,
) -> AppResult<Vec<MemberSummary>> {
    let db = state.db.reader();
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut counts = counts::counts_of(db, viewer, &ids).await?;
    let mut availability = availabilities(db, &ids, state.clock.now()).await?;
    let departments = department_refs(state).await?;
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let department = row.department_id.and_then(|id| departments.get(&id));
        items.push(MemberSummary {
            member: mapping::member_ref(&row),
            department: department.cloned(),
            role: mapping::role(&row.role)?,
            counts: counts.remove(&row.id).unwrap_or_default(),
            availability: availability.remove(&row.id).unwrap_or_else(always_free),
            knows: found.remove(&row.id).unwrap_or_default(),
            place: row.place,
        });
    }
    Ok(items)
}

/// What a row sorts by, for the cursor.
#[must_use]
pub fn key(row: &member::Model) -> Key {
    (row.display_name.clone(), row.created_at, row.id)
}

/// Where the page begins.
#[must_use]
pub fn after(order: Order, request: &PageRequest<Key>) -> Option<After> {
    request.after.clone().map(|(name, at, id)| match order {
        Order::Name => After::Name(name, id),
        Order::Newest => After::Newest(at, id),
    })
}

/// Words to search by, or none when there are none.
///
/// # Errors
/// `malformed_query` when they are too long or hold controls.
pub fn search_words(raw: Option<String>) -> AppResult<Option<String>> {
    let Some(raw) = raw else { return Ok(None) };
    let words = text::line(&raw, QUERY_MAX).map_err(|error| {
        AppError::new(ProblemCode::MalformedQuery).field(
            "/q",
            FieldCode::Malformed,
            error.to_string(),
        )
    })?;
    Ok(Some(words).filter(|words| !words.is_empty()))
}

/// All departments as they are named.
///
/// # Errors
/// When the database fails.
pub async fn department_refs(state: &AppState) -> AppResult<HashMap<Uuid, DepartmentRef>> {
    let rows = departments::list(state.db.reader()).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            (
                row.id,
                DepartmentRef {
                    id: row.id,
                    name: row.name,
                },
            )
        })
        .collect())
}

/// A person of an import who turned out to be a member is that member.
async fn follow_link(
    db: &impl ConnectionTrait,
    row: Option<member::Model>,
) -> AppResult<Option<member::Model>> {
    let unclaimed = MemberStatus::Unclaimed.as_str();
    match row {
        Some(row) if row.status == unclaimed => match linking::find(db, row.id).await? {
            Some(link) => Ok(members::find(db, link.member_id).await?),
            None => Ok(Some(row)),
        },
        other => Ok(other),
    }
}

/// A person who has a profile, whether or not they can sign in.
///
/// # Errors
/// `not_found`.
pub async fn find_shown(db: &impl ConnectionTrait, handle: &str) -> AppResult<member::Model> {
    let row = members::find_by_handle(db, &handle.to_lowercase()).await?;
    follow_link(db, row)
        .await?
        .filter(|row| row.status != MemberStatus::Unconfirmed.as_str())
        .ok_or_else(AppError::not_found)
}

/// A person's profile.
///
/// # Errors
/// `not_found`.
pub async fn profile(state: &AppState, viewer: &Viewer, handle: &str) -> AppResult<MemberProfile> {
    let db = state.db.reader();
    let row = find_shown(db, handle).await?;
    let counts = counts::counts_of(db, viewer, &[row.id])
        .await?
        .remove(&row.id)
        .unwrap_or_default();
    Ok(MemberProfile {
        member: mapping::member_ref(&row),
        department: department_ref(db, row.department_id).await?,
        role: mapping::role(&row.role)?,
        status: mapping::status(&row.status)?,
        languages: mapping::split_list(&row.languages),
        created_at: from_micros(row.created_at),
        counts,
        topics: counts::topics_answered_in(db, viewer, row.id).await?,
        source: mapping::source(&row),
        place: row.place,
        bio: row.bio,
        time_zone: row.time_zone,
    })
}
