//! The operations of routing: extract, call the service, map the answer.

use actix_web::http::header;
use actix_web::{HttpResponse, get, post, put, web};
use serde::Serialize;
use tacit_contract::routing::{HelpWanted, MyRouting, PassQuestion, QuestionRouting, SetMyRouting};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{help, service};
use crate::auth::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::http::ValidJson;
use crate::http::refusals::{BadBody, NotAllowed, NotThere, SignedOut, WrongState};
use crate::posts::Act;
use crate::state::AppState;

/// Adds the operations.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_question_routing)
        .service(pass_question)
        .service(get_my_routing)
        .service(set_my_routing)
        .service(list_help_wanted)
        .service(dismiss_help_wanted);
}

fn fresh(body: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(body)
}

/// To whom a question was brought so that it finds its answer. The asker reads every step: who was asked, who passed and
/// whom they named. Everybody else reads how many were asked, and the request to themselves.
#[utoipa::path(
    tag = "Questions",
    summary = "To whom a question was brought",
    params(("id" = Uuid, Path, description = "Post id of the question")),
    responses(
        (status = 200, description = "Never cached", body = QuestionRouting),
        SignedOut, NotThere
    ),
    security(("bearer" = []))
)]
#[get("/questions/{id}/routing")]
pub async fn get_question_routing(
    state: web::Data<AppState>,
    current: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (db, waits) = (state.db.reader(), state.settings.waits);
    let found = service::routing(db, &current.viewer, id.into_inner(), waits).await?;
    Ok(fresh(&found))
}

/// Passes a question you were asked to answer, and says who may know instead: they are asked at once. The asker sees that
/// you passed, whoever you name sees that you named them, and nobody else sees either.
#[utoipa::path(
    tag = "Questions",
    summary = "Pass a question",
    params(("id" = Uuid, Path, description = "Post id of the question")),
    request_body = PassQuestion,
    responses(
        (status = 200, description = "Passed", body = QuestionRouting),
        SignedOut, NotAllowed, NotThere, WrongState, BadBody
    ),
    security(("bearer" = []))
)]
#[post("/questions/{id}/pass")]
pub async fn pass_question(
    state: web::Data<AppState>,
    current: CurrentMember,
    id: web::Path<Uuid>,
    pass: ValidJson<PassQuestion>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, current.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        let pass = pass.0.clone();
        Box::pin(async move { service::pass(tx, &act, id, &pass).await })
    })
    .await?;
    let (db, waits) = (state.db.reader(), state.settings.waits);
    Ok(fresh(
        &service::routing(db, &current.viewer, id, waits).await?,
    ))
}

/// Whether one is told of questions that fit. Who chose nothing is told when they say of any topic that they know it.
#[utoipa::path(
    tag = "Me",
    summary = "Whether I am told of questions that fit",
    responses((status = 200, description = "Never cached", body = MyRouting), SignedOut),
    security(("bearer" = []))
)]
#[get("/me/routing")]
pub async fn get_my_routing(
    state: web::Data<AppState>,
    current: CurrentMember,
) -> AppResult<HttpResponse> {
    let found = service::my_routing(state.db.reader(), &current.viewer).await?;
    Ok(fresh(&found))
}

/// Says whether one wants to be told of questions that fit. Who wishes for one in person reaches one all the same, unless
/// one is away or has had enough this week.
#[utoipa::path(
    tag = "Me",
    summary = "Say whether I am told of questions that fit",
    request_body = SetMyRouting,
    responses(
        (status = 200, description = "As it is now", body = MyRouting),
        SignedOut, BadBody
    ),
    security(("bearer" = []))
)]
#[put("/me/routing")]
pub async fn set_my_routing(
    state: web::Data<AppState>,
    current: CurrentMember,
    set: ValidJson<SetMyRouting>,
) -> AppResult<HttpResponse> {
    let (act, set) = (Act::live(&state, current.viewer), set.0);
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::set_my_routing(tx, &act, set).await })
    })
    .await?;
    let found = service::my_routing(state.db.reader(), &current.viewer).await?;
    Ok(fresh(&found))
}

/// Questions nobody answered yet that you can help with, each with the reasons: you were asked, or you know a topic of it.
/// What you passed or took off the list is not there.
#[utoipa::path(
    tag = "Me",
    summary = "What I can help with",
    responses((status = 200, description = "At most five; never cached", body = Vec<HelpWanted>), SignedOut),
    security(("bearer" = []))
)]
#[get("/me/help")]
pub async fn list_help_wanted(
    state: web::Data<AppState>,
    current: CurrentMember,
) -> AppResult<HttpResponse> {
    let now = state.clock.now();
    let found: Vec<HelpWanted> = help::wanted(state.db.reader(), &current.viewer, now).await?;
    Ok(fresh(&found))
}

/// Takes a question off what you can help with, for good. Nobody is told.
#[utoipa::path(
    tag = "Me",
    summary = "Take a question off what I can help with",
    params(("id" = Uuid, Path, description = "Post id of the question")),
    responses((status = 204, description = "Taken off"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[put("/me/help/{id}/dismissal")]
pub async fn dismiss_help_wanted(
    state: web::Data<AppState>,
    current: CurrentMember,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let (act, id) = (Act::live(&state, current.viewer), id.into_inner());
    db::write(&state.db, move |tx| {
        Box::pin(async move { service::dismiss(tx, &act, id).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
