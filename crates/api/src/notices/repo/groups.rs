//! Notices as they are shown: grouped by kind and subject, without those about what the viewer may not see any more.

use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, Func, Query, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
};
use tacit_domain::identity::Viewer;
use tacit_domain::notices::NoticeKind;
use uuid::Uuid;

use super::communities::stands;
use crate::blocks::repo::notices_that_reach;
use crate::db::entities::{notice, notice_read, post};
use crate::posts::visibility::{taken_from, visible_to};

/// The most rows of one group that are looked at to say who did it.
const LOOKED_AT: u64 = 500;

/// A row of `notice`.
pub type NoticeRow = notice::Model;

/// Notices of a kind about a subject.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Group {
    /// Word of the kind.
    pub kind: String,
    /// What they are about.
    pub subject_id: Uuid,
    /// Position of the newest.
    pub last: i64,
    /// How many there are.
    pub total: i64,
    /// How many are new.
    pub unread: i64,
}

/// Which groups.
#[derive(Clone, Debug, Default)]
pub struct GroupFilter {
    /// With something new, or with nothing new.
    pub unread: Option<bool>,
    /// Of these kinds.
    pub kinds: Vec<NoticeKind>,
    /// Older than this position.
    pub before: Option<i64>,
}

/// Groups, newest first. Everything up to `read_to` is read.
///
/// # Errors
/// A failure of the database.
pub async fn list(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    read_to: i64,
    filter: &GroupFilter,
    limit: u64,
) -> Result<Vec<Group>, DbErr> {
    let last = || notice::Column::Position.max();
    let unread = || Expr::expr(is_unread(read_to)).sum();
    let mut groups = shown(viewer, &filter.kinds)
        .select_only()
        .column(notice::Column::Kind)
        .column(notice::Column::SubjectId)
        .column_as(last(), "last")
        .column_as(notice::Column::Position.count(), "total")
        .column_as(unread(), "unread")
        .group_by(notice::Column::Kind)
        .group_by(notice::Column::SubjectId);
    if filter.unread == Some(true) {
        // What is read need not be looked at.
        groups = groups
            .filter(notice::Column::Position.gt(read_to))
            .having(unread().gt(0));
    }
    if filter.unread == Some(false) {
        groups = groups.having(unread().eq(0));
    }
    if let Some(before) = filter.before {
        groups = groups.having(last().lt(before));
    }
    groups
        .order_by_desc(last())
        .limit(limit)
        .into_model()
        .all(db)
        .await
}

/// The rows of a group, newest first; only the new ones if there are any.
///
/// # Errors
/// A failure of the database.
pub async fn rows_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    read_to: i64,
    group: &Group,
) -> Result<Vec<NoticeRow>, DbErr> {
    let mut rows = shown(viewer, NoticeKind::ALL)
        .filter(notice::Column::Kind.eq(group.kind.as_str()))
        .filter(notice::Column::SubjectId.eq(group.subject_id));
    if group.unread > 0 {
        rows = rows.filter(Expr::expr(is_unread(read_to)).eq(1));
    }
    rows.order_by_desc(notice::Column::Position)
        .limit(LOOKED_AT)
        .all(db)
        .await
}

/// The notice of an event, if it is still new and may be seen.
///
/// # Errors
/// A failure of the database.
pub async fn unread_at(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    read_to: i64,
    position: i64,
) -> Result<Option<NoticeRow>, DbErr> {
    shown(viewer, NoticeKind::ALL)
        .filter(notice::Column::Position.eq(position))
        .filter(Expr::expr(is_unread(read_to)).eq(1))
        .one(db)
        .await
}

/// The position of the newest unread notice of these kinds about a question's page.
///
/// # Errors
/// A failure of the database.
pub async fn unread_of_page(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    read_to: i64,
    kinds: &[NoticeKind],
    question: Uuid,
) -> Result<Option<i64>, DbErr> {
    shown(viewer, kinds)
        .filter(notice::Column::QuestionId.eq(question))
        .filter(Expr::expr(is_unread(read_to)).eq(1))
        .select_only()
        .column(notice::Column::Position)
        .order_by_desc(notice::Column::Position)
        .into_tuple()
        .one(db)
        .await
}

