//! Deleting a post and restoring it.

use sea_orm::ConnectionTrait;
use tacit_domain::events::EventBody;
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::deletion::{self, Standing};
use tacit_domain::moderation::flags::FlagOutcome;
use tacit_domain::moderation::{AuditAct, policy};
use tacit_domain::posts::{PostKind, Reason};
use uuid::Uuid;

use crate::db::Tx;
use crate::error::AppResult;
use crate::moderation::audit::Entry;
use crate::moderation::repo::deletions::{self, DeletionRow};
use crate::moderation::repo::flags;
use crate::moderation::service::flag::settle;
use crate::needs::repo::needs;
use crate::posts::Act;
use crate::posts::act::judged_on;
use crate::posts::repo::{Placed, find_visible};
use crate::questions::repo::questions::find;
use crate::questions::service::{progress, store};

/// Deletes a post. An accepted answer is accepted no more.
///
/// # Errors
/// 404, 403, 409 when others built on it, 422 without a reason for another's.
pub async fn delete(tx: &Tx, act: &Act, id: Uuid, reason: Option<&Reason>) -> AppResult<()> {
    let placed = find_visible(tx, &act.viewer, id).await?;
    let act = &act.on(&placed.post);
    let standing = standing(tx, &act.viewer, &placed).await?;
    deletion::can_delete(&judged_on(&act.viewer, &placed.post), &standing, reason)?;
    let row = DeletionRow {
        post_id: id,
        deleted_by: act.name(),
        reason: reason.map(|reason| reason.as_str().to_owned()),
        deleted_at: act.at.micros(),
    };
    if policy::acts_in_office(&act.viewer, standing.author) {
        settle_flags(tx, act, &placed, reason).await?;
    }
    deletions::insert(tx, row).await?;
    if placed.kind == PostKind::Answer {
        let question = placed.question_id;
        let row = find(tx, question).await?;
        store(tx, act, &row, progress(&row)?.removed(id), None).await?;
        if standing.accepted {
            let body = EventBody::AcceptanceWithdrawn { question };
            act.tell(tx, id, placed.audience()?, body).await?;
        }
    }
    log(tx, act, AuditAct::PostDeleted, &placed, reason).await?;
    let question = placed.question_id;
    let body = EventBody::PostDeleted { question };
    act.tell(tx, id, placed.audience()?, body).await
}

/// What was said about a post is settled when a lead deletes it.
async fn settle_flags(
    tx: &Tx,
    act: &Act,
    placed: &Placed,
    reason: Option<&Reason>,
) -> AppResult<()> {
    for kind in flags::open_kinds(tx, placed.post.id).await? {
        let decision = (FlagOutcome::Acted, reason);
        settle(tx, act, placed, kind.parse()?, decision).await?;
    }
    Ok(())
}

/// Restores a deleted post. An answer comes back unaccepted.
///
/// # Errors
/// 404 for who may not see it as deleted; 409 when what it stands under is deleted too; 403, or 422 without a reason.
pub async fn restore(tx: &Tx, act: &Act, id: Uuid, reason: Option<&Reason>) -> AppResult<()> {
    let (placed, row) = deletions::find(tx, &act.viewer, id).await?;
    let act = &act.on(&placed.post);
    let under = !deletions::deleted_among(tx, placed.above())
        .await?
        .is_empty();
    deletion::can_restore(
        &judged_on(&act.viewer, &placed.post),
        row.deleted_by,
        under,
        reason,
    )?;
    deletions::delete(tx, id).await?;
    if placed.kind == PostKind::Answer {
        let row = find(tx, placed.question_id).await?;
        store(tx, act, &row, progress(&row)?.answered(), None).await?;
    }
    log(tx, act, AuditAct::PostRestored, &placed, reason).await?;
    let question = placed.question_id;
    let body = EventBody::PostRestored { question };
    act.tell(tx, id, placed.audience()?, body).await
}

/// What decides whether a post may go.
///
/// # Errors
/// A failure of the database.
pub async fn standing(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    placed: &Placed,
) -> AppResult<Standing> {
    let id = placed.post.id;
    let mut standing = Standing {
        kind: placed.kind,
        author: placed.post.author_id,
        answered: false,
        accepted: false,
        has_duplicates: false,
    };
    match placed.kind {
        PostKind::Question => {
            standing.answered = find(db, id).await?.answer_count > 0;
            standing.has_duplicates = deletions::has_duplicates(db, viewer, id).await?;
        }
        PostKind::Answer => {
            let question = find(db, placed.question_id).await?;
            standing.accepted = question.accepted_answer_id == Some(id);
        }
        PostKind::Need => standing.answered = needs::find(db, id).await?.supporters > 1,
        PostKind::Comment => {}
    }
    Ok(standing)
}

async fn log(
    tx: &Tx,
    act: &Act,
    what: AuditAct,
    placed: &Placed,
    reason: Option<&Reason>,
) -> AppResult<()> {
    let author = placed.post.author_id;
    let of_office = policy::acts_in_office(&act.viewer, author) || reason.is_some();
    if act.nameless || !of_office {
        return Ok(());
    }
    Entry::on_post(act, what, placed.post.id)
        .concerning(author)
        .detail(placed.kind.as_str())
        .reason(reason)
        .write(tx)
        .await
}
