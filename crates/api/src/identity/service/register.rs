//! Becoming a member: by oneself where the organisation allows it, by an invitation, or as the first admin.
//!
//! Whether an address is known is not told where a letter can tell it to its owner: both answers, both letters and the
//! work before them are alike.

use sea_orm::ActiveValue::Set;
use tacit_contract::identity::{ConfirmAddress, Register, Registered};
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::email::EmailAddress;
use tacit_domain::identity::handle::Handle;
use tacit_domain::identity::password::Password;
use tacit_domain::identity::policy::{self, Admission};
use tacit_domain::identity::profile::{DisplayName, TimeZoneName};
use tacit_domain::identity::{Locale, MemberStatus, Role};
use uuid::Uuid;

use super::{organisation, profile, sessions};
use crate::auth::{Caller, token};
use crate::db::entities::{member, one_time_token};
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::events;
use crate::identity::error::Fields;
use crate::identity::mapping;
use crate::identity::repo::links::{self, Purpose};
use crate::identity::repo::members;
use crate::mail::letters::{Letter, Recipient};
use crate::mail::outbox;
use crate::state::AppState;

/// Days a link to confirm an address works.
const CONFIRM_DAYS: i64 = 1;

/// Somebody who is about to become a member.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// Address.
    pub email: EmailAddress,
    /// Name.
    pub name: DisplayName,
    /// Hash of the password.
    pub password_hash: String,
    /// Language of the screens.
    pub locale: Locale,
    /// Time zone.
    pub time_zone: String,
}

/// What came of it: the answer and, with a session, the token for the cookie.
pub type Outcome = (Registered, Option<String>);

/// Registers.
///
/// # Errors
/// `validation_failed`, `registration_closed`, `invalid_link`, `name_taken` (only with a link), `too_many_requests`.
pub async fn register(state: &AppState, request: Register, caller: Caller) -> AppResult<Outcome> {
    state.attempts.from_address(caller.address)?;
    let organisation = organisation::row(state).await?;
    let default_locale = organisation.default_language.parse()?;
    let link = request.token.clone();
    let (newcomer, password) = read(request, default_locale)?;
    let admission = match &link {
        Some(_) => None,
        None => Some(policy::can_register(
            organisation.registration.parse()?,
            &mapping::split_list(&organisation.allowed_domains),
            &newcomer.email,
            state.mailer.delivers(),
        )?),
    };
    if admission.is_some() {
        state.attempts.letter_to(newcomer.email.as_str())?;
    }
    let newcomer = Newcomer {
        password_hash: state.passwords.hash(password).await?,
        ..newcomer
    };
    match (link, admission) {
        (Some(link), _) => with_link(state, newcomer, link, caller).await,
        (None, Some(Admission::AtOnce)) => {
            at_once(state, newcomer, &organisation.name, caller).await
        }
        (None, _) => after_confirming(state, newcomer, &organisation.name).await,
    }
}

fn read(request: Register, default_locale: Locale) -> AppResult<(Newcomer, Password)> {
    let mut fields = Fields::default();
    let email = fields.take("/email", EmailAddress::parse(&request.email));
    let password = fields.take("/password", Password::parse(&request.password));
    let name = fields.take("/display_name", DisplayName::parse(&request.display_name));
    let zone = fields.take_option(
        "/time_zone",
        request.time_zone.as_deref(),
        profile::time_zone,
    );
    fields.done()?;
    let (Some(email), Some(password), Some(name)) = (email, password, name) else {
        return Err(AppError::new(ProblemCode::ValidationFailed));
    };
    let newcomer = Newcomer {
        email,
        name,
        password_hash: String::new(),
        locale: request.locale.map_or(default_locale, Locale::from),
        time_zone: zone.as_ref().map_or("UTC", TimeZoneName::as_str).to_owned(),
    };
    Ok((newcomer, password))
}

/// An address that is free gets in at once. There is no mail server, so its owner could not be told in private anyway.
async fn at_once(
    state: &AppState,
    newcomer: Newcomer,
    organisation: &str,
    caller: Caller,
) -> AppResult<Outcome> {
    let (app, person) = (state.clone(), newcomer.clone());
    let opened = db::write(&state.db, move |tx| {
        let (app, person, device) = (app.clone(), person.clone(), caller.device.clone());
        Box::pin(async move {
            if !is_free(tx, &person.email).await? {
                return Ok(None);
            }
            let row = insert(&app, tx, &person, Role::Member, MemberStatus::Active, None).await?;
            sessions::open(&app, tx, row, &device).await.map(Some)
        })
    })
    .await?;
    match opened {
        Some(opened) => Ok(signed_in(opened)),
        None => {
            outbox::post(state, known_letter(state, &newcomer, organisation)?);
            Ok(waiting())
        }
    }
}

