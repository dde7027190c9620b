//! Taking members out, giving them roles, handing a community over.

use tacit_domain::communities::{CommunityRole, policy};
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::identity::MemberStatus;
use uuid::Uuid;

use super::super::repo::removals::{self, RemovalRow};
use super::super::repo::{invitations, links, members};
use super::join::forget;
use super::load_visible;
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::identity::repo::members as people;
use crate::posts::Act;

/// Takes a member out. From the next request on they see what others see who do not belong; what they wrote stays.
///
/// # Errors
/// 404 for who does not belong, 403, 409 for the owner and for oneself.
pub async fn remove(tx: &Tx, act: &Act, (id, member): (Uuid, Uuid), word: &str) -> AppResult<()> {
    let place = load_visible(tx, &act.viewer, id).await?;
    policy::can_facilitate(place.role())?;
    let other = members::role_of(tx, id, member).await?;
    let other = other.ok_or_else(AppError::not_found)?;
    policy::can_remove(place.role(), other, member == act.viewer.member_id)?;
    members::delete(tx, id, member).await?;
    forget(tx, id, member).await?;
    let row = RemovalRow {
        community_id: id,
        member_id: member,
        name: place.row.name,
        language: place.row.language,
        word: word.to_owned(),
        removed_at: act.at.micros(),
    };
    removals::put(tx, row).await?;
    let body = EventBody::CommunityMemberRemoved { member };
    act.tell(tx, id, Audience::Community(id), body).await
}

/// Gives a member another role. `owner` hands the community over: who owned it is a facilitator then.
///
/// # Errors
/// 404 for who does not belong or cannot sign in, 403, 409 for oneself.
pub async fn change_role(
    tx: &Tx,
    act: &Act,
    (id, member): (Uuid, Uuid),
    role: CommunityRole,
) -> AppResult<()> {
    let place = load_visible(tx, &act.viewer, id).await?;
    let me = act.viewer.member_id;
    policy::can_own(place.role())?;
    let before = members::role_of(tx, id, member).await?;
    let before = before.ok_or_else(AppError::not_found)?;
    policy::can_change_role(place.role(), member == me)?;
    if before == role {
        return Ok(());
    }
    let row = people::find(tx, member).await?;
    if row.is_none_or(|row| row.status != MemberStatus::Active.as_str()) {
        return Err(AppError::not_found());
    }
    match role {
        CommunityRole::Owner => {
            members::hand_over(tx, id, (me, CommunityRole::Facilitator), member).await?;
        }
        CommunityRole::Facilitator => members::set_role(tx, id, member, role).await?,
        CommunityRole::Member => {
            members::set_role(tx, id, member, role).await?;
            links::delete_by(tx, id, member).await?;
            invitations::delete_by(tx, id, member).await?;
        }
    }
    let body = EventBody::CommunityRoleChanged { member, role };
    act.tell(tx, id, Audience::Community(id), body).await
}
