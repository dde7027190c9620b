//! One step: the next circle that has anybody to ask is asked.

use std::collections::HashSet;

use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::{Role, Viewer};
use tacit_domain::questions::{QuestionState, Urgency};
use tacit_domain::routing::{Cause, Circle, Route, Waits};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::candidates::{self, Wanted, can_be_asked};
use super::repo::requests;
use super::repo::routes::{self, RouteRow};
use crate::communities::service::is_written_in;
use crate::db::entities::post;
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::events;
use crate::events::codec::audience_from_columns;
use crate::expertise::suggest::candidates::left_out;
use crate::identity::repo::members;
use crate::questions::repo::questions::find;
use crate::state::AppState;
use crate::topics::repo::topics::of_posts;
use sea_orm::EntityTrait;

/// What a step does.
#[derive(Clone)]
struct Plan {
    read: RouteRow,
    viewer: Viewer,
    /// The circle asked, or passed over because there is nobody in it; none when the end is reached.
    circle: Option<Circle>,
    members: Vec<Uuid>,
    /// Nobody is left but those who are not asked before this time.
    wait: Option<Timestamp>,
    event: Uuid,
    waits: Waits,
    now: Timestamp,
}

/// Takes the step that is due for a question.
///
/// # Errors
/// A failure of the database or the index.
pub async fn take(state: &AppState, read: &RouteRow) -> AppResult<()> {
    let now = state.clock.now();
    let plan = plan(state, read, now).await?;
    db::write(&state.db, move |tx| {
        let plan = plan.clone();
        Box::pin(async move { carry_out(tx, plan).await })
    })
    .await
}

async fn plan(state: &AppState, read: &RouteRow, now: Timestamp) -> AppResult<Plan> {
    let found = load(state, read).await?;
    let mut plan = Plan {
        read: read.clone(),
        viewer: nobody(),
        circle: None,
        members: Vec::new(),
        wait: None,
        event: Uuid::new_v4(),
        waits: state.settings.waits,
        now,
    };
    let Some((wanted, question_state)) = found else {
        return Ok(plan);
    };
    plan.viewer = viewer_of(state, &wanted).await?;
    let mut route = Route {
        circle: read.circle.as_deref().map(str::parse).transpose()?,
        wished: wanted.wished.is_some(),
        state: question_state,
    };
    let asked_at = asked_at(&wanted.post);
    while let Some(circle) = route.next() {
        let first = plan.waits.not_before(circle, asked_at, wanted.urgency);
        if first > now {
            (plan.circle, plan.wait) = (route.circle, Some(first));
            return Ok(plan);
        }
        let members = candidates::of_circle(state, &plan.viewer, &wanted, circle, now).await;
        match members {
            Ok(members) => plan.members = members,
            Err(error) if error.code() == AppError::not_found().code() => return Ok(plan),
            Err(error) => return Err(error),
        }
        if !plan.members.is_empty() {
            plan.circle = Some(circle);
            return Ok(plan);
        }
        route.circle = Some(circle);
    }
    Ok(plan)
}

/// When it was asked; of a nameless one only the day is known, and it may have been at its end.
const fn asked_at(post: &post::Model) -> Timestamp {
    let at = Timestamp::from_micros(post.created_at);
    if post.author_hidden {
        at.plus_days(1)
    } else {
        at
    }
}

/// When somebody was asked, as it is told: of a nameless question the day, since people are asked at once.
const fn told_at(post: &post::Model, now: Timestamp) -> Timestamp {
    if post.author_hidden { now.day() } else { now }
}

/// The question as it is now; none when it was deleted, or nobody writes where it stands any more.
async fn load(state: &AppState, read: &RouteRow) -> AppResult<Option<(Wanted, QuestionState)>> {
    let db = state.db.reader();
    let id = read.question_id;
    let post = post::Entity::find_by_id(id).one(db).await?;
    let Some(post) = post.filter(|post| post.deleted_at.is_none()) else {
        return Ok(None);
    };
    if !is_written_in(db, post.community_id).await? {
        return Ok(None);
    }
    let question = find(db, id).await?;
    let topics = of_posts(db, &[id]).await?.remove(&id).unwrap_or_default();
    let wanted = Wanted {
        post,
        title: question.title,
        topics: topics.into_iter().map(|topic| topic.slug).collect(),
        urgency: question.urgency.parse()?,
        wished: read.wished_id,
    };
    Ok(Some((wanted, question.state.parse()?)))
}

/// Whose eyes people are found with: the asker's; for a hidden one those of anybody.
async fn viewer_of(state: &AppState, wanted: &Wanted) -> AppResult<Viewer> {
    let Some(asker) = wanted.asker() else {
        return Ok(nobody());
    };
    let row = members::find(state.db.reader(), asker).await?;
    let role = row.map(|row| row.role.parse()).transpose()?;
    Ok(Viewer {
        member_id: asker,
        role: role.unwrap_or(Role::Member),
    })
}

const fn nobody() -> Viewer {
    Viewer {
        member_id: Uuid::nil(),
        role: Role::Member,
    }
}

/// Looks again at what may have changed since the plan was made, and asks.
async fn carry_out(tx: &Tx, plan: Plan) -> AppResult<()> {
    let (id, now) = (plan.read.question_id, plan.now);
    let question = find(tx, id).await?;
    let post = post::Entity::find_by_id(id).one(tx).await?;
    let post = post.filter(|post| post.deleted_at.is_none());
    let community = post.as_ref().and_then(|post| post.community_id);
    let open = question.state.parse::<QuestionState>()? == QuestionState::Open
        && is_written_in(tx, community).await?;
    let (Some(circle), Some(post), true) = (plan.circle, post, open) else {
        let circle = plan.read.circle.as_deref().map(str::parse).transpose()?;
        routes::advance(tx, &plan.read, circle, plan.read.stepped_at, None).await?;
        return Ok(());
    };
    if let Some(wait) = plan.wait {
        let stepped = plan.now.micros();
        let next = Some(wait.micros());
        routes::advance(tx, &plan.read, Some(circle), stepped, next).await?;
        return Ok(());
    }
    let urgency: Urgency = question.urgency.parse()?;
    let next = circle.next().map(|_| plan.waits.due(now, urgency));
    let next = next.map(Timestamp::micros);
    if !routes::advance(tx, &plan.read, Some(circle), now.micros(), next).await? {
        // Another node was faster.
        return Ok(());
    }
    let asked = requests::of_question(tx, id).await?;
    let asked: HashSet<Uuid> = asked.into_iter().map(|row| row.member_id).collect();
    let left_out = left_out(tx, &plan.viewer, Some(id)).await?;
    let can = can_be_asked(tx, &left_out, &plan.members, now).await?;
    let mut members = plan.members;
    members.retain(|member| can.contains(member) && !asked.contains(member));
    if members.is_empty() {
        // They have become busy since: the circle after this one is due.
        return Ok(routes::set_next(tx, id, now).await?);
    }
    let cause = circle.cause();
    let at = told_at(&post, now);
    let request = |member: &Uuid| requests::asking(id, *member, cause, at);
    requests::insert(tx, members.iter().map(request).collect()).await?;
    let asker = post.author_id.filter(|_| !post.author_hidden);
    let actor = asker.filter(|_| cause == Cause::Wished);
    let audience = audience_from_columns(&post.audience, post.community_id)?;
    let body = EventBody::QuestionRouted { cause, members };
    let event = Event::new(plan.event, actor, id, body, at).audience(audience);
    events::append(tx, now, [event]).await
}
