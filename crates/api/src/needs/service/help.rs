//! Offering to help, and naming somebody who could.

use sea_orm::ConnectionTrait;
use tacit_contract::problem::FieldCode;
use tacit_domain::events::EventBody;
use tacit_domain::identity::{MemberStatus, Viewer};
use tacit_domain::needs::{HelperKind, policy};
use uuid::Uuid;

use super::{Need, load, load_going_on};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::identity::repo::members::find_by_handle;
use crate::needs::repo::helpers::{self, HelperRow};
use crate::needs::repo::needs::add;
use crate::posts::Act;
use crate::posts::repo::load::is_visible;

/// Offers to help; offered again, the new word counts. Who had been named by somebody is a volunteer from then on.
///
/// # Errors
/// 404, 422 for one's own, 409 when it is settled or the community archived.
pub async fn volunteer(tx: &Tx, act: &Act, id: Uuid, word: &str) -> AppResult<()> {
    let need = load_going_on(tx, &act.viewer, id).await?;
    policy::can_volunteer(&act.viewer, &need.standing)?;
    let (member, kind) = (act.viewer.member_id, HelperKind::Volunteer);
    let is_new = helpers::find(tx, id, member, kind).await?.is_none();
    helpers::put(tx, row(act, id, member, kind, word)).await?;
    if !is_new {
        return Ok(());
    }
    helpers::delete(tx, id, member, HelperKind::Suggested).await?;
    add(tx, id, (0, 0), act.at.micros()).await?;
    let audience = need.placed.audience()?;
    act.tell(tx, id, audience, EventBody::NeedHelpOffered).await
}

/// Offers it no more. Where nothing was offered, nothing changes.
///
/// # Errors
/// 404.
pub async fn withdraw(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    let need = load(tx, &act.viewer, id).await?;
    if !helpers::delete(tx, id, act.viewer.member_id, HelperKind::Volunteer).await? {
        return Ok(());
    }
    let audience = need.placed.audience()?;
    act.tell(tx, id, audience, EventBody::NeedHelpWithdrawn)
        .await
}

/// Names somebody who could help. Who was named or offers already stays as they are.
///
/// # Errors
/// 404, 422 for oneself, for who has the need and for who cannot see it, 409 as for offering.
pub async fn suggest(tx: &Tx, act: &Act, id: Uuid, (handle, word): (&str, &str)) -> AppResult<()> {
    let need = load_going_on(tx, &act.viewer, id).await?;
    let helper = find_helper(tx, &need, handle).await?;
    policy::can_suggest(&act.viewer, &need.standing, helper)?;
    for kind in HelperKind::ALL {
        if helpers::find(tx, id, helper, *kind).await?.is_some() {
            return Ok(());
        }
    }
    let mut named = row(act, id, helper, HelperKind::Suggested, word);
    named.by_id = Some(act.viewer.member_id);
    helpers::put(tx, named).await?;
    add(tx, id, (0, 0), act.at.micros()).await?;
    let body = EventBody::NeedHelperSuggested { member: helper };
    act.tell(tx, id, need.placed.audience()?, body).await
}

/// Takes a suggestion back, or turns it down. Where there is none, nothing changes.
///
/// # Errors
/// 404, or 403 for whom it does not concern.
pub async fn withdraw_suggestion(tx: &Tx, act: &Act, id: Uuid, member: Uuid) -> AppResult<()> {
    let need = load(tx, &act.viewer, id).await?;
    let kind = HelperKind::Suggested;
    let Some(row) = helpers::find(tx, id, member, kind).await? else {
        return Ok(());
    };
    policy::can_withdraw_suggestion(&act.viewer, &need.standing, row.by_id, member)?;
    helpers::delete(tx, id, member, kind).await?;
    let body = EventBody::NeedSuggestionWithdrawn { member };
    act.tell(tx, id, need.placed.audience()?, body).await
}

/// Somebody with an account who may see the need. Whoever may not is not told from who is not there.
async fn find_helper(db: &impl ConnectionTrait, need: &Need, handle: &str) -> AppResult<Uuid> {
    let nobody = || AppError::invalid("/handle", FieldCode::NotFound, "is nobody who could help");
    let handle = handle.trim().trim_start_matches('@').to_lowercase();
    let member = find_by_handle(db, &handle).await?.ok_or_else(nobody)?;
    if member.status != MemberStatus::Active.as_str() {
        return Err(nobody());
    }
    let helper = Viewer {
        member_id: member.id,
        role: member.role.parse()?,
    };
    if is_visible(db, &helper, need.row.post_id).await? {
        Ok(member.id)
    } else {
        Err(nobody())
    }
}

fn row(act: &Act, need: Uuid, member: Uuid, kind: HelperKind, word: &str) -> HelperRow {
    HelperRow {
        need_id: need,
        member_id: member,
        kind: kind.as_str().to_owned(),
        by_id: None,
        word: word.to_owned(),
        created_at: act.at.micros(),
    }
}
