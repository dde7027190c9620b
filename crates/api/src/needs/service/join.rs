//! Wanting it too, and saying afterwards whether it helped.

use tacit_domain::events::EventBody;
use tacit_domain::needs::{Helped, policy};
use uuid::Uuid;

use super::load;
use crate::db::Tx;
use crate::error::AppResult;
use crate::needs::repo::needs::add;
use crate::needs::repo::supporters::{self, ConfirmationRow, JoinRow};
use crate::posts::Act;

/// Joins a need; joining again gives another why.
///
/// # Errors
/// 404, 403 for one's own, 409 when it is met.
pub async fn join(tx: &Tx, act: &Act, id: Uuid, why: &str) -> AppResult<()> {
    let need = load(tx, &act.viewer, id).await?;
    policy::can_join(&act.viewer, &need.standing)?;
    let member = act.viewer.member_id;
    let is_new = supporters::find_join(tx, id, member).await?.is_none();
    let row = JoinRow {
        need_id: id,
        member_id: member,
        why: why.to_owned(),
        created_at: act.at.micros(),
    };
    supporters::put_join(tx, row).await?;
    if !is_new {
        return Ok(());
    }
    add(tx, id, (1, 0), act.at.micros()).await?;
    let audience = need.placed.audience()?;
    act.tell(tx, id, audience, EventBody::NeedJoined).await
}

/// Does not want it any more. Where nobody joined, nothing changes.
///
/// # Errors
/// 404.
pub async fn leave(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    let need = load(tx, &act.viewer, id).await?;
    let member = act.viewer.member_id;
    if !supporters::delete_join(tx, id, member).await? {
        return Ok(());
    }
    add(tx, id, (-1, 0), act.at.micros()).await?;
    supporters::delete_confirmation(tx, id, member).await?;
    let audience = need.placed.audience()?;
    act.tell(tx, id, audience, EventBody::NeedLeft).await
}

/// Says whether what met it helped; said again, the last word counts.
///
/// # Errors
/// 404, 403 for who did not want it, 409 while it is not met.
pub async fn confirm(
    tx: &Tx,
    act: &Act,
    id: Uuid,
    (helped, word): (Helped, &str),
) -> AppResult<()> {
    let need = load(tx, &act.viewer, id).await?;
    let member = act.viewer.member_id;
    let joined = supporters::find_join(tx, id, member).await?.is_some();
    policy::can_confirm(&act.viewer, &need.standing, joined)?;
    let row = ConfirmationRow {
        need_id: id,
        member_id: member,
        helped: helped.as_str().to_owned(),
        word: word.to_owned(),
        created_at: act.at.micros(),
    };
    supporters::put_confirmation(tx, row).await?;
    let body = EventBody::NeedConfirmed {
        helped: Some(helped),
    };
    act.tell(tx, id, need.placed.audience()?, body).await
}

/// Takes back what one said about whether it helped. Where nothing was said, nothing changes.
///
/// # Errors
/// 404.
pub async fn unconfirm(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    let need = load(tx, &act.viewer, id).await?;
    if !supporters::delete_confirmation(tx, id, act.viewer.member_id).await? {
        return Ok(());
    }
    let body = EventBody::NeedConfirmed { helped: None };
    act.tell(tx, id, need.placed.audience()?, body).await
}
