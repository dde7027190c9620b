//! Who was invited by name and has not come. An invitation waits until it is taken, declined or taken back; one by somebody
//! whom the invited member has blocked waits unseen.

use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
};
use tacit_domain::identity::MemberStatus;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::blocks::repo::blocked_of;
use crate::db::entities::{community_invitation, member};

/// A row of `community_invitation`.
pub type InvitationRow = community_invitation::Model;

/// The ids of the communities a member is invited to.
#[must_use]
pub fn of(member: Uuid) -> SelectStatement {
    Query::select()
        .column(community_invitation::Column::CommunityId)
        .from(community_invitation::Entity)
        .cond_where(reaches(member))
        .to_owned()
}

/// The condition on rows of `community_invitation` that wait for a member and reach them.
fn reaches(member: Uuid) -> Condition {
    use community_invitation::Column as C;
    let from_others = Condition::any()
        .add(C::ById.is_null())
        .add(C::ById.not_in_subquery(blocked_of(member)));
    Condition::all()
        .add(C::MemberId.eq(member))
        .add(C::DeclinedAt.is_null())
        .add(from_others)
}

/// The invitation that waits for a member.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<Option<InvitationRow>, DbErr> {
    community_invitation::Entity::find()
        .filter(community_invitation::Column::CommunityId.eq(community))
        .filter(reaches(member))
        .one(db)
        .await
}

/// The last invitation of a member, whatever became of it.
///
/// # Errors
/// A failure of the database.
pub async fn find_ever(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<Option<InvitationRow>, DbErr> {
    community_invitation::Entity::find_by_id((community, member))
        .one(db)
        .await
}

/// Keeps an invitation, in the place of an earlier one.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: InvitationRow) -> Result<(), DbErr> {
    use community_invitation::Column as C;
    let there = OnConflict::columns([C::CommunityId, C::MemberId])
        .update_columns([C::Word, C::ById, C::InvitedAt, C::DeclinedAt])
        .to_owned();
    community_invitation::Entity::insert(row.into_active_model())
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Notes that a member does not come.
///
/// # Errors
/// A failure of the database.
pub async fn decline(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
    at: Timestamp,
) -> Result<(), DbErr> {
    use community_invitation::Column as C;
    community_invitation::Entity::update_many()
        .col_expr(C::DeclinedAt, Expr::value(Some(at.micros())))
        .filter(C::CommunityId.eq(community))
        .filter(C::MemberId.eq(member))
        .exec(db)
        .await?;
    Ok(())
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

/// Forgets an invitation that waits for an answer; false when there was none.
///
/// # Errors
/// A failure of the database.
pub async fn take_back(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<bool, DbErr> {
    let done = community_invitation::Entity::delete_by_id((community, member))
        .filter(community_invitation::Column::DeclinedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Invitations that wait for an answer, the newest first. Where a page goes on: when the last was sent, and to whom.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    community: Uuid,
    after: Option<(i64, Uuid)>,
    limit: u64,
) -> Result<Vec<InvitationRow>, DbErr> {
    use community_invitation::Column as C;
    let mut rows = unanswered(community);
    if let Some((at, member)) = after {
        let later = Condition::any().add(C::InvitedAt.lt(at)).add(
            Condition::all()
                .add(C::InvitedAt.eq(at))
                .add(C::MemberId.gt(member)),
        );
        rows = rows.filter(later);
    }
    rows.order_by_desc(C::InvitedAt)
        .order_by_asc(C::MemberId)
        .limit(limit)
        .all(db)
        .await
}

/// How many wait for an answer.
///
/// # Errors
/// A failure of the database.
pub async fn count(db: &impl ConnectionTrait, community: Uuid) -> Result<u64, DbErr> {
    unanswered(community).count(db).await
}

/// Communities a member is invited to.
///
/// # Errors
/// A failure of the database.
pub async fn waiting_of(db: &impl ConnectionTrait, member: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let rows = community_invitation::Entity::find().filter(reaches(member));
    let rows = rows.all(db).await?;
    Ok(rows.into_iter().map(|row| row.community_id).collect())
}

/// Invitations of a community to members who can sign in and have not answered.
fn unanswered(community: Uuid) -> Select<community_invitation::Entity> {
    use community_invitation::Column as C;
    community_invitation::Entity::find()
        .join(JoinType::InnerJoin, to_member())
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .filter(C::CommunityId.eq(community))
        .filter(C::DeclinedAt.is_null())
}

fn to_member() -> RelationDef {
    community_invitation::Entity::belongs_to(member::Entity)
        .from(community_invitation::Column::MemberId)
        .to(member::Column::Id)
        .into()
}

/// Takes back what a member invited to a community and nobody took or declined.
///
/// # Errors
/// A failure of the database.
pub async fn delete_by(db: &impl ConnectionTrait, community: Uuid, by: Uuid) -> Result<(), DbErr> {
    let within = community_invitation::Column::CommunityId.eq(community);
    delete_waiting(db, within.and(community_invitation::Column::ById.eq(by))).await
}

/// The same of all communities.
///
/// # Errors
/// A failure of the database.
pub async fn delete_all_by(db: &impl ConnectionTrait, by: Uuid) -> Result<(), DbErr> {
    delete_waiting(db, community_invitation::Column::ById.eq(by)).await
}

async fn delete_waiting(db: &impl ConnectionTrait, which: SimpleExpr) -> Result<(), DbErr> {
    community_invitation::Entity::delete_many()
        .filter(which)
        .filter(community_invitation::Column::DeclinedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}
