//! The list of departments.

use std::collections::HashMap;

use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use tacit_domain::identity::MemberStatus;
use uuid::Uuid;

use crate::db::entities::department::{ActiveModel, Column, Entity, Model};
use crate::db::entities::member;

/// All departments in their order.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .order_by_asc(Column::Position)
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// One department.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// How many active members are in each department.
///
/// # Errors
/// When the database fails.
pub async fn count_members(db: &impl ConnectionTrait) -> Result<HashMap<Uuid, i64>, DbErr> {
    let counts: Vec<(Uuid, i64)> = member::Entity::find()
        .select_only()
        .column(member::Column::DepartmentId)
        .column_as(member::Column::Id.count(), "members")
        .filter(member::Column::DepartmentId.is_not_null())
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .group_by(member::Column::DepartmentId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counts.into_iter().collect())
}

/// A new department.
///
/// # Errors
/// When the database fails, or the name is taken.
pub async fn insert(db: &impl ConnectionTrait, row: ActiveModel) -> Result<Model, DbErr> {
    row.insert(db).await
}

/// Writes the columns that are set.
///
/// # Errors
/// When the database fails, or the name is taken.
pub async fn update(db: &impl ConnectionTrait, row: ActiveModel) -> Result<Model, DbErr> {
    row.update(db).await
}
