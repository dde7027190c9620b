//! Letters written down to be sent: each is claimed before it is sent and marked after, so that none goes out twice.
//!
//! A server that died between the two leaves a letter of which nobody knows whether it went: it is given up and logged,
//! never sent again. Files of the outbox are named after the letter.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use tacit_domain::time::Timestamp;
use uuid::Uuid;

use crate::db;
use crate::db::entities::letter::{ActiveModel, Column, Entity, Model};
use crate::error::{AppError, AppResult};
use crate::settings::keys::Keys;
use crate::state::AppState;

use super::letters::Letter;

/// A row of `letter`.
pub type LetterRow = Model;

/// Letters taken at once.
const BATCH: u64 = 20;

/// Times a letter is tried.
const ATTEMPTS: i32 = 8;

/// After so many minutes whoever claimed a letter is taken for dead.
const CLAIM_MINUTES: i64 = 10;

/// Minutes to wait after each failed try.
const WAITS: [i64; 7] = [1, 2, 5, 15, 60, 180, 360];

/// What seals a letter.
const SEAL: &str = "letter";

tacit_domain::words! {
    /// What a letter is.
    pub enum LetterKind {
        /// Tells of one notice.
        Notice = "notice",
        /// Tells of all that is unread.
        Digest = "digest",
        /// About an account: it lets somebody in, or says why not.
        Account = "account",
    }
}

tacit_domain::words! {
    /// How far a letter has come.
    pub enum LetterState {
        /// To be sent when it is due.
        Waiting = "waiting",
        /// Somebody is sending it.
        Sending = "sending",
        /// The mail server has it.
        Sent = "sent",
        /// There was nothing to tell any more.
        LeftOut = "left_out",
        /// It could not be sent.
        GivenUp = "given_up",
    }
}

/// A letter to write down; nothing happens if it was written down before.
#[derive(Clone, Debug)]
pub struct NewLetter {
    /// Also in the name of its file and in its Message-ID.
    pub id: Uuid,
    /// What it is.
    pub kind: LetterKind,
    /// To whom; none for who is no member yet.
    pub member: Option<Uuid>,
    /// Of the event it tells of.
    pub position: Option<i64>,
    /// The day of a digest.
    pub day: Option<String>,
    /// The whole letter, sealed.
    pub sealed: Option<String>,
}

impl NewLetter {
    /// A letter about an account, whole and sealed.
    ///
    /// # Errors
    /// When it cannot be sealed.
    pub fn about_account(state: &AppState, letter: &Letter) -> AppResult<Self> {
        Ok(Self {
            id: state.ids.next(),
            kind: LetterKind::Account,
            member: None,
            position: None,
            day: None,
            sealed: Some(seal(&state.keys, letter)?),
        })
    }
}

/// Writes down a letter about an account, off the request.
pub fn post(state: &AppState, letter: Letter) {
    let state = state.clone();
    tokio::spawn(async move {
        if let Err(error) = write_down(&state, &letter).await {
            tracing::error!(%error, subject = letter.subject, "a letter could not be written down");
        }
    });
}

/// Writes down a letter about an account.
///
/// # Errors
/// A failure of the database.
pub async fn write_down(state: &AppState, letter: &Letter) -> AppResult<()> {
    let (letter, now) = (NewLetter::about_account(state, letter)?, state.clock.now());
    db::write(&state.db, move |tx| {
        let letter = letter.clone();
        Box::pin(async move { Ok(keep(tx, now, vec![letter]).await?) })
    })
    .await
}

