//! From rows of keeping order to what goes over the wire.

pub mod audit;

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use tacit_contract::moderation::{
    DeletedPost, FlagEntry, FlagResolution, FlaggedPost, RenewalDue, RenewalFacts,
};
use tacit_contract::time::from_micros;
use tacit_domain::identity::Viewer;
use tacit_domain::moderation::flags::{FlagKind, FlagOutcome, can_resolve, can_see_flaggers};
use tacit_domain::moderation::{Refusal, deletion};
use uuid::Uuid;

use super::repo::deletions::{Deleted, DeletionRow, deleted_among};
use super::repo::flags::{FlagRow, open_on};
use super::repo::queue::{Queued, flags_of};
use super::repo::renewals::{Due, RenewalRow};
use crate::error::AppResult;
use crate::identity::repo::member_refs;
use crate::markdown::excerpt;
use crate::nameless::identity::own_among;
use crate::needs::repo::needs::wishes;
use crate::posts::act::judged_on;
use crate::posts::mapping::{People, byline};
use crate::posts::repo::load::{Placed, find_all_visible, place};
use crate::questions::repo::questions::titles;

/// As much of a post as a queue shows, in characters.
const EXCERPT: usize = 280;

/// Deleted posts as those see them who may.
///
/// # Errors
/// A failure of the database.
pub async fn deleted(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: Vec<Deleted>,
) -> AppResult<Vec<DeletedPost>> {
    let authors = rows.iter().filter_map(|(post, _)| post.author_id);
    let deleters = rows.iter().filter_map(|(_, row)| row.deleted_by);
    let people = member_refs(db, authors.chain(deleters)).await?;
    let mut placed = Vec::with_capacity(rows.len());
    for (post, row) in rows {
        placed.push((place(db, post).await?, row));
    }
    let pages: Vec<Uuid> = placed.iter().map(|(post, _)| post.question_id).collect();
    let titles = page_names(db, &pages).await?;
    let above = placed.iter().flat_map(|(post, _)| post.above());
    let gone = deleted_among(db, above).await?;
    Ok(placed
        .into_iter()
        .map(|(placed, row)| {
            let title = titles.get(&placed.question_id).cloned().unwrap_or_default();
            let under = placed.above().any(|id| gone.contains(&id));
            one(viewer, placed, row, under, title, &people)
        })
        .collect())
}

/// What the pages are called: titles of questions, wishes of needs.
async fn page_names(db: &impl ConnectionTrait, pages: &[Uuid]) -> AppResult<HashMap<Uuid, String>> {
    let mut names = titles(db, pages).await?;
    names.extend(wishes(db, pages).await?);
    Ok(names)
}

fn one(
    viewer: &Viewer,
    placed: Placed,
    row: DeletionRow,
    under_deleted: bool,
    question_title: String,
    people: &People,
) -> DeletedPost {
    let outcome = deletion::can_restore(
        &judged_on(viewer, &placed.post),
        row.deleted_by,
        under_deleted,
        None,
    );
    let needs_reason = outcome == Err(Refusal::ReasonNeeded);
    DeletedPost {
        id: placed.post.id,
        kind: placed.kind.into(),
        parent_id: placed.parent_id,
        question_id: placed.question_id,
        question_title,
        by: byline(&placed.post, people),
        body_html: placed.post.body_html,
        language: placed.post.language,
        deleted_by: row.deleted_by.and_then(|id| people.get(&id).cloned()),
        reason: row.reason,
        deleted_at: from_micros(row.deleted_at),
        may_restore: outcome.is_ok() || needs_reason,
        restore_needs_reason: needs_reason,
        under_deleted,
    }
}

/// Rows of the queue with what was said and about what. What is gone by now is left out.
///
/// # Errors
/// A failure of the database.
pub async fn queue(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: Vec<Queued>,
    resolved: bool,
) -> AppResult<Vec<FlaggedPost>> {
    let flags = flags_of(db, &rows, resolved).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.post_id).collect();
    let posts = find_all_visible(db, viewer, &ids).await?;
    let pages: Vec<Uuid> = posts.values().map(|post| post.question_id).collect();
    let titles = page_names(db, &pages).await?;
    let authors = posts.values().filter_map(|post| post.post.author_id);
    let named = flags.iter().map(|flag| flag.member_id);
    let deciders = flags.iter().filter_map(|flag| flag.resolved_by);
    let people = member_refs(db, authors.chain(named).chain(deciders)).await?;
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let Some(placed) = posts.get(&row.post_id) else {
            continue;
        };
        let said = flags
            .iter()
            .filter(|flag| flag.post_id == row.post_id && flag.kind == row.kind);
        let title = titles.get(&placed.question_id).cloned().unwrap_or_default();
        items.push(flagged(viewer, placed, &row.kind, said, title, &people)?);
    }
    Ok(items)
}

