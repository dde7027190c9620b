//! A person of an import turns out to be a member: what they wrote, edited and marked is the member's from then on. There
//! is no way back: afterwards nobody can tell whose was what.

use tacit_contract::identity::{AdminMember, LinkMember};
use tacit_contract::problem::FieldCode;
use tacit_domain::events::{Event, EventBody};
use tacit_domain::identity::Viewer;
use tacit_domain::identity::policy::can_link;
use tacit_domain::moderation::{AuditAct, AuditSubject};
use uuid::Uuid;

use super::profile::department_ref;
use crate::db;
use crate::error::{AppError, AppResult};
use crate::events;
use crate::identity::mapping;
use crate::identity::repo::linking::{self, LinkRow};
use crate::identity::repo::members;
use crate::moderation::audit::Entry;
use crate::posts::refusal::read_reason;
use crate::state::AppState;

/// Gives what a person of an import wrote to a member.
///
/// # Errors
/// `forbidden`, `not_found`, `wrong_state` when the person has an account or is linked already, `validation_failed` when
/// the member is none who can be.
pub async fn link(
    state: &AppState,
    viewer: Viewer,
    person: Uuid,
    link: LinkMember,
) -> AppResult<AdminMember> {
    tacit_domain::identity::policy::can_administer(&viewer)?;
    let reason = read_reason(link.reason.as_deref())?;
    let (app, to) = (state.clone(), link.member_id);
    db::write(&state.db, move |tx| {
        let (app, reason) = (app.clone(), reason.clone());
        Box::pin(async move {
            let row = members::find(tx, person).await?;
            let row = row.ok_or_else(AppError::not_found)?;
            let into = members::find(tx, to).await?.ok_or_else(|| {
                AppError::invalid("/member_id", FieldCode::NotFound, "is no member")
            })?;
            let linked = linking::find(tx, person).await?.is_some();
            can_link(&viewer, row.status.parse()?, linked, into.status.parse()?)?;
            let now = app.clock.now();
            let kept = LinkRow {
                person_id: person,
                member_id: to,
                linked_at: now.micros(),
            };
            linking::insert(tx, kept).await?;
            let posts = linking::move_works(tx, person, to).await?;
            linking::move_marks(tx, person, to).await?;
            let actor = Some(viewer.member_id);
            let subject = (AuditSubject::Member, person);
            Entry::new(app.ids, actor, now, AuditAct::MemberLinked, subject)
                .concerning(Some(to))
                .detail(format!("{} {posts}", row.handle))
                .reason(reason.as_ref())
                .write(tx)
                .await?;
            let body = EventBody::MemberLinked { into: to };
            let event = Event::new(app.ids.next(), actor, person, body, now);
            events::append(tx, now, [event]).await?;
            let department = department_ref(tx, into.department_id).await?;
            Ok(mapping::admin_member(&into, department)?)
        })
    })
    .await
}
