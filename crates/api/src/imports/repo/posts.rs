//! Posts of an import with what extends them.

use std::collections::HashMap;

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    ExprTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use tacit_domain::imports::{ItemKind, Site};
use tacit_domain::posts::{AudienceKind, PostKind};
use tacit_domain::questions::{QuestionState, Urgency};
use uuid::Uuid;

use super::insert_all;
use crate::db::Tx;
use crate::db::entities::{answer, comment, post, post_topic, question, revision};
use crate::imports::prepared::{Part, Post, Question, Revision};
use crate::markdown::RENDERER_VERSION;

/// A row of `post`.
pub type PostRow = post::Model;

/// A row of `question`.
pub type QuestionRow = question::Model;

/// The posts of these ids.
pub async fn find_posts(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, PostRow>, DbErr> {
    let rows = post::Entity::find()
        .filter(post::Column::Id.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// What the questions among these posts have beyond.
pub async fn find_questions(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, QuestionRow>, DbErr> {
    let rows = question::Entity::find()
        .filter(question::Column::PostId.is_in(ids))
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (row.post_id, row)).collect())
}

/// Posts that were not here, with their revisions and what extends them. `topics` are ids by their places.
pub async fn insert_posts(
    tx: &Tx,
    site: &Site,
    topics: &[Uuid],
    posts: &[&Post],
) -> Result<(), DbErr> {
    let rows = posts.iter().map(|post| row(site, post).into_active_model());
    insert_all::<post::Entity, _>(tx, rows.collect()).await?;
    let mut parts = Parts::default();
    for post in posts {
        parts.add(post, topics);
    }
    parts.insert(tx).await?;
    for post in posts {
        insert_revisions(tx, post.id, 1, &post.revisions).await?;
    }
    Ok(())
}

/// The topics of a question, each once: two tags may have become one topic.
pub fn topics_of(question: &Question, topics: &[Uuid]) -> Vec<Uuid> {
    let mut ids = Vec::with_capacity(question.topics.len());
    for id in question.topics.iter().filter_map(|at| topics.get(*at)) {
        if !ids.contains(id) {
            ids.push(*id);
        }
    }
    ids
}

/// What a post said at versions from `first` on.
pub async fn insert_revisions(
    tx: &Tx,
    post: Uuid,
    first: i32,
    revisions: &[Revision],
) -> Result<(), DbErr> {
    let rows = revisions.iter().zip(first..).map(|(said, version)| {
        revision::Model {
            id: Uuid::now_v7(),
            post_id: post,
            version,
            title: said.title.clone(),
            body: said.body.clone(),
            topics: said.topics.clone(),
            editor_id: said.editor,
            reason: said.reason.clone(),
            created_at: said.at,
        }
        .into_active_model()
    });
    insert_all::<revision::Entity, _>(tx, rows.collect()).await
}

/// When a version of a post was made.
pub async fn revised_at(tx: &Tx, post: Uuid, version: i32) -> Result<Option<i64>, DbErr> {
    revision::Entity::find()
        .select_only()
        .column(revision::Column::CreatedAt)
        .filter(revision::Column::PostId.eq(post))
        .filter(revision::Column::Version.eq(version))
        .into_tuple()
        .one(tx)
        .await
}

/// Gives a post the text of a later dump at this version.
pub async fn update_text(tx: &Tx, post: &Post, version: i32, topics: &[Uuid]) -> Result<(), DbErr> {
    let change = post::ActiveModel {
        id: Set(post.id),
        language: Set(post.language.clone()),
        body: Set(post.body.clone()),
        body_html: Set(post.body_html.clone()),
        renderer_version: Set(RENDERER_VERSION),
        version: Set(version),
        edited_at: Set(post.edited_at),
        ..Default::default()
    };
    change.update(tx).await?;
    let Some(asked) = post.question() else {
        return Ok(());
    };
    let change = question::ActiveModel {
        post_id: Set(post.id),
        title: Set(asked.title.clone()),
        ..Default::default()
    };
    change.update(tx).await?;
    post_topic::Entity::delete_many()
        .filter(post_topic::Column::PostId.eq(post.id))
        .exec(tx)
        .await?;
    insert_all::<post_topic::Entity, _>(tx, topic_rows(post.id, asked, topics)).await
}

/// What is said about a post beside its text: licence, name of an author nobody knows, whether it belonged to everybody.
pub async fn update_source(tx: &Tx, post: &Post) -> Result<(), DbErr> {
    let change = post::ActiveModel {
        id: Set(post.id),
        source_license: Set(Some(post.license.clone())),
        source_author: Set(post.author_name.clone()),
        source_wiki: Set(post.wiki),
        ..Default::default()
    };
    change.update(tx).await?;
    Ok(())
}

/// Sets how many found a post helpful there; the marks given here stay.
pub async fn set_helpful(tx: &Tx, row: &PostRow, count: i32) -> Result<(), DbErr> {
    let change = count.saturating_sub(row.helpful_imported);
    post::Entity::update_many()
        .col_expr(post::Column::HelpfulImported, Expr::value(count))
        .col_expr(
            post::Column::HelpfulCount,
            Expr::col(post::Column::HelpfulCount).add(change),
        )
        .filter(post::Column::Id.eq(row.id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Marks posts as gone there, or as there again.
pub async fn set_gone(
    tx: &Tx,
    ids: impl IntoIterator<Item = Uuid>,
    at: Option<i64>,
) -> Result<(), DbErr> {
    post::Entity::update_many()
        .col_expr(post::Column::SourceGoneAt, Expr::value(at))
        .filter(post::Column::Id.is_in(ids))
        .exec(tx)
        .await?;
    Ok(())
}

fn row(site: &Site, post: &Post) -> PostRow {
    let (kind, url) = match post.kind() {
        ItemKind::Question => (PostKind::Question, site.question(post.source_id)),
        ItemKind::Answer => (PostKind::Answer, site.answer(post.source_id)),
        _ => (PostKind::Comment, site.comment(post.source_id)),
    };
    PostRow {
        id: post.id,
        kind: kind.as_str().to_owned(),
        audience: AudienceKind::Everyone.as_str().to_owned(),
        community_id: None,
        author_id: post.author,
        author_hidden: false,
        language: post.language.clone(),
        body: post.body.clone(),
        body_html: post.body_html.clone(),
        renderer_version: RENDERER_VERSION,
        helpful_imported: post.helpful_count(),
        helpful_count: post.helpful_count(),
        version: i32::try_from(post.revisions.len()).unwrap_or(i32::MAX),
        created_at: post.created_at,
        edited_at: post.edited_at,
        deleted_at: None,
        source_author: post.author_name.clone(),
        source_site: Some(site.host().to_owned()),
        source_id: Some(post.source_id.to_string()),
        source_url: Some(url),
        source_license: Some(post.license.clone()),
        source_wiki: post.wiki,
        source_gone_at: None,
    }
}

fn topic_rows(id: Uuid, asked: &Question, topics: &[Uuid]) -> Vec<post_topic::ActiveModel> {
    let placed = topics_of(asked, topics).into_iter().zip(0..);
    let rows = placed.map(|(topic_id, position)| post_topic::Model {
        post_id: id,
        topic_id,
        position,
    });
    rows.map(IntoActiveModel::into_active_model).collect()
}

#[derive(Default)]
struct Parts {
    questions: Vec<question::ActiveModel>,
    topics: Vec<post_topic::ActiveModel>,
    answers: Vec<answer::ActiveModel>,
    comments: Vec<comment::ActiveModel>,
}

impl Parts {
    fn add(&mut self, post: &Post, topics: &[Uuid]) {
        match &post.part {
            Part::Question(asked) => {
                self.questions.push(question_row(post.id, asked));
                self.topics.extend(topic_rows(post.id, asked, topics));
            }
            Part::Answer { question } => self.answers.push(
                answer::Model {
                    post_id: post.id,
                    question_id: *question,
                }
                .into_active_model(),
            ),
            Part::Comment { parent, question } => self.comments.push(
                comment::Model {
                    post_id: post.id,
                    parent_id: *parent,
                    question_id: *question,
                }
                .into_active_model(),
            ),
        }
    }

    async fn insert(self, tx: &Tx) -> Result<(), DbErr> {
        insert_all::<question::Entity, _>(tx, self.questions).await?;
        insert_all::<post_topic::Entity, _>(tx, self.topics).await?;
        insert_all::<answer::Entity, _>(tx, self.answers).await?;
        insert_all::<comment::Entity, _>(tx, self.comments).await
    }
}

/// Open, until the answers are there: see `settle`.
fn question_row(id: Uuid, asked: &Question) -> question::ActiveModel {
    QuestionRow {
        post_id: id,
        title: asked.title.clone(),
        urgency: Urgency::Normal.as_str().to_owned(),
        state: QuestionState::Open.as_str().to_owned(),
        accepted_answer_id: None,
        accepted_by: None,
        accepted_at: None,
        closed_reason: None,
        duplicate_of_id: None,
        answer_count: 0,
        last_activity_at: asked.last_activity_at,
    }
    .into_active_model()
}
