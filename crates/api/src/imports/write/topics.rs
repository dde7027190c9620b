//! Topics: those that are here are used; a description that an import wrote and nobody touched follows the dump.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::ConnectionTrait;
use tacit_domain::events::EventBody;
use tacit_domain::imports::{ItemKind, Meeting, Outcome};
use uuid::Uuid;

use super::tally::Tally;
use super::verdict::{remember, told};
use super::{Batch, Context, ROWS, Writer};
use crate::db::Tx;
use crate::error::AppResult;
use crate::imports::digest::digest;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Prepared, Topic};
use crate::imports::repo::items::{Item, find_items, put_items};
use crate::imports::repo::told::{self as events, Told};
use crate::imports::repo::topics::{Known, describe, find_topics, insert_topics};

struct Topics {
    context: Arc<Context>,
    prepared: Arc<Vec<Topic>>,
    from: usize,
}

struct Found {
    items: HashMap<i64, Item>,
    verdicts: Vec<Verdict>,
}

/// What is to be done with a tag, and the topic it stands for.
#[derive(Clone, Copy)]
struct Verdict {
    outcome: Outcome,
    known: Known,
}

impl Writer<'_> {
    /// Answers with the topics by their places.
    pub(super) async fn topics(
        &self,
        prepared: &Prepared,
        tally: &mut Tally,
    ) -> Result<Vec<Uuid>, ImportError> {
        let mut ids = Vec::with_capacity(prepared.topics.len());
        for from in (0..prepared.topics.len()).step_by(ROWS) {
            let batch = Topics {
                context: Arc::clone(&self.context),
                prepared: Arc::clone(&prepared.topics),
                from,
            };
            let found = self.put(batch).await?;
            let topics = prepared.topics.iter().skip(from);
            for (topic, verdict) in topics.zip(&found.verdicts) {
                let item = topic.source_id.and_then(|id| found.items.get(&id));
                tally.add(ItemKind::Topic, told(&self.context, item, verdict.outcome));
                ids.push(verdict.known.id);
            }
        }
        Ok(ids)
    }
}

impl Topics {
    fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.prepared.iter().skip(self.from).take(ROWS)
    }
}

impl Batch for Topics {
    type Found = Found;

    async fn look(&self, db: &impl ConnectionTrait) -> AppResult<Found> {
        let ids: Vec<i64> = self.topics().filter_map(|topic| topic.source_id).collect();
        let items = find_items(db, self.context.site.host(), ItemKind::Topic, ids).await?;
        let slugs: Vec<&str> = self.topics().map(|topic| topic.slug.as_str()).collect();
        let mut known = find_topics(db, &slugs).await?;
        let mut verdicts = Vec::with_capacity(slugs.len());
        for topic in self.topics() {
            let item = topic.source_id.and_then(|id| items.get(&id));
            verdicts.push(verdict(topic, item, &mut known));
        }
        Ok(Found { items, verdicts })
    }

    async fn write(&self, tx: &Tx, found: &Found) -> AppResult<()> {
        let now = self.context.now.micros();
        let (mut new, mut items, mut happened) = (Vec::new(), Vec::new(), Vec::new());
        for (topic, verdict) in self.topics().zip(&found.verdicts) {
            let (outcome, known) = (verdict.outcome, verdict.known);
            let mut version = known.version;
            let told = |at, body| Told {
                at,
                actor: None,
                subject: known.id,
                body,
            };
            match outcome {
                Outcome::New => {
                    let at = topic.created_at.unwrap_or(now);
                    new.push((topic, at));
                    happened.push(told(at, EventBody::TopicCreated));
                }
                Outcome::Changed => {
                    version = describe(tx, known, topic).await?;
                    happened.push(told(now, EventBody::TopicEdited));
                }
                _ => continue,
            }
            if let Some(id) = topic.source_id {
                let before = found.items.get(&id);
                let kind = ItemKind::Topic;
                let item = remember(&self.context, before, kind, id, known.id, outcome);
                items.push(Item {
                    digest: digest_of(topic),
                    version,
                    ..item
                });
            }
        }
        insert_topics(tx, &self.context.site, &new).await?;
        put_items(tx, items).await?;
        events::keep(tx, self.context.site.host(), happened).await
    }
}

/// What another tag of the same slug says would have to go into a row that is not written yet: the first tag describes it.
fn verdict(topic: &Topic, item: Option<&Item>, known: &mut HashMap<String, Known>) -> Verdict {
    let Some(here) = known.get_mut(&topic.slug) else {
        let made = Known {
            id: topic.id,
            version: 1,
            described: true,
        };
        known.insert(topic.slug.clone(), made);
        return Verdict {
            outcome: Outcome::New,
            known: made,
        };
    };
    let known = *here;
    let ours = item.filter(|item| item.subject_id == known.id);
    let outcome = match ours {
        Some(item) => Meeting {
            changed_there: item.digest != digest_of(topic),
            changed_here: known.version != item.version,
        }
        .outcome(),
        None if !known.described && !topic.description.is_empty() => Outcome::Changed,
        None => Outcome::Unchanged,
    };
    here.described |= outcome == Outcome::Changed;
    Verdict { outcome, known }
}

fn digest_of(topic: &Topic) -> String {
    digest([topic.description.as_str()])
}
