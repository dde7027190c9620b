//! Questions, answers and comments: their texts, marks and sources. How questions stand is settled afterwards.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::ConnectionTrait;
use tacit_domain::imports::{ItemKind, Meeting, Outcome};
use uuid::Uuid;

use super::tally::Tally;
use super::verdict::{remember, told};
use super::{Batch, Context, ROWS, Writer, count, happened};
use crate::db::Tx;
use crate::error::AppResult;
use crate::imports::digest::digest;
use crate::imports::error::ImportError;
use crate::imports::prepared::{Post, Standing};
use crate::imports::repo::items::{Item, find_items, put_items};
use crate::imports::repo::posts::{
    PostRow, QuestionRow, find_posts, find_questions, insert_posts, insert_revisions, revised_at,
    set_gone, set_helpful, topics_of, update_source, update_text,
};
use crate::imports::repo::told::{self as events, Told};
use crate::imports::stage::Staged;

struct Posts {
    context: Arc<Context>,
    topics: Arc<Vec<Uuid>>,
    kind: ItemKind,
    posts: Vec<Post>,
}

struct Found {
    items: HashMap<i64, Item>,
    rows: HashMap<Uuid, PostRow>,
    verdicts: Vec<Verdict>,
}

/// What is to be done with a post, and what with each side of it.
#[derive(Clone, Copy)]
struct Verdict {
    whole: Outcome,
    text: Outcome,
    source: Outcome,
    helpful: bool,
    back: bool,
}

impl Writer<'_> {
    pub(super) async fn posts(
        &self,
        staged: &Staged<Post>,
        topics: &Arc<Vec<Uuid>>,
        tally: &mut Tally,
    ) -> Result<(), ImportError> {
        let mut chunks = staged.chunks(ROWS)?;
        while let Some(posts) = chunks.next_chunk()? {
            let Some(kind) = posts.first().map(Post::kind) else {
                continue;
            };
            let ids: Vec<i64> = posts.iter().map(|post| post.source_id).collect();
            let batch = Posts {
                context: Arc::clone(&self.context),
                topics: Arc::clone(topics),
                kind,
                posts,
            };
            let found = self.put(batch).await?;
            for (id, verdict) in ids.iter().zip(&found.verdicts) {
                let item = found.items.get(id);
                tally.add(kind, told(&self.context, item, verdict.whole));
            }
            self.progress.add(count(&ids));
        }
        Ok(())
    }
}

impl Batch for Posts {
    type Found = Found;

    async fn look(&self, db: &impl ConnectionTrait) -> AppResult<Found> {
        let ids = self.posts.iter().map(|post| post.source_id);
        let items = find_items(db, self.context.site.host(), self.kind, ids).await?;
        let rows = find_posts(db, self.posts.iter().map(|post| post.id)).await?;
        let questions = match self.kind {
            ItemKind::Question => find_questions(db, self.posts.iter().map(|p| p.id)).await?,
            _ => HashMap::new(),
        };
        let verdicts = self.posts.iter().map(|post| {
            let (item, row) = (items.get(&post.source_id), rows.get(&post.id));
            verdict(post, item, row, questions.get(&post.id))
        });
        let verdicts = verdicts.collect();
        Ok(Found {
            items,
            rows,
            verdicts,
        })
    }

    async fn write(&self, tx: &Tx, found: &Found) -> AppResult<()> {
        let (mut new, mut items, mut told) = (Vec::new(), Vec::new(), Vec::new());
        for (post, verdict) in self.posts.iter().zip(&found.verdicts) {
            let before = found.items.get(&post.source_id);
            let (kind, id, whole) = (self.kind, post.id, verdict.whole);
            let item = remember(&self.context, before, kind, post.source_id, id, whole);
            match (whole, found.rows.get(&post.id)) {
                (Outcome::New, _) => {
                    new.push(post);
                    told.extend(happened::created(post, &topics_of_post(post, &self.topics)));
                    items.push(Item {
                        digest: digest_of(post),
                        state: state_of(post, &NOTHING),
                        version: versions(post),
                        ..item
                    });
                }
                (Outcome::Changed | Outcome::Kept, Some(row)) => {
                    items.push(
                        self.change(tx, post, row, *verdict, item, &mut told)
                            .await?,
                    );
                }
                _ => {}
            }
        }
        insert_posts(tx, &self.context.site, &self.topics, &new).await?;
        put_items(tx, items).await?;
        events::keep(tx, self.context.site.host(), told).await
    }
}

impl Posts {
    /// Does what is to be done with a post that is here; answers with what to remember.
    async fn change(
        &self,
        tx: &Tx,
        post: &Post,
        row: &PostRow,
        verdict: Verdict,
        mut item: Item,
        told: &mut Vec<Told>,
    ) -> AppResult<Item> {
        if verdict.text == Outcome::Changed {
            item.version = retext(tx, post, row, &self.topics).await?;
            item.digest = digest_of(post);
            let topics = topics_of_post(post, &self.topics);
            told.push(happened::edited(post, item.version, topics, &self.context));
        }
        if verdict.helpful {
            set_helpful(tx, row, post.helpful_count()).await?;
            told.extend(happened::found_helpful(
                post,
                row.helpful_imported,
                &self.context,
            ));
        }
        if verdict.back {
            set_gone(tx, [post.id], None).await?;
        }
        // How a question stands is settled, with its source, when all answers are there.
        if verdict.source == Outcome::Changed && post.question().is_none() {
            update_source(tx, post).await?;
            item.state = state_of(post, &NOTHING);
        }
        Ok(item)
    }
}

