//! How the server's background work is doing.

use actix_web::http::header;
use actix_web::{HttpResponse, get, web};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter};
use tacit_contract::status::{Job, JobKind, ServerStatus};
use tacit_contract::time::from_micros;
use tacit_domain::identity::policy::can_administer;

use super::refusals::{AdminsOnly, SignedOut};
use crate::auth::extract::CurrentMember;
use crate::db::entities::{letter, projection_cursor};
use crate::error::AppResult;
use crate::events;
use crate::mail::outbox::LetterState;
use crate::projections;
use crate::state::AppState;

/// How far everything that is derived from the log has come: the projections and this node's search index. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "Read how background work is doing",
    responses(
        (status = 200, description = "Never cached", body = ServerStatus),
        SignedOut, AdminsOnly,
    ),
    security(("bearer" = []))
)]
#[get("/admin/status")]
pub async fn get_status(
    state: web::Data<AppState>,
    member: CurrentMember,
) -> AppResult<HttpResponse> {
    can_administer(&member.viewer)?;
    let head = events::log::head(state.db.reader()).await?;
    let mut jobs = projection_jobs(&state, head).await?;
    jobs.push(search_job(&state, head));
    let status = ServerStatus {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        postgres: state.db.is_postgres(),
        events: head,
        mail_by_smtp: state.settings.smtp_url.is_some(),
        letters_waiting: letters(&state, &[LetterState::Waiting, LetterState::Sending]).await?,
        letters_given_up: letters(&state, &[LetterState::GivenUp]).await?,
        jobs,
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(status))
}

/// How many letters stand so.
async fn letters(state: &AppState, states: &[LetterState]) -> Result<i64, DbErr> {
    let count = letter::Entity::find()
        .filter(letter::Column::State.is_in(states.iter().map(|state| state.as_str())))
        .count(state.db.reader())
        .await?;
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Every projection, in the order of their names; one that has not begun stands at 0.
async fn projection_jobs(state: &AppState, head: i64) -> Result<Vec<Job>, DbErr> {
    let cursors = projection_cursor::Entity::find()
        .all(state.db.reader())
        .await?;
    let mut jobs: Vec<Job> = projections::all()
        .iter()
        .map(|projection| {
            let cursor = cursors.iter().find(|row| row.name == projection.name());
            let position = cursor.map_or(0, |row| row.position);
            Job {
                kind: JobKind::Projection,
                name: projection.name().to_owned(),
                position,
                behind: head.saturating_sub(position).max(0),
                updated_at: cursor.map(|row| from_micros(row.updated_at)),
            }
        })
        .collect();
    jobs.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(jobs)
}

fn search_job(state: &AppState, head: i64) -> Job {
    let position = state.search.position();
    Job {
        kind: JobKind::SearchIndex,
        name: "search".to_owned(),
        position,
        behind: head.saturating_sub(position).max(0),
        updated_at: None,
    }
}
