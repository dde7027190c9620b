//! How questions stand, once all answers are there: what is accepted, why it was closed, how many answers there are. What
//! was decided here since the last import stays.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::ConnectionTrait;
use tacit_domain::imports::{ItemKind, Meeting, Outcome};
use uuid::Uuid;

use super::happened::settled;
use super::posts::{state_here, state_of};
use super::{Batch, Context, ROWS, Writer};
use crate::db::Tx;
use crate::error::AppResult;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Post, Prepared, Question};
use crate::imports::repo::items::{Item, find_items, put_items};
use crate::imports::repo::posts::{
    PostRow, QuestionRow, find_posts, find_questions, topics_of, update_source,
};
use crate::imports::repo::settle::{count_answers, put_closing, update_standing};
use crate::imports::repo::told as events;

struct Settling {
    context: Arc<Context>,
    topics: Arc<Vec<Uuid>>,
    posts: Vec<Post>,
}

struct Found {
    items: HashMap<i64, Item>,
    rows: HashMap<Uuid, PostRow>,
    questions: HashMap<Uuid, QuestionRow>,
    answers: HashMap<Uuid, i32>,
}

impl Writer<'_> {
    pub(super) async fn settle(
        &self,
        prepared: &Prepared,
        topics: &Arc<Vec<Uuid>>,
    ) -> Result<(), ImportError> {
        let mut chunks = prepared.posts.questions.chunks(ROWS)?;
        while let Some(posts) = chunks.next_chunk()? {
            let batch = Settling {
                context: Arc::clone(&self.context),
                topics: Arc::clone(topics),
                posts,
            };
            self.put(batch).await?;
        }
        Ok(())
    }
}

impl Batch for Settling {
    type Found = Found;

    async fn look(&self, db: &impl ConnectionTrait) -> AppResult<Found> {
        let sources = self.posts.iter().map(|post| post.source_id);
        let site = self.context.site.host();
        let ids = || self.posts.iter().map(|post| post.id);
        Ok(Found {
            items: find_items(db, site, ItemKind::Question, sources).await?,
            rows: find_posts(db, ids()).await?,
            questions: find_questions(db, ids()).await?,
            answers: count_answers(db, ids()).await?,
        })
    }

    async fn write(&self, tx: &Tx, found: &Found) -> AppResult<()> {
        let (mut items, mut told) = (Vec::new(), Vec::new());
        for post in &self.posts {
            let here = found.rows.get(&post.id).zip(found.questions.get(&post.id));
            let item = found.items.get(&post.source_id);
            let (Some((row, question)), Some(asked), Some(item)) = (here, post.question(), item)
            else {
                continue;
            };
            if row.deleted_at.is_some() {
                continue;
            }
            let standing = standing(post, asked, row, question, item);
            if standing == Outcome::Changed {
                update_source(tx, post).await?;
                items.push(Item {
                    state: state_of(post, &asked.standing),
                    ..item.clone()
                });
            }
            let answers = found.answers.get(&post.id).copied().unwrap_or_default();
            let after = after(post, asked, question, answers, standing == Outcome::Changed);
            if after == *question {
                continue;
            }
            let topics = topics_of(asked, &self.topics);
            told.extend(settled(
                post,
                question,
                &after,
                topics,
                row.version,
                &self.context,
            ));
            if after.closed_reason != question.closed_reason {
                put_closing(tx, post.id, asked).await?;
            }
            update_standing(tx, after).await?;
        }
        put_items(tx, items).await?;
        events::keep(tx, self.context.site.host(), told).await
    }
}

fn standing(
    post: &Post,
    asked: &Question,
    row: &PostRow,
    question: &QuestionRow,
    item: &Item,
) -> Outcome {
    Meeting {
        changed_there: item.state != state_of(post, &asked.standing),
        changed_here: item.state != state_here(row, Some(question)),
    }
    .outcome()
}

/// The row as it is to be. Answers written here count as well.
fn after(
    post: &Post,
    asked: &Question,
    before: &QuestionRow,
    answers: i32,
    decide: bool,
) -> QuestionRow {
    let mut after = before.clone();
    after.answer_count = answers;
    after.last_activity_at = before.last_activity_at.max(asked.last_activity_at);
    if decide {
        after.accepted_answer_id = asked.standing.accepted;
        after.accepted_by = asked.standing.accepted.and(post.author);
        after.accepted_at = asked.standing.accepted_at;
        after.closed_reason = asked.standing.closed.clone();
        after.duplicate_of_id = asked.standing.duplicate_of;
    }
    after
}
