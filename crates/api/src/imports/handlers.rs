//! `/admin/imports`: what was imported, for admins.

use actix_web::{HttpResponse, get, web};
use tacit_contract::imports::ImportRun;
use tacit_domain::identity::policy::can_administer;
use utoipa_actix_web::service_config::ServiceConfig;

use super::service;
use crate::auth::CurrentMember;
use crate::error::AppResult;
use crate::http::refusals::{AdminsOnly, SignedOut};
use crate::state::AppState;

/// The operations of imports.
pub fn routes(config: &mut ServiceConfig) {
    config.service(list_imports);
}

/// All imports, newest first, each with what became of every row of its dump. Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "List the imports that were done",
    responses(
        (status = 200, description = "All imports", body = Vec<ImportRun>),
        SignedOut, AdminsOnly
    ),
    security(("bearer" = []))
)]
#[get("/admin/imports")]
pub async fn list_imports(
    state: web::Data<AppState>,
    current: CurrentMember,
) -> AppResult<HttpResponse> {
    can_administer(&current.viewer)?;
    let runs = service::list_imports(&state.db).await?;
    Ok(HttpResponse::Ok().json(runs))
}
