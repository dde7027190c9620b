//! `/admin/imports`: what was imported, for admins; and what everybody sees of it.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, web};
use tacit_contract::Page;
use tacit_contract::imports::{
    ImportRun, ImportedBadge, ListImportedBadgesQuery, ListMarkedPostsQuery, MarkedPost, SheetKind,
};
use tacit_domain::identity::policy::can_administer;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{badges, csv, marked, service, vocabulary};
use crate::auth::CurrentMember;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{AdminsOnly, BadQuery, NotThere, SignedOut};
use crate::http::{ValidQuery, respond_page};
use crate::state::AppState;

/// The operations of imports.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_imports)
        .service(list_marked_posts)
        .service(get_import_template)
        .service(list_imported_badges)
        .service(vocabulary::handlers::preview_vocabulary)
        .service(vocabulary::handlers::import_vocabulary);
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

/// Posts that imports marked: those that changed on their site but were edited here, or those that are not there any more.
/// Admins only.
#[utoipa::path(
    tag = "Administration",
    summary = "List posts that imports marked",
    params(ListMarkedPostsQuery),
    responses(
        (status = 200, description = "A page of posts", body = Page<MarkedPost>),
        BadQuery, SignedOut, AdminsOnly
    ),
    security(("bearer" = []))
)]
#[get("/admin/imports/marked-posts")]
pub async fn list_marked_posts(
    state: web::Data<AppState>,
    request: HttpRequest,
    current: CurrentMember,
    query: ValidQuery<ListMarkedPostsQuery>,
) -> AppResult<HttpResponse> {
    let page = marked::list(&state, &current.viewer, query.0).await?;
    Ok(respond_page(&state, &request, &page))
}

/// A table to fill in for `tacit import csv`: the headings, and rows that show how. It says nothing of the organisation.
#[utoipa::path(
    tag = "Administration",
    summary = "Get the template of a table",
    params(("kind" = SheetKind, Path, description = "What the table is of")),
    responses(
        (status = 200, description = "The template", content_type = "text/csv", body = String, example = "email,name"),
        NotThere
    ),
    security(())
)]
#[get("/imports/templates/{kind}")]
pub async fn get_import_template(kind: web::Path<String>) -> AppResult<HttpResponse> {
    let kind: tacit_domain::imports::sheet::SheetKind =
        kind.parse().map_err(|_| AppError::not_found())?;
    let name = format!("attachment; filename=\"{kind}.csv\"");
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(csv::template(kind)))
}

/// The badges a person had on the sites they came from, newest first: history, no badges of this place.
#[utoipa::path(
    tag = "People",
    summary = "List the badges somebody had elsewhere",
    params(("handle" = String, Path, description = "Handle"), ListImportedBadgesQuery),
    responses(
        (status = 200, description = "A page of badges", body = Page<ImportedBadge>),
        BadQuery, SignedOut, NotThere
    ),
    security(("bearer" = []))
)]
#[get("/members/{handle}/imported-badges")]
pub async fn list_imported_badges(
    state: web::Data<AppState>,
    request: HttpRequest,
    current: CurrentMember,
    handle: web::Path<String>,
    query: ValidQuery<ListImportedBadgesQuery>,
) -> AppResult<HttpResponse> {
    let page = badges::list(&state, &current.viewer, &handle, query.0).await?;
    Ok(respond_page(&state, &request, &page))
}
