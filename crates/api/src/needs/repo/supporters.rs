//! Who wants it too, and whether it helped them.

use std::collections::HashSet;

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::db::entities::{need_confirmation, need_join};

/// A row of `need_join`.
pub type JoinRow = need_join::Model;

/// A row of `need_confirmation`.
pub type ConfirmationRow = need_confirmation::Model;

/// Whether, and why, a member joined.
///
/// # Errors
/// A failure of the database.
pub async fn find_join(
    db: &impl ConnectionTrait,
    need: Uuid,
    member: Uuid,
) -> Result<Option<JoinRow>, DbErr> {
    need_join::Entity::find_by_id((need, member)).one(db).await
}

/// Keeps that somebody joined, or their new why.
///
/// # Errors
/// A failure of the database.
pub async fn put_join(db: &impl ConnectionTrait, row: JoinRow) -> Result<(), DbErr> {
    use need_join::Column as C;
    let there = OnConflict::columns([C::NeedId, C::MemberId])
        .update_column(C::Why)
        .to_owned();
    need_join::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Forgets that somebody joined; false when they had not.
///
/// # Errors
/// A failure of the database.
pub async fn delete_join(
    db: &impl ConnectionTrait,
    need: Uuid,
    member: Uuid,
) -> Result<bool, DbErr> {
    let done = need_join::Entity::delete_by_id((need, member))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Who joined, newest first.
///
/// # Errors
/// A failure of the database.
pub async fn list_joins(
    db: &impl ConnectionTrait,
    need: Uuid,
    limit: u64,
) -> Result<Vec<JoinRow>, DbErr> {
    need_join::Entity::find()
        .filter(need_join::Column::NeedId.eq(need))
        .order_by_desc(need_join::Column::CreatedAt)
        .order_by_asc(need_join::Column::MemberId)
        .limit(limit)
        .all(db)
        .await
}

/// Which of these needs a member joined.
///
/// # Errors
/// A failure of the database.
pub async fn joined_by(
    db: &impl ConnectionTrait,
    member: Uuid,
    needs: &[Uuid],
) -> Result<HashSet<Uuid>, DbErr> {
    let joined: Vec<Uuid> = need_join::Entity::find()
        .select_only()
        .column(need_join::Column::NeedId)
        .filter(need_join::Column::MemberId.eq(member))
        .filter(need_join::Column::NeedId.is_in(needs.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(joined.into_iter().collect())
}

/// Keeps whether it helped somebody; their last word counts.
///
/// # Errors
/// A failure of the database.
pub async fn put_confirmation(
    db: &impl ConnectionTrait,
    row: ConfirmationRow,
) -> Result<(), DbErr> {
    use need_confirmation::Column as C;
    let there = OnConflict::columns([C::NeedId, C::MemberId])
        .update_columns([C::Helped, C::Word, C::CreatedAt])
        .to_owned();
    need_confirmation::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Forgets whether it helped somebody; false when they had not said.
///
/// # Errors
/// A failure of the database.
pub async fn delete_confirmation(
    db: &impl ConnectionTrait,
    need: Uuid,
    member: Uuid,
) -> Result<bool, DbErr> {
    let done = need_confirmation::Entity::delete_by_id((need, member))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Forgets what was said about whether it helped: the need is open again.
///
/// # Errors
/// A failure of the database.
pub async fn delete_confirmations(db: &impl ConnectionTrait, need: Uuid) -> Result<(), DbErr> {
    need_confirmation::Entity::delete_many()
        .filter(need_confirmation::Column::NeedId.eq(need))
        .exec(db)
        .await?;
    Ok(())
}

/// What was said about whether it helped, newest first.
///
/// # Errors
/// A failure of the database.
pub async fn list_confirmations(
    db: &impl ConnectionTrait,
    need: Uuid,
) -> Result<Vec<ConfirmationRow>, DbErr> {
    need_confirmation::Entity::find()
        .filter(need_confirmation::Column::NeedId.eq(need))
        .order_by_desc(need_confirmation::Column::CreatedAt)
        .order_by_asc(need_confirmation::Column::MemberId)
        .all(db)
        .await
}
