//! Staying signed in: each refresh token is replaced by its one successor when it is used.
//!
//! The token just replaced stays good for 30 seconds and leads to the newest of its session: two tabs that start at once, or
//! a reload that cut off the answer, end up with the same token. One that was replaced longer ago was copied: its session
//! ends, whoever holds the newer one.

use tacit_contract::problem::ProblemCode;
use tacit_domain::identity::MemberStatus;
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use super::sessions::{Opened, SESSION_DAYS, signed_in};
use crate::auth::token;
use crate::db::entities::refresh_token;
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::identity::repo::{members, sessions};
use crate::state::AppState;

/// Seconds the token just replaced stays good.
const GRACE_SECONDS: i64 = 30;

/// Most replacements looked through to find the newest token; nobody refreshes that often within the grace.
const CHAIN: usize = 200;

/// A fresh access token, and the refresh token to keep from now on.
///
/// # Errors
/// `session_ended`.
pub async fn refresh(state: &AppState, presented: String) -> AppResult<Opened> {
    let app = state.clone();
    let opened = db::write(&state.db, move |tx| {
        let (app, presented) = (app.clone(), presented.clone());
        Box::pin(async move { take_turn(&app, tx, &presented).await })
    })
    .await?;
    opened.ok_or_else(ended)
}

fn ended() -> AppError {
    AppError::new(ProblemCode::SessionEnded)
}

/// `None` when the session is over, also when it ends just now: that has to be committed.
async fn take_turn(state: &AppState, tx: &Tx, presented: &str) -> AppResult<Option<Opened>> {
    let now = state.clock.now();
    let Some(found) = sessions::find_token(tx, &token::hash(presented)).await? else {
        return Ok(None);
    };
    let session_id = found.session_id;
    let session = sessions::find(tx, session_id).await?;
    let Some(session) = session.filter(|s| s.ended_at.is_none() && s.expires_at > now.micros())
    else {
        return Ok(None);
    };
    let member = members::find(tx, session.member_id).await?;
    let Some(member) = member.filter(|m| m.status == MemberStatus::Active.as_str()) else {
        return Ok(None);
    };
    let newest = match found.replaced_at.map(Timestamp::from_micros) {
        None => Some(replace(state, tx, &found, presented, now).await?),
        Some(at) if now.micros() - at.micros() <= GRACE_SECONDS * 1_000_000 => {
            newest_after(state, tx, presented).await?
        }
        Some(_) => None,
    };
    let Some(refresh_token) = newest else {
        tracing::warn!(%session_id, "a refresh token came back that was replaced before: its session ends");
        sessions::end(tx, session_id, now).await?;
        return Ok(None);
    };
    let signed_in = signed_in(state, tx, member, session_id).await?;
    Ok(Some(Opened {
        signed_in,
        refresh_token,
    }))
}

async fn replace(
    state: &AppState,
    tx: &Tx,
    old: &refresh_token::Model,
    presented: &str,
    now: Timestamp,
) -> AppResult<String> {
    let next = state.tokens.successor(presented)?;
    let session_id: Uuid = old.session_id;
    sessions::replace_token(tx, old.id, now).await?;
    sessions::insert_token(tx, state.ids.next(), session_id, token::hash(&next), now).await?;
    sessions::touch(tx, session_id, now, now.plus_days(SESSION_DAYS)).await?;
    // The browser has dropped cookies that old: they cannot come back.
    sessions::delete_tokens_before(tx, session_id, now.plus_days(-SESSION_DAYS)).await?;
    Ok(next)
}

async fn newest_after(state: &AppState, tx: &Tx, presented: &str) -> AppResult<Option<String>> {
    let mut text = presented.to_owned();
    for _ in 0..CHAIN {
        text = state.tokens.successor(&text)?;
        match sessions::find_token(tx, &token::hash(&text)).await? {
            Some(found) if found.replaced_at.is_none() => return Ok(Some(text)),
            Some(_) => {}
            None => return Ok(None),
        }
    }
    Ok(None)
}
