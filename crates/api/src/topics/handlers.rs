//! Operations of topics.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, put, web};
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_contract::topics::{
    CompleteTopicsQuery, CreateTopic, ListTopicsQuery, MergeTopic, TopicCompletion, TopicDetail,
    TopicSort, TopicSummary, TopicViewer, UpdateTopic,
};
use tacit_contract::{Page, limits};
use tacit_domain::identity::Viewer;
use tacit_domain::topics::policy::can_order_topics;
use tacit_domain::topics::{TopicName, TopicSlug};
use utoipa_actix_web::service_config::ServiceConfig;

use super::repo::lists::{self, TopicFilter, TopicKey};
use super::repo::{TopicRow, follows};
use super::resolve::{find_by_address, find_by_text};
use super::service::{self, NewTopic, TopicEdit};
use super::{mapping, repo};
use crate::auth::extract::CurrentMember;
use crate::db;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadBody, BadQuery, NotAllowed, NotThere, SignedOut, Stale, Taken};
use crate::http::{
    IdempotencyKey, IfMatch, PageRequest, ValidJson, ValidQuery, respond_page, respond_shared,
    respond_with_version,
};
use crate::posts::visibility::scopes_of;
use crate::posts::{Act, Written, refusal};
use crate::state::AppState;

const COMPLETIONS: u32 = 8;
const COMPLETIONS_MAX: u32 = 20;
/// So many candidates are ranked.
const CANDIDATES: u64 = 60;

/// The routes of this room; `complete` before what would take it for a slug.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_topics)
        .service(complete_topics)
        .service(create_topic)
        .service(get_topic)
        .service(get_topic_viewer)
        .service(edit_topic)
        .service(merge_topic)
        .service(follow_topic)
        .service(unfollow_topic);
}

/// Topics with what there is about each, as far as the caller may see it.
#[utoipa::path(
    tag = "topics",
    summary = "List topics",
    params(ListTopicsQuery),
    responses(
        (status = 200, description = "A page of topics", body = Page<TopicSummary>),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/topics")]
pub async fn list_topics(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    query: ValidQuery<ListTopicsQuery>,
) -> AppResult<HttpResponse> {
    let sort = query.0.sort.unwrap_or_default();
    let (limit, cursor) = (query.0.limit, query.0.cursor.as_deref());
    let asked = PageRequest::<TopicKey>::read(&state.keys, list_name(sort), limit, cursor)?;
    let db = state.db.reader();
    let rows = match read_filter(db, &member.viewer, &query.0).await? {
        Some(filter) => {
            let scopes = scopes_of(db, &member.viewer).await?;
            let after = asked.after.as_ref();
            lists::list(db, scopes, &filter, sort, after, asked.fetch()).await?
        }
        None => Vec::new(),
    };
    let page = asked.page(&state.keys, rows, |row| TopicKey::of(row, sort))?;
    let page = Page {
        items: mapping::summaries(db, page.items).await?,
        next_cursor: page.next_cursor,
    };
    Ok(respond_page(&state, &request, &page))
}

const fn list_name(sort: TopicSort) -> &'static str {
    match sort {
        TopicSort::Name => "topics:name",
        TopicSort::Questions => "topics:questions",
        TopicSort::Active => "topics:active",
    }
}

/// None when nothing can pass.
async fn read_filter(
    db: &impl sea_orm::ConnectionTrait,
    viewer: &Viewer,
    query: &ListTopicsQuery,
) -> AppResult<Option<TopicFilter>> {
    let followed = query.followed.unwrap_or(false);
    let mut filter = TopicFilter {
        followed_by: followed.then_some(viewer.member_id),
        ..TopicFilter::default()
    };
    if let Some(text) = query.q.as_deref().filter(|text| !text.trim().is_empty()) {
        let Some(words) = words(text) else {
            return Ok(None);
        };
        filter.words = words;
    }
    if let Some(parent) = &query.parent {
        let Some(parent) = find_by_text(db, parent).await? else {
            return Ok(None);
        };
        filter.parent_id = Some(parent.id);
    }
    Ok(Some(filter))
}

/// The folded words of what was typed; none when it holds no letter or digit.
fn words(text: &str) -> Option<Vec<String>> {
    let typed: String = text.chars().take(limits::TOPIC_NAME_MAX).collect();
    // Folding refuses words of addresses; a letter more makes it none, and is cut off again.
    let folded = TopicSlug::fold(&format!("{typed} x")).ok()?;
    let words: Vec<String> = folded.as_str().split('-').map(str::to_owned).collect();
    let (_, typed) = words.split_last()?;
    (!typed.is_empty()).then(|| typed.to_vec())
}

