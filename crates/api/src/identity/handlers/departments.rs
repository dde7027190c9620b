//! The list of departments.

use actix_web::{HttpResponse, get, patch, post, web};
use tacit_contract::organisation::{CreateDepartment, Department, UpdateDepartment};
use uuid::Uuid;

use super::super::service::departments;
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::ValidJson;
use crate::http::refusals::{AdminsOnly, BadBody, NotThere, SignedOut, Taken};
use crate::state::AppState;

/// All departments in their order, the archived ones too, with how many active members each has.
#[utoipa::path(
    tag = "Organisation",
    summary = "List departments",
    responses((status = 200, description = "The departments", body = Vec<Department>), SignedOut),
    security(("bearer" = []))
)]
#[get("/departments")]
pub async fn list_departments(
    state: web::Data<AppState>,
    _: CurrentMember,
) -> AppResult<HttpResponse> {
    Ok(HttpResponse::Ok().json(departments::list(&state).await?))
}

/// Adds a department at the end of the list. Admins only.
#[utoipa::path(
    tag = "Organisation",
    summary = "Add a department",
    request_body = CreateDepartment,
    responses((status = 201, description = "The department", body = Department), SignedOut, AdminsOnly, BadBody, Taken),
    security(("bearer" = []))
)]
#[post("/departments")]
pub async fn create_department(
    state: web::Data<AppState>,
    current: CurrentMember,
    body: ValidJson<CreateDepartment>,
) -> AppResult<HttpResponse> {
    Ok(HttpResponse::Created().json(departments::create(&state, current.viewer, body.0).await?))
}

/// Renames, moves, archives or brings back a department. Nobody leaves a department because it is archived; it is only no
/// longer offered. Admins only.
#[utoipa::path(
    tag = "Organisation",
    summary = "Change a department",
    params(("id" = Uuid, Path, description = "Department id")),
    request_body = UpdateDepartment,
    responses((status = 200, description = "The department as it is now", body = Department), SignedOut, AdminsOnly, NotThere, BadBody, Taken),
    security(("bearer" = []))
)]
#[patch("/departments/{id}")]
pub async fn update_department(
    state: web::Data<AppState>,
    current: CurrentMember,
    id: web::Path<Uuid>,
    body: ValidJson<UpdateDepartment>,
) -> AppResult<HttpResponse> {
    let department = departments::update(&state, current.viewer, id.into_inner(), body.0).await?;
    Ok(HttpResponse::Ok().json(department))
}
