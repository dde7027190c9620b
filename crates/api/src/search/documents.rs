//! Reading what the index is to know from the database. Nobody's view: what a viewer may see is asked at every search.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use tacit_domain::events::EventKind;
use tacit_domain::identity::MemberStatus;
use tacit_domain::posts::PostKind;
use tacit_domain::questions::{QuestionState, Urgency};
use tacit_domain::search::SearchKind;
use uuid::Uuid;

use super::document::{
    Document, MemberDocument, NeedDocument, QuestionDocument, Text, TopicDocument,
};
use crate::db::entities::{
    answer, department, event, member, need, post, post_topic, question, topic, topic_synonym,
};
use crate::markdown::search_text;

/// The questions with these ids, as far as they are there and not deleted.
async fn questions(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Document>, DbErr> {
    let posts = post::Entity::find()
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .filter(post::Column::Kind.eq(PostKind::Question.as_str()))
        .filter(post::Column::DeletedAt.is_null())
        .all(db)
        .await?;
    let rows = question::Entity::find()
        .filter(question::Column::PostId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut rows: HashMap<Uuid, question::Model> =
        rows.into_iter().map(|row| (row.post_id, row)).collect();
    let mut answers = answers_of(db, ids).await?;
    let mut topics = topics_of(db, ids).await?;
    Ok(posts
        .into_iter()
        .filter_map(|post| {
            let row = rows.remove(&post.id)?;
            let answers = answers.remove(&post.id).unwrap_or_default();
            let topics = topics.remove(&post.id).unwrap_or_default();
            Some(Document::Question(document(post, row, answers, topics)))
        })
        .collect())
}

fn document(
    post: post::Model,
    question: question::Model,
    answers: Vec<Text>,
    topics: Vec<(Uuid, Vec<String>)>,
) -> QuestionDocument {
    let waiting = [QuestionState::Open, QuestionState::Answered]
        .iter()
        .any(|state| question.state == state.as_str());
    QuestionDocument {
        id: post.id,
        author: post.author_id.filter(|_| !post.author_hidden),
        urgent: waiting && question.urgency == Urgency::Blocking.as_str(),
        state: question.state,
        active_at: question.last_activity_at,
        title: Text {
            text: question.title,
            language: post.language.clone(),
        },
        body: Text {
            text: search_text(&post.body),
            language: post.language,
        },
        answers,
        topics,
    }
}

async fn answers_of(
    db: &impl ConnectionTrait,
    questions: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Text>>, DbErr> {
    let links = answer::Entity::find()
        .filter(answer::Column::QuestionId.is_in(questions.iter().copied()))
        .all(db)
        .await?;
    let posts = post::Entity::find()
        .filter(post::Column::DeletedAt.is_null())
        .filter(post::Column::Id.is_in(links.iter().map(|link| link.post_id)))
        .all(db)
        .await?;
    let question_of: HashMap<Uuid, Uuid> = links
        .into_iter()
        .map(|link| (link.post_id, link.question_id))
        .collect();
    let mut found: HashMap<Uuid, Vec<Text>> = HashMap::new();
    for post in posts {
        if let Some(question) = question_of.get(&post.id) {
            found.entry(*question).or_default().push(Text {
                text: search_text(&post.body),
                language: post.language,
            });
        }
    }
    Ok(found)
}

type Named = (Uuid, Vec<String>);

async fn topics_of(
    db: &impl ConnectionTrait,
    questions: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Named>>, DbErr> {
    let links = post_topic::Entity::find()
        .filter(post_topic::Column::PostId.is_in(questions.iter().copied()))
        .order_by_asc(post_topic::Column::Position)
        .all(db)
        .await?;
    let ids: Vec<Uuid> = links.iter().map(|link| link.topic_id).collect();
    let rows = topic::Entity::find()
        .filter(topic::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut synonyms = synonyms_of(db, &ids).await?;
    let names: HashMap<Uuid, Vec<String>> = rows
        .into_iter()
        .map(|row| {
            let mut names = vec![row.name];
            names.append(&mut synonyms.remove(&row.id).unwrap_or_default());
            (row.id, names)
        })
        .collect();
    let mut found: HashMap<Uuid, Vec<Named>> = HashMap::new();
    for link in links {
        if let Some(names) = names.get(&link.topic_id) {
            let topics = found.entry(link.post_id).or_default();
            topics.push((link.topic_id, names.clone()));
        }
    }
    Ok(found)
}

async fn synonyms_of(
    db: &impl ConnectionTrait,
    topics: &[Uuid],
) -> Result<HashMap<Uuid, Vec<String>>, DbErr> {
    let rows = topic_synonym::Entity::find()
        .filter(topic_synonym::Column::TopicId.is_in(topics.iter().copied()))
        .order_by_asc(topic_synonym::Column::Slug)
        .all(db)
        .await?;
    let mut found: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in rows {
        found.entry(row.topic_id).or_default().push(row.name);
    }
    Ok(found)
}

/// The topics with these ids, as far as they were not merged.
async fn topics(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Document>, DbErr> {
    let rows = topic::Entity::find()
        .filter(topic::Column::Id.is_in(ids.iter().copied()))
        .filter(topic::Column::MergedIntoId.is_null())
        .all(db)
        .await?;
    let mut synonyms = synonyms_of(db, ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let mut names = vec![row.name];
            names.append(&mut synonyms.remove(&row.id).unwrap_or_default());
            Document::Topic(TopicDocument {
                id: row.id,
                names,
                description: search_text(&row.description),
            })
        })
        .collect())
}

/// The members with these ids who have an account and may sign in: nobody else is ever suggested.
async fn members(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Document>, DbErr> {
    let rows = member::Entity::find()
        .filter(member::Column::Id.is_in(ids.iter().copied()))
        .filter(member::Column::Status.eq(MemberStatus::Active.as_str()))
        .all(db)
        .await?;
    let departments = department::Entity::find().all(db).await?;
    let departments: BTreeMap<Uuid, String> = departments
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let department = row.department_id.and_then(|id| departments.get(&id));
            let mut about = vec![row.job_title];
            about.extend(department.cloned());
            about.push(search_text(&row.bio));
            Document::Member(MemberDocument {
                id: row.id,
                names: vec![row.display_name, row.handle],
                about,
            })
        })
        .collect())
}

/// The needs with these ids, as far as they are there and not deleted.
async fn needs(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Document>, DbErr> {
    let posts = post::Entity::find()
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .filter(post::Column::Kind.eq(PostKind::Need.as_str()))
        .filter(post::Column::DeletedAt.is_null())
        .all(db)
        .await?;
    let rows = need::Entity::find()
        .filter(need::Column::PostId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut rows: HashMap<Uuid, need::Model> =
        rows.into_iter().map(|row| (row.post_id, row)).collect();
    let mut topics = topics_of(db, ids).await?;
    Ok(posts
        .into_iter()
        .filter_map(|post| {
            let row = rows.remove(&post.id)?;
            Some(Document::Need(NeedDocument {
                id: post.id,
                active_at: row.last_activity_at,
                wish: Text {
                    text: row.wish,
                    language: post.language.clone(),
                },
                why: Text {
                    text: search_text(&post.body),
                    language: post.language,
                },
                topics: topics.remove(&post.id).unwrap_or_default(),
            }))
        })
        .collect())
}

/// The questions and needs that have one of these topics.
pub async fn posts_with(db: &impl ConnectionTrait, topics: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    post_topic::Entity::find()
        .select_only()
        .column(post_topic::Column::PostId)
        .distinct()
        .filter(post_topic::Column::TopicId.is_in(topics.iter().copied()))
        .into_tuple()
        .all(db)
        .await
}

/// The questions that these members asked under their name.
pub async fn questions_by(db: &impl ConnectionTrait, authors: &[Uuid]) -> Result<Vec<Uuid>, DbErr> {
    let own = Condition::all()
        .add(post::Column::Kind.eq(PostKind::Question.as_str()))
        .add(post::Column::AuthorId.is_in(authors.iter().copied()));
    post::Entity::find()
        .select_only()
        .column(post::Column::Id)
        .filter(own)
        .into_tuple()
        .all(db)
        .await
}

/// The questions that were ever asked in these communities: the log remembers them when they are gone.
pub async fn questions_asked_in(
    db: &impl ConnectionTrait,
    communities: &[Uuid],
) -> Result<Vec<Uuid>, DbErr> {
    event::Entity::find()
        .select_only()
        .column(event::Column::Subject)
        .filter(event::Column::CommunityId.is_in(communities.iter().copied()))
        .filter(event::Column::Kind.eq(EventKind::QuestionAsked.as_str()))
        .distinct()
        .into_tuple()
        .all(db)
        .await
}

/// The next ids of all questions, topics, members or needs, in order, after one of them.
pub async fn ids_after(
    db: &impl ConnectionTrait,
    kind: SearchKind,
    after: Uuid,
    limit: u64,
) -> Result<Vec<Uuid>, DbErr> {
    macro_rules! ids {
        ($entity:ident, $column:ident) => {
            $entity::Entity::find()
                .select_only()
                .column($entity::Column::$column)
                .filter($entity::Column::$column.gt(after))
                .order_by_asc($entity::Column::$column)
                .limit(limit)
                .into_tuple()
                .all(db)
                .await
        };
    }
    match kind {
        SearchKind::Question => ids!(question, PostId),
        SearchKind::Topic => ids!(topic, Id),
        SearchKind::Member => ids!(member, Id),
        SearchKind::Need => ids!(need, PostId),
    }
}

/// The documents of one kind with these ids.
pub async fn load(
    db: &impl ConnectionTrait,
    kind: SearchKind,
    ids: &[Uuid],
) -> Result<Vec<Document>, DbErr> {
    match kind {
        SearchKind::Question => questions(db, ids).await,
        SearchKind::Topic => topics(db, ids).await,
        SearchKind::Member => members(db, ids).await,
        SearchKind::Need => needs(db, ids).await,
    }
}
