//! Finding topics: lists and completion.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, web};
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_contract::topics::{
    CompleteTopicsQuery, ListTopicsQuery, TopicCompletion, TopicSort, TopicSummary,
};
use tacit_contract::{Page, limits};
use tacit_domain::identity::Viewer;
use tacit_domain::topics::TopicSlug;

use crate::auth::extract::CurrentMember;
use crate::error::{AppError, AppResult};
use crate::http::refusals::{BadQuery, SignedOut};
use crate::http::{PageRequest, ValidQuery, respond_page};
use crate::posts::visibility::scopes_of;
use crate::state::AppState;
use crate::topics::repo::lists::{self, TopicFilter, TopicKey};
use crate::topics::resolve::find_by_text;
use crate::topics::{mapping, repo};

const COMPLETIONS: u32 = 8;
const COMPLETIONS_MAX: u32 = 20;
/// So many candidates are ranked.
const CANDIDATES: u64 = 60;

/// Topics with what there is about each, as far as the caller may see it.
#[utoipa::path(
    tag = "Topics",
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
    tag = "Topics",
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
