//! Members from a table. They have an account without a password: they set one by the link for a forgotten one, or sign in
//! where the organisation signs in.

use std::collections::{HashMap, HashSet};

use sea_orm::ActiveValue::Set;
use sea_orm::ConnectionTrait;
use tacit_domain::events::{Event, EventBody, Origin};
use tacit_domain::identity::email::EmailAddress;
use tacit_domain::identity::handle::Handle;
use tacit_domain::identity::profile::{DisplayName, short_line};
use tacit_domain::identity::{Locale, MemberStatus, Role};
use tacit_domain::imports::sheet::{Field, Mapping};
use tacit_domain::moderation::AuditAct;
use uuid::Uuid;

use super::read::Line;
use super::{BATCH, BadRow, SheetError, Written, log};
use crate::db::entities::member;
use crate::db::{self, Tx};
use crate::error::AppResult;
use crate::events;
use crate::identity::repo::{departments, members};
use crate::identity::service::organisation;
use crate::state::AppState;

/// A member who is not here yet.
#[derive(Clone, Debug)]
pub struct NewMember {
    email: EmailAddress,
    name: DisplayName,
    handle: Option<Handle>,
    role: Role,
    job_title: String,
    department: Option<Uuid>,
    place: String,
    locale: Locale,
}

/// What the organisation has that rows refer to.
struct Known {
    departments: HashMap<String, Uuid>,
    locale: Locale,
}

/// Reads all rows; those whose address has an account are counted as known.
pub async fn check(
    state: &AppState,
    mapping: &Mapping,
    lines: &[Line],
) -> Result<(Vec<NewMember>, usize, Vec<BadRow>), SheetError> {
    organisation::ensure(state).await?;
    let db = state.db.reader();
    let listed = departments::list(db).await?.into_iter();
    let listed = listed.filter(|department| department.archived_at.is_none());
    let known = Known {
        departments: listed
            .map(|row| (row.name.to_lowercase(), row.id))
            .collect(),
        locale: organisation::row(state)
            .await?
            .default_language
            .parse()
            .map_err(crate::error::AppError::from)?,
    };
    let (mut new, mut here, mut bad) = (Vec::new(), 0, Vec::new());
    let (mut addresses, mut handles) = (HashSet::new(), HashSet::new());
    for line in lines {
        let member = match read(line, mapping, &known) {
            Ok(member) => member,
            Err(row) => {
                bad.push(row);
                continue;
            }
        };
        if !addresses.insert(member.email.as_str().to_owned()) {
            bad.push(BadRow::new(
                line.number,
                Field::Email,
                "stands in an earlier row as well",
            ));
        } else if members::find_by_email(db, member.email.as_str())
            .await?
            .is_some()
        {
            here += 1;
        } else if let Some(problem) = taken(db, &member, &mut handles).await? {
            bad.push(BadRow::new(line.number, Field::Handle, problem));
        } else {
            new.push(member);
        }
    }
    Ok((new, here, bad))
}

async fn taken(
    db: &impl ConnectionTrait,
    member: &NewMember,
    handles: &mut HashSet<String>,
) -> AppResult<Option<&'static str>> {
    let Some(handle) = &member.handle else {
        return Ok(None);
    };
    if !handles.insert(handle.as_str().to_owned()) {
        return Ok(Some("stands in an earlier row as well"));
    }
    let found = members::find_by_handle(db, handle.as_str()).await?;
    Ok(found.map(|_| "somebody has it"))
}

