//! Wishes to join: the last one of each member.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
};
use tacit_domain::communities::RequestState;
use uuid::Uuid;

use crate::db::entities::community_request;

/// A row of `community_request`.
pub type RequestRow = community_request::Model;

/// A member's last wish to join.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<Option<RequestRow>, DbErr> {
    community_request::Entity::find_by_id((community, member))
        .one(db)
        .await
}

/// Forgets a wish; false when there was none.
///
/// # Errors
/// A failure of the database.
pub async fn delete(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<bool, DbErr> {
    let done = community_request::Entity::delete_by_id((community, member))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// How many wait.
///
/// # Errors
/// A failure of the database.
pub async fn count_waiting(db: &impl ConnectionTrait, community: Uuid) -> Result<u64, DbErr> {
    still_waiting(community).count(db).await
}

/// Communities where a member waits for a decision.
///
/// # Errors
/// A failure of the database.
pub async fn waiting_of(db: &impl ConnectionTrait, member: Uuid) -> Result<Vec<Uuid>, DbErr> {
    use community_request::Column as C;
    community_request::Entity::find()
        .select_only()
        .column(C::CommunityId)
        .filter(C::MemberId.eq(member))
        .filter(C::State.eq(RequestState::Waiting.as_str()))
        .into_tuple()
        .all(db)
        .await
}

fn still_waiting(community: Uuid) -> sea_orm::Select<community_request::Entity> {
    use community_request::Column as C;
    community_request::Entity::find()
        .filter(C::CommunityId.eq(community))
        .filter(C::State.eq(RequestState::Waiting.as_str()))
}
