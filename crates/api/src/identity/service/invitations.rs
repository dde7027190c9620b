//! Invitations: one link for one address, good for a week. The link is mailed and shown once.

use sea_orm::ActiveValue::Set;
use tacit_contract::Page;
use tacit_contract::organisation::{CreateInvitation, CreatedInvitation, Invitation};
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::identity::email::EmailAddress;
use tacit_domain::identity::{Role, Viewer, policy};
use tacit_domain::moderation::{AuditAct, AuditSubject};
use uuid::Uuid;

use super::{organisation, register};
use crate::auth::token;
use crate::db::entities::one_time_token;
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::http::PageRequest;
use crate::identity::error::Fields;
use crate::identity::mapping;
use crate::identity::repo::links::{self, Purpose};
use crate::identity::repo::members;
use crate::mail::letters::{Letter, Recipient};
use crate::mail::outbox;
use crate::moderation::audit::Entry;
use crate::state::AppState;

/// Days an invitation works.
pub(super) const DAYS: i64 = 7;

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
    let (app, invited) = (state.clone(), email.clone());
    let row = db::write(&state.db, move |tx| {
        let (app, row, email) = (app.clone(), row.clone(), invited.clone());
        Box::pin(async move {
            if !register::is_free(tx, &email).await? {
                return Err(AppError::new(ProblemCode::NameTaken).field(
                    "/email",
                    FieldCode::Taken,
                    "has an account",
                ));
            }
            links::delete_invitations_to(tx, email.as_str()).await?;
            let row = links::insert(tx, row).await?;
            log(&app, tx, &viewer, AuditAct::MemberInvited, &row).await?;
            Ok(row)
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

pub(super) async fn send(
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
    let letter = Letter::invitation(to, &organisation.name, &inviter.display_name, link);
    outbox::write_down(state, &letter).await
}

/// Takes back an invitation that was not used.
///
/// # Errors
/// `forbidden`, `not_found`.
pub async fn revoke(state: &AppState, viewer: Viewer, id: Uuid) -> AppResult<()> {
    policy::can_administer(&viewer)?;
    let app = state.clone();
    db::write(&state.db, move |tx| {
        let app = app.clone();
        Box::pin(async move {
            if !links::delete_invitation(tx, id).await? {
                return Err(AppError::not_found());
            }
            let (at, actor) = (app.clock.now(), Some(viewer.member_id));
            let subject = (AuditSubject::Organisation, id);
            Entry::new(app.ids, actor, at, AuditAct::InvitationRevoked, subject)
                .write(tx)
                .await
        })
    })
    .await
}

/// Notes an invitation; whom it is for is read from the invitation itself, so that forgetting them touches no log.
pub(super) async fn log(
    state: &AppState,
    tx: &Tx,
    viewer: &Viewer,
    act: AuditAct,
    row: &one_time_token::Model,
) -> AppResult<()> {
    let (at, actor) = (state.clock.now(), Some(viewer.member_id));
    let subject = (AuditSubject::Organisation, row.id);
    let entry = Entry::new(state.ids, actor, at, act, subject);
    entry
        .detail(row.role.clone().unwrap_or_default())
        .write(tx)
        .await
}