fn read(line: &Line, mapping: &Mapping, known: &Known) -> Result<NewMember, BadRow> {
    let cell = |field| line.get(mapping, field);
    let wrong =
        |field, problem: &dyn ToString| BadRow::new(line.number, field, problem.to_string());
    let short = |field| short_line(cell(field)).map_err(|error| wrong(field, &error));
    let handle = match cell(Field::Handle) {
        "" => None,
        handle => Some(Handle::parse(handle).map_err(|error| wrong(Field::Handle, &error))?),
    };
    let role = match cell(Field::Role).to_lowercase().as_str() {
        "" => Role::Member,
        role => role
            .parse()
            .map_err(|_| wrong(Field::Role, &"must be member, lead or admin"))?,
    };
    let locale = match cell(Field::Locale).to_lowercase().as_str() {
        "" => known.locale,
        locale => locale
            .parse()
            .map_err(|_| wrong(Field::Locale, &"must be en or sv"))?,
    };
    let department = match cell(Field::Department) {
        "" => None,
        name => {
            let id = known.departments.get(&name.to_lowercase());
            Some(*id.ok_or_else(|| wrong(Field::Department, &"is not on the list of departments"))?)
        }
    };
    Ok(NewMember {
        email: EmailAddress::parse(cell(Field::Email)).map_err(|e| wrong(Field::Email, &e))?,
        name: DisplayName::parse(cell(Field::Name)).map_err(|e| wrong(Field::Name, &e))?,
        handle,
        role,
        job_title: short(Field::JobTitle)?,
        department,
        place: short(Field::Place)?,
        locale,
    })
}

/// Writes them; one whose address got an account meanwhile is left as it is.
pub async fn write(
    state: &AppState,
    file: &str,
    all: Vec<NewMember>,
) -> Result<Written, SheetError> {
    let mut written = Written::default();
    for (number, batch) in all.chunks(BATCH).enumerate() {
        let (app, file, batch) = (state.clone(), file.to_owned(), batch.to_vec());
        written.members += db::write_patiently(&state.db, move |tx| {
            let (app, file, batch) = (app.clone(), file.clone(), batch.clone());
            Box::pin(async move {
                if number == 0 {
                    log(&app, tx, AuditAct::MembersImported, &file).await?;
                }
                let mut count = 0;
                for member in &batch {
                    count += usize::from(insert(&app, tx, member).await?);
                }
                Ok(count)
            })
        })
        .await
        .map_err(|cause| SheetError::Stopped { written, cause })?;
    }
    Ok(written)
}

async fn insert(state: &AppState, tx: &Tx, new: &NewMember) -> AppResult<bool> {
    if members::find_by_email(tx, new.email.as_str())
        .await?
        .is_some()
    {
        return Ok(false);
    }
    let handle = match &new.handle {
        Some(handle) => handle.clone(),
        None => free_handle(tx, new.name.as_str()).await?,
    };
    let (id, now) = (state.ids.next(), state.clock.now());
    let row = member::ActiveModel {
        id: Set(id),
        handle: Set(handle.as_str().to_owned()),
        display_name: Set(new.name.as_str().to_owned()),
        email: Set(Some(new.email.as_str().to_owned())),
        password_hash: Set(None),
        role: Set(new.role.as_str().to_owned()),
        status: Set(MemberStatus::Active.as_str().to_owned()),
        job_title: Set(new.job_title.clone()),
        department_id: Set(new.department),
        place: Set(new.place.clone()),
        bio: Set(String::new()),
        languages: Set(String::new()),
        locale: Set(new.locale.as_str().to_owned()),
        time_zone: Set("UTC".to_owned()),
        version: Set(1),
        created_at: Set(now.micros()),
        source_site: Set(None),
        source_id: Set(None),
        source_url: Set(None),
        source_license: Set(None),
    };
    members::insert(tx, row).await?;
    let mut bodies = vec![EventBody::MemberRegistered];
    if new.role != Role::Member {
        bodies.push(EventBody::MemberRoleChanged { role: new.role });
    }
    let events = bodies
        .into_iter()
        .map(|body| Event::new(state.ids.next(), Some(id), id, body, now).origin(Origin::Import));
    events::append(tx, now, events).await?;
    Ok(true)
}

async fn free_handle(tx: &Tx, name: &str) -> AppResult<Handle> {
    let wish = Handle::suggest(name, |_| false);
    let beginning = wish.as_str().split('-').next().unwrap_or_default();
    let taken = members::handles_like(tx, beginning).await?;
    Ok(Handle::suggest(name, |handle| {
        taken.iter().any(|one| one == handle)
    }))
}
