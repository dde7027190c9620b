//! Deleted posts: marking, unmarking, and reading them for those who may see them as deleted.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, JoinType, Order,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use serde::{Deserialize, Serialize};
use tacit_domain::identity::Viewer;
use tacit_domain::posts::policy::is_lead;
use uuid::Uuid;

use crate::db::entities::{answer, comment, post, post_deletion, question};
use crate::error::{AppError, AppResult};
use crate::nameless::identity::{self, written_by};
use crate::posts::repo::keyset::{self, Key};
use crate::posts::repo::load::{Placed, PostRow, place};
use crate::posts::visibility::{audience_includes, visible_posts};
use crate::questions::repo::questions::to_question;

/// A row of `post_deletion`.
pub type DeletionRow = post_deletion::Model;

/// A deleted post with who deleted it.
pub type Deleted = (PostRow, DeletionRow);

/// Marks a post as deleted.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: DeletionRow) -> Result<(), DbErr> {
    mark(db, row.post_id, Some(row.deleted_at)).await?;
    post_deletion::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Takes the mark away.
///
/// # Errors
/// A failure of the database.
pub async fn delete(db: &impl ConnectionTrait, post: Uuid) -> Result<(), DbErr> {
    mark(db, post, None).await?;
    post_deletion::Entity::delete_by_id(post).exec(db).await?;
    Ok(())
}

async fn mark(db: &impl ConnectionTrait, id: Uuid, at: Option<i64>) -> Result<(), DbErr> {
    let change = post::ActiveModel {
        id: Set(id),
        deleted_at: Set(at),
        ..Default::default()
    };
    post::Entity::update(change).exec(db).await?;
    Ok(())
}

/// Whether questions that the viewer may see were closed as duplicates of this one.
///
/// # Errors
/// A failure of the database.
pub async fn has_duplicates(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    question: Uuid,
) -> Result<bool, DbErr> {
    let count = visible_posts(viewer)
        .join(JoinType::InnerJoin, to_question())
        .filter(question::Column::DuplicateOfId.eq(question))
        .count(db)
        .await?;
    Ok(count > 0)
}

/// What the viewer may see as deleted: their own, and as lead or admin everything for an audience they are in.
fn seen_as_deleted(viewer: &Viewer) -> sea_orm::Select<post::Entity> {
    let own = (!is_lead(viewer)).then(|| written_by(viewer.member_id));
    post::Entity::find()
        .filter(post::Column::DeletedAt.is_not_null())
        .filter(audience_includes(viewer))
        .filter(Condition::all().add_option(own))
}

/// A deleted post that the viewer may see as deleted.
///
/// # Errors
/// 404 when there is none; a failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    id: Uuid,
) -> AppResult<(Placed, DeletionRow)> {
    let found = seen_as_deleted(viewer)
        .filter(post::Column::Id.eq(id))
        .join(JoinType::InnerJoin, to_deletion())
        .select_also(post_deletion::Entity)
        .one(db)
        .await?;
    let found = recognised(db, viewer, found.into_iter().collect()).await?;
    let (post, deletion) = found.into_iter().next().ok_or_else(AppError::not_found)?;
    Ok((place(db, post).await?, deletion))
}

/// Which of these posts are deleted. Nobody's view: who asks has checked that the viewer may know what stands under them.
///
/// # Errors
/// A failure of the database.
pub async fn deleted_among(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashSet<Uuid>, DbErr> {
    let gone: Vec<Uuid> = post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(post::Column::Id.is_in(ids))
        .filter(post::Column::DeletedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(gone.into_iter().collect())
}

/// The deleted answers and comments of a page that the viewer may see as deleted, oldest first.
///
/// # Errors
/// A failure of the database.
pub async fn list_of_page(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    question: Uuid,
) -> Result<Vec<Deleted>, DbErr> {
    use sea_orm::sea_query::Query;
    let answers = Query::select()
        .column(answer::Column::PostId)
        .from(answer::Entity)
        .and_where(answer::Column::QuestionId.eq(question))
        .to_owned();
    let comments = Query::select()
        .column(comment::Column::PostId)
        .from(comment::Entity)
        .and_where(comment::Column::QuestionId.eq(question))
        .to_owned();
    let here = Condition::any()
        .add(post::Column::Id.in_subquery(answers))
        .add(post::Column::Id.in_subquery(comments));
    let rows = seen_as_deleted(viewer)
        .filter(here)
        .join(JoinType::InnerJoin, to_deletion())
        .order_by_asc(post::Column::CreatedAt)
        // What was written on a day at no hour of it is told apart by when it went.
        .order_by_asc(post_deletion::Column::DeletedAt)
        .order_by_asc(post::Column::Id)
        .select_also(post_deletion::Entity)
        .all(db)
        .await?;
    recognised(db, viewer, rows).await
}

/// Where a page of deleted posts goes on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct DeletionKey {
    at: i64,
    id: Uuid,
}

impl DeletionKey {
    /// The key of a row.
    #[must_use]
    pub const fn of(row: &Deleted) -> Self {
        Self {
            at: row.1.deleted_at,
            id: row.0.id,
        }
    }
}

/// Deleted posts that the viewer may see as deleted, last deleted first.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    mine: bool,
    after: Option<DeletionKey>,
    limit: u64,
) -> Result<Vec<Deleted>, DbErr> {
    let mut rows = seen_as_deleted(viewer).join(JoinType::InnerJoin, to_deletion());
    if mine {
        rows = rows.filter(written_by(viewer.member_id));
    }
    let keys = |key: DeletionKey| -> [Key; 2] {
        let at = Expr::col((post_deletion::Entity, post_deletion::Column::DeletedAt));
        let id = Expr::col((post_deletion::Entity, post_deletion::Column::PostId));
        [
            (at, Order::Desc, key.at.into()),
            (id, Order::Desc, key.id.into()),
        ]
    };
    if let Some(key) = after {
        rows = rows.filter(keyset::after(&keys(key)));
    }
    let rows = rows
        .order_by_desc(post_deletion::Column::DeletedAt)
        .order_by_desc(post_deletion::Column::PostId)
        .limit(limit)
        .select_also(post_deletion::Entity)
        .all(db)
        .await?;
    recognised(db, viewer, rows).await
}

/// Posts with their deletions. What a hidden author deleted has nobody's name, and theirs for themselves.
async fn recognised(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: Vec<(PostRow, Option<DeletionRow>)>,
) -> Result<Vec<Deleted>, DbErr> {
    let rows = rows.into_iter();
    let mut rows: Vec<Deleted> = rows
        .filter_map(|(post, own)| own.map(|own| (post, own)))
        .collect();
    identity::recognise(db, viewer, rows.iter_mut().map(|(post, _)| post)).await?;
    for (post, deletion) in &mut rows {
        if post.author_hidden && deletion.deleted_by.is_none() {
            deletion.deleted_by = post.author_id;
        }
    }
    Ok(rows)
}

fn to_deletion() -> RelationDef {
    post::Entity::belongs_to(post_deletion::Entity)
        .from(post::Column::Id)
        .to(post_deletion::Column::PostId)
        .into()
}
