//! Who belongs to a community, and as what.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, IntoActiveModel, JoinType,
    Order, QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
};
use serde::{Deserialize, Serialize};
use tacit_domain::communities::CommunityRole;
use tacit_domain::identity::{MemberStatus, Viewer};
use uuid::Uuid;

use crate::db::entities::{community_member, member};
use crate::error::AppResult;
use crate::identity::repo::members::words_begin;
use crate::posts::repo::keyset;

/// A row of `community_member`.
pub type MembershipRow = community_member::Model;

/// What a member is in a community; none when they do not belong to it. Whether it exists for them, and was not deleted, is
/// for `service::load_visible` to say.
///
/// # Errors
/// When the row is not sound; a failure of the database.
pub async fn role_of(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> AppResult<Option<CommunityRole>> {
    let row = find(db, community, member).await?;
    Ok(row.map(|row| row.role.parse()).transpose()?)
}

/// A member of a community.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<Option<MembershipRow>, DbErr> {
    community_member::Entity::find_by_id((community, member))
        .one(db)
        .await
}

/// Makes somebody a member.
///
/// # Errors
/// A failure of the database.
pub async fn insert(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
    role: CommunityRole,
    at: i64,
) -> Result<(), DbErr> {
    let row = MembershipRow {
        community_id: community,
        member_id: member,
        role: role.as_str().to_owned(),
        joined_at: at,
    };
    community_member::Entity::insert(row.into_active_model())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Gives a member another role.
///
/// # Errors
/// A failure of the database.
pub async fn set_role(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
    role: CommunityRole,
) -> Result<(), DbErr> {
    use community_member::Column as C;
    community_member::Entity::update_many()
        .col_expr(C::Role, Expr::value(role.as_str()))
        .filter(C::CommunityId.eq(community))
        .filter(C::MemberId.eq(member))
        .exec(db)
        .await?;
    Ok(())
}

/// Makes another the owner; who was it is something else then. In this order: there is never more than one.
///
/// # Errors
/// A failure of the database.
pub async fn hand_over(
    db: &impl ConnectionTrait,
    community: Uuid,
    (owner, then): (Uuid, CommunityRole),
    member: Uuid,
) -> Result<(), DbErr> {
    set_role(db, community, owner, then).await?;
    set_role(db, community, member, CommunityRole::Owner).await
}

/// The communities somebody belongs to, also deleted ones.
///
/// # Errors
/// A failure of the database.
pub async fn communities_with(db: &impl ConnectionTrait, member: Uuid) -> Result<Vec<Uuid>, DbErr> {
    use community_member::Column as C;
    community_member::Entity::find()
        .select_only()
        .column(C::CommunityId)
        .filter(C::MemberId.eq(member))
        .order_by_asc(C::CommunityId)
        .into_tuple()
        .all(db)
        .await
}

/// The communities a member owns, also deleted ones.
///
/// # Errors
/// A failure of the database.
pub async fn owned_by(db: &impl ConnectionTrait, member: Uuid) -> Result<Vec<Uuid>, DbErr> {
    use community_member::Column as C;
    community_member::Entity::find()
        .select_only()
        .column(C::CommunityId)
        .filter(C::MemberId.eq(member))
        .filter(C::Role.eq(CommunityRole::Owner.as_str()))
        .order_by_asc(C::CommunityId)
        .into_tuple()
        .all(db)
        .await
}

/// The owner of a community who cannot sign in any more; none when its owner can.
///
/// # Errors
/// A failure of the database.
pub async fn lost_owner(db: &impl ConnectionTrait, community: Uuid) -> Result<Option<Uuid>, DbErr> {
    use community_member::Column as C;
    community_member::Entity::find()
        .join(JoinType::InnerJoin, to_member())
        .select_only()
        .column(C::MemberId)
        .filter(C::CommunityId.eq(community))
        .filter(C::Role.eq(CommunityRole::Owner.as_str()))
        .filter(member::Column::Status.ne(MemberStatus::Active.as_str()))
        .into_tuple()
        .one(db)
        .await
}

/// Who belongs to a community and can sign in, who came first.
///
/// # Errors
/// A failure of the database.
pub async fn all(db: &impl ConnectionTrait, community: Uuid) -> Result<Vec<MembershipRow>, DbErr> {
    present()
        .filter(community_member::Column::CommunityId.eq(community))
        .order_by_asc(community_member::Column::JoinedAt)
        .order_by_asc(community_member::Column::MemberId)
        .all(db)
        .await
}

/// Takes a member out; false when they did not belong to it.
///
/// # Errors
/// A failure of the database.
pub async fn delete(
    db: &impl ConnectionTrait,
    community: Uuid,
    member: Uuid,
) -> Result<bool, DbErr> {
    let done = community_member::Entity::delete_by_id((community, member))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// What the viewer is in each of these communities.
///
/// # Errors
/// When a row is not sound; a failure of the database.
pub async fn roles_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    communities: &[Uuid],
) -> AppResult<HashMap<Uuid, CommunityRole>> {
    let rows = community_member::Entity::find()
        .filter(community_member::Column::MemberId.eq(viewer.member_id))
        .filter(community_member::Column::CommunityId.is_in(communities.iter().copied()))
        .all(db)
        .await?;
    let role = |row: MembershipRow| Ok((row.community_id, row.role.parse()?));
    rows.into_iter().map(role).collect()
}

/// How many belong to each of these communities, without those who may not sign in any more.
///
/// # Errors
/// A failure of the database.
pub async fn counts_of(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
) -> Result<HashMap<Uuid, i64>, DbErr> {
    let rows: Vec<(Uuid, i64)> = present()
        .filter(community_member::Column::CommunityId.is_in(communities.iter().copied()))
        .select_only()
        .column(community_member::Column::CommunityId)
        .column_as(community_member::Column::MemberId.count(), "members")
        .group_by(community_member::Column::CommunityId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Who looks after a community, the owner first, then who came first. Also who may not sign in any more: an owner stays one.
///
/// # Errors
/// A failure of the database.
pub async fn facilitating(
    db: &impl ConnectionTrait,
    community: Uuid,
) -> Result<Vec<MembershipRow>, DbErr> {
    use community_member::Column as C;
    let looking_after = [CommunityRole::Owner, CommunityRole::Facilitator];
    let mut rows = community_member::Entity::find()
        .filter(C::CommunityId.eq(community))
        .filter(C::Role.is_in(looking_after.map(CommunityRole::as_str)))
        .order_by_asc(C::JoinedAt)
        .order_by_asc(C::MemberId)
        .all(db)
        .await?;
    rows.sort_by_key(|row| row.role != CommunityRole::Owner.as_str());
    Ok(rows)
}

/// A member of a community in a list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Listed {
    /// Who.
    pub member_id: Uuid,
    /// Word of the role.
    pub role: String,
    /// Since when.
    pub joined_at: i64,
    /// What the list is ordered by.
    pub display_name: String,
}

/// Where a page goes on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MemberKey(String, Uuid);

impl MemberKey {
    /// The key of a row.
    #[must_use]
    pub fn of(row: &Listed) -> Self {
        Self(row.display_name.clone(), row.member_id)
    }
}

/// Members of a community by name.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    community: Uuid,
    words: Option<&str>,
    after: Option<&MemberKey>,
    limit: u64,
) -> Result<Vec<Listed>, DbErr> {
    let name = || Expr::col((member::Entity, member::Column::DisplayName));
    let id = || Expr::col((community_member::Entity, community_member::Column::MemberId));
    let mut rows = present()
        .filter(community_member::Column::CommunityId.eq(community))
        .select_only()
        .column(community_member::Column::MemberId)
        .column(community_member::Column::Role)
        .column(community_member::Column::JoinedAt)
        .column(member::Column::DisplayName);
    if let Some(words) = words {
        let columns = [member::Column::DisplayName, member::Column::Handle];
        rows = rows.filter(words_begin(words, &columns));
    }
    if let Some(MemberKey(last, last_id)) = after {
        let keys = [
            (name(), Order::Asc, last.as_str().into()),
            (id(), Order::Asc, (*last_id).into()),
        ];
        rows = rows.filter(keyset::after(&keys));
    }
    rows.order_by(name(), Order::Asc)
        .order_by(id(), Order::Asc)
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// Who can sign in.
fn present() -> Select<community_member::Entity> {
    let active =
        Expr::col((member::Entity, member::Column::Status)).eq(MemberStatus::Active.as_str());
    community_member::Entity::find()
        .join(JoinType::InnerJoin, to_member())
        .filter(active)
}

fn to_member() -> RelationDef {
    community_member::Entity::belongs_to(member::Entity)
        .from(community_member::Column::MemberId)
        .to(member::Column::Id)
        .into()
}
