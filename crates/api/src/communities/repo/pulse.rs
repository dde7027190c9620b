//! What goes on in a community, as rows: what was asked, answered and written in it, as far as the viewer sees it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, RelationDef, Select,
};
use tacit_domain::identity::Viewer;
use tacit_domain::questions::QuestionState;
use uuid::Uuid;

use crate::db::entities::{answer, post, question};
use crate::posts::visibility::visible_posts;
use crate::questions::repo::questions::to_question;

/// A post as far as it matters here.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Written {
    /// Which.
    pub id: Uuid,
    /// Who wrote it, if they show it.
    pub author_id: Option<Uuid>,
    /// Whether they do not.
    pub author_hidden: bool,
    /// When.
    pub created_at: i64,
}

/// An answer to a question.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Answered {
    /// What it answers.
    pub question_id: Uuid,
    /// Who wrote it, if they show it.
    pub author_id: Option<Uuid>,
    /// Whether they do not.
    pub author_hidden: bool,
    /// When.
    pub created_at: i64,
}

/// How many questions were asked since then.
///
/// # Errors
/// A failure of the database.
pub async fn count_asked(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
    since: i64,
) -> Result<u64, DbErr> {
    questions_in(viewer, community)
        .filter(post::Column::CreatedAt.gte(since))
        .count(db)
        .await
}

/// How many questions were solved since then.
///
/// # Errors
/// A failure of the database.
pub async fn count_solved(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
    since: i64,
) -> Result<u64, DbErr> {
    questions_in(viewer, community)
        .filter(question::Column::AcceptedAt.gte(since))
        .count(db)
        .await
}

/// How many questions nobody has answered.
///
/// # Errors
/// A failure of the database.
pub async fn count_unanswered(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
) -> Result<u64, DbErr> {
    unanswered_in(viewer, community).count(db).await
}

/// Questions nobody has answered, the oldest first.
///
/// # Errors
/// A failure of the database.
pub async fn unanswered(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
    limit: u64,
) -> Result<Vec<Uuid>, DbErr> {
    unanswered_in(viewer, community)
        .select_only()
        .column(post::Column::Id)
        .order_by_asc(post::Column::CreatedAt)
        .order_by_asc(post::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await
}

/// Questions asked since then.
///
/// # Errors
/// A failure of the database.
pub async fn asked(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
    since: i64,
) -> Result<Vec<Written>, DbErr> {
    only_what_matters(questions_in(viewer, community))
        .filter(post::Column::CreatedAt.gte(since))
        .into_model()
        .all(db)
        .await
}

/// Answers to questions asked since then.
///
/// # Errors
/// A failure of the database.
pub async fn answers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
    since: i64,
) -> Result<Vec<Answered>, DbErr> {
    visible_posts(viewer)
        .join(JoinType::InnerJoin, to_answer())
        .filter(post::Column::CommunityId.eq(community))
        // An answer is no older than its question.
        .filter(post::Column::CreatedAt.gte(since))
        .select_only()
        .column(answer::Column::QuestionId)
        .columns([
            post::Column::AuthorId,
            post::Column::AuthorHidden,
            post::Column::CreatedAt,
        ])
        .order_by_asc(post::Column::CreatedAt)
        .into_model()
        .all(db)
        .await
}

/// Who wrote something under their name since then.
///
/// # Errors
/// A failure of the database.
pub async fn writers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
    since: i64,
) -> Result<BTreeSet<Uuid>, DbErr> {
    let authors: Vec<Option<Uuid>> = visible_posts(viewer)
        .filter(post::Column::CommunityId.eq(community))
        .filter(post::Column::AuthorHidden.eq(false))
        .filter(post::Column::CreatedAt.gte(since))
        .select_only()
        .column(post::Column::AuthorId)
        .distinct()
        .into_tuple()
        .all(db)
        .await?;
    Ok(authors.into_iter().flatten().collect())
}

/// What each of these first wrote under their name.
///
/// # Errors
/// A failure of the database.
pub async fn first_posts(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    community: Uuid,
    members: &[Uuid],
) -> Result<BTreeMap<Uuid, Uuid>, DbErr> {
    let rows: Vec<Written> = only_what_matters(visible_posts(viewer))
        .filter(post::Column::CommunityId.eq(community))
        .filter(post::Column::AuthorHidden.eq(false))
        .filter(post::Column::AuthorId.is_in(members.iter().copied()))
        .order_by_asc(post::Column::CreatedAt)
        .order_by_asc(post::Column::Id)
        .into_model()
        .all(db)
        .await?;
    let mut first = BTreeMap::new();
    for row in rows {
        if let Some(author) = row.author_id {
            first.entry(author).or_insert(row.id);
        }
    }
    Ok(first)
}

fn questions_in(viewer: &Viewer, community: Uuid) -> Select<post::Entity> {
    visible_posts(viewer)
        .join(JoinType::InnerJoin, to_question())
        .filter(post::Column::CommunityId.eq(community))
}

fn unanswered_in(viewer: &Viewer, community: Uuid) -> Select<post::Entity> {
    questions_in(viewer, community)
        .filter(question::Column::State.eq(QuestionState::Open.as_str()))
        .filter(question::Column::AnswerCount.eq(0))
}

fn only_what_matters(posts: Select<post::Entity>) -> Select<post::Entity> {
    posts.select_only().columns([
        post::Column::Id,
        post::Column::AuthorId,
        post::Column::AuthorHidden,
        post::Column::CreatedAt,
    ])
}

fn to_answer() -> RelationDef {
    post::Entity::belongs_to(answer::Entity)
        .from(post::Column::Id)
        .to(answer::Column::PostId)
        .into()
}
