//! Reading communities, and founding one.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use tacit_contract::Page;
use tacit_contract::communities::{
    CommunityDetail, CommunitySummary, CommunityViewer, CreateCommunity, ListCommunitiesQuery,
};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::communities::repo::lists::{self, CommunityKey};
use crate::communities::{list, mapping, page, read, service};
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, BadQuery, NotThere, SignedOut};
use crate::http::{
    IdempotencyKey, PageRequest, ValidJson, ValidQuery, respond_page, respond_shared,
};
use crate::posts::Act;
use crate::state::AppState;

/// Communities that exist for the caller, by name: all, their own, those to discover, those that wait for an answer, or those
/// they deleted. A topic that is not there gives an empty page.
#[utoipa::path(
    tag = "Communities",
    summary = "List communities",
    params(ListCommunitiesQuery),
    responses(
        (status = 200, description = "A page of communities", body = Page<CommunitySummary>),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/communities")]
pub async fn list_communities(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListCommunitiesQuery>,
) -> AppResult<HttpResponse> {
    let (db, viewer) = (state.db.reader(), &member.viewer);
    let view = query.0.view.unwrap_or_default();
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<CommunityKey>::read(&state.keys, list::name(view), limit, cursor)?;
    let after = asked.after.as_ref();
    let rows = match list::filter(db, &query.0, state.clock.now()).await? {
        Some(filter) => lists::list(db, viewer, &filter, after, asked.fetch()).await?,
        None => Vec::new(),
    };
    let page = asked.page(&state.keys, rows, CommunityKey::of)?;
    let page = Page {
        items: mapping::summaries(db, viewer, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}

/// Founds a community. Its name may be another's too: that it is taken would tell of hidden ones.
#[utoipa::path(
    tag = "Communities",
    summary = "Found a community",
    params(("Idempotency-Key" = Option<String>, Header, description = "Sent again with the same key, the work is done once")),
    request_body = CreateCommunity,
    responses(
        (status = 201, description = "Founded; `Location` is its address, the caller its owner", body = CommunityDetail),
        BadBody, SignedOut,
    ),
    security(("bearer" = []))
)]
#[post("/communities")]
pub async fn create_community(
    state: web::Data<AppState>,
    member: CurrentMember,
    key: IdempotencyKey,
    new: ValidJson<CreateCommunity>,
) -> AppResult<HttpResponse> {
    let once = key.bind(member.viewer.member_id, &new.0)?;
    let new = read::new_community(&new.0)?;
    let act = Act::live(&state, member.viewer);
    let id = db::write(&state.db, move |tx| {
        let (once, new) = (once.clone(), new.clone());
        Box::pin(async move {
            once.run(tx, act.now, service::found::found(tx, &act, &new))
                .await
        })
    })
    .await?;
    let detail = page::detail(state.db.reader(), &member.viewer, id).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/communities/{id}")))
        .json(detail))
}

/// What everybody for whom a community exists may know of it: the same bytes for all of them. What is the caller's own is in
/// `/viewer`, what is written in it in the lists of posts.
#[utoipa::path(
    tag = "Communities",
    summary = "Read a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 200, description = "The page", body = CommunityDetail),
        (status = 304, description = "Not changed since `If-None-Match`"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}")]
pub async fn get_community(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let detail = page::detail(state.db.reader(), &member.viewer, id.into_inner()).await?;
    respond_shared(&request, &detail)
}

/// What is the caller's own on a community's page: what they are in it, whether they wait for an answer, what they may do.
#[utoipa::path(
    tag = "Communities",
    summary = "Read what is the caller's own on a community's page",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 200, description = "Never cached", body = CommunityViewer),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/viewer")]
pub async fn get_community_viewer(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (db, now) = (state.db.reader(), state.clock.now());
    let viewer = page::viewer(db, &member.viewer, id.into_inner(), now).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(viewer))
}
