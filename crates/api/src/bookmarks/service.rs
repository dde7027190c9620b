//! Use cases of bookmarks.

use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use tacit_contract::Page;
use tacit_contract::bookmarks::{Bookmark, ListBookmarksQuery};
use tacit_contract::notices::NoticePost;
use tacit_contract::problem::FieldCode;
use tacit_contract::time::from_micros;
use tacit_domain::bookmarks::Note;
use tacit_domain::identity::Viewer;
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use super::repo::{self, BookmarkRow};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::http::PageRequest;
use crate::markdown::excerpt;
use crate::posts::repo::load::{Placed, find_visible};
use crate::posts::{Act, refusal};
use crate::questions::repo::questions::find_refs;
use crate::state::AppState;

/// Characters of an excerpt.
const EXCERPT: usize = 160;

/// A page of one's own bookmarks, newest first.
///
/// # Errors
/// `malformed_query`, `invalid_cursor`.
pub async fn list(
    state: &AppState,
    viewer: &Viewer,
    query: &ListBookmarksQuery,
) -> AppResult<Page<Bookmark>> {
    let cursor = query.cursor.as_deref();
    let asked = PageRequest::<(i64, Uuid)>::read(&state.keys, "bookmarks", query.limit, cursor)?;
    let db = state.db.reader();
    let words = query.q.as_deref();
    let rows = repo::list(db, viewer, words, asked.after, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, |row| (row.created_at, row.post_id))?;
    Ok(Page {
        items: shown(db, viewer, page.items).await?,
        next_cursor: page.next_cursor,
    })
}

async fn shown(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rows: Vec<BookmarkRow>,
) -> AppResult<Vec<Bookmark>> {
    let mut placed: HashMap<Uuid, Placed> = HashMap::new();
    for row in &rows {
        if let Ok(found) = find_visible(db, viewer, row.post_id).await {
            placed.insert(row.post_id, found);
        }
    }
    let questions: Vec<Uuid> = placed.values().map(|found| found.question_id).collect();
    let questions = find_refs(db, viewer, &questions).await?;
    let shown = rows.into_iter().filter_map(|row| {
        let found = placed.get(&row.post_id)?;
        Some(Bookmark {
            question: questions.get(&found.question_id)?.clone(),
            post: NoticePost {
                id: row.post_id,
                kind: found.kind.into(),
                excerpt: excerpt(&found.post.body, EXCERPT),
                language: found.post.language.clone(),
            },
            note: row.note,
            created_at: from_micros(row.created_at),
        })
    });
    Ok(shown.collect())
}

/// Keeps a question or an answer with a note, or changes the note.
///
/// # Errors
/// 404, 409 for a comment, 422 for a note that is too long.
pub async fn store(tx: &Tx, act: &Act, post: Uuid, note: &Note) -> AppResult<()> {
    let placed = find_visible(tx, &act.viewer, post).await?;
    let refused = match placed.kind {
        PostKind::Question | PostKind::Answer => None,
        PostKind::Comment => Some("comments are kept with what they stand under"),
        PostKind::Need => Some("a need is joined, not kept"),
    };
    if let Some(detail) = refused {
        return Err(AppError::invalid("/id", FieldCode::NotAllowed, detail));
    }
    repo::store(tx, act.viewer.member_id, post, note.as_str(), act.at).await?;
    Ok(())
}

/// The bookmark of a post one sees.
///
/// # Errors
/// 404 when it is not kept.
pub async fn find(db: &impl ConnectionTrait, viewer: &Viewer, post: Uuid) -> AppResult<Bookmark> {
    let row = repo::find(db, viewer.member_id, post).await?;
    let rows = row.into_iter().collect();
    let first = shown(db, viewer, rows).await?.into_iter().next();
    first.ok_or_else(AppError::not_found)
}

/// Reads a note.
///
/// # Errors
/// 422 at `/note`.
pub fn read_note(note: Option<&str>) -> AppResult<Note> {
    Note::parse(note.unwrap_or_default()).map_err(|error| refusal::of_text("/note", error))
}
