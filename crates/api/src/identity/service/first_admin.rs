//! How the first admin comes: by a link that is printed at start while there is none, or made on the command line.

use sea_orm::ActiveValue::Set;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::identity::email::EmailAddress;
use tacit_domain::identity::password::Password;
use tacit_domain::identity::profile::DisplayName;
use tacit_domain::identity::{MemberStatus, Role};
use tacit_domain::moderation::{AuditAct, AuditSubject};

use super::{organisation, register};
use crate::auth::token;
use crate::db;
use crate::db::entities::one_time_token;
use crate::error::{AppError, AppResult};
use crate::identity::error::Fields;
use crate::identity::repo::links::{self, Purpose};
use crate::identity::repo::members;
use crate::moderation::audit::Entry;
use crate::state::AppState;

/// Days the link works; each start prints a new one while there is no admin.
const DAYS: i64 = 7;

/// Makes the organisation ready at start. While nobody administers it, gives the link to become the first admin; links of
/// earlier starts stop working.
///
/// # Errors
/// When the database fails.
pub async fn prepare(state: &AppState) -> AppResult<Option<String>> {
    organisation::ensure(state).await?;
    if members::count_active_admins_except(state.db.reader(), None).await? > 0 {
        return Ok(None);
    }
    let text = token::random()?;
    let row = one_time_token::ActiveModel {
        role: Set(Some(Role::Admin.as_str().to_owned())),
        ..register::new_link(state, Purpose::FirstAdmin, token::hash(&text), DAYS)
    };
    db::write(&state.db, move |tx| {
        let row = row.clone();
        Box::pin(async move {
            links::delete_unused(tx, Purpose::FirstAdmin).await?;
            links::insert(tx, row).await?;
            Ok(())
        })
    })
    .await?;
    register::page_link(state, "register", Some(&text)).map(Some)
}

/// Makes an admin, from the command line. Gives back the handle.
///
/// # Errors
/// `validation_failed`, `name_taken` when the address has an account.
pub async fn create_admin(
    state: &AppState,
    email: &str,
    name: &str,
    password: &str,
) -> AppResult<String> {
    organisation::ensure(state).await?;
    let mut fields = Fields::default();
    let email = fields.take("/email", EmailAddress::parse(email));
    let name = fields.take("/name", DisplayName::parse(name));
    let password = fields.take("/password", Password::parse(password));
    fields.done()?;
    let (Some(email), Some(name), Some(password)) = (email, name, password) else {
        return Err(AppError::new(ProblemCode::ValidationFailed));
    };
    let locale = organisation::row(state).await?.default_language.parse()?;
    let password_hash = state.passwords.hash(password).await?;
    let admin = register::Newcomer {
        email,
        name,
        password_hash,
        locale,
        time_zone: "UTC".to_owned(),
    };
    let app = state.clone();
    let row = db::write(&state.db, move |tx| {
        let (app, admin) = (app.clone(), admin.clone());
        Box::pin(async move {
            if !register::is_free(tx, &admin.email).await? {
                return Err(AppError::new(ProblemCode::NameTaken).field(
                    "/email",
                    FieldCode::Taken,
                    "has an account",
                ));
            }
            links::delete_unused(tx, Purpose::FirstAdmin).await?;
            let (admin, role, status) = (&admin, Role::Admin, MemberStatus::Active);
            let row = register::insert(&app, tx, admin, role, status, None).await?;
            let subject = (AuditSubject::Member, row.id);
            Entry::by_operator(app.ids, app.clock.now(), AuditAct::AdminCreated, subject)
                .concerning(Some(row.id))
                .write(tx)
                .await?;
            Ok(row)
        })
    })
    .await?;
    Ok(row.handle)
}
