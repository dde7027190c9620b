//! Who was taken out, until they belong again.

use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::community_removal;

/// A row of `community_removal`.
pub type RemovalRow = community_removal::Model;

/// When a member was taken out; none when they were not.
///
/// # Errors
/// A failure of the database.
pub async fn removed_at(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<Option<Timestamp>, DbErr> {
    let row = community_removal::Entity::find_by_id((community, member));
    let row = row.one(db).await?;
    Ok(row.map(|row| Timestamp::from_micros(row.removed_at)))
}

/// Notes that a member was taken out.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: RemovalRow) -> Result<(), DbErr> {
    use community_removal::Column as C;
    let there = OnConflict::columns([C::CommunityId, C::MemberId])
        .update_columns([C::Name, C::Language, C::Word, C::RemovedAt])
        .to_owned();
    community_removal::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Forgets it.
///
/// # Errors
/// A failure of the database.
pub async fn delete(db: &impl ConnectionTrait, community: Uuid, member: Uuid) -> Result<(), DbErr> {
    community_removal::Entity::delete_by_id((community, member))
        .exec(db)
        .await?;
    Ok(())
}
