//! Closing questions and opening them again.

use actix_web::{HttpResponse, delete, put, web};
use tacit_contract::moderation::{CloseQuestion, ReopenQuestionQuery};
use tacit_domain::moderation::Closing;
use tacit_domain::posts::Reason;
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::refusals::{
    BadBody, BadQuery, InvalidField, NotAllowed, NotThere, SignedOut, WrongState,
};
use crate::http::{ValidJson, ValidQuery};
use crate::moderation::service::close;
use crate::posts::{Act, refusal};
use crate::state::AppState;

/// Closes a question, so that it takes no more answers: the asker, leads and admins. A duplicate names its original, which
/// everybody who may see the question must be able to see; where that one is a duplicate itself, its original counts.
/// `other` says why in a note. Closing it again in another way replaces what was said; the same again changes nothing.
#[utoipa::path(
    tag = "Moderation",
    summary = "Close a question",
    params(("id" = Uuid, Path, description = "Post id of the question")),
    request_body = CloseQuestion,
    responses(
        (status = 204, description = "Closed"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/questions/{id}/closing")]
pub async fn close_question(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    closing: ValidJson<CloseQuestion>,
) -> AppResult<HttpResponse> {
    let closing = read_closing(&closing.0)?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let closing = closing.clone();
        Box::pin(async move { close::close(tx, &act, id, &closing).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

fn read_closing(closing: &CloseQuestion) -> AppResult<Closing> {
    let note = closing.note.as_deref().map(Reason::parse).transpose();
    let note = note.map_err(|error| refusal::of_text("/note", error))?;
    Ok(Closing::new(
        closing.reason.into(),
        closing.original_id,
        note,
    )?)
}

/// Opens a closed question again: the asker, or with a reason a lead or admin. Links to an original are taken away. An open
/// question stays as it is.
#[utoipa::path(
    tag = "Moderation",
    summary = "Open a closed question again",
    params(("id" = Uuid, Path, description = "Post id of the question"), ReopenQuestionQuery),
    responses(
        (status = 204, description = "Open"),
        BadQuery, SignedOut, NotAllowed, NotThere, WrongState, InvalidField,
    ),
    security(("bearer" = []))
)]
#[delete("/questions/{id}/closing")]
pub async fn reopen_question(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    query: ValidQuery<ReopenQuestionQuery>,
) -> AppResult<HttpResponse> {
    let reason = refusal::read_reason(query.0.reason.as_deref())?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let reason = reason.clone();
        Box::pin(async move { close::reopen(tx, &act, id, reason.as_ref()).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
