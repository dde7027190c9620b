//! Questions, their answers, and what leads did with them.

use std::collections::HashMap;

use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, RelationDef,
};
use tacit_contract::questions::QuestionRef;
use tacit_domain::identity::Viewer;
use tacit_domain::posts::{AudienceKind, LinkKind};
use uuid::Uuid;

use crate::db::entities::{answer, comment, post, post_act, post_link, question};
use crate::error::{AppError, AppResult};
use crate::posts::repo::PostRow;
use crate::posts::visibility::{taken_from, visible_posts};

/// A row of `question`.
pub type QuestionRow = question::Model;

/// A question to insert or to change.
pub type QuestionChange = question::ActiveModel;

/// A row of `post_act`.
pub type ActRow = post_act::Model;

/// What a question has beyond its post.
///
/// # Errors
/// 404 when there is none; a failure of the database.
pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> AppResult<QuestionRow> {
    let row = question::Entity::find_by_id(id).one(db).await?;
    row.ok_or_else(AppError::not_found)
}

/// Inserts what a question has beyond its post.
///
/// # Errors
/// A failure of the database.
pub async fn insert(db: &impl ConnectionTrait, row: QuestionChange) -> Result<(), DbErr> {
    question::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Writes the columns that are set.
///
/// # Errors
/// A failure of the database.
pub async fn update(db: &impl ConnectionTrait, row: QuestionChange) -> Result<(), DbErr> {
    question::Entity::update(row).exec(db).await?;
    Ok(())
}

/// Inserts what an answer has beyond its post.
///
/// # Errors
/// A failure of the database.
pub async fn insert_answer(
    db: &impl ConnectionTrait,
    post_id: Uuid,
    question_id: Uuid,
) -> Result<(), DbErr> {
    let row = answer::ActiveModel {
        post_id: Set(post_id),
        question_id: Set(question_id),
    };
    answer::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// The answers to a question that the viewer may see, most helpful first, then the oldest.
///
/// # Errors
/// A failure of the database.
pub async fn list_answers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    question_id: Uuid,
) -> Result<Vec<PostRow>, DbErr> {
    let to_answer: RelationDef = post::Entity::belongs_to(answer::Entity)
        .from(post::Column::Id)
        .to(answer::Column::PostId)
        .into();
    visible_posts(viewer)
        .join(JoinType::InnerJoin, to_answer)
        .filter(answer::Column::QuestionId.eq(question_id))
        .order_by_desc(post::Column::HelpfulCount)
        .order_by_asc(post::Column::CreatedAt)
        .order_by_asc(post::Column::Id)
        .all(db)
        .await
}

/// Keeps what a lead did for an asker.
///
/// # Errors
/// A failure of the database.
pub async fn insert_act(db: &impl ConnectionTrait, row: ActRow) -> Result<(), DbErr> {
    let row: post_act::ActiveModel = row.into();
    post_act::Entity::insert(row)
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// What leads did for the asker, newest first.
///
/// # Errors
/// A failure of the database.
pub async fn list_acts(db: &impl ConnectionTrait, question_id: Uuid) -> Result<Vec<ActRow>, DbErr> {
    post_act::Entity::find()
        .filter(post_act::Column::QuestionId.eq(question_id))
        .order_by_desc(post_act::Column::CreatedAt)
        .order_by_desc(post_act::Column::Id)
        .all(db)
        .await
}

/// Other questions that a page names.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Closed as duplicates of this one.
    pub duplicates: Vec<Uuid>,
    /// Related, in either direction.
    pub related: Vec<Uuid>,
}

/// The links of a question.
///
/// # Errors
/// A failure of the database.
pub async fn list_links(db: &impl ConnectionTrait, id: Uuid) -> Result<Links, DbErr> {
    let rows = post_link::Entity::find()
        .filter(
            Condition::any()
                .add(post_link::Column::FromId.eq(id))
                .add(post_link::Column::ToId.eq(id)),
        )
        .order_by_asc(post_link::Column::CreatedAt)
        .all(db)
        .await?;
    let mut links = Links::default();
    for row in rows {
        let other = if row.from_id == id {
            row.to_id
        } else {
            row.from_id
        };
        let list = if row.kind == LinkKind::Related.as_str() {
            &mut links.related
        } else if row.to_id == id {
            &mut links.duplicates
        } else {
            continue;
        };
        if !list.contains(&other) {
            list.push(other);
        }
    }
    Ok(links)
}

/// Questions by id, as they are named elsewhere: those the viewer may see.
///
/// # Errors
/// A failure of the database.
pub async fn find_refs(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, QuestionRef>> {
    named(db, visible_posts(viewer), ids).await
}

/// Questions by id that were the viewer's own and that somebody else deleted.
///
/// # Errors
/// A failure of the database.
pub async fn find_taken_refs(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, QuestionRef>> {
    named(db, post::Entity::find().filter(taken_from(viewer)), ids).await
}

/// Questions by id, as a page names them that is the same for all who may see it: those that everybody who may see
/// `page` may see as well.
///
/// # Errors
/// A failure of the database.
pub async fn find_shared_refs(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    page: &PostRow,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, QuestionRef>> {
    let mut shared =
        Condition::any().add(post::Column::Audience.eq(AudienceKind::Everyone.as_str()));
    if let Some(community) = page.community_id {
        shared = shared.add(
            Condition::all()
                .add(post::Column::Audience.eq(AudienceKind::Community.as_str()))
                .add(post::Column::CommunityId.eq(community)),
        );
    }
    named(db, visible_posts(viewer).filter(shared), ids).await
}

/// The question on whose page each of these posts stands, with its title. Nobody's view, as with [`titles`].
///
/// # Errors
/// A failure of the database.
pub async fn pages_of(
    db: &impl ConnectionTrait,
    posts: &[Uuid],
) -> Result<HashMap<Uuid, (Uuid, String)>, DbErr> {
    let ids = || posts.iter().copied();
    let answers = answer::Entity::find()
        .filter(answer::Column::PostId.is_in(ids()))
        .all(db)
        .await?;
    let comments = comment::Entity::find()
        .filter(comment::Column::PostId.is_in(ids()))
        .all(db)
        .await?;
    let mut page_of: HashMap<Uuid, Uuid> = ids().map(|id| (id, id)).collect();
    page_of.extend(answers.iter().map(|row| (row.post_id, row.question_id)));
    page_of.extend(comments.iter().map(|row| (row.post_id, row.question_id)));
    let pages: Vec<Uuid> = page_of.values().copied().collect();
    let titles = titles(db, &pages).await?;
    let named = page_of.into_iter().filter_map(|(post, page)| {
        let title = titles.get(&page)?;
        Some((post, (page, title.clone())))
    });
    Ok(named.collect())
}

/// Titles of questions. Nobody's view: who asks has checked that the viewer may know them.
///
/// # Errors
/// A failure of the database.
pub async fn titles(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>, DbErr> {
    let rows: Vec<(Uuid, String)> = question::Entity::find()
        .select_only()
        .column(question::Column::PostId)
        .column(question::Column::Title)
        .filter(question::Column::PostId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

async fn named(
    db: &impl ConnectionTrait,
    posts: sea_orm::Select<post::Entity>,
    ids: &[Uuid],
) -> AppResult<HashMap<Uuid, QuestionRef>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = posts
        .join(JoinType::InnerJoin, to_question())
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .select_also(question::Entity)
        .all(db)
        .await?;
    let mut refs = HashMap::new();
    for (post, own) in rows {
        if let Some(own) = own {
            let state: tacit_domain::questions::QuestionState = own.state.parse()?;
            let named = QuestionRef {
                id: post.id,
                title: own.title,
                language: post.language,
                state: state.into(),
            };
            refs.insert(post.id, named);
        }
    }
    Ok(refs)
}

/// From a post to what it has as a question.
#[must_use]
pub fn to_question() -> RelationDef {
    post::Entity::belongs_to(question::Entity)
        .from(post::Column::Id)
        .to(question::Column::PostId)
        .into()
}
