//! Signing in and out, changing the password, and one's sessions.
//!
//! Known and unknown accounts get the same answer after the same work.

use sea_orm::ActiveValue::Set;
use tacit_contract::identity::{ChangePassword, Session, SignIn, SignedIn};
use tacit_contract::problem::ProblemCode;
use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::MemberStatus;
use tacit_domain::identity::email::EmailAddress;
use tacit_domain::identity::password::Password;
use tacit_domain::identity::policy;
use uuid::Uuid;

use super::profile;
use crate::auth::{Caller, CurrentMember, keys, token};
use crate::db::entities::{member, session};
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::events;
use crate::identity::error::Fields;
use crate::identity::mapping;
use crate::identity::repo::{members, sessions};
use crate::state::AppState;

/// Days a session lasts after it was last refreshed.
pub const SESSION_DAYS: i64 = 30;

/// A session with its two tokens: the access token to answer with, the refresh token for the cookie.
#[derive(Debug)]
pub struct Opened {
    /// The answer.
    pub signed_in: SignedIn,
    /// For the cookie.
    pub refresh_token: String,
}

/// Signs in with address and password.
///
/// # Errors
/// `invalid_credentials`, `unconfirmed`, `too_many_requests`, `forbidden` for a deactivated account whose password is right.
pub async fn sign_in(state: &AppState, sign_in: SignIn, caller: Caller) -> AppResult<Opened> {
    state.attempts.from_address(caller.address)?;
    let email = EmailAddress::parse(&sign_in.email).ok();
    let named = email.as_ref().map_or("", EmailAddress::as_str);
    state.attempts.on_account(named)?;
    let row = members::find_by_email(state.db.reader(), named).await?;
    let stored = row.as_ref().and_then(|row| row.password_hash.clone());
    let fits = state.passwords.verify(sign_in.password, stored).await?;
    let row = row.filter(|_| fits).ok_or_else(wrong_credentials)?;
    match row.status.parse()? {
        MemberStatus::Active => {}
        MemberStatus::Unconfirmed => return Err(AppError::new(ProblemCode::Unconfirmed)),
        MemberStatus::Deactivated => {
            return Err(AppError::new(ProblemCode::Forbidden)
                .detail("This account was deactivated. Ask an admin."));
        }
        MemberStatus::Unclaimed => return Err(wrong_credentials()),
    }
    let app = state.clone();
    db::write(&state.db, move |tx| {
        let (app, row, caller) = (app.clone(), row.clone(), caller.clone());
        Box::pin(async move {
            // Somebody may have been deactivated, or have changed the password, while it was verified.
            let now = members::find(tx, row.id)
                .await?
                .ok_or_else(wrong_credentials)?;
            if now.status != row.status || now.password_hash != row.password_hash {
                return Err(wrong_credentials());
            }
            open(&app, tx, now, &caller.device).await
        })
    })
    .await
}

/// The one answer to a wrong address and to a wrong password.
#[must_use]
pub fn wrong_credentials() -> AppError {
    AppError::new(ProblemCode::InvalidCredentials)
}

/// Opens a session for a member who may sign in. Inside a transaction.
///
/// # Errors
/// When the database fails or a token cannot be made.
pub async fn open(
    state: &AppState,
    tx: &Tx,
    row: member::Model,
    device: &str,
) -> AppResult<Opened> {
    let now = state.clock.now();
    let session_id = state.ids.next();
    let refresh_token = token::random()?;
    sessions::delete_before(tx, row.id, now.plus_days(-SESSION_DAYS)).await?;
    let session = session::ActiveModel {
        id: Set(session_id),
        member_id: Set(row.id),
        device: Set(device.to_owned()),
        created_at: Set(now.micros()),
        last_used_at: Set(now.micros()),
        expires_at: Set(now.plus_days(SESSION_DAYS).micros()),
        ended_at: Set(None),
    };
    sessions::insert(tx, session).await?;
    sessions::insert_token(
        tx,
        state.ids.next(),
        session_id,
        token::hash(&refresh_token),
        now,
    )
    .await?;
    let signed_in = signed_in(state, tx, row, session_id).await?;
    Ok(Opened {
        signed_in,
        refresh_token,
    })
}

