//! What the ids in notices stand for, as far as the viewer may see it.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use tacit_domain::identity::Viewer;
use tacit_domain::questions::CloseReason;
use uuid::Uuid;

use crate::db::entities::{post, question};
use crate::error::AppResult;
use crate::posts::repo::PostRow;
use crate::posts::visibility::visible_posts;

/// Posts by id.
///
/// # Errors
/// A failure of the database.
pub async fn posts(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, PostRow>, DbErr> {
    let rows = visible_posts(viewer)
        .filter(post::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Why questions are closed, those that are.
///
/// # Errors
/// A failure of the database.
pub async fn close_reasons(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> AppResult<HashMap<Uuid, CloseReason>> {
    let rows = question::Entity::find()
        .filter(question::Column::PostId.is_in(ids))
        .filter(question::Column::ClosedReason.is_not_null())
        .all(db)
        .await?;
    let mut reasons = HashMap::new();
    for row in rows {
        if let Some(reason) = row.closed_reason {
            reasons.insert(row.post_id, reason.parse()?);
        }
    }
    Ok(reasons)
}
