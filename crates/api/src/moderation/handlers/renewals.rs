//! Looking at accepted answers again.

use actix_web::{HttpRequest, HttpResponse, get, put, web};
use tacit_contract::Page;
use tacit_contract::moderation::{ListRenewalsQuery, RenewAnswer, RenewalDue, RenewalOutcome};
use tacit_contract::problem::FieldCode;
use tacit_domain::moderation::renewal::accepted_before;
use uuid::Uuid;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadBody, BadQuery, NotAllowed, NotThere, SignedOut, WrongState};
use crate::http::{PageRequest, ValidJson, ValidQuery, respond_page};
use crate::moderation::mapping;
use crate::moderation::repo::renewals::{self, DueKey};
use crate::moderation::service::renew;
use crate::posts::Act;
use crate::state::AppState;

/// Answers that were accepted half a year ago or earlier, that somebody called out of date since they were last edited or
/// looked at, and that the caller may renew: their own, and those with a topic in which an answer of theirs was accepted.
#[utoipa::path(
    tag = "Moderation",
    summary = "List answers to look at again",
    params(ListRenewalsQuery),
    responses(
        (status = 200, description = "A page of answers, the longest accepted first", body = Page<RenewalDue>),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/renewals")]
pub async fn list_renewals(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListRenewalsQuery>,
) -> AppResult<HttpResponse> {
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<DueKey>::read(&state.keys, "renewals", limit, cursor)?;
    let (db, viewer) = (state.db.reader(), &member.viewer);
    let before = accepted_before(state.clock.now());
    let rows = renewals::list_due(db, viewer, before, asked.after, asked.fetch()).await?;
    let page = asked.page(&state.keys, rows, DueKey::of)?;
    let page = Page {
        items: mapping::due(db, viewer, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}

/// Says that an accepted answer is still right, or that another answer to the same question says it now. Its author may,
/// and who knows a topic of it by accepted answers of their own. What was said about its being out of date is settled by
/// that. Who wants to edit it does that instead.
#[utoipa::path(
    tag = "Moderation",
    summary = "Renew an accepted answer",
    params(("id" = Uuid, Path, description = "Post id of the answer")),
    request_body = RenewAnswer,
    responses(
        (status = 204, description = "Renewed"),
        BadBody, SignedOut, NotAllowed, NotThere, WrongState,
    ),
    security(("bearer" = []))
)]
#[put("/answers/{id}/renewal")]
pub async fn renew_answer(
    state: web::Data<AppState>,
    member: CurrentMember,
    id: web::Path<Uuid>,
    renewal: ValidJson<RenewAnswer>,
) -> AppResult<HttpResponse> {
    let replaced_by = read_replacement(&renewal.0)?;
    let (act, id) = (Act::live(&state, member.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { renew::renew(tx, &act, id, replaced_by).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

fn read_replacement(renewal: &RenewAnswer) -> AppResult<Option<Uuid>> {
    let wrong = |code, detail: &str| Err(AppError::invalid("/replaced_by", code, detail));
    match (renewal.outcome, renewal.replaced_by) {
        (RenewalOutcome::StillRight, None) => Ok(None),
        (RenewalOutcome::Replaced, Some(other)) => Ok(Some(other)),
        (RenewalOutcome::Replaced, None) => wrong(FieldCode::Required, "names the other answer"),
        (RenewalOutcome::StillRight, Some(_)) => wrong(
            FieldCode::NotAllowed,
            "only what was replaced names another",
        ),
    }
}
