//! What the ids in notices stand for, as far as the viewer may see it.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
};
use tacit_domain::identity::Viewer;
use tacit_domain::questions::CloseReason;
use uuid::Uuid;

use crate::db::entities::{post, post_deletion, question, question_closing};
use crate::error::AppResult;
use crate::posts::repo::PostRow;
use crate::posts::visibility::{taken_from, visible_to};

/// Posts by id, also what was taken from the viewer.
///
/// # Errors
/// A failure of the database.
pub async fn posts(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, PostRow>, DbErr> {
    let rows = post::Entity::find()
        .filter(
            Condition::any()
                .add(visible_to(viewer))
                .add(taken_from(viewer)),
        )
        .filter(post::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Why a question is closed, and what was said with it.
pub struct Closed {
    /// Why.
    pub reason: CloseReason,
    /// In the words of who did it.
    pub words: Option<String>,
}

/// Why questions are closed, those that are.
///
/// # Errors
/// A failure of the database.
pub async fn closings(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> AppResult<HashMap<Uuid, Closed>> {
    let ids: Vec<Uuid> = ids.into_iter().collect();
    let said = question_closing::Entity::find()
        .filter(question_closing::Column::QuestionId.is_in(ids.clone()))
        .all(db)
        .await?;
    let mut said: HashMap<_, _> = said
        .into_iter()
        .filter_map(|row| Some((row.question_id, row.note?)))
        .collect();
    let rows = question::Entity::find()
        .filter(question::Column::PostId.is_in(ids))
        .filter(question::Column::ClosedReason.is_not_null())
        .all(db)
        .await?;
    let mut closings = HashMap::new();
    for row in rows {
        if let Some(reason) = row.closed_reason {
            let reason = reason.parse()?;
            let words = said.remove(&row.post_id);
            closings.insert(row.post_id, Closed { reason, words });
        }
    }
    Ok(closings)
}

/// Why posts are deleted, where somebody said so. Nobody's view: only whose post it was is told.
///
/// # Errors
/// A failure of the database.
pub async fn deletion_reasons(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, String>, DbErr> {
    use post_deletion::Column;
    let rows: Vec<(Uuid, String)> = post_deletion::Entity::find()
        .select_only()
        .column(Column::PostId)
        .column(Column::Reason)
        .filter(Column::PostId.is_in(ids))
        .filter(Column::Reason.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
