//! Who could help: volunteers, and whom others named.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use tacit_domain::needs::HelperKind;
use uuid::Uuid;

use crate::db::entities::need_helper;

/// A row of `need_helper`.
pub type HelperRow = need_helper::Model;

/// A helper of a need.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    need: Uuid,
    member: Uuid,
    kind: HelperKind,
) -> Result<Option<HelperRow>, DbErr> {
    let key = (need, member, kind.as_str().to_owned());
    need_helper::Entity::find_by_id(key).one(db).await
}

/// Keeps a helper, or their new word.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: HelperRow) -> Result<(), DbErr> {
    use need_helper::Column as C;
    let there = OnConflict::columns([C::NeedId, C::MemberId, C::Kind])
        .update_column(C::Word)
        .to_owned();
    need_helper::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Forgets a helper; false when there was none.
///
/// # Errors
/// A failure of the database.
pub async fn delete(
    db: &impl ConnectionTrait,
    need: Uuid,
    member: Uuid,
    kind: HelperKind,
) -> Result<bool, DbErr> {
    let key = (need, member, kind.as_str().to_owned());
    let done = need_helper::Entity::delete_by_id(key).exec(db).await?;
    Ok(done.rows_affected > 0)
}

/// The helpers of these needs, oldest first.
///
/// # Errors
/// A failure of the database.
pub async fn list(db: &impl ConnectionTrait, needs: &[Uuid]) -> Result<Vec<HelperRow>, DbErr> {
    need_helper::Entity::find()
        .filter(need_helper::Column::NeedId.is_in(needs.iter().copied()))
        .order_by_asc(need_helper::Column::CreatedAt)
        .order_by_asc(need_helper::Column::MemberId)
        .all(db)
        .await
}
