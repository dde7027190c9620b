//! Use cases of accepting: an answer, another in its place, none any more. Each runs inside `db::write`.

use tacit_contract::problem::FieldCode;
use tacit_domain::events::EventBody;
use tacit_domain::moderation::AuditAct;
use tacit_domain::posts::{PostKind, Reason};
use tacit_domain::questions::{ActKind, policy};
use uuid::Uuid;

use super::repo::questions::{ActRow, insert_act};
use super::service::{load, progress, store};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::moderation::audit::Entry;
use crate::posts::Act;
use crate::posts::repo::Placed;
use crate::posts::repo::load::find_visible_kind;

/// Accepts an answer, in place of the one accepted before. Doing it again changes nothing.
///
/// # Errors
/// 404, 403, 409 when it is closed or its community archived, 422 without a reason for another's or with an answer that is not there.
pub async fn accept(
    tx: &Tx,
    act: &Act,
    question_id: Uuid,
    answer_id: Uuid,
    reason: Option<&Reason>,
) -> AppResult<()> {
    let (placed, row) = load(tx, act, question_id).await?;
    let act = &act.on(&placed.post);
    let before = progress(&row)?;
    policy::can_accept(&act.viewer, placed.post.author_id, before.state(), reason)?;
    check_answer(tx, act, question_id, answer_id).await?;
    if before.accepted == Some(answer_id) {
        return Ok(());
    }
    store(tx, act, &row, before.accepted(answer_id), act.name()).await?;
    keep_reason(tx, act, &placed, answer_id, ActKind::Accepted, reason).await?;
    let audience = placed.audience()?;
    let question = question_id;
    if let Some(other) = before.accepted {
        act.tell(
            tx,
            other,
            audience,
            EventBody::AcceptanceWithdrawn { question },
        )
        .await?;
    }
    act.tell(
        tx,
        answer_id,
        audience,
        EventBody::AnswerAccepted { question },
    )
    .await
}

/// Takes the acceptance back. Where none is, nothing changes.
///
/// # Errors
/// 404, 403, 409 when it is closed or its community archived, 422 without a reason for another's.
pub async fn withdraw(
    tx: &Tx,
    act: &Act,
    question_id: Uuid,
    reason: Option<&Reason>,
) -> AppResult<()> {
    let (placed, row) = load(tx, act, question_id).await?;
    let act = &act.on(&placed.post);
    let before = progress(&row)?;
    policy::can_accept(&act.viewer, placed.post.author_id, before.state(), reason)?;
    let Some(answer_id) = before.accepted else {
        return Ok(());
    };
    store(tx, act, &row, before.withdrawn(), None).await?;
    keep_reason(tx, act, &placed, answer_id, ActKind::Withdrawn, reason).await?;
    let body = EventBody::AcceptanceWithdrawn {
        question: question_id,
    };
    act.tell(tx, answer_id, placed.audience()?, body).await
}

async fn check_answer(tx: &Tx, act: &Act, question_id: Uuid, answer_id: Uuid) -> AppResult<()> {
    let found = find_visible_kind(tx, &act.viewer, answer_id, PostKind::Answer).await;
    match found {
        Ok(placed) if placed.question_id == question_id => Ok(()),
        Ok(_) => Err(no_answer()),
        Err(error) if error.code() == AppError::not_found().code() => Err(no_answer()),
        Err(error) => Err(error),
    }
}

fn no_answer() -> AppError {
    let detail = "is no answer to this question";
    AppError::invalid("/answer_id", FieldCode::NotFound, detail)
}

/// Somebody who acts for the asker leaves their reason on the page.
async fn keep_reason(
    tx: &Tx,
    act: &Act,
    question: &Placed,
    answer_id: Uuid,
    kind: ActKind,
    reason: Option<&Reason>,
) -> AppResult<()> {
    if !policy::acceptance_needs_reason(&act.viewer, question.post.author_id) {
        return Ok(());
    }
    let Some(reason) = reason else {
        return Ok(());
    };
    let row = ActRow {
        id: act.ids.next(),
        question_id: question.post.id,
        answer_id,
        kind: kind.as_str().to_owned(),
        actor_id: Some(act.viewer.member_id),
        reason: reason.as_str().to_owned(),
        created_at: act.at.micros(),
    };
    insert_act(tx, row).await?;
    let what = match kind {
        ActKind::Accepted => AuditAct::AnswerAccepted,
        ActKind::Withdrawn => AuditAct::AcceptanceWithdrawn,
    };
    Entry::on_post(act, what, answer_id)
        .concerning(question.post.author_id)
        .reason(Some(reason))
        .write(tx)
        .await
}
