//! Use cases of muting and blocking.

use tacit_contract::Page;
use tacit_contract::blocks::{BlockedMember, ListBlocksQuery};
use tacit_contract::problem::ProblemCode;
use tacit_contract::time::from_micros;
use tacit_domain::blocks::{BlockKind, Refusal, can_block};
use tacit_domain::identity::Viewer;

use super::repo::{self, BlockKey, BlockRow};
use crate::db::Tx;
use crate::error::{AppError, AppResult};
use crate::http::PageRequest;
use crate::identity::repo::member_refs;
use crate::identity::service::people;
use crate::posts::Act;
use crate::state::AppState;

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Oneself => Self::new(ProblemCode::Forbidden).detail(refusal.to_string()),
        }
    }
}

/// Mutes or blocks somebody, or neither any more. Doing it again changes nothing.
///
/// # Errors
/// 404, or 403 for oneself.
pub async fn set(tx: &Tx, act: &Act, handle: &str, kind: Option<BlockKind>) -> AppResult<()> {
    let other = people::find_shown(tx, handle).await?.id;
    can_block(&act.viewer, other)?;
    let me = act.viewer.member_id;
    match kind {
        Some(kind) => repo::put(tx, me, other, kind, act.at).await?,
        None => repo::delete(tx, me, other).await?,
    }
    Ok(())
}

/// A page of those the viewer has muted or blocked.
///
/// # Errors
/// 400 for a limit out of bounds or a forged cursor.
pub async fn list(
    state: &AppState,
    viewer: &Viewer,
    query: &ListBlocksQuery,
) -> AppResult<Page<BlockedMember>> {
    let db = state.db.reader();
    let (limit, cursor) = (query.limit, query.cursor.as_deref());
    let asked = PageRequest::<BlockKey>::read(&state.keys, "blocks", limit, cursor)?;
    let rows = repo::list(db, viewer.member_id, asked.after, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, BlockKey::of)?;
    let people = member_refs(db, page.items.iter().map(|row| row.other_id)).await?;
    let shown = |row: BlockRow| {
        Some(BlockedMember {
            member: people.get(&row.other_id)?.clone(),
            kind: row.kind.parse::<BlockKind>().ok()?.into(),
            since: from_micros(row.created_at),
        })
    };
    Ok(Page {
        items: page.items.into_iter().filter_map(shown).collect(),
        next_cursor: page.next_cursor,
    })
}
