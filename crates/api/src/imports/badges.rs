//! Badges of other sites on a profile.

use tacit_contract::Page;
use tacit_contract::imports::{ImportedBadge, ListImportedBadgesQuery};
use tacit_contract::time::from_micros;
use tacit_domain::identity::Viewer;
use tacit_domain::imports::BadgeClass;
use uuid::Uuid;

use super::repo::badges::{BadgeRow, list_badges};
use crate::error::AppResult;
use crate::http::PageRequest;
use crate::identity::service::people;
use crate::state::AppState;

/// The badges of a person, newest first.
///
/// # Errors
/// `not_found`, `invalid_cursor`.
pub async fn list(
    state: &AppState,
    viewer: &Viewer,
    handle: &str,
    query: ListImportedBadgesQuery,
) -> AppResult<Page<ImportedBadge>> {
    let id = people::profile(state, viewer, handle).await?.member.id;
    let (limit, cursor) = (query.limit, query.cursor.as_deref());
    let asked = PageRequest::<(i64, Uuid)>::read(&state.keys, "imported-badges", limit, cursor)?;
    let rows = list_badges(state.db.reader(), id, asked.after, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, |row| (row.awarded_at, row.id))?;
    let items: AppResult<Vec<ImportedBadge>> = page.items.into_iter().map(badge).collect();
    Ok(Page {
        items: items?,
        next_cursor: page.next_cursor,
    })
}

fn badge(row: BadgeRow) -> AppResult<ImportedBadge> {
    let class: BadgeClass = row.class.parse()?;
    Ok(ImportedBadge {
        name: row.name,
        class: class.into(),
        topical: row.topical,
        awarded_at: from_micros(row.awarded_at),
        site: row.source_site,
    })
}
