//! Private flags and their queue.

use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use tacit_contract::Page;
use tacit_contract::moderation::{FlagFilter, FlagPost, FlaggedPost, ListFlagsQuery, ResolveFlags};
use tacit_domain::moderation::flags::{FlagKind, can_read_queue};
use tacit_domain::posts::Reason;
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadBody, BadQuery, NotAllowed, NotThere, SignedOut};
use crate::http::{PageRequest, ValidJson, ValidQuery, respond_page};
use crate::moderation::mapping;
use crate::moderation::repo::queue::{self, QueueFilter, QueueKey};
use crate::moderation::service::flag;
use crate::posts::{Act, refusal};
use crate::state::AppState;

/// Says something about a post to its author and the leads, in private: it is out of date, it is incorrect, or something
/// about it is not all right. One of each kind a member; said again, the new words count. The author never learns who said
/// it, and reads what is not all right only when a lead has decided.
#[utoipa::path(
    tag = "Moderation",
    summary = "Flag a post in private",
    params(
        ("id" = Uuid, Path, description = "Post id"),
        ("kind" = tacit_contract::moderation::FlagKind, Path, description = "What is said"),
    ),
    request_body = FlagPost,
    responses(
        (status = 204, description = "Said"),
        BadBody, SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[put("/posts/{id}/flags/{kind}")]
pub async fn flag_post(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, String)>,
    flag: ValidJson<FlagPost>,
) -> AppResult<HttpResponse> {
    let reason = Reason::parse(&flag.0.reason);
    let reason = reason.map_err(|error| refusal::of_text("/reason", error))?;
    let (id, kind) = read_path(path)?;
    let act = Act::live(&state, member.viewer);
    db::write(&state.db, move |tx| {
        let reason = reason.clone();
        Box::pin(async move { flag::flag(tx, &act, id, kind, &reason).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes one's flag back while nobody has decided on it. Where none is, nothing changes.
#[utoipa::path(
    tag = "Moderation",
    summary = "Take a flag back",
    params(
        ("id" = Uuid, Path, description = "Post id"),
        ("kind" = tacit_contract::moderation::FlagKind, Path, description = "What was said"),
    ),
    responses(
        (status = 204, description = "Not said any more"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/posts/{id}/flags/{kind}")]
pub async fn unflag_post(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, String)>,
) -> AppResult<HttpResponse> {
    let (id, kind) = read_path(path)?;
    let act = Act::live(&state, member.viewer);
    db::write(&state.db, move |tx| {
        Box::pin(async move { flag::unflag(tx, &act, id, kind).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Decides on everything of a kind that was said about a post: handled in another way, dismissed, or acted on. Leads and
/// admins, but nobody about their own post. Those who flagged hear of it.
#[utoipa::path(
    tag = "Moderation",
    summary = "Decide on flags",
    params(
        ("id" = Uuid, Path, description = "Post id"),
        ("kind" = tacit_contract::moderation::FlagKind, Path, description = "What was said"),
    ),
    request_body = ResolveFlags,
    responses(
        (status = 204, description = "Decided"),
        BadBody, SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[put("/posts/{id}/flags/{kind}/resolution")]
pub async fn resolve_flags(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, String)>,
    resolution: ValidJson<ResolveFlags>,
) -> AppResult<HttpResponse> {
    let word = resolution.0.word.as_deref().map(Reason::parse).transpose();
    let word = word.map_err(|error| refusal::of_text("/word", error))?;
    let outcome = resolution.0.outcome.into();
    let (id, kind) = read_path(path)?;
    let act = Act::live(&state, member.viewer);
    db::write(&state.db, move |tx| {
        let word = word.clone();
        Box::pin(async move { flag::resolve(tx, &act, id, kind, (outcome, word.as_ref())).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What was flagged, of the posts the caller may see: one entry for each post and kind, with all who said so. Leads and
/// admins only.
#[utoipa::path(
    tag = "Moderation",
    summary = "List flagged posts",
    params(ListFlagsQuery),
    responses(
        (status = 200, description = "A page of the queue", body = Page<FlaggedPost>),
        BadQuery, SignedOut, NotAllowed,
    ),
    security(("bearer" = []))
)]
#[get("/moderation/flags")]
pub async fn list_flags(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListFlagsQuery>,
) -> AppResult<HttpResponse> {
    can_read_queue(&member.viewer)?;
    let filter = QueueFilter {
        resolved: query.0.state.unwrap_or_default() == FlagFilter::Resolved,
        kind: query.0.kind.map(FlagKind::from),
    };
    let list = if filter.resolved {
        "flags:resolved"
    } else {
        "flags:open"
    };
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<QueueKey>::read(&state.keys, list, limit, cursor)?;
    let (db, viewer) = (state.db.reader(), &member.viewer);
    let rows = queue::list(db, viewer, filter, asked.after.as_ref(), asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, QueueKey::of)?;
    let page = Page {
        items: mapping::queue(db, viewer, page.items, filter.resolved).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}

fn read_path(path: web::Path<(Uuid, String)>) -> AppResult<(Uuid, FlagKind)> {
    let (id, kind) = path.into_inner();
    let kind = kind.parse().map_err(|_| AppError::not_found())?;
    Ok((id, kind))
}