fn flagged<'a>(
    viewer: &Viewer,
    placed: &Placed,
    kind: &str,
    said: impl Iterator<Item = &'a FlagRow>,
    question_title: String,
    people: &People,
) -> AppResult<FlaggedPost> {
    let author = placed.post.author_id;
    let shows_names = can_see_flaggers(viewer, author);
    let flags = said.map(|flag| entry(flag, shows_names, people));
    Ok(FlaggedPost {
        post_id: placed.post.id,
        post_kind: placed.kind.into(),
        kind: kind.parse::<FlagKind>()?.into(),
        question_id: placed.question_id,
        question_title,
        by: byline(&placed.post, people),
        excerpt: excerpt(&placed.post.body, EXCERPT),
        language: placed.post.language.clone(),
        flags: flags.collect::<AppResult<_>>()?,
        may_resolve: can_resolve(viewer, author).is_ok(),
    })
}

fn entry(flag: &FlagRow, shows_names: bool, people: &People) -> AppResult<FlagEntry> {
    let person = |id: Uuid| people.get(&id).cloned();
    let outcome = flag.outcome.as_deref().map(str::parse::<FlagOutcome>);
    let resolution = match (outcome.transpose()?, flag.resolved_at) {
        (Some(outcome), Some(at)) => Some(FlagResolution {
            outcome: outcome.into(),
            word: flag.word.clone(),
            by: flag.resolved_by.and_then(person),
            at: from_micros(at),
        }),
        _ => None,
    };
    Ok(FlagEntry {
        by: Some(flag.member_id)
            .filter(|_| shows_names)
            .and_then(person),
        reason: flag.reason.clone(),
        created_at: from_micros(flag.created_at),
        resolution,
    })
}

/// Answers to look at again, with what was said about them.
///
/// # Errors
/// A failure of the database.
pub async fn due(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: Vec<Due>,
) -> AppResult<Vec<RenewalDue>> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.answer_id).collect();
    let mut flags = open_on(db, &ids).await?;
    let nameless = own_among(db, viewer, &ids).await?;
    let items = rows.into_iter().map(|row| {
        let said = flags.remove(&row.answer_id).unwrap_or_default();
        let said = said
            .into_iter()
            .filter(|flag| flag.kind == FlagKind::Outdated.as_str());
        RenewalDue {
            answer_id: row.answer_id,
            question_id: row.question_id,
            question_title: row.question_title,
            mine: row.author_id == Some(viewer.member_id) || nameless.contains(&row.answer_id),
            accepted_at: from_micros(row.accepted_at),
            said: said.map(|flag| flag.reason).collect(),
        }
    });
    Ok(items.collect())
}

/// When an answer was last looked at again.
#[must_use]
pub fn renewal_facts(row: &RenewalRow, people: &People) -> RenewalFacts {
    RenewalFacts {
        by: row.renewed_by.and_then(|id| people.get(&id).cloned()),
        at: from_micros(row.renewed_at),
        replaced_by: row.replaced_by_id,
    }
}

/// What the viewer reads of undecided flags on a post: their own kinds, and as its author what reaches them.
#[must_use]
pub fn flags_for(
    viewer: &Viewer,
    author: Option<Uuid>,
    flags: &[FlagRow],
) -> (
    Vec<tacit_contract::moderation::FlagKind>,
    Vec<tacit_contract::moderation::SaidOfPost>,
) {
    let (mut own, mut said) = (Vec::new(), Vec::new());
    for flag in flags {
        let Ok(kind) = flag.kind.parse::<FlagKind>() else {
            continue;
        };
        if flag.member_id == viewer.member_id {
            own.push(kind.into());
        } else if author == Some(viewer.member_id) && kind.reaches_author() {
            said.push(tacit_contract::moderation::SaidOfPost {
                kind: kind.into(),
                reason: flag.reason.clone(),
            });
        }
    }
    (own, said)
}
