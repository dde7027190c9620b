//! Answers that are to be looked at again, and when they last were.

use std::collections::HashMap;

use sea_orm::sea_query::OnConflict;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, IntoActiveModel,
    JoinType, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationDef,
};
use serde::{Deserialize, Serialize};
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::flags::FlagKind;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db::entities::{answer, answer_renewal, post, post_flag, post_topic, question};
use crate::nameless::identity::written_by;
use crate::posts::repo::keyset::{self, Key};
use crate::posts::visibility::{visible_posts, written_where};

/// A row of `answer_renewal`.
pub type RenewalRow = answer_renewal::Model;

/// Keeps that somebody looked again, in place of any earlier look.
///
/// # Errors
/// A failure of the database.
pub async fn put(db: &impl ConnectionTrait, row: RenewalRow) -> Result<(), DbErr> {
    use answer_renewal::Column as C;
    let replace = OnConflict::column(C::AnswerId)
        .update_columns([C::RenewedBy, C::RenewedAt, C::ReplacedById])
        .to_owned();
    answer_renewal::Entity::insert(row.into_active_model())
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// When these answers were last looked at again.
///
/// # Errors
/// A failure of the database.
pub async fn of_answers(
    db: &impl ConnectionTrait,
    answers: &[Uuid],
) -> Result<HashMap<Uuid, RenewalRow>, DbErr> {
    let rows = answer_renewal::Entity::find()
        .filter(answer_renewal::Column::AnswerId.is_in(answers.iter().copied()))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.answer_id, row)).collect())
}

/// Whether a member knows a topic of a question: another answer of theirs was accepted there.
///
/// # Errors
/// A failure of the database.
pub async fn knows_topics_of(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    question_id: Uuid,
) -> Result<bool, DbErr> {
    let shared = Query::select()
        .column(post_topic::Column::TopicId)
        .from(post_topic::Entity)
        .and_where(post_topic::Column::PostId.eq(question_id))
        .to_owned();
    let count = post_topic::Entity::find()
        .filter(post_topic::Column::TopicId.in_subquery(shared))
        .filter(post_topic::Column::PostId.ne(question_id))
        .filter(post_topic::Column::PostId.in_subquery(solved_by(viewer)))
        .count(db)
        .await?;
    Ok(count > 0)
}

/// The questions that an answer of the viewer solved.
fn solved_by(viewer: &Viewer) -> SelectStatement {
    let own = Query::select()
        .column(post::Column::Id)
        .from(post::Entity)
        .and_where(post::Column::AuthorId.eq(viewer.member_id))
        .and_where(post::Column::DeletedAt.is_null())
        .to_owned();
    Query::select()
        .column(question::Column::PostId)
        .from(question::Entity)
        .and_where(question::Column::AcceptedAnswerId.in_subquery(own))
        .to_owned()
}

/// An answer to look at again.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Due {
    /// The answer.
    pub answer_id: Uuid,
    /// What it answers.
    pub question_id: Uuid,
    /// The question's title.
    pub question_title: String,
    /// Who wrote it.
    pub author_id: Option<Uuid>,
    /// When it was accepted.
    pub accepted_at: i64,
}

/// Where a page of renewals goes on.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct DueKey {
    at: i64,
    id: Uuid,
}

impl DueKey {
    /// The key of a row.
    #[must_use]
    pub const fn of(row: &Due) -> Self {
        Self {
            at: row.accepted_at,
            id: row.answer_id,
        }
    }
}