async fn after_confirming(
    state: &AppState,
    newcomer: Newcomer,
    organisation: &str,
) -> AppResult<Outcome> {
    let text = token::random()?;
    let (app, person, hash) = (state.clone(), newcomer.clone(), token::hash(&text));
    let is_new = db::write(&state.db, move |tx| {
        let (app, person, hash) = (app.clone(), person.clone(), hash.clone());
        Box::pin(async move {
            if !is_free(tx, &person.email).await? {
                return Ok(false);
            }
            let row = insert(
                &app,
                tx,
                &person,
                Role::Member,
                MemberStatus::Unconfirmed,
                None,
            )
            .await?;
            let link = new_link(&app, Purpose::ConfirmAddress, hash, CONFIRM_DAYS);
            links::insert(
                tx,
                one_time_token::ActiveModel {
                    member_id: Set(Some(row.id)),
                    ..link
                },
            )
            .await?;
            Ok(true)
        })
    })
    .await?;
    let letter = if is_new {
        let link = page_link(state, "confirm", Some(&text))?;
        Letter::confirm_address(recipient(&newcomer), organisation, link)
    } else {
        known_letter(state, &newcomer, organisation)?
    };
    outbox::post(state, letter);
    Ok(waiting())
}

async fn with_link(
    state: &AppState,
    newcomer: Newcomer,
    link: String,
    caller: Caller,
) -> AppResult<Outcome> {
    let app = state.clone();
    let opened = db::write(&state.db, move |tx| {
        let (app, person, device) = (app.clone(), newcomer.clone(), caller.device.clone());
        let hash = token::hash(&link);
        Box::pin(async move {
            let link = usable_link(&app, tx, &hash, &person.email).await?;
            if !is_free(tx, &person.email).await? {
                return Err(AppError::new(ProblemCode::NameTaken).field(
                    "/email",
                    FieldCode::Taken,
                    "has an account",
                ));
            }
            let role = link.role.as_deref().unwrap_or_default().parse()?;
            links::mark_used(tx, link.id, app.clock.now()).await?;
            let row = insert(
                &app,
                tx,
                &person,
                role,
                MemberStatus::Active,
                link.created_by,
            )
            .await?;
            sessions::open(&app, tx, row, &device).await
        })
    })
    .await?;
    Ok(signed_in(opened))
}

/// The invitation or first-admin link, if it can be used by this address.
async fn usable_link(
    state: &AppState,
    tx: &Tx,
    hash: &str,
    email: &EmailAddress,
) -> AppResult<one_time_token::Model> {
    let gone = || AppError::new(ProblemCode::InvalidLink);
    let purposes = [Purpose::FirstAdmin, Purpose::Invitation];
    let link = links::find_usable(tx, hash, &purposes, state.clock.now())
        .await?
        .ok_or_else(gone)?;
    let first_admin = link.purpose == Purpose::FirstAdmin.as_str();
    if first_admin && members::count_active_admins_except(tx, None).await? > 0 {
        return Err(gone());
    }
    if link
        .email
        .as_deref()
        .is_some_and(|invited| invited != email.as_str())
    {
        return Err(AppError::invalid(
            "/email",
            FieldCode::NotAllowed,
            "the invitation is for another address",
        ));
    }
    Ok(link)
}

/// Opens the link of the letter: the address is confirmed, and the member signs in with the password they chose.
///
/// # Errors
/// `invalid_link`, `invalid_credentials`, `too_many_requests`.
pub async fn confirm_address(
    state: &AppState,
    confirm: ConfirmAddress,
    caller: Caller,
) -> AppResult<sessions::Opened> {
    state.attempts.from_address(caller.address)?;
    let gone = || AppError::new(ProblemCode::InvalidLink);
    let hash = token::hash(&confirm.token);
    let purposes = [Purpose::ConfirmAddress];
    let link = links::find_usable(state.db.reader(), &hash, &purposes, state.clock.now())
        .await?
        .ok_or_else(gone)?;
    let id = link.member_id.ok_or_else(gone)?;
    let row = members::find(state.db.reader(), id)
        .await?
        .ok_or_else(gone)?;
    state
        .attempts
        .on_account(row.email.as_deref().unwrap_or_default())?;
    if !state
        .passwords
        .verify(confirm.password, row.password_hash)
        .await?
    {
        return Err(sessions::wrong_credentials());
    }
    let app = state.clone();
    db::write(&state.db, move |tx| {
        let (app, hash, device) = (app.clone(), hash.clone(), caller.device.clone());
        Box::pin(async move {
            let now = app.clock.now();
            let link = links::find_usable(tx, &hash, &purposes, now)
                .await?
                .ok_or_else(gone)?;
            links::mark_used(tx, link.id, now).await?;
            let active = Set(MemberStatus::Active.as_str().to_owned());
            let row = members::update(
                tx,
                member::ActiveModel {
                    id: Set(id),
                    status: active,
                    ..Default::default()
                },
            )
            .await?;
            let event = Event::new(
                app.ids.next(),
                Some(id),
                id,
                EventBody::MemberRegistered,
                now,
            );
            events::append(tx, now, [event]).await?;
            sessions::open(&app, tx, row, &device).await
        })
    })
    .await
}

