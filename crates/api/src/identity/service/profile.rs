//! One's own account: reading it and editing the profile.

use sea_orm::ActiveValue::Set;
use sea_orm::ConnectionTrait;
use tacit_contract::identity::{Me, UpdateMe};
use tacit_contract::organisation::DepartmentRef;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::Locale;
use tacit_domain::identity::error::TextError;
use tacit_domain::identity::handle::Handle;
use tacit_domain::identity::profile::{self, DisplayName, Languages, TimeZoneName};
use uuid::Uuid;

use crate::auth::CurrentMember;
use crate::db::entities::member;
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::events;
use crate::http::IfMatch;
use crate::identity::error::Fields;
use crate::identity::mapping;
use crate::identity::repo::{departments, members};
use crate::state::AppState;

/// One's own account.
///
/// # Errors
/// When the database fails.
pub async fn me(state: &AppState, current: CurrentMember) -> AppResult<Me> {
    let row = members::find(state.db.reader(), current.viewer.member_id).await?;
    me_of(state.db.reader(), row.ok_or_else(AppError::not_found)?).await
}

/// The account of a row.
///
/// # Errors
/// When the database fails.
pub async fn me_of(db: &impl ConnectionTrait, row: member::Model) -> AppResult<Me> {
    let department = department_ref(db, row.department_id).await?;
    Ok(mapping::me(row, department)?)
}

/// The department of a row, as it is named.
///
/// # Errors
/// When the database fails.
pub async fn department_ref(
    db: &impl ConnectionTrait,
    id: Option<Uuid>,
) -> AppResult<Option<DepartmentRef>> {
    let Some(id) = id else { return Ok(None) };
    let row = departments::find(db, id).await?;
    Ok(row.map(|row| DepartmentRef {
        id: row.id,
        name: row.name,
    }))
}

/// Edits one's own profile.
///
/// # Errors
/// `stale_version`, `validation_failed`, `name_taken` for the handle.
pub async fn update(
    state: &AppState,
    current: CurrentMember,
    version: IfMatch,
    change: UpdateMe,
) -> AppResult<Me> {
    let columns = read(&change)?;
    let (id, now, event_id) = (
        current.viewer.member_id,
        state.clock.now(),
        state.ids.next(),
    );
    db::write(&state.db, move |tx| {
        let (columns, change) = (columns.clone(), change.clone());
        Box::pin(async move {
            let row = members::find(tx, id)
                .await?
                .ok_or_else(AppError::not_found)?;
            version.check(row.version)?;
            check_handle(tx, id, &columns).await?;
            check_department(tx, row.department_id, change.department_id.flatten()).await?;
            let next = Set(row.version + 1);
            let row = members::update(
                tx,
                member::ActiveModel {
                    id: Set(id),
                    version: next,
                    ..columns
                },
            )
            .await?;
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
            .await?;
            me_of(tx, row).await
        })
    })
    .await
}

/// The columns that change, checked.
fn read(change: &UpdateMe) -> AppResult<member::ActiveModel> {
    let mut columns = member::ActiveModel::default();
    let mut fields = Fields::default();
    if let Some(handle) = fields.take_option("/handle", change.handle.as_deref(), Handle::parse) {
        columns.handle = Set(handle.as_str().to_owned());
    }
    if let Some(name) = fields.take_option(
        "/display_name",
        change.display_name.as_deref(),
        DisplayName::parse,
    ) {
        columns.display_name = Set(name.as_str().to_owned());
    }
    if let Some(title) = fields.take_option(
        "/job_title",
        change.job_title.as_deref(),
        profile::short_line,
    ) {
        columns.job_title = Set(title);
    }
    if let Some(place) = fields.take_option("/place", change.place.as_deref(), profile::short_line)
    {
        columns.place = Set(place);
    }
    if let Some(bio) = fields.take_option("/bio", change.bio.as_deref(), profile::bio) {
        columns.bio = Set(bio);
    }
    if let Some(languages) =
        fields.take_option("/languages", change.languages.as_deref(), Languages::parse)
    {
        columns.languages = Set(languages.tags().join(","));
    }
    if let Some(zone) = fields.take_option("/time_zone", change.time_zone.as_deref(), time_zone) {
        columns.time_zone = Set(zone.as_str().to_owned());
    }
    if let Some(locale) = change.locale {
        columns.locale = Set(Locale::from(locale).as_str().to_owned());
    }
    if let Some(department) = change.department_id {
        columns.department_id = Set(department);
    }
    fields.done()?;
    Ok(columns)
}

/// A time zone that the IANA database knows.
///
/// # Errors
/// Not of the shape, or unknown.
pub fn time_zone(raw: &str) -> Result<TimeZoneName, TextError> {
    let name = TimeZoneName::parse(raw)?;
    match name.as_str().parse::<chrono_tz::Tz>() {
        Ok(_) => Ok(name),
        Err(_) => Err(TextError::Form("is not a time zone of the IANA database")),
    }
}

async fn check_handle(tx: &Tx, id: Uuid, columns: &member::ActiveModel) -> AppResult<()> {
    let Set(handle) = &columns.handle else {
        return Ok(());
    };
    match members::find_by_handle(tx, handle).await? {
        Some(other) if other.id != id => Err(AppError::new(ProblemCode::NameTaken).field(
            "/handle",
            FieldCode::Taken,
            "somebody has this handle",
        )),
        _ => Ok(()),
    }
}

/// Whether a member may be put into a department: one that is offered, or the one they are in.
///
/// # Errors
/// `validation_failed`.
pub async fn check_department(
    tx: &Tx,
    present: Option<Uuid>,
    wanted: Option<Uuid>,
) -> AppResult<()> {
    let Some(id) = wanted.filter(|_| wanted != present) else {
        return Ok(());
    };
    let offered = departments::find(tx, id)
        .await?
        .is_some_and(|row| row.archived_at.is_none());
    if offered {
        Ok(())
    } else {
        Err(AppError::invalid(
            "/department_id",
            FieldCode::NotFound,
            "there is no such department to choose",
        ))
    }
}
