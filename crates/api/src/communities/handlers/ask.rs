//! Asking to join, and deciding on it.

use actix_web::{HttpRequest, HttpResponse, delete, get, put, web};
use tacit_contract::Page;
use tacit_contract::communities::{
    AskToJoin, DecideJoinRequest, JoinRequest, ListJoinRequestsQuery,
};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::communities::repo::requests;
use crate::communities::{doors, read, service};
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, BadQuery, NotAllowed, NotThere, SignedOut, WrongState};
use crate::http::{PageRequest, ValidJson, ValidQuery, respond_page};
use crate::posts::Act;
use crate::state::AppState;

/// Asks to join a community that is joined by asking; who looks after it is told. Asked again while it waits, the new message
/// counts. After a no one asks again in 14 days.
#[utoipa::path(
    tag = "Communities",
    summary = "Ask to join a community",
    params(("id" = Uuid, Path, description = "Id of the community")),
    request_body = AskToJoin,
    responses(
        (status = 204, description = "Asked"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/communities/{id}/request")]
pub async fn ask_to_join_community(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    wish: ValidJson<AskToJoin>,
) -> AppResult<HttpResponse> {
    let message = read::word("/message", wish.0.message.as_deref())?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let message = message.clone();
        Box::pin(async move { service::ask::ask(tx, &act, id, message.as_str()).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Asks to join no more. Where nobody waits for a decision, nothing changes.
#[utoipa::path(
    tag = "Communities",
    summary = "Withdraw a wish to join",
    params(("id" = Uuid, Path, description = "Id of the community")),
    responses(
        (status = 204, description = "Not asked"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/communities/{id}/request")]
pub async fn withdraw_join_request(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::ask::withdraw(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Who waits for a decision, the longest first: for who looks after the community.
#[utoipa::path(
    tag = "Communities",
    summary = "List wishes to join a community",
    params(("id" = Uuid, Path, description = "Id of the community"), ListJoinRequestsQuery),
    responses(
        (status = 200, description = "A page of wishes", body = Page<JoinRequest>, headers(("Link" = String, description = "The next page, `rel=\"next\"`"))),
        BadQuery, SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/communities/{id}/requests")]
pub async fn list_join_requests(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    id: web::Path<Uuid>,
    query: ValidQuery<ListJoinRequestsQuery>,
) -> AppResult<HttpResponse> {
    let (db, id, query) = (state.db.reader(), id.into_inner(), query.0);
    service::load_facilitated(db, &member.viewer, id).await?;
    let (limit, cursor) = (query.limit, query.cursor.as_deref());
    let asked = PageRequest::read(&state.keys, "community-requests", limit, cursor)?;
    let rows = requests::waiting(db, id, asked.after, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, |row| (row.asked_at, row.member_id))?;
    let page = Page {
        items: doors::join_requests(db, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}

/// Lets somebody in who asked, or not, with a word that they are told. What was decided stays; decided the same again, nothing
/// changes.
#[utoipa::path(
    tag = "Communities",
    summary = "Decide on a wish to join",
    params(
        ("id" = Uuid, Path, description = "Id of the community"),
        ("member" = Uuid, Path, description = "Id of the member who asks"),
    ),
    request_body = DecideJoinRequest,
    responses(
        (status = 204, description = "Decided"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/communities/{id}/requests/{member}")]
pub async fn decide_join_request(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, Uuid)>,
    decision: ValidJson<DecideJoinRequest>,
) -> AppResult<HttpResponse> {
    let word = read::word("/word", decision.0.word.as_deref())?;
    let (act, which) = (Act::live(&state, member.viewer), path.into_inner());
    let approve = decision.0.approve;
    db::write(&state.db, move |tx| {
        let word = word.clone();
        Box::pin(
            async move { service::ask::decide(tx, &act, which, (approve, word.as_str())).await },
        )
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
