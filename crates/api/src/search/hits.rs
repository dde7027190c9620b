//! What the database says about hits: whether the viewer may see them, what lifts them, and the texts they are shown with.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};
use tacit_contract::topics::TopicRef;
use tacit_domain::identity::{MemberStatus, Viewer};
use tacit_domain::posts::PostKind;
use tacit_domain::topics::TopicSlug;
use uuid::Uuid;

use crate::db::entities::{
    answer, department, member, post, post_topic, question, topic, topic_synonym,
};
use crate::posts::visibility::{visible_posts, visible_to};

/// What the order of a visible question needs.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Word of its state.
    pub state: String,
    /// Answers.
    pub answers: i32,
    /// Helpful marks on it and on its answers.
    pub helpful: i64,
    /// Microseconds.
    pub active_at: i64,
}

/// Of these questions, those the viewer may see.
pub async fn standings(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Standing>, DbErr> {
    let visible: Vec<(Uuid, i32)> = visible_posts(viewer)
        .filter(post::Column::Kind.eq(PostKind::Question.as_str()))
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .columns([post::Column::Id, post::Column::HelpfulCount])
        .into_tuple()
        .all(db)
        .await?;
    let rows = question::Entity::find()
        .filter(question::Column::PostId.is_in(visible.iter().map(|(id, _)| *id)))
        .all(db)
        .await?;
    let mut rows: HashMap<Uuid, question::Model> =
        rows.into_iter().map(|row| (row.post_id, row)).collect();
    let marks = marks_on_answers(db, viewer, ids).await?;
    Ok(visible
        .into_iter()
        .filter_map(|(id, helpful)| {
            let row = rows.remove(&id)?;
            let on_answers = marks.get(&id).copied().unwrap_or(0);
            let standing = Standing {
                state: row.state,
                answers: row.answer_count,
                helpful: i64::from(helpful) + on_answers,
                active_at: row.last_activity_at,
            };
            Some((id, standing))
        })
        .collect())
}

async fn marks_on_answers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    questions: &[Uuid],
) -> Result<HashMap<Uuid, i64>, DbErr> {
    let rows: Vec<(Uuid, Option<i64>)> = answer::Entity::find()
        .select_only()
        .column(answer::Column::QuestionId)
        .column_as(post::Column::HelpfulCount.sum(), "helpful")
        .join(
            JoinType::InnerJoin,
            answer::Entity::belongs_to(post::Entity)
                .from(answer::Column::PostId)
                .to(post::Column::Id)
                .into(),
        )
        .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
        .filter(visible_to(viewer))
        .group_by(answer::Column::QuestionId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, sum)| (id, sum.unwrap_or(0)))
        .collect())
}

/// A question that is shown.
#[derive(Clone, Debug)]
pub struct ShownQuestion {
    /// Its post.
    pub post: post::Model,
    /// Its row.
    pub question: question::Model,
    /// Its answers that the viewer may see.
    pub answers: Vec<post::Model>,
    /// Its topics in order.
    pub topics: Vec<TopicRef>,
}

