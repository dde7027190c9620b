//! One's own topics and availability.

use actix_web::{HttpResponse, get, put, web};
use tacit_contract::expertise::{MyAvailability, MyTopic, SetMyTopic};

use crate::auth::CurrentMember;
use crate::db;
use crate::error::AppResult;
use crate::expertise::repo::availability;
use crate::expertise::{mapping, service};
use crate::http::ValidJson;
use crate::http::refusals::{BadBody, NotThere, SignedOut};
use crate::posts::Act;
use crate::state::AppState;

/// What one says about oneself and topics, and what one's answers and colleagues say, strongest first; hidden topics too.
#[utoipa::path(
    tag = "Me",
    summary = "My topics",
    responses((status = 200, description = "The topics", body = Vec<MyTopic>), SignedOut),
    security(("bearer" = []))
)]
#[get("/me/topics")]
pub async fn list_my_topics(
    state: web::Data<AppState>,
    current: CurrentMember,
) -> AppResult<HttpResponse> {
    let now = state.clock.now();
    let topics = service::my_topics(state.db.reader(), &current.viewer, now).await?;
    Ok(HttpResponse::Ok().json(topics))
}

/// Says what one knows or wants to know of a topic, takes it back with `null`, or hides the topic: then nobody finds one
/// by it, whatever one answered.
#[utoipa::path(
    tag = "Me",
    summary = "Say what I know of a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    request_body = SetMyTopic,
    responses(
        (status = 200, description = "The topic as it is now", body = MyTopic),
        SignedOut, NotThere, BadBody
    ),
    security(("bearer" = []))
)]
#[put("/me/topics/{slug}")]
pub async fn set_my_topic(
    state: web::Data<AppState>,
    current: CurrentMember,
    slug: web::Path<String>,
    change: ValidJson<SetMyTopic>,
) -> AppResult<HttpResponse> {
    let act = Act::live(&state, current.viewer);
    let slug = slug.into_inner();
    let topic = db::write(&state.db, move |tx| {
        let (slug, change) = (slug.clone(), change.0.clone());
        Box::pin(async move { service::set_my_topic(tx, &act, &slug, &change).await })
    })
    .await?;
    let topic = service::my_topic(state.db.reader(), &current.viewer, topic, act.now).await?;
    Ok(HttpResponse::Ok().json(topic))
}

/// When and how one says one may be asked.
#[utoipa::path(
    tag = "Me",
    summary = "My availability",
    responses((status = 200, description = "What one said", body = MyAvailability), SignedOut),
    security(("bearer" = []))
)]
#[get("/me/availability")]
pub async fn get_my_availability(
    state: web::Data<AppState>,
    current: CurrentMember,
) -> AppResult<HttpResponse> {
    let row = availability::find(state.db.reader(), current.viewer.member_id).await?;
    Ok(HttpResponse::Ok().json(mapping::my_availability(row.as_ref())))
}

/// Says when and how one may be asked: away until a time, how many requests in seven days, and in one's own words. Who is
/// away or has had enough is not suggested.
#[utoipa::path(
    tag = "Me",
    summary = "Say when I may be asked",
    request_body = MyAvailability,
    responses(
        (status = 200, description = "What one said", body = MyAvailability),
        SignedOut, BadBody
    ),
    security(("bearer" = []))
)]
#[put("/me/availability")]
pub async fn set_my_availability(
    state: web::Data<AppState>,
    current: CurrentMember,
    said: ValidJson<MyAvailability>,
) -> AppResult<HttpResponse> {
    let act = Act::live(&state, current.viewer);
    let row = service::read_availability(&act, &said.0)?;
    let answer = mapping::my_availability(Some(&row));
    db::write(&state.db, move |tx| {
        let row = row.clone();
        Box::pin(async move { service::set_availability(tx, &act, &row).await })
    })
    .await?;
    Ok(HttpResponse::Ok().json(answer))
}
