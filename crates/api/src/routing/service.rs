//! Use cases of routing: beginning, passing, choosing, reading how far it has come.

use sea_orm::ConnectionTrait;
use tacit_contract::problem::FieldCode;
use tacit_contract::routing::{MyRouting, PassQuestion, QuestionRouting, SetMyRouting};
use tacit_domain::events::{Audience, EventBody, Origin};
use tacit_domain::expertise::availability::Standing;
use tacit_domain::identity::{MemberStatus, Viewer};
use tacit_domain::posts::PostKind;
use tacit_domain::posts::audience::Reach;
use tacit_domain::questions::{QuestionState, Urgency};
use tacit_domain::routing::policy::{
    Asked, Named, URGENT_DAYS, can_be_urgent, can_name, can_pass, can_wish,
};
use tacit_domain::routing::{Cause, RoutingRefusal, Waits, word};
use uuid::Uuid;

use super::candidates::free;
use super::mapping;
use super::refusal::at;
use super::repo::requests::RequestRow;
use super::repo::routes::RouteRow;
use super::repo::{choices, requests, routes};
use crate::blocks::repo::blocked_by;
use crate::communities::service::{check_writable, is_written_in};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::expertise::people::availabilities;
use crate::expertise::suggest::candidates::{left_out, shown};
use crate::identity::repo::members;
use crate::posts::audience::Placing;
use crate::posts::repo::load::{Placed, find_visible_kind};
use crate::posts::{Act, refusal};
use crate::questions::repo::questions::find;

/// The person an asker wishes for.
///
/// # Errors
/// 422 at `/ask` for nobody, oneself, or somebody without an account in use.
pub async fn read_wish(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    handle: Option<&str>,
) -> AppResult<Option<Uuid>> {
    let Some(handle) = handle else {
        return Ok(None);
    };
    let person = active(db, handle, "/ask").await?;
    can_wish(viewer.member_id, person).map_err(|refusal| at("/ask", refusal))?;
    Ok(Some(person))
}

async fn active(db: &impl ConnectionTrait, handle: &str, pointer: &str) -> AppResult<Uuid> {
    let row = members::find_by_handle(db, &handle.to_lowercase()).await?;
    row.filter(|row| row.status == MemberStatus::Active.as_str())
        .map(|row| row.id)
        .ok_or_else(|| AppError::invalid(pointer, FieldCode::NotFound, "is no member"))
}

/// Begins to look for who answers a question that was just asked: the first step is due at once. Only what happens here is
/// brought to people.
///
/// # Errors
/// A failure of the database.
pub async fn begin(tx: &Tx, act: &Act, question: Uuid, wished: Option<Uuid>) -> AppResult<()> {
    if act.origin != Origin::Live {
        return Ok(());
    }
    let row = RouteRow {
        question_id: question,
        circle: None,
        wished_id: wished,
        // Not the day of a nameless one: nobody is shown this but its asker.
        stepped_at: act.now.micros(),
        next_at: Some(act.now.micros()),
    };
    Ok(routes::insert(tx, row).await?)
}

/// Brings a question to the people it was asked of who can be asked now, all at once; there is no next circle, because
/// nobody else sees it. Who is away or was asked often enough this week finds it when they come back.
///
/// # Errors
/// A failure of the database.
pub async fn ask_named(tx: &Tx, act: &Act, question: Uuid, free: Vec<Uuid>) -> AppResult<()> {
    if act.origin != Origin::Live {
        return Ok(());
    }
    let request = |member: &Uuid| requests::asking(question, *member, Cause::Wished, act.at);
    requests::insert(tx, free.iter().map(request).collect()).await?;
    let body = EventBody::QuestionRouted {
        cause: Cause::Wished,
        members: free,
    };
    act.tell(tx, question, Audience::People, body).await
}

