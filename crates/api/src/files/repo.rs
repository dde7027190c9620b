//! Rows of files and of the posts they stand in.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{ExprTrait, OnConflict, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::db::entities::{file, file_post};

/// A row of `file`.
pub type FileRow = file::Model;

/// Inserts a file.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: FileRow) -> Result<(), DbErr> {
    let row: file::ActiveModel = row.into();
    file::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// A file.
///
/// # Errors
/// A failure of the database.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<FileRow>, DbErr> {
    file::Entity::find_by_id(id).one(db).await
}

/// The posts a file stands in.
///
/// # Errors
/// A failure of the database.
pub async fn posts_of(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Uuid>, DbErr> {
    file_post::Entity::find()
        .filter(file_post::Column::FileId.eq(id))
        .select_only()
        .column(file_post::Column::PostId)
        .into_tuple()
        .all(db)
        .await
}

/// Says that a file stands in a post.
///
/// # Errors
/// A failure of the database.
pub async fn attach(db: &impl ConnectionTrait, id: Uuid, post_id: Uuid) -> Result<(), DbErr> {
    let row = file_post::ActiveModel {
        file_id: Set(id),
        post_id: Set(post_id),
    };
    let there = OnConflict::columns([file_post::Column::FileId, file_post::Column::PostId])
        .do_nothing()
        .to_owned();
    file_post::Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// How many files of a member stand in no post.
///
/// # Errors
/// A failure of the database.
pub async fn count_loose(db: &impl ConnectionTrait, member: Uuid) -> Result<u64, DbErr> {
    file::Entity::find()
        .filter(file::Column::UploaderId.eq(member))
        .filter(loose())
        .count(db)
        .await
}

/// Files that stand in no post and were uploaded before a time (microseconds), oldest first.
///
/// # Errors
/// A failure of the database.
pub async fn list_loose_before(
    db: &impl ConnectionTrait,
    micros: i64,
    after: Option<(i64, Uuid)>,
    limit: u64,
) -> Result<Vec<FileRow>, DbErr> {
    let mut rows = file::Entity::find()
        .filter(file::Column::CreatedAt.lt(micros))
        .filter(loose());
    if let Some((at, id)) = after {
        rows = rows.filter(
            file::Column::CreatedAt
                .gt(at)
                .or(file::Column::CreatedAt.eq(at).and(file::Column::Id.gt(id))),
        );
    }
    rows.order_by_asc(file::Column::CreatedAt)
        .order_by_asc(file::Column::Id)
        .limit(limit)
        .all(db)
        .await
}

/// Deletes a file unless it stands in a post by now; whether it did.
///
/// # Errors
/// A failure of the database.
pub async fn delete_loose(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    let done = file::Entity::delete_many()
        .filter(file::Column::Id.eq(id))
        .filter(loose())
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Which of these files there are.
///
/// # Errors
/// A failure of the database.
pub async fn known(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashSet<Uuid>, DbErr> {
    let known: Vec<Uuid> = file::Entity::find()
        .filter(file::Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .column(file::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(known.into_iter().collect())
}

fn loose() -> sea_orm::sea_query::Expr {
    let attached = Query::select()
        .column(file_post::Column::FileId)
        .from(file_post::Entity)
        .to_owned();
    file::Column::Id.not_in_subquery(attached)
}
