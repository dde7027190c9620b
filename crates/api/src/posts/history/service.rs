//! Use cases of the history.

use sea_orm::ConnectionTrait;
use tacit_contract::posts::{DiffPiece, RevisionDiff};
use tacit_domain::identity::Viewer;
use tacit_domain::posts::{PostKind, Reason, diff, policy};
use tacit_domain::questions::Title;
use tacit_domain::topics::TopicName;
use uuid::Uuid;

use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::http::IfMatch;
use crate::needs::service::say::{self as needs, NeedEdit};
use crate::posts::repo::find_visible;
use crate::posts::repo::revisions::{RevisionRow, find_revision, list_revisions};
use crate::posts::{Act, Written, service as posts};
use crate::questions::service::{self as questions, QuestionEdit};

/// A revision and the one it is compared with.
pub struct Compared {
    newer: RevisionRow,
    older: Option<RevisionRow>,
}

/// The revision that made `version`, and `against` or the one before.
///
/// # Errors
/// 404 when there is no such revision of a post the viewer may see.
pub async fn load(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    post: Uuid,
    version: i32,
    against: Option<i32>,
) -> AppResult<Compared> {
    let newer = find(db, viewer, post, version).await?;
    let older = match against {
        Some(version) => {
            let older = find_revision(db, post, version).await?;
            Some(older.ok_or_else(AppError::not_found)?)
        }
        None => list_revisions(db, post, Some(version), 1).await?.pop(),
    };
    Ok(Compared { newer, older })
}

/// A revision of a post the viewer may see.
///
/// # Errors
/// 404 when there is none.
pub async fn find(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    post: Uuid,
    version: i32,
) -> AppResult<RevisionRow> {
    find_visible(db, viewer, post).await?;
    let found = find_revision(db, post, version).await?;
    found.ok_or_else(AppError::not_found)
}

/// Compares the two. Bounded, but not for nothing: run it where blocking is allowed.
#[must_use]
pub fn compare(compared: &Compared) -> RevisionDiff {
    let Compared { newer, older } = compared;
    let title_before = older.as_ref().and_then(|row| row.title.as_deref());
    let (had, has) = (
        older.as_ref().map(topics).unwrap_or_default(),
        topics(newer),
    );
    RevisionDiff {
        version: newer.version,
        against: older.as_ref().map(|row| row.version),
        title: pieces(
            title_before.unwrap_or_default(),
            newer.title.as_deref().unwrap_or_default(),
        ),
        body: pieces(
            older.as_ref().map_or("", |row| row.body.as_str()),
            &newer.body,
        ),
        topics_added: without(&has, &had),
        topics_removed: without(&had, &has),
    }
}

fn pieces(before: &str, after: &str) -> Vec<DiffPiece> {
    let pieces = diff::compare(before, after).into_iter();
    pieces
        .map(|piece| DiffPiece {
            change: piece.change.into(),
            text: piece.text.to_owned(),
        })
        .collect()
}

fn topics(row: &RevisionRow) -> Vec<String> {
    let slugs = row.topics.as_deref().unwrap_or_default();
    let slugs = slugs.split(',').filter(|slug| !slug.is_empty());
    slugs.map(str::to_owned).collect()
}

fn without(all: &[String], others: &[String]) -> Vec<String> {
    let kept = all.iter().filter(|one| !others.contains(one));
    kept.cloned().collect()
}

/// What a revision said, ready to be written again.
#[derive(Clone, Debug)]
pub struct Earlier {
    title: Option<Title>,
    text: Written,
    topics: Option<Vec<TopicName>>,
}

impl Earlier {
    /// Reads and renders it, outside of any transaction. What was taken over from elsewhere may break today's rules; then
    /// it is refused as if somebody had typed it.
    ///
    /// # Errors
    /// 422.
    pub async fn read(db: &impl ConnectionTrait, row: &RevisionRow) -> AppResult<Self> {
        let title = row.title.as_deref().map(Title::parse).transpose();
        let title = title.map_err(|error| crate::posts::refusal::of_text("/title", error))?;
        let topics = topics(row);
        let topics = row
            .topics
            .is_some()
            .then(|| crate::topics::resolve::read_names(&topics))
            .transpose()?;
        let text = Written::rendered(title.as_ref().map(Title::as_str), &row.body, None).await?;
        Ok(Self {
            text: text.naming(db).await?,
            title,
            topics,
        })
    }
}

/// Writes an earlier revision again, as a new one.
///
/// # Errors
/// 404, 403, 412, or 422 without a reason for another's.
pub async fn restore(
    tx: &Tx,
    act: &Act,
    id: Uuid,
    read: IfMatch,
    earlier: &Earlier,
    reason: Option<&Reason>,
) -> AppResult<()> {
    let placed = find_visible(tx, &act.viewer, id).await?;
    policy::can_edit_post(&act.viewer, placed.post.author_id, reason)?;
    match placed.kind {
        PostKind::Question => {
            let edit = QuestionEdit {
                title: earlier.title.clone(),
                text: Some(earlier.text.clone()),
                topics: earlier.topics.clone(),
                urgency: None,
                reason: reason.cloned(),
            };
            Box::pin(questions::edit(tx, act, id, read, &edit)).await
        }
        PostKind::Need => {
            let edit = NeedEdit {
                wish: earlier.title.clone(),
                text: Some(earlier.text.clone()),
                topics: earlier.topics.clone(),
                reason: reason.cloned(),
                ..NeedEdit::default()
            };
            Box::pin(needs::edit(tx, act, id, read, &edit)).await
        }
        PostKind::Answer => {
            Box::pin(questions::edit_answer(
                tx,
                act,
                id,
                read,
                &earlier.text,
                reason,
            ))
            .await
        }
        PostKind::Comment => {
            Box::pin(posts::edit_comment(
                tx,
                act,
                id,
                read,
                &earlier.text,
                reason,
            ))
            .await
        }
    }
}
