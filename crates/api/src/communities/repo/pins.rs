//! What is pinned in a community. A post that was deleted or stands elsewhere meanwhile is pinned no more.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, JoinType, QueryFilter,
    QueryOrder, QuerySelect, RelationDef,
};
use tacit_domain::identity::Viewer;
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use crate::db::entities::{community_pin, post};
use crate::posts::visibility::{visible_posts, visible_to};

/// A row of `community_pin`.
pub type PinRow = community_pin::Model;

/// What is pinned, as far as the viewer sees it, the last pinned first.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
) -> Result<Vec<PinRow>, DbErr> {
    community_pin::Entity::find()
        .join(JoinType::InnerJoin, to_post())
        .filter(community_pin::Column::CommunityId.eq(community))
        .filter(post::Column::CommunityId.eq(community))
        .filter(visible_to(viewer))
        .order_by_desc(community_pin::Column::PinnedAt)
        .order_by_desc(community_pin::Column::PostId)
        .all(db)
        .await
}

/// Whether a question of this community is one the viewer sees.
///
/// # Errors
/// A failure of the database.
pub async fn is_question_in(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
    post: Uuid,
) -> Result<bool, DbErr> {
    let row = visible_posts(viewer)
        .filter(post::Column::Id.eq(post))
        .filter(post::Column::CommunityId.eq(community))
        .filter(post::Column::Kind.eq(PostKind::Question.as_str()))
        .one(db)
        .await?;
    Ok(row.is_some())
}

/// Pins a post; what is pinned already keeps its place.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: PinRow) -> Result<(), DbErr> {
    use community_pin::Column as C;
    let there = OnConflict::columns([C::CommunityId, C::PostId])
        .do_nothing()
        .to_owned();
    community_pin::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Pins a post no more.
///
/// # Errors
/// A failure of the database.
pub async fn delete(db: &impl ConnectionTrait, community: Uuid, post: Uuid) -> Result<(), DbErr> {
    community_pin::Entity::delete_by_id((community, post))
        .exec(db)
        .await?;
    Ok(())
}

fn to_post() -> RelationDef {
    community_pin::Entity::belongs_to(post::Entity)
        .from(community_pin::Column::PostId)
        .to(post::Column::Id)
        .into()
}
