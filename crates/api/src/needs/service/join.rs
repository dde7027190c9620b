//! Wanting it too, and saying afterwards whether it helped.

use sea_orm::ActiveValue::Set;
use tacit_domain::events::{Audience, Event, EventBody};
use tacit_domain::needs::demand::is_alert_due;
use tacit_domain::needs::{Helped, policy};
use uuid::Uuid;

use super::{Need, load, load_going_on};
use crate::db::Tx;
use crate::error::AppResult;
use crate::events;
use crate::needs::demand;
use crate::needs::repo::demand::leads;
use crate::needs::repo::needs::{NeedChange, add, update};
use crate::needs::repo::supporters::{self, ConfirmationRow, JoinRow};
use crate::posts::Act;

/// Joins a need; joining again gives another why.
///
/// # Errors
/// 404, 403 for one's own, 409 when it is met or the community archived.
pub async fn join(tx: &Tx, act: &Act, id: Uuid, why: &str) -> AppResult<()> {
    let need = load_going_on(tx, &act.viewer, id).await?;
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
    act.tell(tx, id, audience, EventBody::NeedJoined).await?;
    alert(tx, act, &need, audience).await
}

/// Tells leads once that so many want it, while none of them takes care of it. Nobody did that: it came to be.
async fn alert(tx: &Tx, act: &Act, need: &Need, audience: Audience) -> AppResult<()> {
    let row = &need.row;
    let supporters = u32::try_from(row.supporters.saturating_add(1)).unwrap_or_default();
    let (told, taken_on) = (row.alerted_at.is_some(), row.taken_by_id.is_some());
    let at = demand::alert_at(tx).await?;
    if need.standing.state.is_settled() || !is_alert_due(supporters, at, told, taken_on) {
        return Ok(());
    }
    let change = NeedChange {
        post_id: Set(row.post_id),
        alerted_at: Set(Some(act.at.micros())),
        ..Default::default()
    };
    update(tx, change).await?;
    let leads = leads(tx).await?;
    let body = EventBody::NeedWanted { leads };
    let event = Event::new(act.ids.next(), None, row.post_id, body, act.at)
        .audience(audience)
        .origin(act.origin);
    events::append(tx, act.now, [event]).await
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
/// 404, 403 for who did not want it, 409 while it is not met and when the community is archived.
pub async fn confirm(
    tx: &Tx,
    act: &Act,
    id: Uuid,
    (helped, word): (Helped, &str),
) -> AppResult<()> {
    let need = load_going_on(tx, &act.viewer, id).await?;
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
