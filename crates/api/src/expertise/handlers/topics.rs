//! The people of a topic.

use actix_web::{HttpRequest, HttpResponse, get, web};
use tacit_contract::expertise::{TopicPeople, TopicPeopleQuery};
use tacit_contract::limits::{PAGE_DEFAULT, PAGE_MAX};
use tacit_contract::problem::{FieldCode, ProblemCode};

use crate::auth::CurrentMember;
use crate::error::{AppError, AppResult};
use crate::expertise::people;
use crate::http::refusals::{BadQuery, NotThere, SignedOut};
use crate::http::{ValidQuery, respond_shared};
use crate::state::AppState;
use crate::topics::repo::topics::topic_ref;
use crate::topics::resolve::find_by_address;

/// Who knows a topic, strongest first and who is away last, and who is learning it. People without an account are not
/// named, nor those who hide the topic.
#[utoipa::path(
    tag = "Expertise",
    summary = "Who knows a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls"), TopicPeopleQuery),
    responses(
        (status = 200, description = "The people", body = TopicPeople, headers(("ETag" = String, description = "For `If-None-Match`"))),
        (status = 304, description = "As the `If-None-Match` of the request says"),
        SignedOut, BadQuery, NotThere
    ),
    security(("bearer" = []))
)]
#[get("/topics/{slug}/people")]
pub async fn list_topic_people(
    state: web::Data<AppState>,
    current: CurrentMember,
    slug: web::Path<String>,
    query: ValidQuery<TopicPeopleQuery>,
    request: HttpRequest,
) -> AppResult<HttpResponse> {
    let limit = read_limit(query.0.limit)?;
    let db = state.db.reader();
    let topic = topic_ref(&find_by_address(db, &slug).await?);
    let now = state.clock.now();
    let people = people::of_topic(db, &current.viewer, topic, limit, now).await?;
    respond_shared(&request, &people)
}

fn read_limit(limit: Option<u32>) -> AppResult<usize> {
    let limit = limit.unwrap_or(PAGE_DEFAULT);
    if !(1..=PAGE_MAX).contains(&limit) {
        let detail = format!("from 1 to {PAGE_MAX}");
        let error = AppError::new(ProblemCode::MalformedQuery);
        return Err(error.field("/limit", FieldCode::OutOfRange, detail));
    }
    Ok(usize::try_from(limit).unwrap_or(usize::MAX))
}