/// Writes letters down.
///
/// # Errors
/// A failure of the database.
pub async fn keep(
    db: &impl ConnectionTrait,
    now: Timestamp,
    letters: Vec<NewLetter>,
) -> Result<(), DbErr> {
    let there = OnConflict::new().do_nothing().to_owned();
    for chunk in letters.chunks(500) {
        let rows = chunk.iter().map(|letter| ActiveModel {
            id: Set(letter.id),
            kind: Set(letter.kind.as_str().to_owned()),
            member_id: Set(letter.member),
            position: Set(letter.position),
            day: Set(letter.day.clone()),
            sealed: Set(letter.sealed.clone()),
            state: Set(LetterState::Waiting.as_str().to_owned()),
            attempts: Set(0),
            created_at: Set(now.micros()),
            due_at: Set(now.micros()),
            claimed_at: Set(None),
        });
        Entity::insert_many(rows)
            .on_conflict(there.clone())
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// Whether a letter is due or stands where its sender died; looked at without writing.
///
/// # Errors
/// A failure of the database.
pub async fn is_any_due(db: &impl ConnectionTrait, now: Timestamp) -> Result<bool, DbErr> {
    let first: Option<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::State.is_in([LetterState::Waiting.as_str(), LetterState::Sending.as_str()]))
        .filter(Column::DueAt.lte(now.micros()))
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    Ok(first.is_some())
}

/// Claims the letters that are due.
///
/// # Errors
/// A failure of the database.
pub async fn claim(db: &impl ConnectionTrait, now: Timestamp) -> Result<Vec<Model>, DbErr> {
    give_up_abandoned(db, now).await?;
    let due = Entity::find()
        .filter(Column::State.eq(LetterState::Waiting.as_str()))
        .filter(Column::DueAt.lte(now.micros()))
        .order_by_asc(Column::DueAt)
        .limit(BATCH)
        .all(db)
        .await?;
    Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::Sending.as_str()))
        .col_expr(Column::ClaimedAt, Expr::value(now.micros()))
        .filter(Column::Id.is_in(due.iter().map(|letter| letter.id)))
        .exec(db)
        .await?;
    Ok(due)
}

async fn give_up_abandoned(db: &impl ConnectionTrait, now: Timestamp) -> Result<(), DbErr> {
    let dead = now.plus_seconds(-60 * CLAIM_MINUTES);
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(LetterState::GivenUp.as_str()))
        .col_expr(Column::Sealed, Expr::value(None::<String>))
        .filter(Column::State.eq(LetterState::Sending.as_str()))
        .filter(Column::ClaimedAt.lt(dead.micros()))
        .exec(db)
        .await?;
    if done.rows_affected > 0 {
        let letters = done.rows_affected;
        tracing::warn!(
            letters,
            "letters were being sent when a server died; nobody knows whether they went"
        );
    }
    Ok(())
}

/// A letter has come to its end: it was sent, or left out. What was sealed goes.
///
/// # Errors
/// A failure of the database.
pub async fn finish(db: &impl ConnectionTrait, id: Uuid, state: LetterState) -> Result<(), DbErr> {
    let change = ActiveModel {
        id: Set(id),
        state: Set(state.as_str().to_owned()),
        sealed: Set(None),
        ..Default::default()
    };
    Entity::update(change).exec(db).await?;
    Ok(())
}

/// A letter could not be sent: it waits for another try, or was tried often enough.
///
/// # Errors
/// A failure of the database.
pub async fn put_off(
    db: &impl ConnectionTrait,
    letter: &Model,
    now: Timestamp,
) -> Result<LetterState, DbErr> {
    let attempts = letter.attempts.saturating_add(1);
    if attempts >= ATTEMPTS {
        finish(db, letter.id, LetterState::GivenUp).await?;
        return Ok(LetterState::GivenUp);
    }
    let tried = usize::try_from(letter.attempts).unwrap_or_default();
    let minutes = WAITS.get(tried).copied().unwrap_or(360);
    let change = ActiveModel {
        id: Set(letter.id),
        state: Set(LetterState::Waiting.as_str().to_owned()),
        attempts: Set(attempts),
        due_at: Set(now.plus_seconds(60 * minutes).micros()),
        claimed_at: Set(None),
        ..Default::default()
    };
    Entity::update(change).exec(db).await?;
    Ok(LetterState::Waiting)
}

/// Seals a letter: its link lets somebody in, and reading the database must not.
///
/// # Errors
/// When it cannot be sealed.
fn seal(keys: &Keys, letter: &Letter) -> AppResult<String> {
    keys.seal(SEAL, serde_json::to_vec(letter)?)
        .ok_or_else(|| AppError::internal("a letter could not be sealed"))
}

/// A letter as it was sealed; none when the server's secret changed since.
#[must_use]
pub fn open(keys: &Keys, sealed: &str) -> Option<Letter> {
    let plain = keys.open(SEAL, sealed)?;
    serde_json::from_slice(&plain).ok()
}
