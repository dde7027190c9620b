//! Searching: ask the index, check each hit against the database, lift, and show.

use tacit_contract::Page;
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_contract::search::{
    CompleteSearchQuery, Completion, Completions, SearchHit, SearchQuery, SimilarQuery,
    SimilarQuestion, SimilarQuestions,
};
use tacit_domain::identity::Viewer;
use tacit_domain::limits::QUERY_MAX;
use tacit_domain::search::SearchKind;
use tacit_domain::search::query::Query;
use tacit_domain::search::rank::LIFT_TOPIC;
use tokio::task::spawn_blocking;
use uuid::Uuid;

use super::candidates::Filter;
use super::find::{Answer, find};
use super::hits::{members_called, topics_named, topics_of};
use super::mapping;
use super::marks::Marker;
use super::order::in_order;
use super::unmet::service as unmet;
use super::words::Typing;
use crate::error::{AppError, AppResult};
use crate::http::page::PageRequest;
use crate::state::AppState;

/// Completions when nothing is said, and at most.
const COMPLETIONS: (u32, u32) = (8, 20);
/// Similar questions when nothing is said, and at most.
const SIMILAR: (u32, u32) = (5, 100);

/// A page of what a query finds.
pub async fn search(
    state: &AppState,
    viewer: &Viewer,
    query: SearchQuery,
) -> AppResult<Page<SearchHit>> {
    let page: PageRequest<usize> =
        PageRequest::read(&state.keys, "search", query.limit, query.cursor.as_deref())?;
    let typed = Query::parse(&query.q);
    // Among one kind or further down nothing may be found though there is something.
    let is_whole = query.kind.is_none() && page.after.is_none();
    let kinds = kinds(query.kind.map(Into::into));
    let typing = if typed.unfinished {
        Typing::Yes
    } else {
        Typing::No
    };
    let answer = ask(state, typed.clone(), kinds, typing).await?;
    let from = page.after.map_or(0, |last| last.saturating_add(1));
    let wanted = usize::try_from(page.fetch()).unwrap_or(usize::MAX);
    let ordered = in_order(state, viewer, &answer.hits, from.saturating_add(wanted)).await?;
    if is_whole && ordered.is_empty() {
        unmet::count(state, viewer, &typed).await;
    }
    let rows: Vec<(usize, _)> = ordered.into_iter().enumerate().skip(from).collect();
    let rows = page.page(&state.keys, rows, |(at, _)| *at)?;
    let hits: Vec<_> = rows.items.into_iter().map(|(_, hit)| hit).collect();
    let index = state.search.index()?;
    let marker = Marker::new(index.analysis(), &answer.words);
    Ok(Page {
        items: mapping::hits(state.db.reader(), viewer, &marker, &hits).await?,
        next_cursor: rows.next_cursor,
    })
}

/// What the words in the box may become: titles and names that have them.
pub async fn complete(
    state: &AppState,
    viewer: &Viewer,
    query: CompleteSearchQuery,
) -> AppResult<Completions> {
    let limit = limit(query.limit, COMPLETIONS)?;
    let typed = Query::parse(&query.q);
    if typed.text.is_empty() {
        return Ok(Completions::default());
    }
    let kinds = kinds(query.kind.map(Into::into));
    let answer = ask(state, typed, kinds, Typing::Yes).await?;
    let ordered = in_order(state, viewer, &answer.hits, limit.saturating_mul(5)).await?;
    let index = state.search.index()?;
    let marker = Marker::new(index.analysis(), &answer.words);
    let found = mapping::completions(state.db.reader(), viewer, &marker, &ordered).await?;
    let mut items: Vec<Completion> = found
        .into_iter()
        .filter(|completion| completion.text.iter().any(|fragment| fragment.hit))
        .collect();
    items.truncate(limit);
    Ok(Completions { items })
}

/// Questions that may already say what somebody is about to ask. No word of the title is required.
pub async fn similar(
    state: &AppState,
    viewer: &Viewer,
    query: SimilarQuery,
) -> AppResult<SimilarQuestions> {
    let limit = limit(query.limit, SIMILAR)?;
    let title = Query {
        text: query.title.chars().take(QUERY_MAX).collect(),
        ..Query::default()
    };
    let answer = ask(state, title, vec![SearchKind::Question], Typing::Perhaps).await?;
    let mut ordered = in_order(state, viewer, &answer.hits, limit).await?;
    let topics = named(state, query.topics.as_deref()).await?;
    if !topics.is_empty() {
        let ids: Vec<Uuid> = ordered.iter().map(|hit| hit.hit.id).collect();
        let theirs = topics_of(state.db.reader(), &ids).await?;
        for hit in &mut ordered {
            let own = theirs.get(&hit.hit.id).map_or(&[][..], Vec::as_slice);
            if own.iter().any(|topic| topics.contains(&topic.id)) {
                hit.hit.score *= 1.0 + LIFT_TOPIC;
            }
        }
        ordered.sort_by(|a, b| b.hit.score.total_cmp(&a.hit.score));
    }
    ordered.truncate(limit);
    let items: Vec<SimilarQuestion> = mapping::similar(state.db.reader(), viewer, &ordered).await?;
    Ok(SimilarQuestions { items })
}

/// Asks the index, on a thread that may take its time.
pub async fn ask(
    state: &AppState,
    query: Query,
    kinds: Vec<SearchKind>,
    typing: Typing,
) -> AppResult<Answer> {
    let filter = filter(state, &query).await?;
    let index = state.search.index()?.clone();
    spawn_blocking(move || find(&index, &query, &filter, &kinds, typing))
        .await?
        .map_err(AppError::internal)
}

/// Resolves the names in a query. What nobody is called is found nowhere.
async fn filter(state: &AppState, query: &Query) -> AppResult<Filter> {
    let db = state.db.reader();
    let mut topics = Vec::with_capacity(query.topics.len());
    for name in &query.topics {
        topics.push(topics_named(db, name).await?);
    }
    let authors = if query.from.is_empty() {
        None
    } else {
        Some(members_called(db, &query.from).await?)
    };
    Ok(Filter {
        topics,
        authors,
        states: query.states.iter().map(|state| state.as_str()).collect(),
        urgent: query.urgent,
    })
}

async fn named(state: &AppState, slugs: Option<&str>) -> AppResult<Vec<Uuid>> {
    let mut found = Vec::new();
    for slug in slugs.unwrap_or_default().split(',').take(10) {
        found.extend(topics_named(state.db.reader(), slug).await?);
    }
    Ok(found)
}

fn limit(asked: Option<u32>, (usual, most): (u32, u32)) -> AppResult<usize> {
    let limit = asked.unwrap_or(usual);
    if !(1..=most).contains(&limit) {
        let detail = format!("from 1 to {most}");
        let error = AppError::new(ProblemCode::MalformedQuery);
        return Err(error.field("/limit", FieldCode::OutOfRange, detail));
    }
    Ok(usize::try_from(limit).unwrap_or(usize::MAX))
}

fn kinds(only: Option<SearchKind>) -> Vec<SearchKind> {
    only.map_or_else(|| SearchKind::ALL.to_vec(), |kind| vec![kind])
}
