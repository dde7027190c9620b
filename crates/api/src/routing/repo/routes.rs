//! How far the asking has come, one row for each question that was asked here.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use tacit_domain::posts::PostKind;
use tacit_domain::questions::Urgency;
use tacit_domain::routing::Circle;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::question_route::{Column, Entity, Model};
use crate::db::entities::{post, question};
use crate::nameless::identity::written_by;

/// A row.
pub type RouteRow = Model;

/// How far the asking for a question has come.
///
/// # Errors
/// A failure of the database.
pub async fn find(db: &impl ConnectionTrait, question: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(question).one(db).await
}

/// Begins.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Those whose time has come, longest due first. An urgent question is due as soon as one that was urgent from the
/// start would be: `urgent_since` is the time of a step that long ago.
///
/// # Errors
/// A failure of the database.
pub async fn due(
    db: &impl ConnectionTrait,
    now: Timestamp,
    urgent_since: Timestamp,
    limit: u64,
) -> Result<Vec<Model>, DbErr> {
    let urgent = Condition::all()
        .add(question::Column::Urgency.eq(Urgency::Blocking.as_str()))
        .add(Column::SteppedAt.lte(urgent_since.micros()));
    Entity::find()
        .join(JoinType::InnerJoin, to_question())
        .filter(Column::NextAt.is_not_null())
        .filter(
            Condition::any()
                .add(Column::NextAt.lte(now.micros()))
                .add(urgent),
        )
        .order_by_asc(Column::NextAt)
        .order_by_asc(Column::QuestionId)
        .limit(limit)
        .all(db)
        .await
}

/// Writes how far it has come now, if nobody else did since the row was read: of several nodes one takes a step.
///
/// # Errors
/// A failure of the database.
pub async fn advance(
    db: &impl ConnectionTrait,
    read: &Model,
    circle: Option<Circle>,
    stepped_at: i64,
    next_at: Option<i64>,
) -> Result<bool, DbErr> {
    let circle = circle.map(Circle::as_str);
    let same_circle = match &read.circle {
        Some(before) => Column::Circle.eq(before),
        None => Column::Circle.is_null(),
    };
    let done = Entity::update_many()
        .col_expr(Column::Circle, Expr::value(circle))
        .col_expr(Column::SteppedAt, Expr::value(stepped_at))
        .col_expr(Column::NextAt, Expr::value(next_at))
        .filter(Column::QuestionId.eq(read.question_id))
        .filter(same_circle)
        .filter(Column::SteppedAt.eq(read.stepped_at))
        .filter(Column::NextAt.is_not_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Takes the next step at this time instead, if one is still to come.
///
/// # Errors
/// A failure of the database.
pub async fn set_next(
    db: &impl ConnectionTrait,
    question: Uuid,
    at: Timestamp,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::NextAt, Expr::value(at.micros()))
        .filter(Column::QuestionId.eq(question))
        .filter(Column::NextAt.is_not_null())
        .exec(db)
        .await?;
    Ok(())
}

/// How many questions a member asked after `since` that are urgent, deleted ones too.
///
/// # Errors
/// A failure of the database.
pub async fn count_urgent(
    db: &impl ConnectionTrait,
    asker: Uuid,
    since: Timestamp,
) -> Result<u64, DbErr> {
    let of_post: RelationDef = post::Entity::belongs_to(question::Entity)
        .from(post::Column::Id)
        .to(question::Column::PostId)
        .into();
    post::Entity::find()
        .join(JoinType::InnerJoin, of_post)
        .filter(post::Column::Kind.eq(PostKind::Question.as_str()))
        .filter(written_by(asker))
        .filter(post::Column::CreatedAt.gt(since.micros()))
        .filter(question::Column::Urgency.eq(Urgency::Blocking.as_str()))
        .count(db)
        .await
}

fn to_question() -> RelationDef {
    Entity::belongs_to(question::Entity)
        .from(Column::QuestionId)
        .to(question::Column::PostId)
        .into()
}
