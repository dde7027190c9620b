//! Joining and leaving.

use tacit_domain::communities::{CommunityRole, policy};
use tacit_domain::events::{Audience, EventBody};
use uuid::Uuid;

use super::super::repo::{invitations, links, members, removals, requests};
use super::{heir, load_visible};
use crate::db::Tx;
use crate::error::AppResult;
use crate::posts::Act;

/// Joins a community, or takes an invitation. Who belongs to it already does so.
///
/// # Errors
/// 404, 403 where one asks or is invited, 409 when it is archived.
pub async fn join(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    let place = load_visible(tx, &act.viewer, id).await?;
    if place.role().is_some() {
        return Ok(());
    }
    policy::can_join(&place.standing)?;
    if !place.standing.invited {
        let removed = removals::removed_at(tx, id, act.viewer.member_id).await?;
        policy::can_come_back(removed, act.now)?;
    }
    enter(tx, act, id, act.viewer.member_id).await?;
    let audience = Audience::Community(id);
    act.tell(tx, id, audience, EventBody::CommunityJoined).await
}

/// Makes somebody a member; what they asked and where they were invited is settled by it.
///
/// # Errors
/// A failure of the database.
pub async fn enter(tx: &Tx, act: &Act, id: Uuid, member: Uuid) -> AppResult<()> {
    let at = act.at.micros();
    members::insert(tx, id, member, CommunityRole::Member, at).await?;
    invitations::delete(tx, id, member).await?;
    requests::delete(tx, id, member).await?;
    removals::delete(tx, id, member).await?;
    heir::member_came(tx, act.ids, id, act.now).await
}

/// What is forgotten of somebody who belongs to a community no more: how they came in, and the links they made.
///
/// # Errors
/// A failure of the database.
pub async fn forget(tx: &Tx, id: Uuid, member: Uuid) -> AppResult<()> {
    requests::delete(tx, id, member).await?;
    links::delete_by(tx, id, member).await?;
    invitations::delete_by(tx, id, member).await?;
    Ok(())
}

/// Leaves a community. What one wrote stays. Where one does not belong, nothing changes.
///
/// # Errors
/// 404, 409 for its owner.
pub async fn leave(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    let place = load_visible(tx, &act.viewer, id).await?;
    if place.role().is_none() {
        return Ok(());
    }
    policy::can_leave(place.role())?;
    members::delete(tx, id, act.viewer.member_id).await?;
    forget(tx, id, act.viewer.member_id).await?;
    let audience = Audience::Community(id);
    act.tell(tx, id, audience, EventBody::CommunityLeft).await
}
