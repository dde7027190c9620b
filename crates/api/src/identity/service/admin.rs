//! What admins do about members: the full list, roles, deactivating and letting in again.

use sea_orm::ActiveValue::Set;
use tacit_contract::Page;
use tacit_contract::identity::{AdminListMembersQuery, AdminMember, UpdateMember};
use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::policy::{self, Standing};
use tacit_domain::identity::{MemberStatus, Role, Viewer};
use tacit_domain::moderation::{AuditAct, AuditSubject};
use tacit_domain::posts::Reason;
use uuid::Uuid;

use super::people;
use super::profile::{check_department, department_ref};
use crate::communities::service::heir;
use crate::db::entities::member;
use crate::db::{self, Tx};
use crate::error::{AppError, AppResult};
use crate::events;
use crate::http::PageRequest;
use crate::identity::mapping;
use crate::identity::repo::lists::{self, Filter, Order};
use crate::identity::repo::{members, sessions};
use crate::moderation::audit::Entry;
use crate::posts::refusal::read_reason;
use crate::state::AppState;

/// All members with addresses and statuses, by name.
///
/// # Errors
/// `forbidden`, `malformed_query`, `invalid_cursor`.
pub async fn list(
    state: &AppState,
    viewer: Viewer,
    query: AdminListMembersQuery,
) -> AppResult<Page<AdminMember>> {
    policy::can_administer(&viewer)?;
    let request = PageRequest::read(
        &state.keys,
        "admin-members",
        query.limit,
        query.cursor.as_deref(),
    )?;
    let accounts = || {
        MemberStatus::ALL
            .iter()
            .copied()
            .filter(|s| *s != MemberStatus::Unclaimed)
            .collect()
    };
    let filter = Filter {
        words: people::search_words(query.q)?,
        in_addresses: true,
        department: None,
        role: query.role.map(Role::from),
        statuses: query
            .status
            .map_or_else(accounts, |status| vec![status.into()]),
        ..Filter::default()
    };
    let after = people::after(Order::Name, &request);
    let rows = lists::list(
        state.db.reader(),
        &filter,
        Order::Name,
        after.as_ref(),
        request.fetch(),
    )
    .await?;
    let page = request.page(&state.keys, rows, people::key)?;
    let departments = people::department_refs(state).await?;
    let mut items = Vec::with_capacity(page.items.len());
    for row in &page.items {
        let department = row
            .department_id
            .and_then(|id| departments.get(&id).cloned());
        items.push(mapping::admin_member(row, department)?);
    }
    Ok(Page {
        items,
        next_cursor: page.next_cursor,
    })
}

/// Changes role, department, or whether a member may sign in. Deactivating ends all their sessions at once.
///
/// # Errors
/// `forbidden`, `not_found`, `last_admin`, `wrong_state` for people without an account, `validation_failed`.
pub async fn update(
    state: &AppState,
    viewer: Viewer,
    id: Uuid,
    change: UpdateMember,
) -> AppResult<AdminMember> {
    policy::can_administer(&viewer)?;
    let reason = read_reason(change.reason.as_deref())?;
    let app = state.clone();
    db::write(&state.db, move |tx| {
        let (app, change, reason) = (app.clone(), change.clone(), reason.clone());
        Box::pin(async move {
            let row = members::find(tx, id)
                .await?
                .ok_or_else(AppError::not_found)?;
            let from = Standing {
                role: row.role.parse()?,
                status: row.status.parse()?,
            };
            let to = Standing {
                role: change.role.map_or(from.role, Role::from),
                status: change
                    .deactivated
                    .map_or(from.status, |gone| policy::status_after(from.status, gone)),
            };
            let others = members::count_active_admins_except(tx, Some(id)).await?;
            policy::can_change_standing(&viewer, from, to, others)?;
            check_department(tx, row.department_id, change.department_id.flatten()).await?;
            let department = change.department_id;
            let reason = reason.as_ref();
            let row = apply(&app, tx, &viewer, row, (from, to), department, reason).await?;
            let department = department_ref(tx, row.department_id).await?;
            Ok(mapping::admin_member(&row, department)?)
        })
    })
    .await
}

async fn apply(
    state: &AppState,
    tx: &Tx,
    viewer: &Viewer,
    row: member::Model,
    (from, to): (Standing, Standing),
    department: Option<Option<Uuid>>,
    reason: Option<&Reason>,
) -> AppResult<member::Model> {
    let (id, now) = (row.id, state.clock.now());
    let mut bodies = Vec::new();
    let mut acts = Vec::new();
    let mut change = member::ActiveModel {
        id: Set(id),
        ..Default::default()
    };
    change.role = Set(to.role.as_str().to_owned());
    change.status = Set(to.status.as_str().to_owned());
    if to.role != from.role {
        bodies.push(EventBody::MemberRoleChanged { role: to.role });
        let detail = format!("{} {}", from.role, to.role);
        acts.push((AuditAct::MemberRoleChanged, Some(detail)));
    }
    if to.status != from.status && to.status == MemberStatus::Deactivated {
        sessions::end_all(tx, id, None, now).await?;
        heir::member_left(tx, state.ids, id, now).await?;
        bodies.push(EventBody::MemberDeactivated);
        acts.push((AuditAct::MemberDeactivated, None));
    } else if to.status != from.status {
        bodies.push(EventBody::MemberReactivated);
        acts.push((AuditAct::MemberReactivated, None));
    }
    if let Some(department) = department.filter(|new| *new != row.department_id) {
        change.department_id = Set(department);
        change.version = Set(row.version + 1);
        bodies.push(EventBody::MemberEdited);
        acts.push((AuditAct::MemberDepartmentChanged, None));
    }
    for (what, detail) in acts {
        let subject = (AuditSubject::Member, id);
        let entry = Entry::new(state.ids, Some(viewer.member_id), now, what, subject);
        let entry = detail.map_or(entry.clone(), |detail| entry.detail(detail));
        entry.concerning(Some(id)).reason(reason).write(tx).await?;
    }
    let row = members::update(tx, change).await?;
    if to.status != from.status && to.status == MemberStatus::Active {
        heir::member_back(tx, state.ids, id, now).await?;
    }
    let event = |body| Event::new(state.ids.next(), Some(viewer.member_id), id, body, now);
    events::append(tx, now, bodies.into_iter().map(event)).await?;
    Ok(row)
}