/// Of the people a question is asked of those who can be asked now; none where it is not asked of named people.
///
/// # Errors
/// 422 at `/ask` when it is asked of named people anyway, at `/audience/handles` when none of these can be asked now.
pub async fn named_and_free(
    tx: &Tx,
    act: &Act,
    placing: &Placing,
    wished: Option<Uuid>,
) -> AppResult<Vec<Uuid>> {
    if placing.reach != Reach::People {
        return Ok(Vec::new());
    }
    if wished.is_some() {
        let detail = "the people in the audience are all asked";
        return Err(AppError::invalid("/ask", FieldCode::NotAllowed, detail));
    }
    let free = free(tx, &placing.people, act.at).await?;
    if free.is_empty() {
        return Err(at("/audience/handles", RoutingRefusal::Unavailable));
    }
    Ok(free)
}

/// Whether the actor may make another question urgent.
///
/// # Errors
/// 422 at `/urgency`.
pub async fn check_urgent(tx: &Tx, act: &Act, before: Urgency, after: Urgency) -> AppResult<()> {
    if after != Urgency::Blocking || before == after || act.origin != Origin::Live {
        return Ok(());
    }
    let since = act.at.plus_days(-URGENT_DAYS);
    let recent = routes::count_urgent(tx, act.viewer.member_id, since).await?;
    can_be_urgent(recent).map_err(|refusal| at("/urgency", refusal))
}

/// Passes a question one was asked; who is named instead is asked at once. When everybody who was asked has passed, the
/// next circle is due.
///
/// # Errors
/// 404, 403 for who was not asked, 409 when it is answered or was passed, or on to somebody in an archived community, 422 at `/to` or `/word`.
pub async fn pass(tx: &Tx, act: &Act, question: Uuid, pass: &PassQuestion) -> AppResult<()> {
    let me = act.viewer.member_id;
    let placed = find_visible_kind(tx, &act.viewer, question, PostKind::Question).await?;
    let word = word(&pass.word).map_err(|error| refusal::of_text("/word", error))?;
    let all = requests::of_question(tx, question).await?;
    let mine = all.iter().find(|row| row.member_id == me);
    let asked = mine.map(|row| Asked {
        passed: row.passed_at.is_some(),
    });
    let state: QuestionState = find(tx, question).await?.state.parse()?;
    can_pass(asked, state)?;
    let Some(mine) = mine else {
        return Err(AppError::not_found());
    };
    let asker = placed.post.author_id.filter(|_| !placed.post.author_hidden);
    let to = match &pass.to {
        Some(handle) => {
            check_writable(tx, &act.viewer, placed.post.community_id).await?;
            Some(nameable(tx, act, handle, asker, question, &all).await?)
        }
        None => None,
    };
    requests::pass(tx, mine, to, &word, act.at).await?;
    // Who passed is the asker's business alone.
    act.tell(tx, question, Audience::People, EventBody::QuestionPassed)
        .await?;
    if let Some(to) = to {
        let row = RequestRow {
            by_id: Some(me),
            ..requests::asking(question, to, Cause::Named, act.at)
        };
        requests::insert(tx, vec![row]).await?;
        let body = EventBody::QuestionRouted {
            cause: Cause::Named,
            members: vec![to],
        };
        return act.tell(tx, question, placed.audience()?, body).await;
    }
    let waiting = |row: &&RequestRow| row.passed_at.is_none() && row.member_id != me;
    if all.iter().filter(waiting).count() == 0 {
        routes::set_next(tx, question, act.at).await?;
    }
    Ok(())
}

