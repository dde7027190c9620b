//! Keeping the vocabulary in order: topics nobody uses, and pairs that may be one.

use sea_orm::ConnectionTrait;
use tacit_contract::time::from_micros;
use tacit_contract::topics::{NearTopics, Nearness, TopicCleanup, UnusedTopic};
use tacit_domain::events::{Audience, EventBody};
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::AuditAct;
use tacit_domain::topics::near::Folded;
use tacit_domain::topics::policy::can_order_topics;
use tokio::task::spawn_blocking;

use super::repo::cleanup::{self, Used};
use super::repo::topics::topic_ref;
use super::resolve::find_by_address;
use super::service::log;
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::posts::Act;
use tacit_contract::problem::ProblemCode;

/// Most of each that is shown at once.
const MOST: usize = 100;

/// What could be in better order, for leads and admins.
///
/// # Errors
/// 403; a failure of the database.
pub async fn look(db: &impl ConnectionTrait, viewer: &Viewer) -> AppResult<TopicCleanup> {
    can_order_topics(viewer)?;
    let unused = cleanup::list_unused(db, MOST).await?;
    let topics = cleanup::list_used(db).await?;
    let near = spawn_blocking(move || pairs(&topics)).await?;
    Ok(TopicCleanup {
        unused: unused
            .iter()
            .map(|row| UnusedTopic {
                topic: topic_ref(row),
                created_at: from_micros(row.created_at),
            })
            .collect(),
        near,
    })
}

/// Pairs of near names, the nearest first; what is used more stays.
fn pairs(topics: &[Used]) -> Vec<NearTopics> {
    let folded: Vec<Folded> = topics
        .iter()
        .map(|used| Folded::new(&used.topic.name))
        .collect();
    let mut found = Vec::new();
    for (index, (one, name)) in topics.iter().zip(&folded).enumerate() {
        let later = index.saturating_add(1);
        let rest = topics.iter().zip(&folded).skip(later);
        for (other, other_name) in rest {
            if let Some(near) = name.near(other_name) {
                let (stays, goes) = if one.uses >= other.uses {
                    (one, other)
                } else {
                    (other, one)
                };
                found.push((near, stays, goes));
            }
        }
    }
    found.sort_by_key(|(near, stays, _)| (*near, std::cmp::Reverse(stays.uses)));
    found
        .into_iter()
        .take(MOST)
        .map(|(near, stays, goes)| NearTopics {
            stays: stays.topic.clone(),
            goes: goes.topic.clone(),
            why: Nearness::from(near),
        })
        .collect()
}

/// Deletes a topic that nothing hangs on.
///
/// # Errors
/// 404, 403, 409 when something does.
pub async fn delete(tx: &Tx, act: &Act, slug: &str) -> AppResult<()> {
    let row = find_by_address(tx, slug).await?;
    can_order_topics(&act.viewer)?;
    if !cleanup::is_unused(tx, row.id).await? {
        let detail = "questions, followers or topics hang on it: merge it instead";
        return Err(AppError::new(ProblemCode::WrongState).detail(detail));
    }
    cleanup::delete(tx, row.id).await?;
    log(tx, act, AuditAct::TopicDeleted, row.id, &row.name).await?;
    act.tell(tx, row.id, Audience::Everyone, EventBody::TopicDeleted)
        .await
}