/// Topics that begin with what is being typed, by name or synonym: the exact one first, then those with more questions.
/// Typed nothing yet, the largest come.
#[utoipa::path(
    tag = "topics",
    summary = "Complete a topic while typing",
    params(CompleteTopicsQuery),
    responses(
        (status = 200, description = "Topics, best first", body = Vec<TopicCompletion>),
        BadQuery, SignedOut,
    ),
    security(("bearer" = []))
)]
#[get("/topics/complete")]
pub async fn complete_topics(
    state: web::Data<AppState>,
    member: CurrentMember,
    query: ValidQuery<CompleteTopicsQuery>,
) -> AppResult<HttpResponse> {
    let limit = query.0.limit.unwrap_or(COMPLETIONS);
    if !(1..=COMPLETIONS_MAX).contains(&limit) {
        let detail = format!("from 1 to {COMPLETIONS_MAX}");
        let code = FieldCode::OutOfRange;
        return Err(AppError::new(ProblemCode::MalformedQuery).field("/limit", code, detail));
    }
    let found = complete(&state, &member.viewer, &query.0.q).await?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let found: Vec<TopicCompletion> = found.into_iter().take(limit).collect();
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

async fn complete(
    state: &AppState,
    viewer: &Viewer,
    typed: &str,
) -> AppResult<Vec<TopicCompletion>> {
    let db = state.db.reader();
    let words = match (words(typed), typed.trim().is_empty()) {
        (Some(words), _) => words,
        (None, true) => Vec::new(),
        (None, false) => return Ok(Vec::new()),
    };
    let typed = words.join("-");
    let filter = TopicFilter {
        words,
        ..TopicFilter::default()
    };
    let scopes = scopes_of(db, viewer).await?;
    let sort = TopicSort::Questions;
    let mut rows = lists::list(db, scopes.clone(), &filter, sort, None, CANDIDATES).await?;
    let exact = repo::topics::find_canonical(db, &typed).await?;
    if let Some(exact) = exact.filter(|exact| rows.iter().all(|row| row.id != exact.id)) {
        let only = TopicFilter {
            id: Some(exact.id),
            ..TopicFilter::default()
        };
        rows.extend(lists::list(db, scopes, &only, sort, None, 1).await?);
    }
    let synonyms = lists::synonyms_of(db, rows.iter().map(|row| row.id)).await?;
    Ok(mapping::completions(rows, &synonyms, &typed))
}

/// Makes a topic. Every member may. Its name and synonyms must not lead to another topic already.
#[utoipa::path(
    tag = "topics",
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

/// A topic, by its slug, one of its synonyms, or the slug of a topic that was merged into it.
#[utoipa::path(
    tag = "topics",
    summary = "Read a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    responses(
        (status = 200, description = "The topic they lead to", body = TopicDetail),
        (status = 304, description = "Not changed since `If-None-Match`"),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/topics/{slug}")]
pub async fn get_topic(
    state: web::Data<AppState>,
    request: HttpRequest,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    let db = state.db.reader();
    let row = find_by_address(db, &slug).await?;
    let detail = mapping::detail(db, &member.viewer, row).await?;
    respond_shared(&request, &detail)
}

/// Whether the caller follows a topic, and what they may do with it.
#[utoipa::path(
    tag = "topics",
    summary = "Read what is the caller's own about a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    responses(
        (status = 200, description = "Never cached", body = TopicViewer),
        SignedOut, NotThere,
    ),
    security(("bearer" = []))
)]
#[get("/topics/{slug}/viewer")]
pub async fn get_topic_viewer(
    state: web::Data<AppState>,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    let db = state.db.reader();
    let row = find_by_address(db, &slug).await?;
    let may_order = can_order_topics(&member.viewer).is_ok();
    let viewer = TopicViewer {
        following: follows::is_following(db, row.id, member.viewer.member_id).await?,
        may_edit: true,
        may_order,
        may_merge: may_order,
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(viewer))
}

/// Changes a topic: every member its description, leads and admins its name, synonyms and parent too. The slug stays;
/// after a change of name the new one leads to it as well.
#[utoipa::path(
    tag = "topics",
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
    tag = "topics",
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

/// Follows a topic. Doing it again changes nothing.
#[utoipa::path(
    tag = "topics",
    summary = "Follow a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    responses((status = 204, description = "Followed"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[put("/topics/{slug}/follow")]
pub async fn follow_topic(
    state: web::Data<AppState>,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    set_follow(&state, member, slug.into_inner(), true).await
}

/// Follows a topic no longer. Doing it again changes nothing.
#[utoipa::path(
    tag = "topics",
    summary = "Stop following a topic",
    params(("slug" = String, Path, description = "Slug or synonym", example = "customer-calls")),
    responses((status = 204, description = "Not followed any more"), SignedOut, NotThere),
    security(("bearer" = []))
)]
#[delete("/topics/{slug}/follow")]
pub async fn unfollow_topic(
    state: web::Data<AppState>,
    member: CurrentMember,
    slug: web::Path<String>,
) -> AppResult<HttpResponse> {
    set_follow(&state, member, slug.into_inner(), false).await
}

async fn set_follow(
    state: &AppState,
    member: CurrentMember,
    slug: String,
    following: bool,
) -> AppResult<HttpResponse> {
    let act = Act::live(state, member.viewer);
    db::write(&state.db, move |tx| {
        let slug = slug.clone();
        Box::pin(async move { service::follow(tx, &act, &slug, following).await })
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}
