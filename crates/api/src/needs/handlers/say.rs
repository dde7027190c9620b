//! Saying and editing needs.

use actix_web::http::header;
use actix_web::{HttpResponse, patch, post, web};
use tacit_contract::needs::{EditNeed, NeedDetail, SayNeed};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{BadBody, NotAllowed, NotThere, SignedOut, Stale, WrongState};
use crate::http::{IdempotencyKey, IfMatch, ValidJson, respond_with_version};
use crate::needs::service::say;
use crate::needs::{page, read};
use crate::posts::Act;
use crate::state::AppState;

/// Says what one wants to learn and why: to everyone, to a community one writes in, or to named people. Topics may be named
/// by name, slug or synonym; what is new becomes a topic where everyone reads along.
#[utoipa::path(
    tag = "Needs",
    summary = "Say what one wants to learn",
    params(("Idempotency-Key" = Option<String>, Header, description = "Sent again with the same key, the work is done once")),
    request_body = SayNeed,
    responses(
        (status = 201, description = "Said; `Location` is its address", body = NeedDetail),
        BadBody, SignedOut, NotAllowed, WrongState,
    ),
    security(("bearer" = []))
)]
#[post("/needs")]
pub async fn say_need(
    state: web::Data<AppState>,
    member: CurrentMember,
    key: IdempotencyKey,
    need: ValidJson<SayNeed>,
) -> AppResult<HttpResponse> {
    let once = key.bind(member.viewer.member_id, &need.0)?;
    let mut new = read::new_need(&need.0).await?;
    new.text = new.text.naming(state.db.reader()).await?;
    let act = Act::live(&state, member.viewer);
    let id = db::write(&state.db, move |tx| {
        let (once, new) = (once.clone(), new.clone());
        Box::pin(async move { once.run(tx, act.now, say::say(tx, &act, &new)).await })
    })
    .await?;
    let detail = page::detail(state.db.reader(), &member.viewer, id).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/needs/{id}")))
        .json(detail))
}

/// Changes what is wanted, why, topics, forms or the day: of one's own need, or with a reason, as lead or admin, of
/// anybody's. Every text it had is kept as a revision.
#[utoipa::path(
    tag = "Needs",
    summary = "Edit a need",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
        ("If-Match" = String, Header, description = "The version that was read, such as \"1\""),
    ),
    request_body = EditNeed,
    responses(
        (status = 200, description = "Edited", body = NeedDetail),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState, Stale,
    ),
    security(("bearer" = []))
)]
#[patch("/needs/{id}")]
pub async fn edit_need(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    read: IfMatch,
    edit: ValidJson<EditNeed>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    let before = page::texts(state.db.reader(), &member.viewer, id).await?;
    let mut edit = read::edit(&edit.0, before).await?;
    if let Some(text) = edit.text {
        edit.text = Some(text.naming(state.db.reader()).await?);
    }
    db::write(&state.db, move |tx| {
        let edit = edit.clone();
        Box::pin(async move { say::edit(tx, &act, id, read, &edit).await })
    })
    .await?;
    let detail = page::detail(state.db.reader(), &member.viewer, id).await?;
    Ok(respond_with_version(detail.version, &detail))
}
