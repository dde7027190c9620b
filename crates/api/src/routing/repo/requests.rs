//! Who was asked to answer which question.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use tacit_domain::routing::Cause;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::question_request::{Column, Entity, Model};

/// A row.
pub type RequestRow = Model;

/// A question that is just brought to somebody.
#[must_use]
pub fn asking(question: Uuid, member: Uuid, cause: Cause, at: Timestamp) -> RequestRow {
    Model {
        question_id: question,
        member_id: member,
        cause: cause.as_str().to_owned(),
        asked_at: at.micros(),
        by_id: None,
        passed_at: None,
        passed_to_id: None,
        word: String::new(),
    }
}

/// Everybody who was asked to answer a question, in the order they were.
///
/// # Errors
/// A failure of the database.
pub async fn of_question(db: &impl ConnectionTrait, question: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::QuestionId.eq(question))
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::MemberId)
        .all(db)
        .await
}

/// What a member was asked and did not pass, newest first.
///
/// # Errors
/// A failure of the database.
pub async fn open_to(
    db: &impl ConnectionTrait,
    member: Uuid,
    limit: u64,
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::MemberId.eq(member))
        .filter(Column::PassedAt.is_null())
        .order_by_desc(Column::AskedAt)
        .order_by_asc(Column::QuestionId)
        .limit(limit)
        .all(db)
        .await
}

/// What a member passed.
///
/// # Errors
/// A failure of the database.
pub async fn passed_by(db: &impl ConnectionTrait, member: Uuid) -> Result<Vec<Uuid>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::QuestionId)
        .filter(Column::MemberId.eq(member))
        .filter(Column::PassedAt.is_not_null())
        .into_tuple()
        .all(db)
        .await
}

/// Who of these members was asked what after `since`, up to `now`.
///
/// # Errors
/// A failure of the database.
pub async fn asked_between(
    db: &impl ConnectionTrait,
    members: &[Uuid],
    since: Timestamp,
    now: Timestamp,
) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    Entity::find()
        .select_only()
        .columns([Column::MemberId, Column::QuestionId])
        .filter(Column::MemberId.is_in(members.iter().copied()))
        .filter(Column::AskedAt.gt(since.micros()))
        .filter(Column::AskedAt.lte(now.micros()))
        .into_tuple()
        .all(db)
        .await
}

/// Asks people.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, rows: Vec<Model>) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Writes that somebody passed.
///
/// # Errors
/// A failure of the database.
pub async fn pass(
    db: &impl ConnectionTrait,
    row: &Model,
    to: Option<Uuid>,
    word: &str,
    at: Timestamp,
) -> Result<(), DbErr> {
    use sea_orm::sea_query::Expr;
    Entity::update_many()
        .col_expr(Column::PassedAt, Expr::value(at.micros()))
        .col_expr(Column::PassedToId, Expr::value(to))
        .col_expr(Column::Word, Expr::value(word))
        .filter(Column::QuestionId.eq(row.question_id))
        .filter(Column::MemberId.eq(row.member_id))
        .exec(db)
        .await?;
    Ok(())
}
