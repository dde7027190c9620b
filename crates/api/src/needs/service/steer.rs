//! How far a need has come, and which lead takes care of it. Every step leaves its word.

use sea_orm::ActiveValue::Set;
use tacit_domain::events::EventBody;
use tacit_domain::moderation::AuditAct;
use tacit_domain::moderation::policy::acts_in_office;
use tacit_domain::needs::{NeedState, StepKind, policy};
use tacit_domain::posts::Reason;
use uuid::Uuid;

use super::{Need, load_going_on};
use crate::db::Tx;
use crate::error::AppResult;
use crate::moderation::audit::Entry;
use crate::needs::repo::needs::{NeedChange, StepRow, insert_step, update};
use crate::needs::repo::supporters::delete_confirmations;
use crate::posts::Act;

/// Gives a need another state. What was said about whether it helped goes when it is opened again.
///
/// # Errors
/// 404, 403, or 409 when the state does not lead there, nothing is linked or the community is archived.
pub async fn move_to(tx: &Tx, act: &Act, id: Uuid, to: NeedState, word: &Reason) -> AppResult<()> {
    let need = load_going_on(tx, &act.viewer, id).await?;
    policy::can_move(&act.viewer, &need.standing, to)?;
    let change = NeedChange {
        post_id: Set(id),
        state: Set(to.as_str().to_owned()),
        state_at: Set(act.at.micros()),
        last_activity_at: Set(act.at.micros()),
        ..Default::default()
    };
    update(tx, change).await?;
    if need.standing.state.is_met() {
        delete_confirmations(tx, id).await?;
    }
    step(tx, act, id, (StepKind::Moved, to), word).await?;
    if acts_in_office(&act.viewer, need.standing.owner) {
        Entry::on_post(act, AuditAct::NeedMoved, id)
            .concerning(need.standing.owner)
            .detail(format!("{} {to}", need.standing.state))
            .reason(Some(word))
            .write(tx)
            .await?;
    }
    let body = EventBody::NeedMoved { state: to };
    act.tell(tx, id, need.placed.audience()?, body).await
}

/// A lead takes care of a need, instead of the one who did; one that nobody has looked into is explored from then on.
///
/// # Errors
/// 404, 403, or 409 when it is settled or the community archived.
pub async fn take_on(tx: &Tx, act: &Act, id: Uuid, word: &Reason) -> AppResult<()> {
    let need = load_going_on(tx, &act.viewer, id).await?;
    policy::can_take_on(&act.viewer, &need.standing)?;
    if need.row.taken_by_id == Some(act.viewer.member_id) {
        return Ok(());
    }
    let state = match need.standing.state {
        NeedState::Open => NeedState::Exploring,
        other => other,
    };
    keep_lead(tx, act, &need, Some(act.viewer.member_id), state).await?;
    step(tx, act, id, (StepKind::TakenOn, state), word).await?;
    let body = EventBody::NeedTakenOn { state };
    act.tell(tx, id, need.placed.audience()?, body).await
}

/// Nobody takes care of it any more. Where nobody did, nothing changes.
///
/// # Errors
/// 404, 403, or 409 in an archived community.
pub async fn let_go(tx: &Tx, act: &Act, id: Uuid, word: &Reason) -> AppResult<()> {
    let need = load_going_on(tx, &act.viewer, id).await?;
    policy::can_let_go(&act.viewer)?;
    if need.row.taken_by_id.is_none() {
        return Ok(());
    }
    let state = need.standing.state;
    keep_lead(tx, act, &need, None, state).await?;
    step(tx, act, id, (StepKind::LetGo, state), word).await?;
    let audience = need.placed.audience()?;
    act.tell(tx, id, audience, EventBody::NeedLetGo).await
}

async fn keep_lead(
    tx: &Tx,
    act: &Act,
    need: &Need,
    lead: Option<Uuid>,
    state: NeedState,
) -> AppResult<()> {
    let state_at = if state == need.standing.state {
        need.row.state_at
    } else {
        act.at.micros()
    };
    let change = NeedChange {
        post_id: Set(need.row.post_id),
        taken_by_id: Set(lead),
        state: Set(state.as_str().to_owned()),
        state_at: Set(state_at),
        last_activity_at: Set(act.at.micros()),
        ..Default::default()
    };
    Ok(update(tx, change).await?)
}

async fn step(
    tx: &Tx,
    act: &Act,
    need: Uuid,
    (kind, state): (StepKind, NeedState),
    word: &Reason,
) -> AppResult<()> {
    let row = StepRow {
        id: act.ids.next(),
        need_id: need,
        kind: kind.as_str().to_owned(),
        state: state.as_str().to_owned(),
        word: word.as_str().to_owned(),
        actor_id: Some(act.viewer.member_id),
        created_at: act.at.micros(),
    };
    Ok(insert_step(tx, row).await?)
}
