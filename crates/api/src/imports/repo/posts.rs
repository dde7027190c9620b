//! Posts of an import with what extends them.

use sea_orm::{EntityTrait, IntoActiveModel};
use tacit_domain::imports::Site;
use tacit_domain::posts::{AudienceKind, PostKind};
use tacit_domain::questions::{QuestionState, Urgency};
use uuid::Uuid;

use crate::db::Tx;
use crate::db::entities::{answer, comment, post, post_topic, question, revision};
use crate::error::AppResult;
use crate::imports::prepared::{Part, Post, Question, Topic};
use crate::markdown::RENDERER_VERSION;

/// What all posts share. Nothing may point to them yet.
pub async fn insert_posts(tx: &Tx, site: &Site, posts: Vec<Post>) -> AppResult<u64> {
    let count = u64::try_from(posts.len()).unwrap_or_default();
    let rows = posts
        .into_iter()
        .map(|post| row(site, post).into_active_model());
    post::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    Ok(count)
}

fn row(site: &Site, post: Post) -> post::Model {
    let (kind, url) = match post.part {
        Part::Question(_) => (PostKind::Question, site.question(post.source_id)),
        Part::Answer { .. } => (PostKind::Answer, site.answer(post.source_id)),
        Part::Comment { .. } => (PostKind::Comment, site.comment(post.source_id)),
    };
    post::Model {
        id: post.id,
        kind: kind.as_str().to_owned(),
        audience: AudienceKind::Everyone.as_str().to_owned(),
        community_id: None,
        author_id: post.author,
        author_hidden: false,
        language: post.language,
        body: post.body,
        body_html: post.body_html,
        renderer_version: RENDERER_VERSION,
        helpful_imported: post.helpful,
        helpful_count: post.helpful,
        version: 1,
        created_at: post.created_at,
        edited_at: post.edited_at,
        deleted_at: None,
        source_author: post.author_name,
        source_site: Some(site.host().to_owned()),
        source_id: Some(post.source_id.to_string()),
        source_url: Some(url),
        source_license: Some(post.license),
    }
}

/// What extends posts, once all of them are there. `ids` are the topics by their places.
pub async fn insert_parts(
    tx: &Tx,
    topics: &[Topic],
    ids: &[Uuid],
    posts: Vec<Post>,
) -> AppResult<()> {
    let mut parts = Parts::default();
    for post in posts {
        parts.add(post, topics, ids);
    }
    parts.insert(tx).await
}

#[derive(Default)]
struct Parts {
    questions: Vec<question::ActiveModel>,
    topics: Vec<post_topic::ActiveModel>,
    answers: Vec<answer::ActiveModel>,
    comments: Vec<comment::ActiveModel>,
    revisions: Vec<revision::ActiveModel>,
}

impl Parts {
    fn add(&mut self, post: Post, topics: &[Topic], ids: &[Uuid]) {
        let (title, slugs) = match &post.part {
            Part::Question(asked) => {
                let named = asked.topics.iter().filter_map(|at| topics.get(*at));
                let slugs: Vec<&str> = named.map(|topic| topic.slug.as_str()).collect();
                (Some(asked.title.clone()), Some(slugs.join(",")))
            }
            _ => (None, None),
        };
        let revision = revision::Model {
            id: Uuid::now_v7(),
            post_id: post.id,
            version: 1,
            title,
            body: post.body,
            topics: slugs,
            editor_id: post.author,
            reason: None,
            created_at: post.edited_at.unwrap_or(post.created_at),
        };
        self.revisions.push(revision.into_active_model());
        match post.part {
            Part::Question(asked) => self.add_question(post.id, post.author, *asked, ids),
            Part::Answer { question } => self.answers.push(
                answer::Model {
                    post_id: post.id,
                    question_id: question,
                }
                .into_active_model(),
            ),
            Part::Comment { parent, question } => self.comments.push(
                comment::Model {
                    post_id: post.id,
                    parent_id: parent,
                    question_id: question,
                }
                .into_active_model(),
            ),
        }
    }

    fn add_question(&mut self, id: Uuid, author: Option<Uuid>, asked: Question, ids: &[Uuid]) {
        let state = match &asked {
            Question {
                closed: Some(_), ..
            } => QuestionState::Closed,
            Question {
                accepted: Some(_), ..
            } => QuestionState::Solved,
            Question { answers: 0, .. } => QuestionState::Open,
            Question { .. } => QuestionState::Answered,
        };
        let reason = asked.closed.as_ref().map(|closed| closed.reason());
        let mut placed = Vec::new();
        for topic in asked.topics.iter().filter_map(|place| ids.get(*place)) {
            // Two tags may have become one topic.
            if !placed.contains(topic) {
                placed.push(*topic);
            }
        }
        for (topic_id, position) in placed.into_iter().zip(0..) {
            let row = post_topic::Model {
                post_id: id,
                topic_id,
                position,
            };
            self.topics.push(row.into_active_model());
        }
        let row = question::Model {
            post_id: id,
            title: asked.title,
            urgency: Urgency::Normal.as_str().to_owned(),
            state: state.as_str().to_owned(),
            accepted_answer_id: asked.accepted,
            accepted_by: asked.accepted.and(author),
            accepted_at: asked.accepted_at,
            closed_reason: reason.map(|reason| reason.as_str().to_owned()),
            duplicate_of_id: asked.closed.and_then(|closed| closed.duplicate_of),
            answer_count: asked.answers,
            last_activity_at: asked.last_activity_at,
        };
        self.questions.push(row.into_active_model());
    }

    async fn insert(self, tx: &Tx) -> AppResult<()> {
        insert::<question::Entity, _>(tx, self.questions).await?;
        insert::<post_topic::Entity, _>(tx, self.topics).await?;
        insert::<answer::Entity, _>(tx, self.answers).await?;
        insert::<comment::Entity, _>(tx, self.comments).await?;
        insert::<revision::Entity, _>(tx, self.revisions).await
    }
}

async fn insert<E, A>(tx: &Tx, rows: Vec<A>) -> AppResult<()>
where
    E: EntityTrait,
    A: sea_orm::ActiveModelTrait<Entity = E> + Send,
{
    if !rows.is_empty() {
        E::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}
