//! Reading needs.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, web};
use tacit_contract::Page;
use tacit_contract::needs::{
    ListNeedsQuery, NeedDetail, NeedSummary, NeedViewer, SimilarNeeds, SimilarNeedsQuery,
};
use tacit_contract::problem::Problem;
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::error::AppResult;
use crate::http::refusals::{BadQuery, NotThere, SignedOut};
use crate::http::{PageRequest, ValidQuery, respond_page, respond_shared};
use crate::needs::repo::lists::{self, NeedKey};
use crate::needs::{list, mapping, page};
use crate::state::AppState;

/// Needs the caller may see, in the order and with the filters asked for. A topic or a person that is not there gives an
/// empty page.
#[utoipa::path(
    tag = "Needs",
    summary = "List needs",
    params(ListNeedsQuery),
    responses(
        (status = 200, description = "A page of needs", body = Page<NeedSummary>),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/needs")]
pub async fn list_needs(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListNeedsQuery>,
) -> AppResult<HttpResponse> {
    let sort = query.0.sort.unwrap_or_default();
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<NeedKey>::read(&state.keys, list::name(sort), limit, cursor)?;
    let (db, viewer) = (state.db.reader(), &member.viewer);
    let after = asked.after.as_ref();
    let rows = match list::filter(db, viewer, &query.0).await? {
        Some(filter) => lists::list(db, viewer, &filter, sort, after, asked.fetch()).await?,
        None => Vec::new(),
    };
    let page = asked.page(&state.keys, rows, |row| NeedKey::of(row, sort))?;
    let page = Page {
        items: mapping::summaries(db, viewer, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}

/// Needs like the one somebody is about to say, best first, to join instead.
#[utoipa::path(
    tag = "Needs",
    summary = "Find similar needs",
    params(SimilarNeedsQuery),
    responses(
        (status = 200, description = "Similar needs, best first", body = SimilarNeeds),
        (status = 503, description = "The search index is not open (`unavailable`)", body = Problem, content_type = "application/problem+json"),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/needs/similar")]
pub async fn list_similar_needs(
    state: web::Data<AppState>,
    member: CurrentMember,
    query: ValidQuery<SimilarNeedsQuery>,
) -> AppResult<HttpResponse> {
    let similar = list::similar(&state, &member.viewer, &query.0).await?;
    Ok(HttpResponse::Ok().json(similar))
}

/// A need with those who want it, who help, what meets it and its steps: the same bytes for everybody who may see it. What
/// is the caller's own is in `/viewer`.
#[utoipa::path(
    tag = "Needs",
    summary = "Read a need",
    params(("id" = Uuid, Path, description = "Post id of the need")),
    responses(
        (status = 200, description = "The page", body = NeedDetail),
        (status = 304, description = "Not changed since `If-None-Match`"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/needs/{id}")]
pub async fn get_need(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let detail = page::detail(state.db.reader(), &member.viewer, id.into_inner()).await?;
    respond_shared(&request, &detail)
}

/// What is the caller's own on a need's page: whether they joined and help, and what they may do.
#[utoipa::path(
    tag = "Needs",
    summary = "Read what is the caller's own on a need's page",
    params(("id" = Uuid, Path, description = "Post id of the need")),
    responses(
        (status = 200, description = "Never cached", body = NeedViewer),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/needs/{id}/viewer")]
pub async fn get_need_viewer(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let viewer = page::viewer(state.db.reader(), &member.viewer, id.into_inner()).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(viewer))
}
