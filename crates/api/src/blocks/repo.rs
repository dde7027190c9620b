//! Who keeps whom away, and the conditions that leave out what does not reach a member.

use std::collections::{HashMap, HashSet};

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, Order,
    QueryFilter, QueryOrder, QuerySelect,
};
use serde::{Deserialize, Serialize};
use tacit_domain::blocks::{BlockKind, always_reaches, stops};
use tacit_domain::identity::Viewer;
use tacit_domain::notices::{NoticeKind, NoticeReason};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::member_block::{ActiveModel, Column, Entity, Model};
use crate::db::entities::{notice, post};
use crate::error::AppResult;
use crate::posts::repo::keyset::{self, Key};

/// A row of `member_block`.
pub type BlockRow = Model;

/// Whom a member has muted or blocked.
pub type Blocks = HashMap<Uuid, BlockKind>;

/// Where a page goes on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct BlockKey {
    at: i64,
    id: Uuid,
}

impl BlockKey {
    /// The key of a row.
    #[must_use]
    pub const fn of(row: &BlockRow) -> Self {
        Self {
            at: row.created_at,
            id: row.other_id,
        }
    }
}

/// Whom a member has muted or blocked, the latest first.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    member: Uuid,
    after: Option<BlockKey>,
    limit: u64,
) -> Result<Vec<BlockRow>, DbErr> {
    let mut rows = Entity::find().filter(Column::MemberId.eq(member));
    if let Some(key) = after {
        let column = |column| Expr::col((Entity, column));
        let keys: [Key; 2] = [
            (column(Column::CreatedAt), Order::Desc, key.at.into()),
            (column(Column::OtherId), Order::Desc, key.id.into()),
        ];
        rows = rows.filter(keyset::after(&keys));
    }
    rows.order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::OtherId)
        .limit(limit)
        .all(db)
        .await
}

/// How far a member keeps another away.
///
/// # Errors
/// A failure of the database.
pub async fn find(
    db: &impl ConnectionTrait,
    member: Uuid,
    other: Uuid,
) -> AppResult<Option<BlockKind>> {
    let row = Entity::find_by_id((member, other)).one(db).await?;
    Ok(row.map(|row| row.kind.parse()).transpose()?)
}

/// Everybody a member keeps away.
///
/// # Errors
/// A failure of the database.
pub async fn of_member(db: &impl ConnectionTrait, member: Uuid) -> AppResult<Blocks> {
    let rows = Entity::find().filter(Column::MemberId.eq(member));
    let mut found = Blocks::new();
    for row in rows.all(db).await? {
        found.insert(row.other_id, row.kind.parse()?);
    }
    Ok(found)
}

/// Whom a member has blocked.
///
/// # Errors
/// A failure of the database.
pub async fn blocked_by(db: &impl ConnectionTrait, member: Uuid) -> AppResult<HashSet<Uuid>> {
    let all = of_member(db, member).await?.into_iter();
    let blocked = all.filter(|(_, kind)| *kind == BlockKind::Blocked);
    Ok(blocked.map(|(id, _)| id).collect())
}

