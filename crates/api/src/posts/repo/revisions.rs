//! What posts said at each version. The newest revision equals the post.

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::revision;

/// A row of `revision`.
pub type RevisionRow = revision::Model;

/// A revision that is not there yet.
#[derive(Clone, Debug)]
pub struct NewRevision<'a> {
    /// Its id.
    pub id: Uuid,
    /// The post.
    pub post_id: Uuid,
    /// The version it made.
    pub version: i32,
    /// The title, for questions.
    pub title: Option<&'a str>,
    /// Markdown.
    pub body: &'a str,
    /// Slugs of the topics, for questions.
    pub topics: Option<Vec<String>>,
    /// Who made it; none for a hidden author.
    pub editor_id: Option<Uuid>,
    /// Why.
    pub reason: Option<&'a str>,
    /// When.
    pub at: Timestamp,
}

/// Stores a revision.
///
/// # Errors
/// A failure of the database.
pub async fn insert_revision(db: &impl ConnectionTrait, new: NewRevision<'_>) -> Result<(), DbErr> {
    let row = revision::ActiveModel {
        id: Set(new.id),
        post_id: Set(new.post_id),
        version: Set(new.version),
        title: Set(new.title.map(str::to_owned)),
        body: Set(new.body.to_owned()),
        topics: Set(new.topics.map(|topics| topics.join(","))),
        editor_id: Set(new.editor_id),
        reason: Set(new.reason.map(str::to_owned)),
        created_at: Set(new.at.micros()),
    };
    revision::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Revisions of a post, newest first, older than version `before`.
///
/// # Errors
/// A failure of the database.
pub async fn list_revisions(
    db: &impl ConnectionTrait,
    post_id: Uuid,
    before: Option<i32>,
    limit: u64,
) -> Result<Vec<RevisionRow>, DbErr> {
    let mut rows = revision::Entity::find().filter(revision::Column::PostId.eq(post_id));
    if let Some(version) = before {
        rows = rows.filter(revision::Column::Version.lt(version));
    }
    rows.order_by_desc(revision::Column::Version)
        .limit(limit)
        .all(db)
        .await
}

/// The revision that made a version.
///
/// # Errors
/// A failure of the database.
pub async fn find_revision(
    db: &impl ConnectionTrait,
    post_id: Uuid,
    version: i32,
) -> Result<Option<RevisionRow>, DbErr> {
    revision::Entity::find()
        .filter(revision::Column::PostId.eq(post_id))
        .filter(revision::Column::Version.eq(version))
        .one(db)
        .await
}
