//! Finding posts that a viewer may see, with the place where they stand.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use tacit_domain::events::Audience;
use tacit_domain::identity::Viewer;
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use crate::db::entities::{answer, comment, post};
use crate::error::{AppError, AppResult};
use crate::events::codec::audience_from_columns;
use crate::nameless::identity;
use crate::posts::visibility::visible_posts;

/// A row of `post`.
pub type PostRow = post::Model;

/// A post and where it stands.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The post.
    pub post: PostRow,
    /// What it is.
    pub kind: PostKind,
    /// The post it stands under; none for a question or a need.
    pub parent_id: Option<Uuid>,
    /// The question or need on whose page it stands; its own id for these.
    pub question_id: Uuid,
}

impl Placed {
    /// Who may know what happens to it.
    ///
    /// # Errors
    /// When the row is not sound.
    pub fn audience(&self) -> AppResult<Audience> {
        audience_from_columns(&self.post.audience, self.post.community_id)
    }

    /// The posts it stands under.
    pub fn above(&self) -> impl Iterator<Item = Uuid> + use<> {
        let (id, above) = (self.post.id, [self.parent_id, Some(self.question_id)]);
        above
            .into_iter()
            .flatten()
            .filter(move |other| *other != id)
    }
}

/// A post the viewer may see, standing on a page the viewer may see. What they wrote without their name has them as its
/// author here.
///
/// # Errors
/// 404 when there is none; a failure of the database.
pub async fn find_visible(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<Placed> {
    let found = visible_posts(viewer)
        .filter(post::Column::Id.eq(id))
        .one(db)
        .await?;
    let mut post = found.ok_or_else(AppError::not_found)?;
    identity::recognise(db, viewer, [&mut post]).await?;
    let placed = place(db, post).await?;
    let above = [placed.parent_id, Some(placed.question_id)];
    for above in above.into_iter().flatten().filter(|other| *other != id) {
        if !is_visible(db, viewer, above).await? {
            return Err(AppError::not_found());
        }
    }
    Ok(placed)
}

/// Those of these posts that the viewer may see, standing on pages the viewer may see.
///
/// # Errors
/// A failure of the database.
pub async fn find_all_visible(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, Placed>> {
    let mut found = HashMap::with_capacity(ids.len());
    for id in ids {
        if found.contains_key(id) {
            continue;
        }
        match find_visible(db, viewer, *id).await {
            Ok(placed) => drop(found.insert(*id, placed)),
            Err(error) if error.code() == AppError::not_found().code() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// A visible post of one kind.
///
/// # Errors
/// 404 when there is none, or it is something else.
pub async fn find_visible_kind(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
    kind: PostKind,
) -> AppResult<Placed> {
    let placed = find_visible(db, viewer, id).await?;
    if placed.kind == kind {
        Ok(placed)
    } else {
        Err(AppError::not_found())
    }
}

/// Whether the viewer may see a post, wherever it stands.
///
/// # Errors
/// A failure of the database.
pub async fn is_visible(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> Result<bool, DbErr> {
    let found: Option<Uuid> = visible_posts(viewer)
        .filter(post::Column::Id.eq(id))
        .select_only()
        .column(post::Column::Id)
        .into_tuple()
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// Where a post stands.
///
/// # Errors
/// When the row is not sound; a failure of the database.
pub async fn place(db: &impl ConnectionTrait, post: PostRow) -> AppResult<Placed> {
    let kind: PostKind = post.kind.parse()?;
    let (parent_id, question_id) = match kind {
        PostKind::Question | PostKind::Need => (None, post.id),
        PostKind::Answer => {
            let row = answer::Entity::find_by_id(post.id).one(db).await?;
            let row = row.ok_or_else(|| AppError::internal("an answer has no row of its own"))?;
            (Some(row.question_id), row.question_id)
        }
        PostKind::Comment => {
            let row = comment::Entity::find_by_id(post.id).one(db).await?;
            let row = row.ok_or_else(|| AppError::internal("a comment has no row of its own"))?;
            (Some(row.parent_id), row.question_id)
        }
    };
    Ok(Placed {
        post,
        kind,
        parent_id,
        question_id,
    })
}