/// Answers that the viewer may see and renew, accepted `before` and called out of date since they were last touched; the
/// longest accepted first.
///
/// # Errors
/// A failure of the database.
pub async fn list_due(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    before: Timestamp,
    after: Option<DueKey>,
    limit: u64,
) -> Result<Vec<Due>, DbErr> {
    let accepted = Expr::col((question::Entity, question::Column::AcceptedAt));
    let keys = |key: DueKey| -> [Key; 2] {
        let id = Expr::col((post::Entity, post::Column::Id));
        [
            (accepted.clone(), Order::Asc, key.at.into()),
            (id, Order::Asc, key.id.into()),
        ]
    };
    let mut rows = visible_posts(viewer)
        .join(JoinType::InnerJoin, to_question_it_solved())
        .filter(question::Column::AcceptedAt.lte(before.micros()))
        .filter(open_pages(viewer))
        .filter(written_where(viewer.member_id))
        .filter(Expr::exists(called_outdated()))
        .filter(renewable_by(viewer))
        .select_only()
        .column_as(post::Column::Id, "answer_id")
        .column_as(question::Column::PostId, "question_id")
        .column_as(question::Column::Title, "question_title")
        .column_as(post::Column::AuthorId, "author_id")
        .column_as(question::Column::AcceptedAt, "accepted_at");
    if let Some(key) = after {
        rows = rows.filter(keyset::after(&keys(key)));
    }
    rows.order_by_asc(question::Column::AcceptedAt)
        .order_by_asc(post::Column::Id)
        .limit(limit)
        .into_model::<Due>()
        .all(db)
        .await
}

/// The question is there too, and not closed.
fn open_pages(viewer: &Viewer) -> Condition {
    use sea_orm::QueryTrait;
    let pages = visible_posts(viewer)
        .select_only()
        .column(post::Column::Id)
        .into_query();
    Condition::all()
        .add(question::Column::ClosedReason.is_null())
        .add(question::Column::PostId.in_subquery(pages))
}

/// An undecided flag, later than the last edit and the last look.
fn called_outdated() -> SelectStatement {
    let of_post = |column| Expr::col((post::Entity, column));
    let of_flag = |column| Expr::col((post_flag::Entity, column));
    let renewed = Query::select()
        .column(answer_renewal::Column::AnswerId)
        .from(answer_renewal::Entity)
        .and_where(
            Expr::col((answer_renewal::Entity, answer_renewal::Column::AnswerId))
                .equals((post::Entity, post::Column::Id)),
        )
        .and_where(
            Expr::col((answer_renewal::Entity, answer_renewal::Column::RenewedAt))
                .gte(of_flag(post_flag::Column::CreatedAt)),
        )
        .to_owned();
    let edited = of_post(post::Column::EditedAt).gte(of_flag(post_flag::Column::CreatedAt));
    Query::select()
        .column(post_flag::Column::Id)
        .from(post_flag::Entity)
        .and_where(of_flag(post_flag::Column::PostId).equals((post::Entity, post::Column::Id)))
        .and_where(of_flag(post_flag::Column::Kind).eq(FlagKind::Outdated.as_str()))
        .and_where(of_flag(post_flag::Column::ResolvedAt).is_null())
        .and_where(of_post(post::Column::EditedAt).is_null().or(edited.not()))
        .and_where(Expr::exists(renewed).not())
        .to_owned()
}

/// The viewer's own, and those with a topic the viewer knows by another answer.
fn renewable_by(viewer: &Viewer) -> Condition {
    let own = written_by(viewer.member_id);
    let known = Query::select()
        .column(post_topic::Column::TopicId)
        .from(post_topic::Entity)
        .and_where(post_topic::Column::PostId.in_subquery(solved_by(viewer)))
        .to_owned();
    let with_known = Query::select()
        .column(post_topic::Column::PostId)
        .from(post_topic::Entity)
        .and_where(post_topic::Column::TopicId.in_subquery(known))
        .to_owned();
    Condition::any()
        .add(own)
        .add(question::Column::PostId.in_subquery(with_known))
}

fn to_question_it_solved() -> RelationDef {
    post::Entity::belongs_to(question::Entity)
        .from(post::Column::Id)
        .to(question::Column::AcceptedAnswerId)
        .into()
}

/// Whether an answer stands under this question and is there.
///
/// # Errors
/// A failure of the database.
pub async fn is_answer_to(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    answer_id: Uuid,
    question_id: Uuid,
) -> Result<bool, DbErr> {
    let to_answer: RelationDef = post::Entity::belongs_to(answer::Entity)
        .from(post::Column::Id)
        .to(answer::Column::PostId)
        .into();
    let count = visible_posts(viewer)
        .join(JoinType::InnerJoin, to_answer)
        .filter(post::Column::Id.eq(answer_id))
        .filter(answer::Column::QuestionId.eq(question_id))
        .count(db)
        .await?;
    Ok(count > 0)
}
