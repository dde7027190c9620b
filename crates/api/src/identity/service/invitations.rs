//! Invitations: one link for one address, good for a week. The link is mailed and shown once.

use sea_orm::ActiveValue::Set;
use tacit_contract::Page;
use tacit_contract::organisation::{CreateInvitation, CreatedInvitation, Invitation};
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::identity::email::EmailAddress;
use tacit_domain::identity::{Role, Viewer, policy};
use uuid::Uuid;

use super::{organisation, register};
use crate::auth::token;
use crate::db;
use crate::db::entities::one_time_token;
use crate::error::{AppError, AppResult};
use crate::http::PageRequest;
use crate::identity::error::Fields;
use crate::identity::mapping;
use crate::identity::repo::links::{self, Purpose};
use crate::identity::repo::members;
use crate::mail::letters::{Letter, Recipient};
use crate::state::AppState;

/// Days an invitation works.
const DAYS: i64 = 7;

/// Invitations, newest first.
///
/// # Errors
/// `forbidden`, `malformed_query`, `invalid_cursor`.
pub async fn list(
    state: &AppState,
    viewer: Viewer,
    limit: Option<u32>,
    cursor: Option<&str>,
) -> AppResult<Page<Invitation>> {
    policy::can_administer(&viewer)?;
    let request = PageRequest::<(i64, Uuid)>::read(&state.keys, "invitations", limit, cursor)?;
    let rows = links::list_invitations(state.db.reader(), request.after, request.fetch()).await?;
    let page = request.page(&state.keys, rows, |row| (row.created_at, row.id))?;
    let items: Result<Vec<Invitation>, _> =
        page.items.into_iter().map(mapping::invitation).collect();
    Ok(Page {
        items: items?,
        next_cursor: page.next_cursor,
    })
}

/// Invites an address; an older invitation to it stops working.
///
/// # Errors
/// `forbidden`, `validation_failed`, `name_taken` when the address has an account.
pub async fn create(
    state: &AppState,
    viewer: Viewer,
    new: CreateInvitation,
) -> AppResult<CreatedInvitation> {
    policy::can_administer(&viewer)?;
    let mut fields = Fields::default();
    let email = fields.take("/email", EmailAddress::parse(&new.email));
    fields.done()?;
    let email = email.ok_or_else(|| AppError::new(ProblemCode::ValidationFailed))?;
    let text = token::random()?;
    let row = one_time_token::ActiveModel {
        email: Set(Some(email.as_str().to_owned())),
        role: Set(Some(Role::from(new.role).as_str().to_owned())),
        created_by: Set(Some(viewer.member_id)),
        ..register::new_link(state, Purpose::Invitation, token::hash(&text), DAYS)
    };
    let invited = email.clone();
    let row = db::write(&state.db, move |tx| {
        let (row, email) = (row.clone(), invited.clone());
        Box::pin(async move {
            if !register::is_free(tx, &email).await? {
                return Err(AppError::new(ProblemCode::NameTaken).field(
                    "/email",
                    FieldCode::Taken,
                    "has an account",
                ));
            }
            links::delete_invitations_to(tx, email.as_str()).await?;
            Ok(links::insert(tx, row).await?)
        })
    })
    .await?;
    let link = register::page_link(state, "register", Some(&text))?;
    send(state, &viewer, &email, link.clone()).await?;
    Ok(CreatedInvitation {
        invitation: mapping::invitation(row)?,
        link,
    })
}

async fn send(
    state: &AppState,
    viewer: &Viewer,
    email: &EmailAddress,
    link: String,
) -> AppResult<()> {
    let organisation = organisation::row(state).await?;
    let inviter = members::find(state.db.reader(), viewer.member_id)
        .await?
        .ok_or_else(AppError::not_found)?;
    let to = Recipient {
        email: email.as_str(),
        locale: organisation.default_language.parse()?,
        name: None,
    };
    state.mailer.post(Letter::invitation(
        to,
        &organisation.name,
        &inviter.display_name,
        link,
    ));
    Ok(())
}

/// Takes back an invitation that was not used.
///
/// # Errors
/// `forbidden`, `not_found`.
pub async fn revoke(state: &AppState, viewer: Viewer, id: Uuid) -> AppResult<()> {
    policy::can_administer(&viewer)?;
    let found = db::write(&state.db, move |tx| {
        Box::pin(async move { Ok(links::delete_invitation(tx, id).await?) })
    })
    .await?;
    if found {
        Ok(())
    } else {
        Err(AppError::not_found())
    }
}
