//! Making, editing and merging topics.

use actix_web::http::header;
use actix_web::{HttpResponse, patch, post, web};
use tacit_contract::topics::{CreateTopic, MergeTopic, TopicDetail, UpdateTopic};
use tacit_domain::identity::Viewer;
use tacit_domain::topics::TopicName;

use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadBody, NotAllowed, NotThere, SignedOut, Stale, Taken};
use crate::http::{IdempotencyKey, IfMatch, ValidJson, respond_with_version};
use crate::posts::{Act, Written, refusal};
use crate::state::AppState;
use crate::topics::repo::TopicRow;
use crate::topics::service::{self, NewTopic, TopicEdit};
use crate::topics::{mapping, repo};

/// Makes a topic. Every member may. Its name and synonyms must not lead to another topic already.
#[utoipa::path(
    tag = "Topics",
    summary = "Make a topic",
    params(("Idempotency-Key" = Option<String>, Header, description = "Sent again with the same key, the work is done once")),
    request_body = CreateTopic,
    responses(
        (status = 201, description = "Made", body = TopicDetail),
        BadBody, SignedOut, Taken,
    ),
    security(("bearer" = []))
)]
#[post("/topics")]
pub async fn create_topic(
    state: web::Data<AppState>,
    member: CurrentMember,
    key: IdempotencyKey,
    topic: ValidJson<CreateTopic>,
) -> AppResult<HttpResponse> {
    let once = key.bind(member.viewer.member_id, &topic.0)?;
    let new = read_new(&topic.0)?;
    let act = Act::live(&state, member.viewer);
    let id = db::write(&state.db, move |tx| {
        let (once, new) = (once.clone(), new.clone());
        Box::pin(async move {
            let work = service::create_topic(tx, &act, &new);
            once.run(tx, act.now, work).await
        })
    })
    .await?;
    let db = state.db.reader();
    let row = repo::topics::find(db, id).await?;
    let row = row.ok_or_else(AppError::not_found)?;
    let detail = mapping::detail(db, &member.viewer, row).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, address(&detail.topic.slug)))
        .json(detail))
}

/// The address of a topic, with what a segment cannot hold encoded.
fn address(slug: &str) -> String {
    let slug: String = url::form_urlencoded::byte_serialize(slug.as_bytes()).collect();
    format!("/api/v1/topics/{slug}")
}

fn read_new(topic: &CreateTopic) -> AppResult<NewTopic> {
    let description = topic.description.as_deref().unwrap_or_default();
    Ok(NewTopic {
        name: read_name(&topic.name)?,
        description: service::read_description(description)?,
        synonyms: service::read_synonyms(topic.synonyms.as_deref().unwrap_or_default())?,
        parent: topic.parent.clone(),
    })
}

fn read_name(name: &str) -> AppResult<TopicName> {
    TopicName::parse(name).map_err(|error| refusal::of_text("/name", error))
}

/// Changes a topic: every member its description, leads and admins its name, synonyms and parent too. The slug stays;
/// after a change of name the new one leads to it as well.
#[utoipa::path(
    tag = "Topics",
    summary = "Edit a topic",
    params(
        ("slug" = String, Path, description = "Slug or synonym", example = "customer-calls"),
        ("If-Match" = String, Header, description = "The version that was read, such as \"1\""),
    ),
    request_body = UpdateTopic,
    responses(
        (status = 200, description = "Edited", body = TopicDetail),
        BadBody, SignedOut, NotAllowed, NotThere, Taken, Stale,
    ),
    security(("bearer" = []))
)]
#[patch("/topics/{slug}")]
pub async fn edit_topic(
    state: web::Data<AppState>,
    member: CurrentMember,
    slug: web::Path<String>,
    read: IfMatch,
    change: ValidJson<UpdateTopic>,
) -> AppResult<HttpResponse> {
    let edit = read_edit(&change.0)?;
    let (act, slug) = (Act::live(&state, member.viewer), slug.into_inner());
    let row = db::write(&state.db, move |tx| {
        let (slug, edit) = (slug.clone(), edit.clone());
        Box::pin(async move { service::edit_topic(tx, &act, &slug, read, &edit).await })
    })
    .await?;
    answer_with(&state, &member.viewer, row).await
}

fn read_edit(change: &UpdateTopic) -> AppResult<TopicEdit> {
    let read_text = |text: &str| -> AppResult<Written> { service::read_description(text) };
    Ok(TopicEdit {
        name: change.name.as_deref().map(read_name).transpose()?,
        description: change.description.as_deref().map(read_text).transpose()?,
        synonyms: change
            .synonyms
            .as_deref()
            .map(service::read_synonyms)
            .transpose()?,
        parent: change.parent.clone(),
    })
}

async fn answer_with(state: &AppState, viewer: &Viewer, row: TopicRow) -> AppResult<HttpResponse> {
    let detail = mapping::detail(state.db.reader(), viewer, row).await?;
    Ok(respond_with_version(detail.version, &detail))
}

/// Merges a topic into another, as lead or admin: its questions, followers, synonyms and the topics under it move, and its
/// slug leads to the one that stays from then on.
#[utoipa::path(
    tag = "Topics",
    summary = "Merge a topic into another",
    params(
        ("slug" = String, Path, description = "Slug or synonym of the topic that goes", example = "k8s"),
        ("Idempotency-Key" = Option<String>, Header, description = "Sent again with the same key, the work is done once"),
    ),
    request_body = MergeTopic,
    responses(
        (status = 200, description = "The topic that stays", body = TopicDetail),
        BadBody, SignedOut, NotAllowed, NotThere,
    ),
    security(("bearer" = []))
)]
#[post("/topics/{slug}/merge")]
pub async fn merge_topic(
    state: web::Data<AppState>,
    member: CurrentMember,
    slug: web::Path<String>,
    key: IdempotencyKey,
    merge: ValidJson<MergeTopic>,
) -> AppResult<HttpResponse> {
    let once = key.bind(member.viewer.member_id, &merge.0)?;
    let (act, slug) = (Act::live(&state, member.viewer), slug.into_inner());
    let into = merge.0.into;
    let id = db::write(&state.db, move |tx| {
        let (once, slug, into) = (once.clone(), slug.clone(), into.clone());
        Box::pin(async move {
            let work = Box::pin(service::merge_topic(tx, &act, &slug, &into));
            once.run(tx, act.now, work).await
        })
    })
    .await?;
    let row = repo::topics::find(state.db.reader(), id).await?;
    answer_with(&state, &member.viewer, row.ok_or_else(AppError::not_found)?).await
}
