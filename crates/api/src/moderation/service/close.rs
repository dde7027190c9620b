//! Closing a question and opening it again.
//!
//! The original of a duplicate is followed to the one that is no duplicate itself; what was closed as a duplicate of the
//! question moves along. So every duplicate leads to its answers in one step.

use sea_orm::ActiveValue::Set;
use tacit_contract::problem::FieldCode;
use tacit_domain::events::EventBody;
use tacit_domain::moderation::closing::Trail;
use tacit_domain::moderation::{AuditAct, Closing, Refusal, policy};
use tacit_domain::posts::{PostKind, Reason};
use tacit_domain::questions::Progress;
use uuid::Uuid;

use crate::communities::service::check_writable;
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::follows::service::follow_original;
use crate::moderation::audit::Entry;
use crate::moderation::repo::closings::{self, ClosingRow};
use crate::posts::Act;
use crate::posts::repo::Placed;
use crate::posts::repo::load::find_visible_kind;
use crate::questions::repo::questions::{
    QuestionChange, QuestionRow, find, find_shared_refs, update,
};
use crate::questions::service::progress;

/// Closes a question, or closes it in another way. The same again changes nothing.
///
/// # Errors
/// 404, 403, 409 in an archived community, or 422 with an original that cannot be one.
pub async fn close(tx: &Tx, act: &Act, id: Uuid, closing: &Closing) -> AppResult<()> {
    let (placed, row) = load(tx, act, id).await?;
    let (act, asker) = (&act.on(&placed.post), placed.post.author_id);
    policy::can_close(&act.viewer, asker)?;
    let original = match closing.original() {
        Some(named) => Some(find_original(tx, act, &placed, named).await?),
        None => None,
    };
    let leads_to = original.as_ref();
    let original = leads_to.map(|original| original.post.id);
    let before = progress(&row)?;
    let note = closing.note().map(Reason::as_str);
    let kept = closings::find(tx, id).await?;
    let same_note = kept.as_ref().and_then(|kept| kept.note.as_deref()) == note;
    if before.closed == Some(closing.reason()) && row.duplicate_of_id == original && same_note {
        return Ok(());
    }
    let next = Progress {
        closed: Some(closing.reason()),
        ..before
    };
    store(tx, id, next, original).await?;
    let row = ClosingRow {
        question_id: id,
        closed_by: act.name(),
        note: note.map(str::to_owned),
        closed_at: act.at.micros(),
    };
    closings::put(tx, row).await?;
    closings::unlink(tx, id).await?;
    if let Some(original) = leads_to {
        closings::link(tx, id, original.post.id, act.at).await?;
        move_along(tx, act, &placed, original.post.id).await?;
        follow_original(tx, act, &placed, original).await?;
    }
    if policy::acts_in_office(&act.viewer, asker) {
        Entry::on_post(act, AuditAct::QuestionClosed, id)
            .concerning(asker)
            .detail(closing.reason().as_str())
            .reason(closing.note())
            .write(tx)
            .await?;
    }
    let duplicate_of = original;
    let body = EventBody::QuestionClosed { duplicate_of };
    act.tell(tx, id, placed.audience()?, body).await
}

/// Opens a closed question again. An open one stays as it is.
///
/// # Errors
/// 404, 403, 409 in an archived community, or 422 without a reason for another's.
pub async fn reopen(tx: &Tx, act: &Act, id: Uuid, reason: Option<&Reason>) -> AppResult<()> {
    let (placed, row) = load(tx, act, id).await?;
    let (act, asker) = (&act.on(&placed.post), placed.post.author_id);
    policy::can_reopen(&act.viewer, asker, reason)?;
    let before = progress(&row)?;
    if before.closed.is_none() {
        return Ok(());
    }
    let next = Progress {
        closed: None,
        ..before
    };
    store(tx, id, next, None).await?;
    closings::delete(tx, id).await?;
    closings::unlink(tx, id).await?;
    if policy::acts_in_office(&act.viewer, asker) {
        Entry::on_post(act, AuditAct::QuestionReopened, id)
            .concerning(asker)
            .reason(reason)
            .write(tx)
            .await?;
    }
    act.tell(tx, id, placed.audience()?, EventBody::QuestionReopened)
        .await
}

async fn load(tx: &Tx, act: &Act, id: Uuid) -> AppResult<(Placed, QuestionRow)> {
    let placed = find_visible_kind(tx, &act.viewer, id, PostKind::Question).await?;
    check_writable(tx, &act.viewer, placed.post.community_id).await?;
    let row = find(tx, id).await?;
    Ok((placed, row))
}

/// The question that a named one leads to: visible to the viewer at every step, and at its end to everybody who may see
/// the duplicate.
async fn find_original(tx: &Tx, act: &Act, of: &Placed, named: Uuid) -> AppResult<Placed> {
    let mut trail = Trail::begin(of.post.id, named)?;
    let original = loop {
        let at = trail.at();
        let found = find_visible_kind(tx, &act.viewer, at, PostKind::Question).await;
        let found = found.map_err(|error| {
            if error.code() == AppError::not_found().code() {
                let detail = "is no question that you may see";
                AppError::invalid("/original_id", FieldCode::NotFound, detail)
            } else {
                error
            }
        })?;
        match find(tx, at).await?.duplicate_of_id {
            Some(original) => trail = trail.follow(original)?,
            None => break found,
        }
    };
    let id = original.post.id;
    let shared = find_shared_refs(tx, &act.viewer, &of.post, &[id]).await?;
    if shared.contains_key(&id) {
        Ok(original)
    } else {
        Err(Refusal::NotForAll.into())
    }
}

/// What was closed as a duplicate of a question is a duplicate of its original now.
async fn move_along(tx: &Tx, act: &Act, from: &Placed, original: Uuid) -> AppResult<()> {
    let moved = closings::duplicates_of(tx, from.post.id).await?;
    closings::move_duplicates(tx, from.post.id, original).await?;
    for id in moved {
        closings::unlink(tx, id).await?;
        closings::link(tx, id, original, act.at).await?;
        let body = EventBody::PostsLinked {
            other: original,
            duplicate: true,
        };
        act.tell(tx, id, from.audience()?, body).await?;
    }
    Ok(())
}

/// Closing is no activity in the thread: `last_activity_at` stays.
async fn store(tx: &Tx, id: Uuid, next: Progress, original: Option<Uuid>) -> AppResult<()> {
    let change = QuestionChange {
        post_id: Set(id),
        state: Set(next.state().as_str().to_owned()),
        closed_reason: Set(next.closed.map(|reason| reason.as_str().to_owned())),
        duplicate_of_id: Set(original),
        ..Default::default()
    };
    Ok(update(tx, change).await?)
}
