//! From requests to what goes over the wire.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use tacit_contract::identity::MemberRef;
use tacit_contract::routing::{MyRequest, RoutingStep};
use tacit_contract::time::from_micros;
use tacit_domain::questions::{QuestionState, Urgency};
use tacit_domain::routing::policy::{Asked, can_pass};
use tacit_domain::routing::{Cause, Waits};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::repo::requests::RequestRow;
use super::repo::routes::RouteRow;
use crate::error::AppResult;
use crate::identity::repo::member_refs;

/// Names of people.
pub type People = HashMap<Uuid, MemberRef>;

/// The names of everybody in these rows.
///
/// # Errors
/// A failure of the database.
pub async fn people(
    db: &impl ConnectionTrait,
    steps: &[RequestRow],
    mine: Option<&RequestRow>,
    route: Option<&RouteRow>,
) -> AppResult<People> {
    let rows = steps.iter().chain(mine);
    let of_row = |row: &RequestRow| [Some(row.member_id), row.by_id, row.passed_to_id];
    let ids = rows.flat_map(of_row).flatten();
    let wished = route.and_then(|route| route.wished_id);
    Ok(member_refs(db, ids.chain(wished)).await?)
}

/// How many were asked, without those whom somebody named: that would tell that somebody passed.
///
/// # Errors
/// When a row is not sound.
pub fn count_asked(rows: &[RequestRow]) -> AppResult<u32> {
    let mut asked: u32 = 0;
    for row in rows {
        if row.cause.parse::<Cause>()? != Cause::Named {
            asked = asked.saturating_add(1);
        }
    }
    Ok(asked)
}

/// What was done, oldest first: who was asked together is one step.
///
/// # Errors
/// When a row is not sound.
pub fn steps(rows: &[RequestRow], people: &People) -> AppResult<Vec<RoutingStep>> {
    let mut steps: Vec<(i64, RoutingStep)> = Vec::new();
    for row in rows {
        let cause: Cause = row.cause.parse()?;
        let person = people.get(&row.member_id).cloned();
        if let (Some(by), Some(at)) = (person.clone(), row.passed_at) {
            let to = row.passed_to_id.and_then(|id| people.get(&id).cloned());
            let word = row.word.clone();
            let at_time = from_micros(at);
            let step = RoutingStep::Passed {
                by,
                to,
                word,
                at: at_time,
            };
            steps.push((at, step));
        }
        // Being named is told with the passing.
        if cause != Cause::Named {
            add(&mut steps, cause, person, row.asked_at);
        }
    }
    steps.sort_by_key(|(at, _)| *at);
    Ok(steps.into_iter().map(|(_, step)| step).collect())
}

fn add(
    steps: &mut Vec<(i64, RoutingStep)>,
    cause: Cause,
    person: Option<MemberRef>,
    asked_at: i64,
) {
    let same = steps.iter_mut().find_map(|(when, step)| match step {
        RoutingStep::Asked {
            people, cause: of, ..
        } if *when == asked_at && *of == cause.into() => Some(people),
        _ => None,
    });
    match same {
        Some(people) => people.extend(person),
        None => steps.push((
            asked_at,
            RoutingStep::Asked {
                cause: cause.into(),
                people: person.into_iter().collect(),
                at: from_micros(asked_at),
            },
        )),
    }
}

/// When the next circle is due.
#[must_use]
pub fn next_at(route: &RouteRow, waits: Waits, urgency: Urgency) -> Option<DateTime<Utc>> {
    let next = route.next_at?;
    let stepped = Timestamp::from_micros(route.stepped_at);
    let due = match urgency {
        Urgency::Blocking => next.min(waits.due(stepped, urgency).micros()),
        Urgency::Normal => next,
    };
    Some(from_micros(due))
}

/// The request to the viewer.
///
/// # Errors
/// When a row is not sound.
pub fn mine(
    row: &RequestRow,
    all: &[RequestRow],
    state: QuestionState,
    people: &People,
) -> AppResult<MyRequest> {
    let asked = Asked {
        passed: row.passed_at.is_some(),
    };
    let by = row.by_id;
    let word = all.iter().find(|one| Some(one.member_id) == by);
    Ok(MyRequest {
        cause: row.cause.parse::<Cause>()?.into(),
        by: by.and_then(|id| people.get(&id).cloned()),
        word: word.map(|one| one.word.clone()).unwrap_or_default(),
        asked_at: from_micros(row.asked_at),
        passed_at: row.passed_at.map(from_micros),
        may_pass: can_pass(Some(asked), state).is_ok(),
    })
}
