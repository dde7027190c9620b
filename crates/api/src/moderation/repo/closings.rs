//! Closings, and the links of duplicates to their originals.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use tacit_domain::posts::LinkKind;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::{post_link, question, question_closing};

/// A row of `question_closing`.
pub type ClosingRow = question_closing::Model;

/// Who closed a question and with which words; none while it is open, and for an imported closing.
///
/// # Errors
/// A failure of the database.
pub async fn find(db: &impl ConnectionTrait, question: Uuid) -> Result<Option<ClosingRow>, DbErr> {
    question_closing::Entity::find_by_id(question).one(db).await
}

/// Keeps a closing in place of any other.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: ClosingRow) -> Result<(), DbErr> {
    use question_closing::Column;
    let replace = OnConflict::column(Column::QuestionId)
        .update_columns([Column::ClosedBy, Column::Note, Column::ClosedAt])
        .to_owned();
    question_closing::Entity::insert(row.into_active_model())
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Forgets a closing.
///
/// # Errors
/// A failure of the database.
pub async fn delete(db: &impl ConnectionTrait, question: Uuid) -> Result<(), DbErr> {
    question_closing::Entity::delete_by_id(question)
        .exec(db)
        .await?;
    Ok(())
}

/// Links a duplicate to its original; a link that is there stays.
///
/// # Errors
/// A failure of the database.
pub async fn link(
    db: &impl ConnectionTrait,
    duplicate: Uuid,
    original: Uuid,
    at: Timestamp,
) -> Result<(), DbErr> {
    use post_link::Column;
    let row = post_link::ActiveModel {
        from_id: Set(duplicate),
        to_id: Set(original),
        kind: Set(LinkKind::Duplicate.as_str().to_owned()),
        created_at: Set(at.micros()),
    };
    let there = OnConflict::columns([Column::FromId, Column::ToId, Column::Kind])
        .do_nothing()
        .to_owned();
    post_link::Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Takes the links of a question to its originals away.
///
/// # Errors
/// A failure of the database.
pub async fn unlink(db: &impl ConnectionTrait, duplicate: Uuid) -> Result<(), DbErr> {
    post_link::Entity::delete_many()
        .filter(post_link::Column::FromId.eq(duplicate))
        .filter(post_link::Column::Kind.eq(LinkKind::Duplicate.as_str()))
        .exec(db)
        .await?;
    Ok(())
}

/// The questions that were closed as duplicates of this one, in the order of their ids.
///
/// # Errors
/// A failure of the database.
pub async fn duplicates_of(db: &impl ConnectionTrait, original: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let mut ids: Vec<Uuid> = question::Entity::find()
        .select_only()
        .column(question::Column::PostId)
        .filter(question::Column::DuplicateOfId.eq(original))
        .into_tuple()
        .all(db)
        .await?;
    ids.sort_unstable();
    Ok(ids)
}

/// Gives all duplicates of one question another original.
///
/// # Errors
/// A failure of the database.
pub async fn move_duplicates(db: &impl ConnectionTrait, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    question::Entity::update_many()
        .col_expr(question::Column::DuplicateOfId, Expr::value(to))
        .filter(question::Column::DuplicateOfId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}
