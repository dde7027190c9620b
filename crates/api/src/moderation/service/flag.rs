//! Flagging a post, taking that back, and deciding on it.

use tacit_domain::events::{Event, EventBody};
use tacit_domain::moderation::AuditAct;
use tacit_domain::moderation::flags::{self as rules, FlagKind, FlagOutcome};
use tacit_domain::posts::Reason;
use uuid::Uuid;

use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::events;
use crate::moderation::audit::Entry;
use crate::moderation::repo::flags::{self, FlagRow, Resolution};
use crate::posts::Act;
use crate::posts::repo::{Placed, find_visible};

/// Says something about a post; said again, the new words count.
///
/// # Errors
/// 404, or 403 for one's own.
pub async fn flag(tx: &Tx, act: &Act, id: Uuid, kind: FlagKind, reason: &Reason) -> AppResult<()> {
    let placed = find_visible(tx, &act.viewer, id).await?;
    rules::can_flag(&act.viewer, placed.post.author_id)?;
    let member = act.viewer.member_id;
    let before = flags::find(tx, id, member, kind).await?;
    let open = before.as_ref().filter(|row| row.resolved_at.is_none());
    if open.is_some_and(|row| row.reason == reason.as_str()) {
        return Ok(());
    }
    let row = FlagRow {
        id: before.as_ref().map_or_else(|| act.ids.next(), |row| row.id),
        post_id: id,
        member_id: member,
        kind: kind.as_str().to_owned(),
        reason: reason.as_str().to_owned(),
        created_at: open.map_or_else(|| act.at.micros(), |row| row.created_at),
        resolved_at: None,
        resolved_by: None,
        outcome: None,
        word: None,
    };
    let is_new = open.is_none();
    flags::put(tx, row).await?;
    if !is_new {
        return Ok(());
    }
    let body = EventBody::PostFlagged {
        question: placed.question_id,
        flag: kind,
    };
    tell_without_actor(tx, act, &placed, body).await
}

/// Takes an undecided flag back. Where none is, nothing changes.
///
/// # Errors
/// 404.
pub async fn unflag(tx: &Tx, act: &Act, id: Uuid, kind: FlagKind) -> AppResult<()> {
    find_visible(tx, &act.viewer, id).await?;
    flags::delete(tx, id, act.viewer.member_id, kind).await?;
    Ok(())
}

/// Decides on all undecided flags of a kind on a post.
///
/// # Errors
/// 404, also when none waits; 403 for who is no lead, and for one's own post.
pub async fn resolve(
    tx: &Tx,
    act: &Act,
    id: Uuid,
    kind: FlagKind,
    (outcome, word): (FlagOutcome, Option<&Reason>),
) -> AppResult<()> {
    let placed = find_visible(tx, &act.viewer, id).await?;
    rules::can_resolve(&act.viewer, placed.post.author_id)?;
    if !settle(tx, act, &placed, kind, (outcome, word)).await? {
        return Err(AppError::not_found());
    }
    Entry::on_post(act, AuditAct::FlagsResolved, id)
        .concerning(placed.post.author_id)
        .detail(format!("{kind} {outcome}"))
        .reason(word)
        .write(tx)
        .await
}

/// Marks the undecided flags of a kind as decided and tells it; false when there were none. Whether the viewer may was
/// asked before.
///
/// # Errors
/// A failure of the database.
pub async fn settle(
    tx: &Tx,
    act: &Act,
    placed: &Placed,
    kind: FlagKind,
    (outcome, word): (FlagOutcome, Option<&Reason>),
) -> AppResult<bool> {
    let resolution = Resolution {
        by: act.name(),
        outcome: outcome.as_str(),
        word: word.map(Reason::as_str),
        at: act.at.micros(),
    };
    if !flags::resolve(tx, placed.post.id, kind, &resolution).await? {
        return Ok(false);
    }
    let body = EventBody::FlagsResolved {
        question: placed.question_id,
        flag: kind,
        outcome,
    };
    act.tell(tx, placed.post.id, placed.audience()?, body)
        .await?;
    Ok(true)
}

/// Who flagged stands in the flag alone: the log of events does not know.
async fn tell_without_actor(tx: &Tx, act: &Act, placed: &Placed, body: EventBody) -> AppResult<()> {
    let event = Event::new(act.ids.next(), None, placed.post.id, body, act.at)
        .audience(placed.audience()?)
        .origin(act.origin);
    events::append(tx, act.now, [event]).await
}
