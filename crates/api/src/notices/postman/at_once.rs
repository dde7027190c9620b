//! Notices become letters at once, each once: the cursor and the letters are written in one transaction.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use tacit_domain::notices::{MailRhythm, NoticeKind};

use crate::db::entities::notice;
use crate::db::{self, Tx};
use crate::error::AppResult;
use crate::events::projector::{holds_lease, read_cursor, store_cursor};
use crate::mail::outbox::{LetterKind, NewLetter, keep};
use crate::notices::repo::ways::Chosen;
use crate::projections::notices::NAME as NOTICES;
use crate::state::AppState;

/// The cursor: up to here notices were looked at.
const CURSOR: &str = "notice_mail";

/// Positions of the log looked at in one transaction.
const STEP: i64 = 500;

/// What is older comes in the digest: after a long pause nobody finds a hundred letters.
const HOURS: i64 = 48;

/// Writes down the letters of the next notices. False when there is nothing more.
pub async fn write_down(state: &AppState) -> AppResult<bool> {
    let reader = state.db.reader();
    if read_cursor(reader, CURSOR).await? >= read_cursor(reader, NOTICES).await? {
        return Ok(false);
    }
    let app = state.clone();
    db::write(&state.db, move |tx| {
        let app = app.clone();
        Box::pin(async move { step(&app, tx).await })
    })
    .await
}

async fn step(state: &AppState, tx: &Tx) -> AppResult<bool> {
    if !holds_lease(tx, CURSOR).await? {
        return Ok(false);
    }
    let (from, derived) = (
        read_cursor(tx, CURSOR).await?,
        read_cursor(tx, NOTICES).await?,
    );
    let to = derived.min(from.saturating_add(STEP));
    if to <= from {
        return Ok(false);
    }
    let now = state.clock.now();
    let rows = notice::Entity::find()
        .filter(notice::Column::Position.gt(from))
        .filter(notice::Column::Position.lte(to))
        .filter(notice::Column::OccurredAt.gt(now.plus_seconds(-3_600 * HOURS).micros()))
        .order_by_asc(notice::Column::Position)
        .all(tx)
        .await?;
    let mut members: Vec<_> = rows.iter().map(|row| row.member_id).collect();
    members.sort_unstable();
    members.dedup();
    let chosen = Chosen::load(tx, members).await?;
    let mut letters = Vec::new();
    for row in rows {
        let kind: NoticeKind = row.kind.parse()?;
        if chosen.ways(row.member_id, kind).mail == MailRhythm::AtOnce {
            letters.push(NewLetter {
                id: state.ids.next(),
                kind: LetterKind::Notice,
                member: Some(row.member_id),
                position: Some(row.position),
                day: None,
                sealed: None,
            });
        }
    }
    keep(tx, now, letters).await?;
    store_cursor(tx, CURSOR, to, now.micros()).await?;
    Ok(true)
}