/// Gives a post the text of the dump; tells the version it has now. Where the history of the dump goes on from the one
/// that is here, all of what is new of it is added.
async fn retext(tx: &Tx, post: &Post, row: &PostRow, topics: &[Uuid]) -> AppResult<i32> {
    let known = usize::try_from(row.version).unwrap_or_default();
    let here = known
        .checked_sub(1)
        .and_then(|last| post.revisions.get(last));
    let at = revised_at(tx, post.id, row.version).await?;
    let goes_on = post.revisions.len() > known && here.map(|revision| revision.at) == at;
    let from = if goes_on {
        known
    } else {
        post.revisions.len().saturating_sub(1)
    };
    let new = post.revisions.get(from..).unwrap_or_default();
    let added = i32::try_from(new.len()).unwrap_or(i32::MAX);
    let version = row.version.saturating_add(added);
    insert_revisions(tx, post.id, row.version.saturating_add(1), new).await?;
    update_text(tx, post, version, topics).await?;
    Ok(version)
}

fn verdict(
    post: &Post,
    item: Option<&Item>,
    row: Option<&PostRow>,
    question: Option<&QuestionRow>,
) -> Verdict {
    let Some(row) = row else {
        let whole = match item {
            Some(_) => Outcome::Unchanged,
            None => Outcome::New,
        };
        return Verdict {
            whole,
            text: whole,
            source: whole,
            helpful: false,
            back: false,
        };
    };
    let deleted = row.deleted_at.is_some();
    let version = item.map_or(1, |item| item.version);
    let text = Meeting {
        changed_there: item.is_none_or(|item| item.digest != digest_of(post)),
        changed_here: deleted || row.version != version,
    };
    let standing = post.question().map(|asked| &asked.standing);
    let source = Meeting {
        changed_there: item
            .is_none_or(|item| item.state != state_of(post, standing.unwrap_or(&NOTHING))),
        changed_here: deleted
            || item
                .is_some_and(|item| question.is_some() && item.state != state_here(row, question)),
    };
    let (text, source) = (text.outcome(), source.outcome());
    let helpful = !deleted && row.helpful_imported != post.helpful_count();
    let back = item.is_some_and(|item| item.gone_at.is_some());
    let other = match helpful || back {
        true => Outcome::Changed,
        false => Outcome::Unchanged,
    };
    Verdict {
        whole: text.and(source).and(other),
        text,
        source,
        helpful,
        back,
    }
}

/// Nothing accepted, not closed: as a new question stands, and everything that is no question.
const NOTHING: Standing = Standing {
    accepted: None,
    accepted_at: None,
    closed: None,
    duplicate_of: None,
};

fn topics_of_post(post: &Post, topics: &[Uuid]) -> Vec<Uuid> {
    post.question()
        .map(|asked| topics_of(asked, topics))
        .unwrap_or_default()
}

fn versions(post: &Post) -> i32 {
    i32::try_from(post.revisions.len()).unwrap_or(i32::MAX)
}

/// What the dump says in words.
fn digest_of(post: &Post) -> String {
    let (title, slugs) = post.question().map_or(("", ""), |asked| {
        (asked.title.as_str(), asked.slugs.as_str())
    });
    digest([post.body.as_str(), title, slugs])
}

/// Everything else the dump says of a post.
pub(super) fn state_of(post: &Post, standing: &Standing) -> String {
    let license = Some(post.license.as_str());
    state(license, post.author_name.as_deref(), post.wiki, standing)
}

/// The same of what is here.
pub(super) fn state_here(row: &PostRow, question: Option<&QuestionRow>) -> String {
    let standing = question.map(|question| Standing {
        accepted: question.accepted_answer_id,
        accepted_at: question.accepted_at,
        closed: question.closed_reason.clone(),
        duplicate_of: question.duplicate_of_id,
    });
    let (license, name) = (row.source_license.as_deref(), row.source_author.as_deref());
    state(
        license,
        name,
        row.source_wiki,
        &standing.unwrap_or_default(),
    )
}

fn state(license: Option<&str>, name: Option<&str>, wiki: bool, standing: &Standing) -> String {
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    digest([
        license.unwrap_or_default(),
        name.unwrap_or_default(),
        if wiki { "wiki" } else { "" },
        id(standing.accepted).as_str(),
        standing
            .accepted_at
            .map(|at| at.to_string())
            .unwrap_or_default()
            .as_str(),
        standing.closed.as_deref().unwrap_or_default(),
        id(standing.duplicate_of).as_str(),
    ])
}
