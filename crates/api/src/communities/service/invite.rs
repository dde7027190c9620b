//! Inviting by name, taking it back, declining. Accepting is joining.

use sea_orm::ConnectionTrait;
use tacit_contract::problem::FieldCode;
use tacit_domain::communities::{INVITATIONS_MAX, Refusal, policy};
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::identity::MemberStatus;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::super::repo::invitations::{self, InvitationRow};
use super::super::repo::members;
use super::{load_facilitated, load_visible};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::identity::repo::members::find_by_handle;
use crate::posts::Act;

/// Invites somebody. Invited again by the same while it waits, the new word counts, and they are told nothing more; another's
/// invitation stays as it is. Whether that one reaches them tells nothing here.
///
/// # Errors
/// 404, 403, 422 for who is not there, 409 for members, while another's invitation waits, right after they declined, and when too
/// many wait.
pub async fn invite(tx: &Tx, act: &Act, id: Uuid, (handle, word): (&str, &str)) -> AppResult<()> {
    let place = load_facilitated(tx, &act.viewer, id).await?;
    let member = find_invited(tx, handle).await?;
    let role = members::role_of(tx, id, member).await?;
    let before = invitations::find_ever(tx, id, member).await?;
    let declined = before.as_ref().and_then(|row| row.declined_at);
    let declined = declined.map(Timestamp::from_micros);
    policy::can_invite(&place.standing, role, declined, act.now)?;
    let waiting = before.filter(|row| row.declined_at.is_none());
    let me = Some(act.viewer.member_id);
    if waiting.as_ref().is_some_and(|row| row.by_id != me) {
        return Err(Refusal::InvitedByAnother.into());
    }
    if waiting.is_none() && invitations::count(tx, id).await? >= INVITATIONS_MAX {
        return Err(Refusal::TooManyInvitations.into());
    }
    let row = InvitationRow {
        community_id: id,
        member_id: member,
        word: word.to_owned(),
        by_id: me,
        invited_at: waiting
            .as_ref()
            .map_or(act.at.micros(), |row| row.invited_at),
        declined_at: None,
    };
    invitations::put(tx, row).await?;
    if waiting.is_some() {
        return Ok(());
    }
    let body = EventBody::CommunityInvited { member };
    act.tell(tx, id, Audience::Community(id), body).await
}

/// Takes an invitation back. Where none waits, nothing changes.
///
/// # Errors
/// 404, 403.
pub async fn take_back(tx: &Tx, act: &Act, (id, member): (Uuid, Uuid)) -> AppResult<()> {
    load_facilitated(tx, &act.viewer, id).await?;
    if !invitations::take_back(tx, id, member).await? {
        return Ok(());
    }
    let body = EventBody::CommunityInvitationEnded { member };
    act.tell(tx, id, Audience::Community(id), body).await
}

/// Does not come. Where nobody invited, nothing changes.
///
/// # Errors
/// 404.
pub async fn decline(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    let place = load_visible(tx, &act.viewer, id).await?;
    if !place.standing.invited {
        return Ok(());
    }
    let member = act.viewer.member_id;
    invitations::decline(tx, id, member, act.at).await?;
    let body = EventBody::CommunityInvitationEnded { member };
    act.tell(tx, id, Audience::Community(id), body).await
}

/// Somebody who can sign in.
async fn find_invited(db: &impl ConnectionTrait, handle: &str) -> AppResult<Uuid> {
    let handle = handle.trim().trim_start_matches('@').to_lowercase();
    let member = find_by_handle(db, &handle).await?;
    let member = member.filter(|row| row.status == MemberStatus::Active.as_str());
    let member = member
        .ok_or_else(|| AppError::invalid("/handle", FieldCode::NotFound, "is no member here"))?;
    Ok(member.id)
}
