//! Who was invited by name and has neither come nor declined.

use sea_orm::sea_query::{OnConflict, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use crate::db::entities::community_invitation;

/// A row of `community_invitation`.
pub type InvitationRow = community_invitation::Model;

/// The ids of the communities a member is invited to.
#[must_use]
pub fn of(member: Uuid) -> SelectStatement {
    Query::select()
        .column(community_invitation::Column::CommunityId)
        .from(community_invitation::Entity)
        .and_where(community_invitation::Column::MemberId.eq(member))
        .to_owned()
}

/// The invitation of a member.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<Option<InvitationRow>, DbErr> {
    community_invitation::Entity::find_by_id((community, member))
        .one(db)
        .await
}

/// Keeps an invitation; false when there was one already, which stays.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: InvitationRow) -> Result<bool, DbErr> {
    use community_invitation::Column as C;
    let there = OnConflict::columns([C::CommunityId, C::MemberId])
        .do_nothing()
        .to_owned();
    let done = community_invitation::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(done > 0)
}

/// Forgets an invitation; false when there was none.
///
/// # Errors
/// A failure of the database.
pub async fn delete(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<bool, DbErr> {
    let done = community_invitation::Entity::delete_by_id((community, member))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Who is invited, the newest first.
///
/// # Errors
/// A failure of the database.
pub async fn list(db: &impl ConnectionTrait, community: Uuid) -> Result<Vec<InvitationRow>, DbErr> {
    community_invitation::Entity::find()
        .filter(community_invitation::Column::CommunityId.eq(community))
        .order_by_desc(community_invitation::Column::InvitedAt)
        .order_by_asc(community_invitation::Column::MemberId)
        .all(db)
        .await
}

/// Communities a member is invited to.
///
/// # Errors
/// A failure of the database.
pub async fn waiting_of(db: &impl ConnectionTrait, member: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let rows = community_invitation::Entity::find()
        .filter(community_invitation::Column::MemberId.eq(member))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| row.community_id).collect())
}
