//! Choosing another password by a mailed link.
//!
//! Known and unknown addresses get the same answer at the same time: what there is to do is done off the request.

use sea_orm::ActiveValue::Set;
use tacit_contract::identity::{RequestPasswordReset, ResetPassword};
use tacit_contract::problem::ProblemCode;
use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::MemberStatus;
use tacit_domain::identity::email::EmailAddress;
use tacit_domain::identity::password::Password;

use super::{organisation, register, sessions};
use crate::auth::{Caller, token};
use crate::db;
use crate::db::entities::{member, one_time_token};
use crate::error::{AppError, AppResult};
use crate::events;
use crate::identity::error::Fields;
use crate::identity::repo::links::{self, Purpose};
use crate::identity::repo::{members, sessions as session_rows};
use crate::mail::letters::{Letter, Recipient};
use crate::mail::outbox::{self, NewLetter};
use crate::state::AppState;

/// Seconds the link works.
const SECONDS: i64 = 3_600;

/// Mails a link to whoever has the address and can sign in.
///
/// # Errors
/// `validation_failed`, `too_many_requests`.
pub fn request(state: &AppState, request: &RequestPasswordReset, caller: &Caller) -> AppResult<()> {
    state.attempts.from_address(caller.address)?;
    let mut fields = Fields::default();
    let email = fields.take("/email", EmailAddress::parse(&request.email));
    fields.done()?;
    let Some(email) = email else { return Ok(()) };
    state.attempts.letter_to(email.as_str())?;
    let state = state.clone();
    tokio::spawn(async move {
        if let Err(error) = mail_link(&state, &email).await {
            tracing::error!(%error, "a link for a new password could not be made");
        }
    });
    Ok(())
}

/// The link and its letter are written down together; an older link stops working.
async fn mail_link(state: &AppState, email: &EmailAddress) -> AppResult<()> {
    let found = members::find_by_email(state.db.reader(), email.as_str()).await?;
    let Some(row) = found.filter(|row| row.status == MemberStatus::Active.as_str()) else {
        return Ok(());
    };
    let text = token::random()?;
    let to = Recipient {
        email: email.as_str(),
        locale: row.locale.parse()?,
        name: Some(&row.display_name),
    };
    let organisation = organisation::row(state).await?.name;
    let link = register::page_link(state, "reset-password", Some(&text))?;
    let letter = Letter::reset_password(to, &organisation, link);
    let now = state.clock.now();
    let link = one_time_token::ActiveModel {
        member_id: Set(Some(row.id)),
        expires_at: Set(now.plus_seconds(SECONDS).micros()),
        ..register::new_link(state, Purpose::ResetPassword, token::hash(&text), 1)
    };
    let letter = NewLetter {
        member: Some(row.id),
        ..NewLetter::about_account(state, &letter)?
    };
    db::write(&state.db, move |tx| {
        let (link, letter) = (link.clone(), letter.clone());
        Box::pin(async move {
            links::delete_unused_of(tx, Purpose::ResetPassword, row.id).await?;
            links::insert(tx, link).await?;
            Ok(outbox::keep(tx, now, vec![letter]).await?)
        })
    })
    .await
}

/// Sets the new password, ends every session and opens one here. The link works once.
///
/// # Errors
/// `invalid_link`, `validation_failed`, `too_many_requests`.
pub async fn reset(
    state: &AppState,
    reset: ResetPassword,
    caller: Caller,
) -> AppResult<sessions::Opened> {
    state.attempts.from_address(caller.address)?;
    let mut fields = Fields::default();
    let password = fields.take("/password", Password::parse(&reset.password));
    fields.done()?;
    let gone = || AppError::new(ProblemCode::InvalidLink);
    let password = password.ok_or_else(gone)?;
    let (hash, purposes) = (token::hash(&reset.token), [Purpose::ResetPassword]);
    let now = state.clock.now();
    // Looked at before hashing, so that guesses cost little.
    links::find_usable(state.db.reader(), &hash, &purposes, now)
        .await?
        .ok_or_else(gone)?;
    let password = state.passwords.hash(password).await?;
    let app = state.clone();
    db::write(&state.db, move |tx| {
        let (app, hash, device) = (app.clone(), hash.clone(), caller.device.clone());
        let password = password.clone();
        Box::pin(async move {
            let now = app.clock.now();
            let link = links::find_usable(tx, &hash, &purposes, now)
                .await?
                .ok_or_else(gone)?;
            let id = link.member_id.ok_or_else(gone)?;
            let row = members::find(tx, id).await?.ok_or_else(gone)?;
            if row.status != MemberStatus::Active.as_str() {
                return Err(gone());
            }
            links::mark_used(tx, link.id, now).await?;
            let change = member::ActiveModel {
                id: Set(id),
                password_hash: Set(Some(password)),
                ..Default::default()
            };
            let row = members::update(tx, change).await?;
            session_rows::end_all(tx, id, None, now).await?;
            let edited = Event::new(app.ids.next(), Some(id), id, EventBody::MemberEdited, now);
            events::append(tx, now, [edited]).await?;
            sessions::open(&app, tx, row, &device).await
        })
    })
    .await
}