/// Somebody who may be asked instead.
async fn nameable(
    tx: &Tx,
    act: &Act,
    handle: &str,
    asker: Option<Uuid>,
    question: Uuid,
    all: &[RequestRow],
) -> AppResult<Uuid> {
    let person = active(tx, handle, "/to").await?;
    let mut availability = availabilities(tx, &[person], act.at).await?;
    let standing = availability.remove(&person).map(|one| one.standing);
    let named = Named {
        member: person,
        asked: all.iter().any(|row| row.member_id == person),
        standing: standing.map_or(Standing::Free, Into::into),
    };
    can_name(act.viewer.member_id, asker, named).map_err(|refusal| at("/to", refusal))?;
    let left_out = left_out(tx, &act.viewer, Some(question)).await?;
    if shown(tx, &[person], &left_out, false).await?.is_empty() {
        let detail = "may not see the question, or answered it";
        return Err(AppError::invalid("/to", FieldCode::NotAllowed, detail));
    }
    Ok(person)
}

/// To whom a question was brought, as far as it concerns the viewer.
///
/// # Errors
/// 404 when the viewer may not see the question.
pub async fn routing(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    question: Uuid,
    waits: Waits,
) -> AppResult<QuestionRouting> {
    let placed = find_visible_kind(db, viewer, question, PostKind::Question).await?;
    let row = find(db, question).await?;
    let state: QuestionState = row.state.parse()?;
    let all = requests::of_question(db, question).await?;
    let mine = all.iter().find(|row| row.member_id == viewer.member_id);
    // A hidden asker is asked as others are, or their absence would tell; for themselves that is no request.
    let asker = placed.post.author_id == Some(viewer.member_id);
    let mine = match mine.filter(|_| !asker) {
        Some(row) if reaches(db, viewer, &placed, row).await? => Some(row),
        _ => None,
    };
    let route = match asker {
        true => routes::find(db, question).await?,
        false => None,
    };
    let steps = if asker { all.as_slice() } else { &[] };
    let people = mapping::people(db, steps, mine, route.as_ref()).await?;
    let open = state == QuestionState::Open && is_written_in(db, placed.post.community_id).await?;
    let route = route.as_ref();
    Ok(QuestionRouting {
        asked: mapping::count_asked(&all)?,
        steps: mapping::steps(steps, &people)?,
        wished: route
            .and_then(|route| route.wished_id)
            .and_then(|id| people.get(&id).cloned()),
        next_at: route
            .filter(|_| open)
            .and_then(|route| mapping::next_at(route, waits, row.urgency.parse().ok()?)),
        mine: mine
            .map(|row| mapping::mine(row, &all, state, &people))
            .transpose()?,
    })
}

/// Whether a request to the viewer is theirs to know: not when they have blocked who asks or who named them.
async fn reaches(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    placed: &Placed,
    row: &RequestRow,
) -> AppResult<bool> {
    let blocked = blocked_by(db, viewer.member_id).await?;
    let asker = placed.post.author_id.filter(|_| !placed.post.author_hidden);
    let mut people = asker.into_iter().chain(row.by_id);
    Ok(!people.any(|id| blocked.contains(&id)))
}

/// Whether one is told of questions that fit.
///
/// # Errors
/// A failure of the database.
pub async fn my_routing(db: &impl ConnectionTrait, viewer: &Viewer) -> AppResult<MyRouting> {
    let me = viewer.member_id;
    Ok(MyRouting {
        wanted: !choices::who_wants(db, &[me]).await?.is_empty(),
        chosen: choices::find(db, me).await?.is_some(),
    })
}

/// Says whether one wants to be told of questions that fit.
///
/// # Errors
/// A failure of the database.
pub async fn set_my_routing(tx: &Tx, act: &Act, set: SetMyRouting) -> AppResult<()> {
    choices::put(tx, act.viewer.member_id, set.wanted).await?;
    let (me, body) = (act.viewer.member_id, EventBody::AvailabilityChanged);
    act.tell(tx, me, Audience::People, body).await
}

/// Takes a question off what one can help with, for good.
///
/// # Errors
/// 404 when the viewer may not see the question.
pub async fn dismiss(tx: &Tx, act: &Act, question: Uuid) -> AppResult<()> {
    find_visible_kind(tx, &act.viewer, question, PostKind::Question).await?;
    Ok(choices::dismiss(tx, act.viewer.member_id, question, act.at).await?)
}
