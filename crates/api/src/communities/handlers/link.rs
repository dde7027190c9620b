//! Inviting by link.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use tacit_contract::Page;
use tacit_contract::communities::{
    CommunityLink, CommunityRef, CommunityToken, CreateCommunityLink, CreatedCommunityLink,
    OpenedCommunityLink,
};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::auth::token;
use crate::communities::repo::communities::community_ref;
use crate::communities::repo::links;
use crate::communities::{doors, read, service};
use crate::db;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadBody, NotAllowed, NotThere, SignedOut, WrongState};
use crate::http::{ValidJson, respond_page};
use crate::posts::Act;
use crate::state::AppState;

/// Makes a link by which whoever has it comes in: for so many days and so many people. Its secret is shown this once and kept
/// nowhere. At most 20 work at once; those of somebody who looks after the community no more are taken back.
#[utoipa::path(
    tag = "Communities",
    summary = "Make a link of invitation",
    params(("id" = Uuid, Path, description = "Id of the community")),
    request_body = CreateCommunityLink,
    responses(
        (status = 201, description = "The link and, this once, its address", body = CreatedCommunityLink),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[post("/communities/{id}/links")]
pub async fn create_community_link(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    new: ValidJson<CreateCommunityLink>,
) -> AppResult<HttpResponse> {
    let new = read::new_link(&new.0)?;
    let secret = token::random()?;
    let (act, id, hash) = (
        Act::live(&state, member.viewer),
        id.into_inner(),
        token::hash(&secret),
    );
    let row = db::write(&state.db, move |tx| {
        let hash = hash.clone();
        Box::pin(async move { service::link::create(tx, &act, id, (&hash, new)).await })
    })
    .await?;
    let link = doors::links(state.db.reader(), vec![row]).await?.pop();
    let link = link.ok_or_else(|| AppError::internal("a link was not made"))?;
    let url = doors::address(&state.settings, &secret);
    Ok(HttpResponse::Created()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(CreatedCommunityLink { link, url }))
}

/// The links that still work, the newest first, all on one page: for who looks after the community.
#[utoipa::path(
    tag = "Communities",
    summary = "List links of invitation",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 200, description = "At most 20 links", body = Page<CommunityLink>),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/links")]
pub async fn list_community_links(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (db, id) = (state.db.reader(), id.into_inner());
    service::load_facilitated(db, &member.viewer, id).await?;
    let rows = links::list(db, id, state.clock.now()).await?;
    let page = Page {
        items: doors::links(db, rows).await?,
        next_cursor: None,
    };
    Ok(respond_page(&state, &request, &page))
}

/// Takes a link back: it lets in nobody from the next request on. Where there is none, nothing changes.
#[utoipa::path(
    tag = "Communities",
    summary = "Take back a link of invitation",
    params(
        ("id" = Uuid, Path, description = "Id of the community"),
        ("link" = Uuid, Path, description = "Id of the link"),
    ),
    responses(
        (status = 204, description = "Does not work"),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/communities/{id}/links/{link}")]
pub async fn revoke_community_link(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, Uuid)>,
) -> AppResult<HttpResponse> {
    let (act, which) = (Act::live(&state, member.viewer), path.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::link::take_back(tx, &act, which).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Where a link of invitation leads: what one may know before one comes in. Whatever is wrong with a link, the answer is the
/// same (`invalid_link`).
#[utoipa::path(
    tag = "Communities",
    summary = "Look at a link of invitation",
    request_body = CommunityToken,
    responses(
        (status = 200, description = "The community; never cached", body = OpenedCommunityLink),
        BadBody, SignedOut,
    ),
    security(("bearer" = []))
)]
#[post("/community-links/open")]
pub async fn open_community_link(
    state: web::Data<AppState>,
    member: CurrentMember,
    token: ValidJson<CommunityToken>,
) -> AppResult<HttpResponse> {
    let (db, now) = (state.db.reader(), state.clock.now());
    let opened = service::link::open(db, &member.viewer, &token.0.token, now).await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(doors::opened(db, opened).await?))
}

/// Comes in by a link of invitation. Who belongs to the community already does so, and uses nothing up. Whatever is wrong with
/// a link, the answer is the same (`invalid_link`).
#[utoipa::path(
    tag = "Communities",
    summary = "Join a community by a link of invitation",
    request_body = CommunityToken,
    responses(
        (status = 200, description = "A member of this community", body = CommunityRef),
        BadBody, SignedOut,
    ),
    security(("bearer" = []))
)]
#[post("/community-links/join")]
pub async fn join_by_community_link(
    state: web::Data<AppState>,
    member: CurrentMember,
    token: ValidJson<CommunityToken>,
) -> AppResult<HttpResponse> {
    let (act, secret) = (Act::live(&state, member.viewer), token.0.token);
    let row = db::write(&state.db, move |tx| {
        let secret = secret.clone();
        Box::pin(async move { service::link::join(tx, &act, &secret).await })
    })
    .await?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(community_ref(&row)))
}