/// Whether nobody has the address. A registration nobody confirmed gives way.
///
/// # Errors
/// When the database fails.
pub async fn is_free(tx: &Tx, email: &EmailAddress) -> AppResult<bool> {
    match members::find_by_email(tx, email.as_str()).await? {
        None => Ok(true),
        Some(row) if row.status == MemberStatus::Unconfirmed.as_str() => {
            members::delete_unconfirmed(tx, row.id).await?;
            Ok(true)
        }
        Some(_) => Ok(false),
    }
}

/// The new member's row; whoever may sign in at once has come, with an event.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    state: &AppState,
    tx: &Tx,
    newcomer: &Newcomer,
    role: Role,
    status: MemberStatus,
    invited_by: Option<Uuid>,
) -> AppResult<member::Model> {
    let (id, now) = (state.ids.next(), state.clock.now());
    let handle = free_handle(tx, newcomer.name.as_str()).await?;
    let row = members::insert(tx, row(id, newcomer, handle, role, status, now.micros())).await?;
    if status == MemberStatus::Active {
        let registered = Event::new(
            state.ids.next(),
            Some(id),
            id,
            EventBody::MemberRegistered,
            now,
        );
        events::append(tx, now, [registered]).await?;
        if role != Role::Member {
            let body = EventBody::MemberRoleChanged { role };
            events::append(
                tx,
                now,
                [Event::new(state.ids.next(), invited_by, id, body, now)],
            )
            .await?;
        }
    }
    Ok(row)
}

fn row(
    id: Uuid,
    newcomer: &Newcomer,
    handle: Handle,
    role: Role,
    status: MemberStatus,
    created_at: i64,
) -> member::ActiveModel {
    member::ActiveModel {
        id: Set(id),
        handle: Set(handle.as_str().to_owned()),
        display_name: Set(newcomer.name.as_str().to_owned()),
        email: Set(Some(newcomer.email.as_str().to_owned())),
        password_hash: Set(Some(newcomer.password_hash.clone())),
        role: Set(role.as_str().to_owned()),
        status: Set(status.as_str().to_owned()),
        job_title: Set(String::new()),
        department_id: Set(None),
        place: Set(String::new()),
        bio: Set(String::new()),
        languages: Set(newcomer.locale.as_str().to_owned()),
        locale: Set(newcomer.locale.as_str().to_owned()),
        time_zone: Set(newcomer.time_zone.clone()),
        version: Set(1),
        created_at: Set(created_at),
        source_site: Set(None),
        source_id: Set(None),
        source_url: Set(None),
        source_license: Set(None),
    }
}

async fn free_handle(tx: &Tx, name: &str) -> AppResult<Handle> {
    let wish = Handle::suggest(name, |_| false);
    // Whatever is suggested begins with the first word of the wish, or stands for a name that cannot be written so.
    let beginning = wish.as_str().split('-').next().unwrap_or_default();
    let taken = members::handles_like(tx, beginning).await?;
    Ok(Handle::suggest(name, |handle| {
        taken.iter().any(|one| one == handle)
    }))
}

/// A new link of a purpose, good for some days; add whom it is for.
#[must_use]
pub fn new_link(
    state: &AppState,
    purpose: Purpose,
    hash: String,
    days: i64,
) -> one_time_token::ActiveModel {
    let now = state.clock.now();
    one_time_token::ActiveModel {
        id: Set(state.ids.next()),
        purpose: Set(purpose.as_str().to_owned()),
        token_hash: Set(hash),
        email: Set(None),
        role: Set(None),
        member_id: Set(None),
        created_by: Set(None),
        created_at: Set(now.micros()),
        expires_at: Set(now.plus_days(days).micros()),
        used_at: Set(None),
    }
}

/// The address of a page of the app, below the public URL.
///
/// # Errors
/// When the public URL cannot be a base.
pub fn page_link(state: &AppState, page: &str, token: Option<&str>) -> AppResult<String> {
    let mut url = state.settings.public_url.clone();
    url.path_segments_mut()
        .map_err(|()| AppError::internal("the public URL cannot be a base"))?
        .pop_if_empty()
        .push(page);
    if let Some(token) = token {
        url.query_pairs_mut().append_pair("token", token);
    }
    Ok(url.into())
}

fn recipient(newcomer: &Newcomer) -> Recipient<'_> {
    Recipient {
        email: newcomer.email.as_str(),
        locale: newcomer.locale,
        name: Some(newcomer.name.as_str()),
    }
}

/// To somebody who has an account. The name typed in the request is somebody's guess: it is not repeated.
fn known_letter(state: &AppState, newcomer: &Newcomer, organisation: &str) -> AppResult<Letter> {
    let to = Recipient {
        name: None,
        ..recipient(newcomer)
    };
    Ok(Letter::already_registered(
        to,
        organisation,
        page_link(state, "sign-in", None)?,
    ))
}

fn signed_in(opened: sessions::Opened) -> Outcome {
    let registered = Registered {
        confirmation_needed: false,
        session: Some(opened.signed_in),
    };
    (registered, Some(opened.refresh_token))
}

const fn waiting() -> Outcome {
    (
        Registered {
            confirmation_needed: true,
            session: None,
        },
        None,
    )
}
