//! Wishes to join: the last one of each member.

use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use tacit_domain::communities::RequestState;
use tacit_domain::identity::MemberStatus;
use uuid::Uuid;

use crate::db::entities::{community_request, member};

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

/// Keeps a wish, in the place of an earlier one.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: RequestRow) -> Result<(), DbErr> {
    use community_request::Column as C;
    let there = OnConflict::columns([C::CommunityId, C::MemberId])
        .update_columns([
            C::Message,
            C::State,
            C::Word,
            C::DecidedById,
            C::AskedAt,
            C::DecidedAt,
        ])
        .to_owned();
    community_request::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
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

/// Forgets all that wait: nobody asks any more.
///
/// # Errors
/// A failure of the database.
pub async fn delete_waiting(db: &impl ConnectionTrait, community: Uuid) -> Result<(), DbErr> {
    use community_request::Column as C;
    community_request::Entity::delete_many()
        .filter(C::CommunityId.eq(community))
        .filter(C::State.eq(RequestState::Waiting.as_str()))
        .exec(db)
        .await?;
    Ok(())
}

/// Wishes nobody has decided on, the oldest first. Where a page goes on: when the last was said, and by whom.
///
/// # Errors
/// A failure of the database.
pub async fn waiting(
    db: &impl ConnectionTrait,
    community: Uuid,
    after: Option<(i64, Uuid)>,
    limit: u64,
) -> Result<Vec<RequestRow>, DbErr> {
    use community_request::Column as C;
    let mut rows = still_waiting(community);
    if let Some((at, member)) = after {
        let later = Condition::any().add(C::AskedAt.gt(at)).add(
            Condition::all()
                .add(C::AskedAt.eq(at))
                .add(C::MemberId.gt(member)),
        );
        rows = rows.filter(later);
    }
    rows.order_by_asc(C::AskedAt)
        .order_by_asc(C::MemberId)
        .limit(limit)
        .all(db)
        .await
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

/// Wishes of members who can sign in.
fn still_waiting(community: Uuid) -> sea_orm::Select<community_request::Entity> {
    use community_request::Column as C;
    community_request::Entity::find()
        .join(JoinType::InnerJoin, to_member())
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .filter(C::CommunityId.eq(community))
        .filter(C::State.eq(RequestState::Waiting.as_str()))
}

fn to_member() -> RelationDef {
    community_request::Entity::belongs_to(member::Entity)
        .from(community_request::Column::MemberId)
        .to(member::Column::Id)
        .into()
}
