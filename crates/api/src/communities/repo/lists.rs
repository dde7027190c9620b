//! Which communities exist for somebody, and lists of them by name.

use std::collections::HashMap;

use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, Order, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};
use tacit_contract::communities::CommunityView;
use tacit_domain::communities::{CommunityRole, RequestState, Visibility};
use tacit_domain::identity::Viewer;
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use super::communities::CommunityRow;
use super::invitations;
use crate::db::entities::{community, community_member, community_request, community_topic, post};
use crate::identity::repo::members::like_literal;
use crate::posts::repo::keyset;
use crate::posts::visibility::{communities_of, visible_posts};

/// The condition on rows of `community` that exist for the viewer: whatever is not hidden, their own, and where they are
/// invited. Deleted ones exist for nobody.
#[must_use]
pub fn known_to(viewer: &Viewer) -> Condition {
    use community::Column as C;
    Condition::all().add(C::DeletedAt.is_null()).add(
        Condition::any()
            .add(C::Visibility.ne(Visibility::Hidden.as_str()))
            .add(C::Id.in_subquery(communities_of(viewer)))
            .add(C::Id.in_subquery(invitations::of(viewer.member_id))),
    )
}

/// Which communities.
#[derive(Clone, Debug, Default)]
pub struct CommunityFilter {
    /// Which of them.
    pub view: CommunityView,
    /// Words that name or purpose contains.
    pub words: Option<String>,
    /// About this topic.
    pub topic_id: Option<Uuid>,
    /// When a deleted one was deleted so long ago that it is erased.
    pub erased_before: i64,
}

/// Where a page goes on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CommunityKey(String, Uuid);

impl CommunityKey {
    /// The key of a row.
    #[must_use]
    pub fn of(row: &CommunityRow) -> Self {
        Self(row.name.clone(), row.id)
    }
}

/// Communities by name.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &CommunityFilter,
    after: Option<&CommunityKey>,
    limit: u64,
) -> Result<Vec<CommunityRow>, DbErr> {
    let name = || Expr::col((community::Entity, community::Column::Name));
    let id = || Expr::col((community::Entity, community::Column::Id));
    let mut rows = community::Entity::find().filter(in_view(viewer, filter));
    if let Some(words) = &filter.words {
        rows = rows.filter(contains(words));
    }
    if let Some(topic) = filter.topic_id {
        rows = rows.filter(community::Column::Id.in_subquery(about(topic)));
    }
    if let Some(CommunityKey(last, last_id)) = after {
        let keys = [
            (name(), Order::Asc, last.as_str().into()),
            (id(), Order::Asc, (*last_id).into()),
        ];
        rows = rows.filter(keyset::after(&keys));
    }
    rows.order_by(name(), Order::Asc)
        .order_by(id(), Order::Asc)
        .limit(limit)
        .all(db)
        .await
}

fn in_view(viewer: &Viewer, filter: &CommunityFilter) -> Condition {
    use community::Column as C;
    let mine = || C::Id.in_subquery(communities_of(viewer));
    let known = || Condition::all().add(known_to(viewer));
    match filter.view {
        CommunityView::All => known().add(C::ArchivedAt.is_null()),
        CommunityView::Mine => known().add(mine()),
        CommunityView::Discover => known()
            .add(C::ArchivedAt.is_null())
            .add(mine().not())
            .add(C::Visibility.ne(Visibility::Hidden.as_str())),
        CommunityView::Pending => known().add(mine().not()).add(
            Condition::any()
                .add(C::Id.in_subquery(invitations::of(viewer.member_id)))
                .add(C::Id.in_subquery(asked_by(viewer))),
        ),
        CommunityView::Deleted => Condition::all()
            .add(C::DeletedAt.gt(filter.erased_before))
            .add(C::Id.in_subquery(owned_by(viewer))),
    }
}

fn asked_by(viewer: &Viewer) -> SelectStatement {
    use community_request::Column as C;
    Query::select()
        .column(C::CommunityId)
        .from(community_request::Entity)
        .and_where(C::MemberId.eq(viewer.member_id))
        .and_where(C::State.eq(RequestState::Waiting.as_str()))
        .to_owned()
}

fn owned_by(viewer: &Viewer) -> SelectStatement {
    use community_member::Column as C;
    Query::select()
        .column(C::CommunityId)
        .from(community_member::Entity)
        .and_where(C::MemberId.eq(viewer.member_id))
        .and_where(C::Role.eq(CommunityRole::Owner.as_str()))
        .to_owned()
}

fn about(topic: Uuid) -> SelectStatement {
    Query::select()
        .column(community_topic::Column::CommunityId)
        .from(community_topic::Entity)
        .and_where(community_topic::Column::TopicId.eq(topic))
        .to_owned()
}

/// Each word stands in the name or in the purpose, wherever.
fn contains(words: &str) -> Condition {
    let mut all = Condition::all();
    for word in words.split_whitespace().take(8) {
        let literal = like_literal(&word.to_lowercase());
        let mut any = Condition::any();
        for column in [community::Column::Name, community::Column::Purpose] {
            let lower = || Expr::expr(Func::lower(Expr::col((community::Entity, column))));
            let like = LikeExpr::new(format!("%{literal}%")).escape('\\');
            any = any.add(lower().like(like));
        }
        all = all.add(any);
    }
    all
}

/// When something was last asked in these communities, as far as the viewer reads them.
///
/// # Errors
/// A failure of the database.
pub async fn last_asked(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    communities: &[Uuid],
) -> Result<HashMap<Uuid, i64>, DbErr> {
    let rows: Vec<(Uuid, i64)> = visible_posts(viewer)
        .filter(post::Column::CommunityId.is_in(communities.iter().copied()))
        .filter(post::Column::Kind.eq(PostKind::Question.as_str()))
        .select_only()
        .column(post::Column::CommunityId)
        .column_as(post::Column::CreatedAt.max(), "last")
        .group_by(post::Column::CommunityId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

/// How many posts of each kind stand in a community, as far as the viewer sees them.
///
/// # Errors
/// A failure of the database.
pub async fn written_in(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
) -> Result<HashMap<String, i64>, DbErr> {
    let rows: Vec<(String, i64)> = visible_posts(viewer)
        .filter(post::Column::CommunityId.eq(community))
        .select_only()
        .column(post::Column::Kind)
        .column_as(post::Column::Id.count(), "posts")
        .group_by(post::Column::Kind)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