/// The groups whose unread notices up to a position all are about one question's page.
///
/// # Errors
/// A failure of the database.
pub async fn only_of_page(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    read_to: i64,
    question: Uuid,
    up_to: i64,
) -> Result<Vec<(String, Uuid)>, DbErr> {
    let elsewhere = Condition::any()
        .add(notice::Column::QuestionId.is_null())
        .add(notice::Column::QuestionId.ne(question));
    let elsewhere = CaseStatement::new().case(elsewhere, 1).finally(0);
    shown(viewer, NoticeKind::ALL)
        .filter(notice::Column::Position.gt(read_to))
        .filter(notice::Column::Position.lte(up_to))
        .filter(Expr::expr(is_unread(read_to)).eq(1))
        .select_only()
        .column(notice::Column::Kind)
        .column(notice::Column::SubjectId)
        .group_by(notice::Column::Kind)
        .group_by(notice::Column::SubjectId)
        .having(Expr::expr(elsewhere).sum().eq(0))
        .into_tuple()
        .all(db)
        .await
}

/// A notice by itself, as a group of one.
#[must_use]
pub fn alone(row: NoticeRow) -> (Group, Vec<NoticeRow>) {
    let group = Group {
        kind: row.kind.clone(),
        subject_id: row.subject_id,
        last: row.position,
        total: 1,
        unread: 1,
    };
    (group, vec![row])
}

/// A member's notices of these kinds that they may see, with what they have read of each group.
fn shown(viewer: &Viewer, kinds: &[NoticeKind]) -> Select<notice::Entity> {
    let rows = notice::Entity::find()
        .join(JoinType::LeftJoin, to_read())
        .filter(notice::Column::MemberId.eq(viewer.member_id))
        .filter(notice::Column::Kind.is_in(kinds.iter().map(|kind| kind.as_str())))
        .filter(notices_that_reach(viewer))
        .filter(stands(viewer));
    let posts = [
        notice::Column::PostId,
        notice::Column::ParentId,
        notice::Column::QuestionId,
    ];
    posts
        .into_iter()
        .fold(rows, |rows, column| rows.filter(sees(viewer, column)))
}

/// Whether the viewer may see the post a column names, as the rows stand now. What a notice says was taken from them they
/// still see as deleted; once it is back, there is nothing to tell any more.
fn sees(viewer: &Viewer, column: notice::Column) -> Condition {
    let id = || Expr::col((notice::Entity, column));
    let told_of = || {
        notice::Column::Kind
            .eq(NoticeKind::PostDeleted.as_str())
            .and(id().eq(Expr::col((notice::Entity, notice::Column::SubjectId))))
    };
    let there = Condition::all()
        .add(told_of().not())
        .add(visible_to(viewer));
    let taken = Condition::all().add(told_of()).add(taken_from(viewer));
    let visible = Query::select()
        .expr(Expr::val(1))
        .from(post::Entity)
        .and_where(Expr::col((post::Entity, post::Column::Id)).eq(id()))
        .cond_where(Condition::any().add(there).add(taken))
        .to_owned();
    Condition::any()
        .add(column.is_null())
        .add(Expr::exists(visible))
}

/// 1 for what is new, 0 for what is read.
fn is_unread(read_to: i64) -> SimpleExpr {
    let position = || Expr::col((notice::Entity, notice::Column::Position));
    let up_to = Expr::col((notice_read::Entity, notice_read::Column::UpTo));
    let up_to = Func::coalesce([up_to, Expr::val(0)]);
    let new = Condition::all()
        .add(position().gt(read_to))
        .add(position().gt(up_to));
    CaseStatement::new().case(new, 1).finally(0).into()
}

fn to_read() -> RelationDef {
    notice::Entity::belongs_to(notice_read::Entity)
        .from((
            notice::Column::MemberId,
            notice::Column::Kind,
            notice::Column::SubjectId,
        ))
        .to((
            notice_read::Column::MemberId,
            notice_read::Column::Kind,
            notice_read::Column::SubjectId,
        ))
        .into()
}
