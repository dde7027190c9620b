//! Counting anew, for some topics or members at a time.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{
    Alias, Expr, ExprTrait, Func, JoinType, Query, SelectStatement, SimpleExpr,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter,
};
use tacit_domain::identity::MemberStatus;
use tacit_domain::posts::{AudienceKind, PostKind};
use uuid::Uuid;

use super::EVERYONE;
use crate::db::entities::{
    answer, comment, member, member_counter, post, post_topic, question, topic_counter,
    topic_follow,
};
use crate::db::tx::Tx;
use crate::error::AppResult;

/// Topics or members that are counted with one statement.
const CHUNK: usize = 200;

/// Forgets all numbers.
pub async fn forget(tx: &Tx) -> AppResult<()> {
    topic_counter::Entity::delete_many().exec(tx).await?;
    member_counter::Entity::delete_many().exec(tx).await?;
    Ok(())
}

/// Counts these topics anew.
pub async fn topics(tx: &Tx, topics: BTreeSet<Uuid>) -> AppResult<()> {
    let topics: Vec<Uuid> = topics.into_iter().collect();
    for chunk in topics.chunks(CHUNK) {
        let mut rows: BTreeMap<(Uuid, String), topic_counter::Model> = BTreeMap::new();
        for counted in read::<TopicCount>(tx, &topic_counts(chunk)).await? {
            let row = topic_row(&mut rows, counted.topic_id, scope(counted.community_id));
            row.questions = small(counted.questions);
            row.answers = small(counted.answers);
            row.solved = small(counted.solved);
            row.last_activity_at = Some(counted.last_activity_at);
        }
        for counted in read::<FollowerCount>(tx, &follower_counts(chunk)).await? {
            topic_row(&mut rows, counted.topic_id, EVERYONE.to_owned()).followers =
                small(counted.followers);
        }
        topic_counter::Entity::delete_many()
            .filter(topic_counter::Column::TopicId.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
        if !rows.is_empty() {
            let rows = rows.into_values().map(IntoActiveModel::into_active_model);
            topic_counter::Entity::insert_many(rows)
                .exec_without_returning(tx)
                .await?;
        }
    }
    Ok(())
}

/// Counts these members anew.
pub async fn members(tx: &Tx, members: BTreeSet<Uuid>) -> AppResult<()> {
    let members: Vec<Uuid> = members.into_iter().collect();
    for chunk in members.chunks(CHUNK) {
        let mut rows: BTreeMap<(Uuid, String), member_counter::Model> = BTreeMap::new();
        for counted in read::<MemberCount>(tx, &member_counts(chunk)).await? {
            let scope = scope(counted.community_id);
            let row = rows
                .entry((counted.author_id, scope.clone()))
                .or_insert_with(|| member_counter::Model {
                    member_id: counted.author_id,
                    scope,
                    questions: 0,
                    answers: 0,
                    accepted: 0,
                    helpful: 0,
                });
            row.questions = small(counted.questions);
            row.answers = small(counted.answers);
            row.accepted = small(counted.accepted);
            row.helpful = small(counted.helpful);
        }
        member_counter::Entity::delete_many()
            .filter(member_counter::Column::MemberId.is_in(chunk.iter().copied()))
            .exec(tx)
            .await?;
        if !rows.is_empty() {
            let rows = rows.into_values().map(IntoActiveModel::into_active_model);
            member_counter::Entity::insert_many(rows)
                .exec_without_returning(tx)
                .await?;
        }
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct TopicCount {
    topic_id: Uuid,
    community_id: Option<Uuid>,
    questions: i64,
    answers: i64,
    solved: i64,
    last_activity_at: i64,
}

#[derive(FromQueryResult)]
struct FollowerCount {
    topic_id: Uuid,
    followers: i64,
}

#[derive(FromQueryResult)]
struct MemberCount {
    author_id: Uuid,
    community_id: Option<Uuid>,
    questions: i64,
    answers: i64,
    accepted: i64,
    helpful: i64,
}

async fn read<T: FromQueryResult>(tx: &Tx, select: &SelectStatement) -> AppResult<Vec<T>> {
    let statement = tx.get_database_backend().build(select);
    Ok(T::find_by_statement(statement).all(tx).await?)
}

fn topic_counts(topics: &[Uuid]) -> SelectStatement {
    let solved = (question::Entity, question::Column::AcceptedAnswerId);
    let mut select = Query::select();
    select
        .column((post_topic::Entity, post_topic::Column::TopicId))
        .column((post::Entity, post::Column::CommunityId))
        .expr_as(
            Expr::col((question::Entity, question::Column::PostId)).count(),
            Alias::new("questions"),
        )
        .expr_as(
            whole(Expr::col((question::Entity, question::Column::AnswerCount)).sum()),
            Alias::new("answers"),
        )
        .expr_as(Expr::col(solved).count(), Alias::new("solved"))
        .expr_as(
            Expr::col((question::Entity, question::Column::LastActivityAt)).max(),
            Alias::new("last_activity_at"),
        )
        .from(post_topic::Entity)
        .join(
            JoinType::InnerJoin,
            post::Entity,
            Expr::col((post_topic::Entity, post_topic::Column::PostId))
                .equals((post::Entity, post::Column::Id)),
        )
        .join(
            JoinType::InnerJoin,
            question::Entity,
            Expr::col((question::Entity, question::Column::PostId))
                .equals((post::Entity, post::Column::Id)),
        )
        .and_where(
            Expr::col((post_topic::Entity, post_topic::Column::TopicId))
                .is_in(topics.iter().copied()),
        )
        .and_where(countable())
        .group_by_col((post_topic::Entity, post_topic::Column::TopicId))
        .group_by_col((post::Entity, post::Column::CommunityId));
    select
}

fn follower_counts(topics: &[Uuid]) -> SelectStatement {
    let mut select = Query::select();
    select
        .column((topic_follow::Entity, topic_follow::Column::TopicId))
        .expr_as(
            Expr::col((topic_follow::Entity, topic_follow::Column::MemberId)).count(),
            Alias::new("followers"),
        )
        .from(topic_follow::Entity)
        .join(
            JoinType::InnerJoin,
            member::Entity,
            Expr::col((topic_follow::Entity, topic_follow::Column::MemberId))
                .equals((member::Entity, member::Column::Id)),
        )
        .and_where(
            Expr::col((topic_follow::Entity, topic_follow::Column::TopicId))
                .is_in(topics.iter().copied()),
        )
        .and_where(
            Expr::col((member::Entity, member::Column::Status))
                .ne(MemberStatus::Deactivated.as_str()),
        )
        .group_by_col((topic_follow::Entity, topic_follow::Column::TopicId));
    select
}

fn member_counts(members: &[Uuid]) -> SelectStatement {
    let kind = |kind: PostKind| Expr::col((post::Entity, post::Column::Kind)).eq(kind.as_str());
    let accepted = Expr::col((question::Entity, question::Column::AcceptedAnswerId))
        .equals((post::Entity, post::Column::Id));
    let mut select = Query::select();
    select
        .column((post::Entity, post::Column::AuthorId))
        .column((post::Entity, post::Column::CommunityId))
        .expr_as(count_if(kind(PostKind::Question)), Alias::new("questions"))
        .expr_as(count_if(kind(PostKind::Answer)), Alias::new("answers"))
        .expr_as(count_if(accepted), Alias::new("accepted"))
        .expr_as(
            whole(Expr::col((post::Entity, post::Column::HelpfulCount)).sum()),
            Alias::new("helpful"),
        )
        .from(post::Entity)
        .join(
            JoinType::LeftJoin,
            answer::Entity,
            Expr::col((answer::Entity, answer::Column::PostId))
                .equals((post::Entity, post::Column::Id)),
        )
        .join(
            JoinType::LeftJoin,
            question::Entity,
            Expr::col((answer::Entity, answer::Column::QuestionId))
                .equals((question::Entity, question::Column::PostId)),
        )
        .and_where(Expr::col((post::Entity, post::Column::AuthorId)).is_in(members.iter().copied()))
        .and_where(countable())
        .and_where(stands())
        .group_by_col((post::Entity, post::Column::AuthorId))
        .group_by_col((post::Entity, post::Column::CommunityId));
    select
}

/// Not deleted, and not for named people only.
fn countable() -> SimpleExpr {
    Expr::col((post::Entity, post::Column::DeletedAt))
        .is_null()
        .and(Expr::col((post::Entity, post::Column::Audience)).ne(AudienceKind::People.as_str()))
}

/// What it stands under is there: neither the page nor the answer commented on was deleted.
fn stands() -> SimpleExpr {
    let deleted = || {
        Query::select()
            .column(post::Column::Id)
            .from(post::Entity)
            .and_where(Expr::col(post::Column::DeletedAt).gt(0))
            .to_owned()
    };
    let id = || Expr::col((post::Entity, post::Column::Id));
    let answers = Query::select()
        .column(answer::Column::PostId)
        .from(answer::Entity)
        .and_where(Expr::col(answer::Column::QuestionId).in_subquery(deleted()))
        .to_owned();
    let comments = Query::select()
        .column(comment::Column::PostId)
        .from(comment::Entity)
        .and_where(
            Expr::col(comment::Column::QuestionId)
                .in_subquery(deleted())
                .or(Expr::col(comment::Column::ParentId).in_subquery(deleted())),
        )
        .to_owned();
    id().not_in_subquery(answers)
        .and(id().not_in_subquery(comments))
}

fn count_if(condition: SimpleExpr) -> SimpleExpr {
    let one_or_zero = Expr::case(condition, 1).finally(0);
    whole(Func::sum(one_or_zero).into())
}

/// PostgreSQL widens some sums to numeric.
fn whole(sum: SimpleExpr) -> SimpleExpr {
    sum.cast_as(Alias::new("BIGINT"))
}

fn topic_row(
    rows: &mut BTreeMap<(Uuid, String), topic_counter::Model>,
    topic_id: Uuid,
    scope: String,
) -> &mut topic_counter::Model {
    rows.entry((topic_id, scope.clone()))
        .or_insert(topic_counter::Model {
            topic_id,
            scope,
            questions: 0,
            answers: 0,
            solved: 0,
            followers: 0,
            last_activity_at: None,
        })
}

fn scope(community: Option<Uuid>) -> String {
    community.map_or_else(|| EVERYONE.to_owned(), |id| id.to_string())
}

fn small(count: i64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
