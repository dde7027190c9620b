//! The one place that knows who wrote a post without a name.
//!
//! `post.author_id` of such a post is null, and so is every other column and the actor of every event that its author
//! alone could have brought about. Nothing here gives a name to anybody: it tells a viewer what is their own, and the
//! projection of notices whom to tell.

use std::collections::HashSet;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use tacit_domain::identity::Viewer;
use uuid::Uuid;

use crate::db::entities::hidden_author::{ActiveModel, Column, Entity};
use crate::db::entities::{answer, comment, post};

/// Keeps who wrote a post, for the functions below alone.
///
/// # Errors
/// A failure of the database.
pub async fn keep(db: &impl ConnectionTrait, post: Uuid, author: Uuid) -> Result<(), DbErr> {
    let row = ActiveModel {
        post_id: Set(post),
        member_id: Set(author),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Whether the viewer wrote this post without their name.
///
/// # Errors
/// A failure of the database.
pub async fn is_author(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    post: Uuid,
) -> Result<bool, DbErr> {
    Ok(!own_among(db, viewer, &[post]).await?.is_empty())
}

/// Which of these posts the viewer wrote without their name.
///
/// # Errors
/// A failure of the database.
pub async fn own_among(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    posts: &[Uuid],
) -> Result<HashSet<Uuid>, DbErr> {
    if posts.is_empty() {
        return Ok(HashSet::new());
    }
    let own: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::PostId)
        .filter(Column::MemberId.eq(viewer.member_id))
        .filter(Column::PostId.is_in(posts.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(own.into_iter().collect())
}

/// Names the viewer as the author of what is their own: so a rule about authors holds for them, and for nobody else. What
/// everybody reads looks at `author_hidden` first.
///
/// # Errors
/// A failure of the database.
pub async fn recognise<'a>(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: impl IntoIterator<Item = &'a mut post::Model> + Send,
) -> Result<(), DbErr> {
    let hidden: Vec<&mut post::Model> = rows.into_iter().filter(|row| row.author_hidden).collect();
    let ids: Vec<Uuid> = hidden.iter().map(|row| row.id).collect();
    let own = own_among(db, viewer, &ids).await?;
    for row in hidden {
        row.author_id = own.contains(&row.id).then_some(viewer.member_id);
    }
    Ok(())
}

/// The condition on rows of `post` that the member wrote, under their name or without it. For what only they read.
#[must_use]
pub fn written_by(member: Uuid) -> Condition {
    Condition::any()
        .add(post::Column::AuthorId.eq(member))
        .add(post::Column::Id.in_subquery(nameless_of(member)))
}

/// The ids of what the member wrote without their name. For what only they read.
#[must_use]
pub fn nameless_of(member: Uuid) -> SelectStatement {
    Query::select()
        .column(Column::PostId)
        .from(Entity)
        .and_where(Column::MemberId.eq(member))
        .to_owned()
}

/// To whom a notice goes that is for the author of this post; none where the author shows themselves. For the projection of
/// notices and for what follows a question on behalf of its asker.
///
/// # Errors
/// A failure of the database.
pub async fn deliver_to(db: &impl ConnectionTrait, post: Uuid) -> Result<Option<Uuid>, DbErr> {
    let row = Entity::find_by_id(post).one(db).await?;
    Ok(row.map(|row| row.member_id))
}

/// What the viewer wrote without their name on a page, the question too; also what they deleted there.
///
/// # Errors
/// A failure of the database.
pub async fn own_on_page(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    question: Uuid,
) -> Result<Vec<Uuid>, DbErr> {
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
        .add(Column::PostId.eq(question))
        .add(Column::PostId.in_subquery(answers))
        .add(Column::PostId.in_subquery(comments));
    Entity::find()
        .select_only()
        .column(Column::PostId)
        .filter(Column::MemberId.eq(viewer.member_id))
        .filter(here)
        .order_by_asc(Column::PostId)
        .into_tuple()
        .all(db)
        .await
}

/// Forgets who wrote these posts: their names stand on them now.
///
/// # Errors
/// A failure of the database.
pub async fn let_go(db: &impl ConnectionTrait, posts: &[Uuid]) -> Result<(), DbErr> {
    Entity::delete_many()
        .filter(Column::PostId.is_in(posts.iter().copied()))
        .exec(db)
        .await?;
    Ok(())
}
