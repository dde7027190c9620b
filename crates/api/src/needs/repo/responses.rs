//! What meets needs.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::db::entities::need_response;

/// A row of `need_response`.
pub type ResponseRow = need_response::Model;

/// A response to a need.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    need: Uuid,
    id: Uuid,
) -> Result<Option<ResponseRow>, DbErr> {
    need_response::Entity::find_by_id(id)
        .filter(need_response::Column::NeedId.eq(need))
        .one(db)
        .await
}

/// Keeps a response.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: ResponseRow) -> Result<(), DbErr> {
    need_response::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Removes a response.
///
/// # Errors
/// A failure of the database.
pub async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    need_response::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Whether the same is linked already.
///
/// # Errors
/// A failure of the database.
pub async fn is_linked(db: &impl ConnectionTrait, row: &ResponseRow) -> Result<bool, DbErr> {
    use need_response::Column as C;
    let question = row.question_id.map(|id| C::QuestionId.eq(id));
    let url = row.url.as_ref().map(|url| C::Url.eq(url.as_str()));
    let same = Condition::any().add_option(question).add_option(url);
    let count = need_response::Entity::find()
        .filter(C::NeedId.eq(row.need_id))
        .filter(same)
        .count(db)
        .await?;
    Ok(count > 0)
}

/// What is linked to these needs, oldest first.
///
/// # Errors
/// A failure of the database.
pub async fn list(db: &impl ConnectionTrait, needs: &[Uuid]) -> Result<Vec<ResponseRow>, DbErr> {
    need_response::Entity::find()
        .filter(need_response::Column::NeedId.is_in(needs.iter().copied()))
        .order_by_asc(need_response::Column::CreatedAt)
        .order_by_asc(need_response::Column::Id)
        .all(db)
        .await
}
