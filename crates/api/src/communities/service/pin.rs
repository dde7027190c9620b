//! What stands at the top of a community.

use tacit_domain::communities::policy;
use uuid::Uuid;

use super::super::repo::pins::{self, PinRow};
use super::load_visible;
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::posts::Act;

/// Pins a question of the community. What is pinned already stays where it is.
///
/// # Errors
/// 404 for what is no question in it, 403, 409 when it is archived or five are pinned.
pub async fn pin(tx: &Tx, act: &Act, (id, post): (Uuid, Uuid)) -> AppResult<()> {
    let place = load_visible(tx, &act.viewer, id).await?;
    policy::can_facilitate(place.role())?;
    if !pins::is_question_in(tx, &act.viewer, id, post).await? {
        return Err(AppError::not_found());
    }
    let pinned = pins::list(tx, &act.viewer, id).await?;
    if pinned.iter().any(|row| row.post_id == post) {
        return Ok(());
    }
    policy::can_pin(&place.standing, pinned.len())?;
    let row = PinRow {
        community_id: id,
        post_id: post,
        by_id: Some(act.viewer.member_id),
        pinned_at: act.at.micros(),
    };
    Ok(pins::put(tx, row).await?)
}

/// Pins it no more. Where nothing is pinned, nothing changes.
///
/// # Errors
/// 404, 403, 409 when it is archived.
pub async fn unpin(tx: &Tx, act: &Act, (id, post): (Uuid, Uuid)) -> AppResult<()> {
    let place = load_visible(tx, &act.viewer, id).await?;
    policy::can_open_doors(&place.standing)?;
    Ok(pins::delete(tx, id, post).await?)
}
