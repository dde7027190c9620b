//! Archiving, deleting, bringing back, and erasing what was deleted 30 days ago.

use sea_orm::ConnectionTrait;
use tacit_domain::communities::{CommunityRole, DELETED_DAYS, policy};
use tacit_domain::events::{Audience, Event, EventBody, Origin};
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::super::repo::{communities, members};
use super::{Place, load_visible};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::events;
use crate::posts::Act;
use crate::state::Ids;

/// A community that the viewer answers for.
///
/// # Errors
/// 404 when there is none for them, 403 for everybody else who knows of it.
pub async fn load_owned(db: &impl ConnectionTrait, viewer: &Viewer, id: Uuid) -> AppResult<Place> {
    let place = load_visible(db, viewer, id).await?;
    policy::can_own(place.role())?;
    Ok(place)
}

/// A community is only read from now on. Archived already, nothing changes.
///
/// # Errors
/// 404, 403.
pub async fn archive(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    let place = load_owned(tx, &act.viewer, id).await?;
    if place.row.archived_at.is_some() {
        return Ok(());
    }
    communities::set_archived(tx, id, Some(act.at.micros())).await?;
    let members = members_of(tx, id).await?;
    let body = EventBody::CommunityArchived { members };
    act.tell(tx, id, Audience::Community(id), body).await
}

/// Nobody sees a community or what was written in it from now on; for 30 days its owner brings it back.
///
/// # Errors
/// 404, 403.
pub async fn delete(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    load_owned(tx, &act.viewer, id).await?;
    communities::set_deleted(tx, id, Some(act.at.micros())).await?;
    let members = members_of(tx, id).await?;
    let body = EventBody::CommunityDeleted { members };
    act.tell(tx, id, Audience::Community(id), body).await
}

/// A deleted community is as it was before; one that is archived is written in again. Where nothing is to bring back, nothing
/// changes.
///
/// # Errors
/// 404, also for whoever did not own what was deleted; 403.
pub async fn restore(tx: &Tx, act: &Act, id: Uuid) -> AppResult<()> {
    let row = communities::find_ever(tx, id).await?;
    let row = row.ok_or_else(AppError::not_found)?;
    if let Some(deleted) = row.deleted_at {
        let role = members::role_of(tx, id, act.viewer.member_id).await?;
        let erased_at = Timestamp::from_micros(deleted).plus_days(DELETED_DAYS);
        if role != Some(CommunityRole::Owner) || erased_at <= act.now {
            return Err(AppError::not_found());
        }
        communities::set_deleted(tx, id, None).await?;
    } else {
        let place = load_owned(tx, &act.viewer, id).await?;
        if place.row.archived_at.is_none() {
            return Ok(());
        }
        communities::set_archived(tx, id, None).await?;
    }
    let members = members_of(tx, id).await?;
    let body = EventBody::CommunityRestored { members };
    act.tell(tx, id, Audience::Community(id), body).await
}

/// Erases a community that was deleted long enough ago, with everything that was written in it; false when it is not one any
/// more.
///
/// # Errors
/// A failure of the database.
pub async fn erase(tx: &Tx, ids: Ids, id: Uuid, now: Timestamp) -> AppResult<bool> {
    if !communities::erase(tx, id, now.plus_days(-DELETED_DAYS).micros()).await? {
        return Ok(false);
    }
    let event = Event::new(ids.next(), None, id, EventBody::CommunityErased, now)
        .audience(Audience::Community(id))
        .origin(Origin::Live);
    events::append(tx, now, [event]).await?;
    Ok(true)
}

async fn members_of(db: &impl ConnectionTrait, id: Uuid) -> AppResult<Vec<Uuid>> {
    let rows = members::all(db, id).await?;
    Ok(rows.into_iter().map(|row| row.member_id).collect())
}
