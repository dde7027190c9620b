//! People likely to answer a question: candidates, their signals, the order, and the reasons.
//!
//! Left out are the caller and whom they have blocked, the asker and who answered already, who is away or has had enough this week, who may not see
//! the question or does not belong to the community it is asked in, and who has no account in use. The maths is in `domain::expertise::routing`.

pub mod candidates;
mod reasons;
mod signals;

use std::collections::HashMap;

use tacit_contract::expertise::{Standing, SuggestExperts, SuggestedExpert, SuggestedExperts};
use tacit_contract::limits::{BODY_MAX, PAGE_MAX, QUERY_MAX, TOPICS_MAX};
use tacit_contract::organisation::DepartmentRef;
use tacit_contract::problem::FieldCode;
use tacit_contract::topics::TopicRef;
use tacit_domain::expertise::routing::{SIMILAR_MOST, scores, spread};
use tacit_domain::identity::Viewer;
use uuid::Uuid;

use super::mapping;
use super::people::availabilities;
use crate::blocks::repo::blocked_by;
use crate::communities::service::check_readable;
use crate::error::{AppError, AppResult};
use crate::identity::mapping::member_ref;
use crate::search::alike;
use crate::state::AppState;
use crate::topics::repo::topics::topic_ref;
use crate::topics::resolve::find_by_text;
use signals::Gathered;

/// People named when nothing is said.
const USUAL: u32 = 8;

/// What is asked for, read.
struct Asked {
    title: String,
    body: String,
    topics: Vec<TopicRef>,
    question: Option<Uuid>,
    community: Option<Uuid>,
    limit: usize,
}

/// Names people likely to answer, each with reasons.
///
/// # Errors
/// 422 for fields that cannot be taken, 404 for a question the viewer may not see and a community they do not read.
pub async fn suggest(
    state: &AppState,
    viewer: &Viewer,
    asked: SuggestExperts,
) -> AppResult<SuggestedExperts> {
    let asked = read(state, asked).await?;
    let db = state.db.reader();
    let now = state.clock.now();
    let mut left_out = candidates::left_out(db, viewer, asked.question).await?;
    if let Some(community) = asked.community {
        check_readable(db, viewer, community).await?;
        left_out.keep_to(db, community).await?;
    }
    // Who has blocked the viewer stays: that nobody may learn from this list.
    left_out.leave_out(blocked_by(db, viewer.member_id).await?);
    let alike = alike_to(state, viewer, &asked).await?;
    let mut gathered = Gathered::gather(db, viewer, &asked.topics, alike, now).await?;
    let people = gathered.members();
    let shown = candidates::shown(db, &people, &left_out, state.settings.suggesting.unclaimed);
    let shown = shown.await?;
    let mut availability = availabilities(db, &people, now).await?;
    let can_be_asked = |id: &Uuid| {
        let standing = availability.get(id).map(|found| found.standing);
        shown.contains_key(id) && standing.is_none_or(|standing| standing == Standing::Free)
    };
    gathered.keep(can_be_asked);
    gathered.find_active(db, viewer, now).await?;
    let mut order = ranked(state, &asked.title, &gathered, now).await?;
    order.truncate(asked.limit);
    let chosen: Vec<Uuid> = order.iter().map(|(id, _)| *id).collect();
    let mut reasons = reasons::of(db, viewer, &gathered, &asked.topics, &chosen, now).await?;
    let items = order.into_iter().filter_map(|(id, score)| {
        let (row, department) = shown.get(&id)?;
        Some(SuggestedExpert {
            member: member_ref(row),
            department: department.as_ref().map(|row| DepartmentRef {
                id: row.id,
                name: row.name.clone(),
            }),
            score,
            reasons: reasons.remove(&id)?,
            availability: availability
                .remove(&id)
                .unwrap_or_else(mapping::always_free),
        })
    });
    Ok(SuggestedExperts {
        items: items.collect(),
    })
}

async fn read(state: &AppState, asked: SuggestExperts) -> AppResult<Asked> {
    let limit = asked.limit.unwrap_or(USUAL);
    if !(1..=PAGE_MAX).contains(&limit) {
        let detail = format!("from 1 to {PAGE_MAX}");
        return Err(AppError::invalid("/limit", FieldCode::OutOfRange, detail));
    }
    if asked.body.chars().count() > BODY_MAX {
        let detail = format!("at most {BODY_MAX} characters");
        return Err(AppError::invalid("/body", FieldCode::TooLong, detail));
    }
    if asked.topics.len() > TOPICS_MAX {
        let detail = format!("takes at most {TOPICS_MAX} topics");
        return Err(AppError::invalid("/topics", FieldCode::TooLong, detail));
    }
    let mut topics: Vec<TopicRef> = Vec::new();
    for name in &asked.topics {
        let found = find_by_text(state.db.reader(), name).await?;
        let new = found.filter(|row| topics.iter().all(|other| other.id != row.id));
        topics.extend(new.map(|row| topic_ref(&row)));
    }
    Ok(Asked {
        title: asked.title.chars().take(QUERY_MAX).collect(),
        body: asked.body,
        topics,
        question: asked.question,
        community: asked.community_id,
        limit: usize::try_from(limit).unwrap_or(usize::MAX),
    })
}

async fn alike_to(state: &AppState, viewer: &Viewer, asked: &Asked) -> AppResult<Vec<(Uuid, f64)>> {
    if asked.title.trim().is_empty() {
        return Ok(Vec::new());
    }
    // One more, in case the question itself is among them.
    let wanted = SIMILAR_MOST.saturating_add(1);
    let mut found = alike(state, viewer, &asked.title, &asked.body, wanted).await?;
    found.retain(|(id, _)| Some(*id) != asked.question);
    found.truncate(SIMILAR_MOST);
    Ok(found)
}

/// Candidates with their scores, likeliest first.
async fn ranked(
    state: &AppState,
    title: &str,
    gathered: &Gathered,
    now: tacit_domain::time::Timestamp,
) -> AppResult<Vec<(Uuid, f64)>> {
    let suggesting = state.settings.suggesting;
    let (people, signals): (Vec<Uuid>, Vec<_>) = gathered.signals(now).into_iter().unzip();
    let load = if suggesting.spread {
        super::repo::availability::load_of(state.db.reader(), &people, now).await?
    } else {
        HashMap::new()
    };
    let scores = scores(&signals, &suggesting.weights);
    let mut order: Vec<(Uuid, f64)> = people
        .into_iter()
        .zip(scores)
        .map(|(id, score)| {
            let load = load.get(&id).copied().unwrap_or(0);
            let score = if suggesting.spread {
                spread(score, load, title, id)
            } else {
                score
            };
            (id, score)
        })
        .filter(|(_, score)| *score > 0.0)
        .collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Ok(order)
}
