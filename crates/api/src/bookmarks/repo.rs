//! Rows of bookmarks, of posts the viewer may see.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, OnConflict, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use tacit_domain::identity::Viewer;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::bookmark::{ActiveModel, Column, Entity, Model};
use crate::db::entities::{answer, post, question};
use crate::posts::visibility::visible_to;

/// A row of `bookmark`.
pub type BookmarkRow = Model;

/// Keeps a post, or changes the note.
///
/// # Errors
/// A failure of the database.
pub async fn store(
    db: &impl ConnectionTrait,
    member: Uuid,
    post: Uuid,
    note: &str,
    at: Timestamp,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        member_id: Set(member),
        post_id: Set(post),
        note: Set(note.to_owned()),
        created_at: Set(at.micros()),
    };
    let replace = OnConflict::columns([Column::MemberId, Column::PostId])
        .update_column(Column::Note)
        .to_owned();
    Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Keeps a post no longer.
///
/// # Errors
/// A failure of the database.
pub async fn delete(db: &impl ConnectionTrait, member: Uuid, post: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id((member, post)).exec(db).await?;
    Ok(())
}

/// The bookmark of a post.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    member: Uuid,
    post: Uuid,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id((member, post)).one(db).await
}

/// A member's bookmarks of what they may still see, newest first, whose note or title holds these words.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    words: Option<&str>,
    before: Option<(i64, Uuid)>,
    limit: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut rows = Entity::find()
        .filter(Column::MemberId.eq(viewer.member_id))
        .filter(sees(viewer));
    for word in words.unwrap_or_default().split_whitespace().take(8) {
        rows = rows.filter(holds(word));
    }
    if let Some((at, id)) = before {
        rows = rows.filter(
            Condition::any().add(Column::CreatedAt.lt(at)).add(
                Condition::all()
                    .add(Column::CreatedAt.eq(at))
                    .add(Column::PostId.lt(id)),
            ),
        );
    }
    rows.order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::PostId)
        .limit(limit)
        .all(db)
        .await
}

/// Whether the viewer may see the post, and for an answer its question.
fn sees(viewer: &Viewer) -> Condition {
    let own = Query::select()
        .expr(Expr::val(1))
        .from(post::Entity)
        .and_where(
            Expr::col((post::Entity, post::Column::Id)).eq(Expr::col((Entity, Column::PostId))),
        )
        .cond_where(visible_to(viewer))
        .to_owned();
    let questions = Query::select()
        .column(post::Column::Id)
        .from(post::Entity)
        .cond_where(visible_to(viewer))
        .to_owned();
    let orphaned = Query::select()
        .expr(Expr::val(1))
        .from(answer::Entity)
        .and_where(
            Expr::col((answer::Entity, answer::Column::PostId))
                .eq(Expr::col((Entity, Column::PostId))),
        )
        .and_where(
            Expr::col((answer::Entity, answer::Column::QuestionId)).not_in_subquery(questions),
        )
        .to_owned();
    Condition::all()
        .add(Expr::exists(own))
        .add(Expr::exists(orphaned).not())
}

/// Whether note or title hold a word. SQLite lowers ASCII only, so the word is looked for as typed too.
fn holds(word: &str) -> Condition {
    let literal = word
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    let like = |text: String| LikeExpr::new(format!("%{text}%")).escape('\\');
    let title = |like: LikeExpr| {
        let of_answer = Query::select()
            .column(answer::Column::QuestionId)
            .from(answer::Entity)
            .and_where(
                Expr::col((answer::Entity, answer::Column::PostId))
                    .eq(Expr::col((Entity, Column::PostId))),
            )
            .to_owned();
        let title = Expr::col((question::Entity, question::Column::Title));
        let id = (question::Entity, question::Column::PostId);
        let found = Query::select()
            .expr(Expr::val(1))
            .from(question::Entity)
            .cond_where(
                Condition::any()
                    .add(Expr::col(id).eq(Expr::col((Entity, Column::PostId))))
                    .add(Expr::col(id).in_subquery(of_answer)),
            )
            .and_where(Expr::expr(Func::lower(title)).like(like))
            .to_owned();
        Expr::exists(found)
    };
    let note = |like: LikeExpr| {
        let note = Expr::col((Entity, Column::Note));
        Expr::expr(Func::lower(note)).like(like)
    };
    let lower = literal.to_lowercase();
    Condition::any()
        .add(note(like(lower.clone())))
        .add(title(like(lower)))
        .add(note(like(literal.clone())))
        .add(title(like(literal)))
}