/// Who has blocked a member. For the machinery of asking alone: it never becomes an answer.
///
/// # Errors
/// A failure of the database.
pub async fn who_blocked(db: &impl ConnectionTrait, member: Uuid) -> Result<HashSet<Uuid>, DbErr> {
    let rows: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::MemberId)
        .filter(Column::OtherId.eq(member))
        .filter(Column::Kind.eq(BlockKind::Blocked.as_str()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Keeps somebody away; who was kept away otherwise keeps their place in the list.
///
/// # Errors
/// A failure of the database.
pub async fn put(
    db: &impl ConnectionTrait,
    member: Uuid,
    other: Uuid,
    kind: BlockKind,
    at: Timestamp,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        member_id: Set(member),
        other_id: Set(other),
        kind: Set(kind.as_str().to_owned()),
        created_at: Set(at.micros()),
    };
    let there = OnConflict::columns([Column::MemberId, Column::OtherId])
        .update_column(Column::Kind)
        .to_owned();
    Entity::insert(row)
        .on_conflict(there)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Keeps somebody away no more.
///
/// # Errors
/// A failure of the database.
pub async fn delete(db: &impl ConnectionTrait, member: Uuid, other: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id((member, other)).exec(db).await?;
    Ok(())
}

/// Whoever kept a person of an import away keeps the member away whom they turned out to be.
///
/// # Errors
/// A failure of the database.
pub async fn move_to(db: &impl ConnectionTrait, from: Uuid, to: Uuid) -> Result<(), DbErr> {
    let rows = Entity::find()
        .filter(Column::OtherId.eq(from))
        .all(db)
        .await?;
    for row in rows.into_iter().filter(|row| row.member_id != to) {
        let moved = Model {
            other_id: to,
            ..row
        }
        .into_active_model();
        let there = OnConflict::columns([Column::MemberId, Column::OtherId])
            .do_nothing()
            .to_owned();
        Entity::insert(moved)
            .on_conflict(there)
            .exec_without_returning(db)
            .await?;
    }
    Entity::delete_many()
        .filter(Column::OtherId.eq(from))
        .exec(db)
        .await?;
    Ok(())
}

/// Whom a member has blocked, for the conditions of other rooms.
#[must_use]
pub fn blocked_of(member: Uuid) -> SelectStatement {
    kept_away(member, &[BlockKind::Blocked])
}

/// Those of these kinds.
fn kept_away(member: Uuid, kinds: &[BlockKind]) -> SelectStatement {
    Query::select()
        .column(Column::OtherId)
        .from(Entity)
        .and_where(Column::MemberId.eq(member))
        .and_where(Column::Kind.is_in(kinds.iter().map(|kind| kind.as_str())))
        .to_owned()
}

/// The condition on rows of `post` that are not by somebody the member has muted or blocked. A hidden author is nobody here.
#[must_use]
pub fn not_kept_away(member: Uuid) -> Condition {
    Condition::any()
        .add(post::Column::AuthorId.is_null())
        .add(post::Column::AuthorHidden.eq(true))
        .add(post::Column::AuthorId.not_in_subquery(kept_away(member, BlockKind::ALL)))
}

/// The condition on rows of `notice` that still reach the viewer: by who did it, and for a request to answer also by whose
/// question it is.
#[must_use]
pub fn notices_that_reach(viewer: &Viewer) -> Condition {
    let mut stopped = Condition::any();
    for block in BlockKind::ALL {
        let away = kept_away(viewer.member_id, &[*block]);
        // Without the first a notice without an actor would be neither stopped nor not.
        let by_actor = Condition::all()
            .add(notice::Column::ActorId.is_not_null())
            .add(notice::Column::ActorId.in_subquery(away.clone()));
        let of_question = Condition::all()
            .add(notice::Column::Kind.eq(NoticeKind::QuestionForYou.as_str()))
            .add(notice::Column::QuestionId.in_subquery(posts_of(away)));
        let theirs = Condition::any().add(by_actor).add(of_question);
        stopped = stopped.add(Condition::all().add(what_stops(*block)).add(theirs));
    }
    stopped.not()
}

/// Posts under the names of these members.
fn posts_of(members: SelectStatement) -> SelectStatement {
    Query::select()
        .column(post::Column::Id)
        .from(post::Entity)
        .and_where(post::Column::AuthorHidden.eq(false))
        .and_where(post::Column::AuthorId.in_subquery(members))
        .to_owned()
}

/// The kinds and reasons that do not get through.
fn what_stops(block: BlockKind) -> Condition {
    let kinds = NoticeKind::ALL.iter().filter(|kind| always_reaches(**kind));
    let reasons = NoticeReason::ALL.iter().filter(|why| stops(block, **why));
    Condition::all()
        .add(notice::Column::Kind.is_not_in(kinds.map(|kind| kind.as_str())))
        .add(notice::Column::Reason.is_in(reasons.map(|why| why.as_str())))
}
