//! Needs and their steps.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, JoinType, QueryFilter,
    QueryOrder, QuerySelect, RelationDef,
};
use tacit_contract::needs::NeedRef;
use tacit_domain::identity::Viewer;
use tacit_domain::needs::NeedState;
use uuid::Uuid;

use crate::db::entities::{need, need_step, post};
use crate::error::{AppError, AppResult};
use crate::posts::visibility::{taken_from, visible_posts};

/// A row of `need`.
pub type NeedRow = need::Model;

/// A change to a row of `need`.
pub type NeedChange = need::ActiveModel;

/// A row of `need_step`.
pub type StepRow = need_step::Model;

/// What a need has beyond its post.
///
/// # Errors
/// 404 when there is none; a failure of the database.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> AppResult<NeedRow> {
    let row = need::Entity::find_by_id(id).one(db).await?;
    row.ok_or_else(AppError::not_found)
}

/// Inserts what a need has beyond its post.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: NeedRow) -> Result<(), DbErr> {
    need::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Writes the columns that are set.
///
/// # Errors
/// A failure of the database.
pub async fn update(db: &impl ConnectionTrait, row: NeedChange) -> Result<(), DbErr> {
    need::Entity::update(row).exec(db).await?;
    Ok(())
}

/// Adds to the number of those who want it, and of what is linked.
///
/// # Errors
/// A failure of the database.
pub async fn add(
    db: &impl ConnectionTrait,
    id: Uuid,
    (supporters, responses): (i32, i32),
    at: i64,
) -> Result<(), DbErr> {
    use need::Column as C;
    need::Entity::update_many()
        .col_expr(C::Supporters, Expr::col(C::Supporters).add(supporters))
        .col_expr(C::Responses, Expr::col(C::Responses).add(responses))
        .col_expr(C::LastActivityAt, Expr::value(at))
        .filter(C::PostId.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Keeps a step.
///
/// # Errors
/// A failure of the database.
pub async fn insert_step(db: &impl ConnectionTrait, row: StepRow) -> Result<(), DbErr> {
    need_step::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The steps of a need, newest first.
///
/// # Errors
/// A failure of the database.
pub async fn list_steps(db: &impl ConnectionTrait, need: Uuid) -> Result<Vec<StepRow>, DbErr> {
    need_step::Entity::find()
        .filter(need_step::Column::NeedId.eq(need))
        .order_by_desc(need_step::Column::CreatedAt)
        .order_by_desc(need_step::Column::Id)
        .all(db)
        .await
}

/// Needs by id, as they are named elsewhere: those the viewer may see.
///
/// # Errors
/// A failure of the database.
pub async fn find_refs(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, NeedRef>> {
    named(db, visible_posts(viewer), ids).await
}

/// Needs by id that were the viewer's own and that somebody else deleted.
///
/// # Errors
/// A failure of the database.
pub async fn find_taken_refs(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, NeedRef>> {
    named(db, post::Entity::find().filter(taken_from(viewer)), ids).await
}

async fn named(
    db: &impl ConnectionTrait,
    posts: sea_orm::Select<post::Entity>,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, NeedRef>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = posts
        .join(JoinType::InnerJoin, to_need())
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .select_also(need::Entity)
        .all(db)
        .await?;
    let mut refs = HashMap::new();
    for (post, own) in rows {
        if let Some(own) = own {
            let named = NeedRef {
                id: post.id,
                wish: own.wish,
                language: post.language,
                state: own.state.parse::<NeedState>()?.into(),
            };
            refs.insert(post.id, named);
        }
    }
    Ok(refs)
}

/// What these needs say. Nobody's view: who asks has checked that the viewer may know it.
///
/// # Errors
/// A failure of the database.
pub async fn wishes(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>, DbErr> {
    let rows: Vec<(Uuid, String)> = need::Entity::find()
        .select_only()
        .column(need::Column::PostId)
        .column(need::Column::Wish)
        .filter(need::Column::PostId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// From a post to what it has as a need.
#[must_use]
pub fn to_need() -> RelationDef {
    post::Entity::belongs_to(need::Entity)
        .from(post::Column::Id)
        .to(need::Column::PostId)
        .into()
}
