//! The organisation's name, language, and who may register.

use sea_orm::ActiveValue::Set;
use tacit_contract::organisation::{Organisation, SignInOptions, UpdateOrganisation};
use tacit_contract::problem::FieldCode;
use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::email::MailDomain;
use tacit_domain::identity::{Locale, Registration, Viewer, policy, text};
use tacit_domain::limits::NAME_MAX;
use tacit_domain::moderation::{AuditAct, AuditSubject};

use crate::db;
use crate::db::entities::organisation;
use crate::error::{AppError, AppResult};
use crate::events;
use crate::http::IfMatch;
use crate::identity::error::Fields;
use crate::identity::mapping;
use crate::identity::repo::organisation as repo;
use crate::moderation::audit::Entry;
use crate::state::AppState;

/// Name until an admin gives one.
const UNNAMED: &str = "Tacit";

/// Most mail domains.
const DOMAINS_MAX: usize = 50;

/// Makes sure there is an organisation; a new one takes what the settings say about registering.
///
/// # Errors
/// When the database fails.
pub async fn ensure(state: &AppState) -> AppResult<()> {
    let (settings, now) = (state.settings.clone(), state.clock.now());
    db::write(&state.db, move |tx| {
        let row = organisation::ActiveModel {
            id: Set(1),
            name: Set(UNNAMED.to_owned()),
            logo: Set(None),
            logo_type: Set(None),
            default_language: Set(Locale::En.as_str().to_owned()),
            registration: Set(settings.registration.as_str().to_owned()),
            allowed_domains: Set(settings.allowed_domains.join(",").to_lowercase()),
            nameless_allowed: Set(true),
            version: Set(1),
            updated_at: Set(now.micros()),
        };
        Box::pin(async move {
            if repo::find(tx).await?.is_none() {
                repo::insert(tx, row).await?;
            }
            Ok(())
        })
    })
    .await
}

/// The row.
///
/// # Errors
/// When the database fails, or the server did not prepare it.
pub async fn row(state: &AppState) -> AppResult<organisation::Model> {
    let found = repo::find(state.db.reader()).await?;
    found.ok_or_else(|| AppError::internal("there is no row of the organisation"))
}

/// The organisation.
///
/// # Errors
/// When the database fails.
pub async fn get(state: &AppState) -> AppResult<Organisation> {
    Ok(mapping::organisation(row(state).await?)?)
}

/// What a person who is not signed in may know.
///
/// # Errors
/// When the database fails.
pub async fn options(state: &AppState) -> AppResult<SignInOptions> {
    Ok(mapping::sign_in_options(row(state).await?)?)
}

/// Changes name, language or who may register.
///
/// # Errors
/// `forbidden`, `stale_version`, `validation_failed`.
pub async fn update(
    state: &AppState,
    viewer: Viewer,
    version: IfMatch,
    change: UpdateOrganisation,
) -> AppResult<Organisation> {
    policy::can_administer(&viewer)?;
    let columns = read(change)?;
    let (now, ids, actor) = (state.clock.now(), state.ids, viewer.member_id);
    db::write(&state.db, move |tx| {
        let columns = columns.clone();
        Box::pin(async move {
            let present = repo::find(tx).await?.ok_or_else(AppError::not_found)?;
            version.check(present.version)?;
            check_domains(&present, &columns)?;
            let changed = organisation::ActiveModel {
                version: Set(present.version + 1),
                updated_at: Set(now.micros()),
                ..columns
            };
            let row = repo::update(tx, changed).await?;
            let event = Event::new(
                ids.next(),
                Some(actor),
                actor,
                EventBody::OrganisationEdited,
                now,
            );
            events::append(tx, now, [event]).await?;
            let subject = (AuditSubject::Organisation, actor);
            Entry::new(ids, Some(actor), now, AuditAct::OrganisationEdited, subject)
                .write(tx)
                .await?;
            Ok(mapping::organisation(row)?)
        })
    })
    .await
}

fn read(change: UpdateOrganisation) -> AppResult<organisation::ActiveModel> {
    let mut columns = organisation::ActiveModel::default();
    let mut fields = Fields::default();
    if let Some(name) = fields.take_option("/name", change.name, |raw| text::name(&raw, NAME_MAX)) {
        columns.name = Set(name);
    }
    if let Some(locale) = change.default_language {
        columns.default_language = Set(Locale::from(locale).as_str().to_owned());
    }
    if let Some(registration) = change.registration {
        columns.registration = Set(Registration::from(registration).as_str().to_owned());
    }
    if let Some(allowed) = change.nameless_allowed {
        columns.nameless_allowed = Set(allowed);
    }
    if let Some(domains) = change.allowed_domains {
        if domains.len() > DOMAINS_MAX {
            fields.refuse(
                "/allowed_domains",
                FieldCode::TooLong,
                format!("at most {DOMAINS_MAX} domains"),
            );
        }
        let mut known = Vec::new();
        for (index, raw) in domains.iter().enumerate() {
            let parsed = fields.take(&format!("/allowed_domains/{index}"), MailDomain::parse(raw));
            known.extend(
                parsed
                    .map(|domain| domain.as_str().to_owned())
                    .filter(|d| !known.contains(d)),
            );
        }
        columns.allowed_domains = Set(known.join(","));
    }
    fields.done()?;
    Ok(columns)
}

/// Whoever lets domains register has to name one.
fn check_domains(
    present: &organisation::Model,
    change: &organisation::ActiveModel,
) -> AppResult<()> {
    let registration = change
        .registration
        .try_as_ref()
        .unwrap_or(&present.registration);
    let domains = change
        .allowed_domains
        .try_as_ref()
        .unwrap_or(&present.allowed_domains);
    if registration == Registration::Domains.as_str() && domains.is_empty() {
        return Err(AppError::invalid(
            "/allowed_domains",
            FieldCode::Required,
            "name at least one mail domain",
        ));
    }
    Ok(())
}
