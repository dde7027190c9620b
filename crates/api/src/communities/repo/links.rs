//! Links of invitation. A link works until it has expired, was taken back, or as many came by it as may.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder,
};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::community_link;

/// A row of `community_link`.
pub type LinkRow = community_link::Model;

/// Keeps a link.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: LinkRow) -> Result<(), DbErr> {
    community_link::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The link with this hash, if it works.
///
/// # Errors
/// A failure of the database.
pub async fn find_usable(
    db: &impl ConnectionTrait,
    hash: &str,
    now: Timestamp,
) -> Result<Option<LinkRow>, DbErr> {
    community_link::Entity::find()
        .filter(community_link::Column::TokenHash.eq(hash))
        .filter(works(now))
        .one(db)
        .await
}

/// The links of a community that work, the newest first.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    community: Uuid,
    now: Timestamp,
) -> Result<Vec<LinkRow>, DbErr> {
    community_link::Entity::find()
        .filter(community_link::Column::CommunityId.eq(community))
        .filter(works(now))
        .order_by_desc(community_link::Column::CreatedAt)
        .order_by_desc(community_link::Column::Id)
        .all(db)
        .await
}

/// How many links of a community work.
///
/// # Errors
/// A failure of the database.
pub async fn count(
    db: &impl ConnectionTrait,
    community: Uuid,
    now: Timestamp,
) -> Result<u64, DbErr> {
    community_link::Entity::find()
        .filter(community_link::Column::CommunityId.eq(community))
        .filter(works(now))
        .count(db)
        .await
}

/// Counts one more who came by a link; false when it takes nobody any more.
///
/// # Errors
/// A failure of the database.
pub async fn use_once(db: &impl ConnectionTrait, id: Uuid, now: Timestamp) -> Result<bool, DbErr> {
    use community_link::Column as C;
    let done = community_link::Entity::update_many()
        .col_expr(C::Uses, Expr::col(C::Uses).add(1))
        .filter(C::Id.eq(id))
        .filter(works(now))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Takes a link of a community back.
///
/// # Errors
/// A failure of the database.
pub async fn delete(db: &impl ConnectionTrait, community: Uuid, id: Uuid) -> Result<(), DbErr> {
    community_link::Entity::delete_by_id(id)
        .filter(community_link::Column::CommunityId.eq(community))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes back what somebody made who looks after the community no more.
///
/// # Errors
/// A failure of the database.
pub async fn delete_by(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<(), DbErr> {
    community_link::Entity::delete_many()
        .filter(community_link::Column::CommunityId.eq(community))
        .filter(community_link::Column::ById.eq(member))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes back whatever somebody made, wherever.
///
/// # Errors
/// A failure of the database.
pub async fn delete_all_by(db: &impl ConnectionTrait, member: Uuid) -> Result<(), DbErr> {
    community_link::Entity::delete_many()
        .filter(community_link::Column::ById.eq(member))
        .exec(db)
        .await?;
    Ok(())
}

fn works(now: Timestamp) -> Condition {
    use community_link::Column as C;
    Condition::all()
        .add(C::ExpiresAt.gt(now.micros()))
        .add(Expr::col(C::Uses).lt(Expr::col(C::UsesMax)))
}
