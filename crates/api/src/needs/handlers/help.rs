//! Offering to help, and naming somebody who could.

use actix_web::{HttpResponse, delete, post, put, web};
use tacit_contract::needs::{OfferHelp, SuggestHelper};
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::ValidJson;
use crate::http::refusals::{BadBody, NotAllowed, NotThere, SignedOut, WrongState};
use crate::needs::read;
use crate::needs::service::help;
use crate::posts::Act;
use crate::state::AppState;

/// Offers to help with a need; offered again, the new word counts. Not with one's own, and not once it is settled.
#[utoipa::path(
    tag = "Needs",
    summary = "Offer to help",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
    ),
    request_body = OfferHelp,
    responses(
        (status = 204, description = "Offered"),
        BadBody, SignedOut, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/needs/{id}/help")]
pub async fn offer_help(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    offer: ValidJson<OfferHelp>,
) -> AppResult<HttpResponse> {
    let word = read::word("/word", offer.0.word.as_deref())?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let word = word.clone();
        Box::pin(async move { help::volunteer(tx, &act, id, &word).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Offers it no more. Where nothing was offered, nothing changes.
#[utoipa::path(
    tag = "Needs",
    summary = "Withdraw an offer",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
    ),
    responses(
        (status = 204, description = "Not offered"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/needs/{id}/help")]
pub async fn withdraw_help(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { help::withdraw(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Names somebody who could help; they are told. Who was named or offers already stays as they are.
#[utoipa::path(
    tag = "Needs",
    summary = "Suggest a helper",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
    ),
    request_body = SuggestHelper,
    responses(
        (status = 204, description = "Named"),
        BadBody, SignedOut, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[post("/needs/{id}/suggestions")]
pub async fn suggest_helper(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    named: ValidJson<SuggestHelper>,
) -> AppResult<HttpResponse> {
    let word = read::word("/word", named.0.word.as_deref())?;
    let handle = named.0.handle.clone();
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let (handle, word) = (handle.clone(), word.clone());
        Box::pin(async move { help::suggest(tx, &act, id, (&handle, &word)).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Takes a suggestion back, or turns it down: who made it, who was named, who has the need, leads.
#[utoipa::path(
    tag = "Needs",
    summary = "Withdraw a suggestion",
    params(
        ("id" = Uuid, Path, description = "Post id of the need"),
        ("member" = Uuid, Path, description = "Id of the member who was named"),
    ),
    responses(
        (status = 204, description = "Not named"),
        SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[delete("/needs/{id}/suggestions/{member}")]
pub async fn withdraw_suggestion(
    state: web::Data<AppState>,
    member: CurrentMember,
    path: web::Path<(Uuid, Uuid)>,
) -> AppResult<HttpResponse> {
    let (act, (id, named)) = (Act::live(&state, member.viewer), path.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { help::withdraw_suggestion(tx, &act, id, named).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
