//! Sending what is written down, outside of any transaction.

use crate::db;
use crate::error::AppResult;
use crate::mail::MailError;
use crate::mail::letters::Letter;
use crate::mail::outbox::{self, LetterRow, LetterState};
use crate::state::AppState;

use super::compose::{self, Composed};

/// Sends the letters that are due. False when there were none.
pub async fn send_due(state: &AppState) -> AppResult<bool> {
    let now = state.clock.now();
    if !outbox::is_any_due(state.db.reader(), now).await? {
        return Ok(false);
    }
    let claimed = db::write(&state.db, move |tx| {
        Box::pin(async move { Ok(outbox::claim(tx, now).await?) })
    })
    .await?;
    for row in &claimed {
        match compose::compose(state, row).await? {
            Some(composed) => send(state, row, composed).await?,
            None => finish(state, row, LetterState::LeftOut, None).await?,
        }
    }
    Ok(!claimed.is_empty())
}

async fn send(state: &AppState, row: &LetterRow, composed: Composed) -> AppResult<()> {
    match deliver(state, row, &composed.letter).await {
        Ok(()) => finish(state, row, LetterState::Sent, composed.digested_to).await,
        Err(error) if error.is_final() => {
            tracing::error!(%error, letter = %row.id, "a letter was given up");
            finish(state, row, LetterState::GivenUp, composed.digested_to).await
        }
        Err(error) => put_off(state, row, error).await,
    }
}

async fn deliver(state: &AppState, row: &LetterRow, letter: &Letter) -> Result<(), MailError> {
    state.mailer.deliver(row.id, letter).await
}

/// The letter has come to its end; a digest tells from where the next goes on.
async fn finish(
    state: &AppState,
    row: &LetterRow,
    end: LetterState,
    digested_to: Option<i64>,
) -> AppResult<()> {
    let (id, member) = (row.id, row.member_id);
    let digest = row.day.is_some();
    db::write(&state.db, move |tx| {
        Box::pin(async move {
            outbox::finish(tx, id, end).await?;
            if let Some(member) = member.filter(|_| digest) {
                compose::note_digest(tx, member, digested_to).await?;
            }
            Ok(())
        })
    })
    .await
}

async fn put_off(state: &AppState, row: &LetterRow, error: MailError) -> AppResult<()> {
    let (letter, now) = (row.clone(), state.clock.now());
    let id = row.id;
    let next = db::write(&state.db, move |tx| {
        let letter = letter.clone();
        Box::pin(async move { Ok(outbox::put_off(tx, &letter, now).await?) })
    })
    .await?;
    match next {
        LetterState::GivenUp => tracing::error!(%error, letter = %id, "a letter was given up"),
        _ => tracing::warn!(%error, letter = %id, "a letter waits to be sent again"),
    }
    Ok(())
}
