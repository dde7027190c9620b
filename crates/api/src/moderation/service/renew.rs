//! Looking at an accepted answer again: it is still right, or another answer says it now. Both settle what was said about
//! its being out of date.

use sea_orm::ConnectionTrait;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::events::EventBody;
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::flags::{FlagKind, FlagOutcome};
use tacit_domain::moderation::renewal::can_renew;
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use super::flag::settle;
use crate::communities::service::{check_writable, here};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::moderation::repo::renewals::{self, RenewalRow, is_answer_to, knows_topics_of};
use crate::posts::Act;
use crate::posts::repo::Placed;
use crate::posts::repo::load::find_visible_kind;
use crate::questions::repo::questions::find;

/// Keeps that the viewer looked again; `replaced_by` names the answer that says it now.
///
/// # Errors
/// 404, 403, 409 when it is not accepted or in an archived community, 422 with an answer that cannot replace it.
pub async fn renew(tx: &Tx, act: &Act, id: Uuid, replaced_by: Option<Uuid>) -> AppResult<()> {
    let placed = find_visible_kind(tx, &act.viewer, id, PostKind::Answer).await?;
    check_writable(tx, &act.viewer, placed.post.community_id).await?;
    let (act, question) = (&act.on(&placed.post), placed.question_id);
    if find(tx, question).await?.accepted_answer_id != Some(id) {
        let detail = "only an accepted answer is renewed";
        return Err(AppError::new(ProblemCode::WrongState).detail(detail));
    }
    let knows = knows_topics_of(tx, &act.viewer, question).await?;
    can_renew(&act.viewer, placed.post.author_id, knows)?;
    if let Some(other) = replaced_by {
        let fits = other != id && is_answer_to(tx, &act.viewer, other, question).await?;
        if !fits {
            let detail = "is no other answer to this question";
            return Err(AppError::invalid(
                "/replaced_by",
                FieldCode::NotFound,
                detail,
            ));
        }
    }
    let row = RenewalRow {
        answer_id: id,
        renewed_by: act.name(),
        renewed_at: act.at.micros(),
        replaced_by_id: replaced_by,
    };
    renewals::put(tx, row).await?;
    let outcome = if replaced_by.is_some() {
        FlagOutcome::Acted
    } else {
        FlagOutcome::Handled
    };
    settle(tx, act, &placed, FlagKind::Outdated, (outcome, None)).await?;
    let body = EventBody::AnswerRenewed {
        question,
        replaced_by,
    };
    act.tell(tx, id, placed.audience()?, body).await
}

/// Whether a page offers the viewer to renew an answer.
///
/// # Errors
/// A failure of the database.
pub async fn may_renew(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    placed: &Placed,
) -> AppResult<bool> {
    let knows = knows_topics_of(db, viewer, placed.question_id).await?;
    let here = here(db, viewer, placed.post.community_id).await?;
    Ok(here.writes && can_renew(viewer, placed.post.author_id, knows).is_ok())
}
