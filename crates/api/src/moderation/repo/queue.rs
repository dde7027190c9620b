//! The queue of flags: one row per post and kind, however many said so.

use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, Order,
    QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use serde::{Deserialize, Serialize};
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::flags::FlagKind;
use uuid::Uuid;

use super::flags::FlagRow;
use crate::db::entities::{post, post_flag};
use crate::posts::repo::keyset::{self, Key};
use crate::posts::visibility::visible_posts;

/// A post that was flagged in one way.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Queued {
    /// The post.
    pub post_id: Uuid,
    /// A word of `FlagKind`.
    pub kind: String,
    /// When it was first said, or, of what was decided, last decided.
    pub at: i64,
}

/// Where a page of the queue goes on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct QueueKey {
    at: i64,
    post: Uuid,
    kind: String,
}

impl QueueKey {
    /// The key of a row.
    #[must_use]
    pub fn of(row: &Queued) -> Self {
        Self {
            at: row.at,
            post: row.post_id,
            kind: row.kind.clone(),
        }
    }
}

/// Which part of the queue.
#[derive(Clone, Copy, Debug)]
pub struct QueueFilter {
    /// What was decided on, instead of what waits.
    pub resolved: bool,
    /// Of one kind.
    pub kind: Option<FlagKind>,
}

/// A page of the queue, of posts that the viewer may see: what waits longest first, what was decided last first.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: QueueFilter,
    after: Option<&QueueKey>,
    limit: u64,
) -> Result<Vec<Queued>, DbErr> {
    let (at, order) = if filter.resolved {
        let at = Expr::col((post_flag::Entity, post_flag::Column::ResolvedAt));
        (at.max(), Order::Desc)
    } else {
        let at = Expr::col((post_flag::Entity, post_flag::Column::CreatedAt));
        (at.min(), Order::Asc)
    };
    let at = Expr::expr(at);
    let column = |column| Expr::col((post_flag::Entity, column));
    let mut rows = visible_posts(viewer)
        .join(JoinType::InnerJoin, to_flag())
        .filter(condition(filter))
        .select_only()
        .column_as(post_flag::Column::PostId, "post_id")
        .column_as(post_flag::Column::Kind, "kind")
        .expr_as(at.clone(), "at")
        .group_by(post_flag::Column::PostId)
        .group_by(post_flag::Column::Kind);
    if let Some(key) = after {
        let keys: [Key; 3] = [
            (at.clone(), order.clone(), key.at.into()),
            (
                column(post_flag::Column::PostId),
                Order::Asc,
                key.post.into(),
            ),
            (
                column(post_flag::Column::Kind),
                Order::Asc,
                key.kind.clone().into(),
            ),
        ];
        rows = rows.having(keyset::after(&keys));
    }
    rows.order_by(at, order)
        .order_by_asc(post_flag::Column::PostId)
        .order_by_asc(post_flag::Column::Kind)
        .limit(limit)
        .into_model::<Queued>()
        .all(db)
        .await
}

/// The flags behind rows of the queue, oldest first.
///
/// # Errors
/// A failure of the database.
pub async fn flags_of(
    db: &impl ConnectionTrait,
    rows: &[Queued],
    resolved: bool,
) -> Result<Vec<FlagRow>, DbErr> {
    let posts: Vec<Uuid> = rows.iter().map(|row| row.post_id).collect();
    post_flag::Entity::find()
        .filter(post_flag::Column::PostId.is_in(posts))
        .filter(decided(resolved))
        .order_by_asc(post_flag::Column::CreatedAt)
        .order_by_asc(post_flag::Column::Id)
        .all(db)
        .await
}

fn condition(filter: QueueFilter) -> Condition {
    let kind = filter
        .kind
        .map(|kind| post_flag::Column::Kind.eq(kind.as_str()));
    Condition::all()
        .add(decided(filter.resolved))
        .add_option(kind)
}

fn decided(resolved: bool) -> Expr {
    if resolved {
        post_flag::Column::ResolvedAt.is_not_null()
    } else {
        post_flag::Column::ResolvedAt.is_null()
    }
}

fn to_flag() -> RelationDef {
    post::Entity::belongs_to(post_flag::Entity)
        .from(post::Column::Id)
        .to(post_flag::Column::PostId)
        .into()
}
