//! Who was invited by name and has neither come nor declined.

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
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