/// These questions with their texts, as far as the viewer may see them.
pub async fn shown_questions(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, ShownQuestion>, DbErr> {
    let posts = visible_posts(viewer)
        .filter(post::Column::Kind.eq(PostKind::Question.as_str()))
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let rows = question::Entity::find()
        .filter(question::Column::PostId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut rows: HashMap<Uuid, question::Model> =
        rows.into_iter().map(|row| (row.post_id, row)).collect();
    let mut answers = visible_answers(db, viewer, ids).await?;
    let mut topics = topics_of(db, ids).await?;
    Ok(posts
        .into_iter()
        .filter_map(|post| {
            let id = post.id;
            let shown = ShownQuestion {
                question: rows.remove(&id)?,
                answers: answers.remove(&id).unwrap_or_default(),
                topics: topics.remove(&id).unwrap_or_default(),
                post,
            };
            Some((id, shown))
        })
        .collect())
}

async fn visible_answers(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    questions: &[Uuid],
) -> Result<HashMap<Uuid, Vec<post::Model>>, DbErr> {
    let links = answer::Entity::find()
        .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
        .all(db)
        .await?;
    let posts = visible_posts(viewer)
        .filter(post::Column::Id.is_in(links.iter().map(|link| link.post_id)))
        .order_by_desc(post::Column::HelpfulCount)
        .order_by_asc(post::Column::Id)
        .all(db)
        .await?;
    let question_of: HashMap<Uuid, Uuid> = links
        .into_iter()
        .map(|link| (link.post_id, link.question_id))
        .collect();
    let mut found: HashMap<Uuid, Vec<post::Model>> = HashMap::new();
    for post in posts {
        if let Some(question) = question_of.get(&post.id) {
            found.entry(*question).or_default().push(post);
        }
    }
    Ok(found)
}

/// The topics of each of these posts, in order.
pub async fn topics_of(
    db: &impl ConnectionTrait,
    posts: &[Uuid],
) -> Result<HashMap<Uuid, Vec<TopicRef>>, DbErr> {
    let links = post_topic::Entity::find()
        .filter(post_topic::Column::PostId.is_in(posts.iter().copied()))
        .order_by_asc(post_topic::Column::Position)
        .all(db)
        .await?;
    let rows = topic::Entity::find()
        .filter(topic::Column::Id.is_in(links.iter().map(|link| link.topic_id)))
        .all(db)
        .await?;
    let rows: HashMap<Uuid, TopicRef> = rows
        .into_iter()
        .map(|row| (row.id, topic_ref(row)))
        .collect();
    let mut found: HashMap<Uuid, Vec<TopicRef>> = HashMap::new();
    for link in links {
        if let Some(topic) = rows.get(&link.topic_id) {
            found.entry(link.post_id).or_default().push(topic.clone());
        }
    }
    Ok(found)
}

/// A topic where it is only named.
pub fn topic_ref(row: topic::Model) -> TopicRef {
    TopicRef {
        id: row.id,
        slug: row.slug,
        name: row.name,
    }
}

/// These topics with their synonyms, as far as they were not merged.
pub async fn shown_topics(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, (topic::Model, Vec<String>)>, DbErr> {
    let rows = topic::Entity::find()
        .filter(topic::Column::Id.is_in(ids.iter().copied()))
        .filter(topic::Column::MergedIntoId.is_null())
        .all(db)
        .await?;
    let mut found: HashMap<Uuid, (topic::Model, Vec<String>)> = rows
        .into_iter()
        .map(|row| (row.id, (row, Vec::new())))
        .collect();
    let synonyms = topic_synonym::Entity::find()
        .filter(topic_synonym::Column::TopicId.is_in(ids.iter().copied()))
        .order_by_asc(topic_synonym::Column::Slug)
        .all(db)
        .await?;
    for synonym in synonyms {
        if let Some((_, names)) = found.get_mut(&synonym.topic_id) {
            names.push(synonym.name);
        }
    }
    Ok(found)
}

/// A member with the row of their department.
pub type ShownMember = (member::Model, Option<department::Model>);

/// These members, as far as they have an account and may sign in.
pub async fn shown_members(
    db: &impl ConnectionTrait,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, ShownMember>, DbErr> {
    let rows = member::Entity::find()
        .filter(member::Column::Id.is_in(ids.iter().copied()))
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .all(db)
        .await?;
    let departments = department::Entity::find()
        .filter(department::Column::Id.is_in(rows.iter().filter_map(|row| row.department_id)))
        .all(db)
        .await?;
    let departments: HashMap<Uuid, department::Model> =
        departments.into_iter().map(|row| (row.id, row)).collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let department = row
                .department_id
                .and_then(|id| departments.get(&id))
                .cloned();
            (row.id, (row, department))
        })
        .collect())
}

/// The topics that a name, slug or synonym stands for; a merged one stands for what it was merged into.
pub async fn topics_named(db: &impl ConnectionTrait, name: &str) -> Result<Vec<Uuid>, DbErr> {
    let Ok(slug) = TopicSlug::fold(name) else {
        return Ok(Vec::new());
    };
    let row = topic::Entity::find()
        .filter(topic::Column::Slug.eq(slug.as_str()))
        .one(db)
        .await?;
    let synonym = topic_synonym::Entity::find_by_id(slug.as_str().to_owned())
        .one(db)
        .await?;
    let own = row.map(|row| row.merged_into_id.unwrap_or(row.id));
    Ok(own
        .into_iter()
        .chain(synonym.map(|synonym| synonym.topic_id))
        .collect())
}

/// The members with these handles.
pub async fn members_called(
    db: &impl ConnectionTrait,
    handles: &[String],
) -> Result<Vec<Uuid>, DbErr> {
    member::Entity::find()
        .select_only()
        .column(member::Column::Id)
        .filter(member::Column::Handle.is_in(handles.iter().map(String::as_str)))
        .into_tuple()
        .all(db)
        .await
}
