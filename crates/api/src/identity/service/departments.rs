//! The list of departments that admins keep. Nothing is deleted: a department that is no longer offered is archived.

use sea_orm::ActiveValue::Set;
use tacit_contract::organisation::{CreateDepartment, Department, UpdateDepartment};
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::{Viewer, policy, text};
use tacit_domain::limits::NAME_MAX;
use tacit_domain::moderation::{AuditAct, AuditSubject};
use uuid::Uuid;

use crate::db::entities::department;
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::events;
use crate::identity::error::Fields;
use crate::identity::mapping;
use crate::identity::repo::departments as repo;
use crate::moderation::audit::Entry;
use crate::state::AppState;

/// All departments in their order, with how many active members each has.
///
/// # Errors
/// When the database fails.
pub async fn list(state: &AppState) -> AppResult<Vec<Department>> {
    let rows = repo::list(state.db.reader()).await?;
    let counts = repo::count_members(state.db.reader()).await?;
    let members = |id: &Uuid| counts.get(id).copied().unwrap_or_default();
    Ok(rows
        .into_iter()
        .map(|row| (members(&row.id), row))
        .map(|(n, row)| mapping::department(row, n))
        .collect())
}

/// Adds a department at the end of the list.
///
/// # Errors
/// `forbidden`, `validation_failed`, `name_taken`.
pub async fn create(
    state: &AppState,
    viewer: Viewer,
    new: CreateDepartment,
) -> AppResult<Department> {
    policy::can_administer(&viewer)?;
    let name = read_name(&new.name)?;
    let (app, id) = (state.clone(), state.ids.next());
    db::write(&state.db, move |tx| {
        let (app, name) = (app.clone(), name.clone());
        Box::pin(async move {
            let all = repo::list(tx).await?;
            check_name(&all, id, &name)?;
            let position = all
                .iter()
                .map(|row| row.position)
                .max()
                .map_or(0, |last| last.saturating_add(1));
            let row = department::ActiveModel {
                id: Set(id),
                name: Set(name),
                position: Set(position),
                archived_at: Set(None),
            };
            let row = repo::insert(tx, row).await?;
            note(&app, tx, &viewer, AuditAct::DepartmentCreated, &row).await?;
            Ok(mapping::department(row, 0))
        })
    })
    .await
}

/// Renames, moves, archives or brings back a department.
///
/// # Errors
/// `forbidden`, `not_found`, `validation_failed`, `name_taken`.
pub async fn update(
    state: &AppState,
    viewer: Viewer,
    id: Uuid,
    change: UpdateDepartment,
) -> AppResult<Department> {
    policy::can_administer(&viewer)?;
    let name = change.name.as_deref().map(read_name).transpose()?;
    let app = state.clone();
    db::write(&state.db, move |tx| {
        let (app, name, change) = (app.clone(), name.clone(), change.clone());
        Box::pin(async move {
            let all = repo::list(tx).await?;
            let present = all
                .iter()
                .find(|row| row.id == id)
                .ok_or_else(AppError::not_found)?
                .clone();
            if let Some(name) = &name {
                check_name(&all, id, name)?;
            }
            let mut row = department::ActiveModel {
                id: Set(id),
                ..Default::default()
            };
            row.name = Set(name.unwrap_or(present.name));
            if let Some(archived) = change.archived {
                let since = present
                    .archived_at
                    .unwrap_or_else(|| app.clock.now().micros());
                row.archived_at = Set(archived.then_some(since));
            }
            let row = repo::update(tx, row).await?;
            let row = match change.position {
                Some(place) => move_to(tx, all, id, place).await?.unwrap_or(row),
                None => row,
            };
            note(&app, tx, &viewer, AuditAct::DepartmentEdited, &row).await?;
            let members = repo::count_members(tx)
                .await?
                .get(&id)
                .copied()
                .unwrap_or_default();
            Ok(mapping::department(row, members))
        })
    })
    .await
}

/// Puts a department at a place and numbers all anew from 0. Gives back its row.
async fn move_to(
    tx: &Tx,
    mut all: Vec<department::Model>,
    id: Uuid,
    place: i32,
) -> AppResult<Option<department::Model>> {
    let Some(from) = all.iter().position(|row| row.id == id) else {
        return Ok(None);
    };
    let moved = all.remove(from);
    let place = usize::try_from(place).unwrap_or_default().min(all.len());
    all.insert(place, moved);
    let mut found = None;
    for (position, row) in (0_i32..).zip(&all) {
        let change = department::ActiveModel {
            id: Set(row.id),
            position: Set(position),
            ..Default::default()
        };
        let row = repo::update(tx, change).await?;
        if row.id == id {
            found = Some(row);
        }
    }
    Ok(found)
}

fn read_name(raw: &str) -> AppResult<String> {
    let mut fields = Fields::default();
    let name = fields.take("/name", text::name(raw, NAME_MAX));
    fields.done()?;
    Ok(name.unwrap_or_default())
}

/// Names differ by more than capitals.
fn check_name(all: &[department::Model], id: Uuid, name: &str) -> AppResult<()> {
    let folded = name.to_lowercase();
    if all
        .iter()
        .any(|row| row.id != id && row.name.to_lowercase() == folded)
    {
        return Err(AppError::new(ProblemCode::NameTaken).field(
            "/name",
            FieldCode::Taken,
            "there is one of this name",
        ));
    }
    Ok(())
}

async fn note(
    state: &AppState,
    tx: &Tx,
    viewer: &Viewer,
    act: AuditAct,
    row: &department::Model,
) -> AppResult<()> {
    let (now, actor) = (state.clock.now(), viewer.member_id);
    let subject = (AuditSubject::Organisation, row.id);
    let entry = Entry::new(state.ids, Some(actor), now, act, subject);
    entry.detail(row.name.clone()).write(tx).await?;
    let event = Event::new(
        state.ids.next(),
        Some(actor),
        actor,
        EventBody::OrganisationEdited,
        now,
    );
    events::append(tx, now, [event]).await
}
