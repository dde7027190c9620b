//! Posts that imports marked, for those who look after what was brought over.

use std::collections::HashMap;

use tacit_contract::Page;
use tacit_contract::imports::{ListMarkedPostsQuery, MarkedPost, PostMark};
use tacit_contract::time::from_micros;
use tacit_domain::identity::Viewer;
use tacit_domain::identity::policy::can_administer;
use tacit_domain::imports::ItemKind;
use tacit_domain::posts::PostKind;
use uuid::Uuid;

use super::repo::marked::{list_marked, titles};
use crate::error::AppResult;
use crate::http::PageRequest;
use crate::posts::repo::PostRow;
use crate::state::AppState;

/// The posts with a mark, oldest first.
///
/// # Errors
/// `forbidden`, `invalid_cursor`.
pub async fn list(
    state: &AppState,
    viewer: &Viewer,
    query: ListMarkedPostsQuery,
) -> AppResult<Page<MarkedPost>> {
    can_administer(viewer)?;
    let mark = query.mark.unwrap_or_default();
    let name = match mark {
        PostMark::Kept => "kept-posts",
        PostMark::Gone => "gone-posts",
    };
    let (limit, cursor) = (query.limit, query.cursor.as_deref());
    let asked = PageRequest::<Uuid>::read(&state.keys, name, limit, cursor)?;
    let db = state.db.reader();
    let rows = list_marked(db, viewer, mark, asked.after, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, |row| row.id)?;
    let titles = titles(db, &page.items).await?;
    let items = page
        .items
        .into_iter()
        .filter_map(|row| marked(row, &titles).transpose());
    let items: AppResult<Vec<MarkedPost>> = items.collect();
    Ok(Page {
        items: items?,
        next_cursor: page.next_cursor,
    })
}

fn marked(row: PostRow, titles: &HashMap<Uuid, (Uuid, String)>) -> AppResult<Option<MarkedPost>> {
    let kind = match row.kind.parse()? {
        PostKind::Question => ItemKind::Question,
        PostKind::Answer => ItemKind::Answer,
        PostKind::Comment => ItemKind::Comment,
        // No import brings needs.
        PostKind::Need => return Ok(None),
    };
    Ok(titles.get(&row.id).map(|(question_id, title)| MarkedPost {
        id: row.id,
        kind: kind.into(),
        question_id: *question_id,
        title: title.clone(),
        site: row.source_site.clone().unwrap_or_default(),
        url: row.source_url.clone(),
        gone_at: row.source_gone_at.map(from_micros),
    }))
}