/// The answer for a session: a fresh access token and who it is for.
///
/// # Errors
/// When the database fails or the token cannot be signed.
pub async fn signed_in(
    state: &AppState,
    tx: &Tx,
    row: member::Model,
    session_id: Uuid,
) -> AppResult<SignedIn> {
    Ok(SignedIn {
        access_token: state.tokens.issue(row.id, session_id, state.clock.now())?,
        token_type: "Bearer".to_owned(),
        expires_in: u32::try_from(keys::ACCESS_SECONDS).unwrap_or(u32::MAX),
        member: profile::me_of(tx, row).await?,
    })
}

/// Ends the session of the access token and that of the refresh token, whichever are there.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(
    state: &AppState,
    current: Option<CurrentMember>,
    refresh_token: Option<String>,
) -> AppResult<()> {
    let now = state.clock.now();
    db::write(&state.db, move |tx| {
        let refresh_token = refresh_token.clone();
        Box::pin(async move {
            if let Some(current) = current {
                sessions::end(tx, current.session_id, now).await?;
            }
            if let Some(text) = refresh_token
                && let Some(found) = sessions::find_token(tx, &token::hash(&text)).await?
            {
                sessions::end(tx, found.session_id, now).await?;
            }
            Ok(())
        })
    })
    .await
}

/// One's living sessions, last used first.
///
/// # Errors
/// When the database fails.
pub async fn list(state: &AppState, current: CurrentMember) -> AppResult<Vec<Session>> {
    let rows = sessions::list_alive(
        state.db.reader(),
        current.viewer.member_id,
        state.clock.now(),
    )
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| mapping::session(row, current.session_id))
        .collect())
}

/// Ends one of one's own sessions.
///
/// # Errors
/// `not_found` when it is no session of one's own.
pub async fn end(state: &AppState, current: CurrentMember, id: Uuid) -> AppResult<()> {
    let now = state.clock.now();
    db::write(&state.db, move |tx| {
        Box::pin(async move {
            let found = sessions::find(tx, id)
                .await?
                .ok_or_else(AppError::not_found)?;
            if !policy::can_end_session(&current.viewer, found.member_id) {
                return Err(AppError::not_found());
            }
            Ok(sessions::end(tx, id, now).await?)
        })
    })
    .await
}

/// Ends all of one's own sessions, or all but the one asking.
///
/// # Errors
/// When the database fails.
pub async fn end_all(
    state: &AppState,
    current: CurrentMember,
    keep_current: bool,
) -> AppResult<()> {
    let now = state.clock.now();
    let except = keep_current.then_some(current.session_id);
    db::write(&state.db, move |tx| {
        Box::pin(
            async move { Ok(sessions::end_all(tx, current.viewer.member_id, except, now).await?) },
        )
    })
    .await
}

/// Changes the password and ends every other session.
///
/// # Errors
/// `validation_failed` when the present password is wrong or the new one does not fit, `too_many_requests`.
pub async fn change_password(
    state: &AppState,
    current: CurrentMember,
    change: ChangePassword,
) -> AppResult<()> {
    let id = current.viewer.member_id;
    let mut fields = Fields::default();
    let new = fields.take("/new", Password::parse(&change.new));
    let row = members::find(state.db.reader(), id)
        .await?
        .ok_or_else(AppError::not_found)?;
    state
        .attempts
        .on_account(row.email.as_deref().unwrap_or_default())?;
    if !state
        .passwords
        .verify(change.current, row.password_hash.clone())
        .await?
    {
        fields.refuse(
            "/current",
            tacit_contract::problem::FieldCode::NotAllowed,
            "is not your password",
        );
    }
    fields.done()?;
    let Some(new) = new else { return Ok(()) };
    let hash = state.passwords.hash(new).await?;
    let (now, event_id, session_id) = (state.clock.now(), state.ids.next(), current.session_id);
    db::write(&state.db, move |tx| {
        let change = member::ActiveModel {
            id: Set(id),
            password_hash: Set(Some(hash.clone())),
            ..Default::default()
        };
        Box::pin(async move {
            members::update(tx, change).await?;
            sessions::end_all(tx, id, Some(session_id), now).await?;
            events::append(
                tx,
                now,
                [Event::new(
                    event_id,
                    Some(id),
                    id,
                    EventBody::MemberEdited,
                    now,
                )],
            )
            .await
        })
    })
    .await
}
