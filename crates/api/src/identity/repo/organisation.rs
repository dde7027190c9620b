//! The one row of the organisation.

use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ConnectionTrait, DbErr, EntityTrait as _,
    QuerySelect as _,
};

use crate::db::entities::organisation::{ActiveModel, Column, Entity, Model};

/// The organisation with its logo.
///
/// # Errors
/// When the database fails.
pub async fn find(db: &impl ConnectionTrait) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(1).one(db).await
}

/// The logo and its media type.
///
/// # Errors
/// When the database fails.
pub async fn find_logo(db: &impl ConnectionTrait) -> Result<Option<(Vec<u8>, String)>, DbErr> {
    let row: Option<(Option<Vec<u8>>, Option<String>)> = Entity::find_by_id(1)
        .select_only()
        .column(Column::Logo)
        .column(Column::LogoType)
        .into_tuple()
        .one(db)
        .await?;
    Ok(row.and_then(|(logo, kind)| logo.zip(kind)))
}

/// The first row.
///
/// # Errors
/// When the database fails, or there is one already.
pub async fn insert(db: &impl ConnectionTrait, row: ActiveModel) -> Result<(), DbErr> {
    Entity::insert(row)
        .exec_without_returning(db)
        .await
        .map(drop)
}

/// Writes the columns that are set.
///
/// # Errors
/// When the database fails.
pub async fn update(db: &impl ConnectionTrait, row: ActiveModel) -> Result<Model, DbErr> {
    ActiveModel { id: Set(1), ..row }.update(db).await
}
