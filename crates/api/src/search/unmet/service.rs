//! Counting a search that found nothing, and telling of those that many made.

use aws_lc_rs::hmac;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use tacit_contract::search::{SearchedInVain, UnmetSearch, UnmetSearches};
use tacit_domain::identity::Viewer;
use tacit_domain::needs::demand::{Shown, can_see_demand};
use tacit_domain::search::SearchKind;
use tacit_domain::search::query::Query;
use tacit_domain::search::unmet::{self, KEPT_MAX, PEOPLE_MIN};
use uuid::Uuid;

use super::repo::{self, UnmetRow};
use crate::db;
use crate::error::AppResult;
use crate::needs::repo::demand::active_members;
use crate::search::analysis::Analysis;
use crate::search::order::in_order;
use crate::search::service::ask;
use crate::search::words::Typing;
use crate::state::AppState;

/// Most that are shown.
const SHOWN_MOST: usize = 12;
/// Most that are looked at for it: each is searched for again.
const LOOKED_AT: usize = 24;

/// A search as it is known and as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The stems.
    pub key: String,
    /// As typed, without signs.
    pub typed: String,
}

/// The words of a query, when searches for them are counted.
pub(super) fn words(analysis: &Analysis, query: &Query) -> Option<Words> {
    let words = analysis.words(&query.text);
    if !unmet::is_countable(query, words.iter().map(|word| word.plain.as_str())) {
        return None;
    }
    let typed = words
        .iter()
        .filter_map(|word| query.text.get(word.from..word.to))
        .map(str::to_lowercase);
    Some(Words {
        typed: typed.collect::<Vec<_>>().join(" "),
        key: unmet::key(words.iter().map(|word| analysis.stem(&word.plain))),
    })
}

/// Counts a search that found nothing. That it could not be counted is no reason not to answer it.
pub async fn count(state: &AppState, viewer: &Viewer, query: &Query) {
    if let Err(error) = try_count(state, viewer, query).await {
        tracing::warn!(%error, "a search without hits was not counted");
    }
}

async fn try_count(state: &AppState, viewer: &Viewer, query: &Query) -> AppResult<()> {
    let Some(words) = words(state.search.index()?.analysis(), query) else {
        return Ok(());
    };
    let now = state.clock.now();
    let period = unmet::period(now);
    let marked = mark(state, period, viewer.member_id, &words.key);
    let row = UnmetRow {
        id: state.ids.next(),
        words: words.key,
        period,
        typed: words.typed,
        people: 0,
        last_day: now.day().micros(),
    };
    db::write(&state.db, move |tx| {
        let (row, marked) = (row.clone(), marked.clone());
        Box::pin(async move {
            let day = row.last_day;
            let search = repo::put(tx, row).await?;
            repo::add(tx, search, marked, day).await?;
            repo::keep_at_most(tx, KEPT_MAX).await?;
            Ok(())
        })
    })
    .await
}

/// What tells one person from another within a period. Its key is derived from the server's secret, which is not in the
/// database, and all marks of a period go when it is over.
fn mark(state: &AppState, period: i64, member: Uuid, words: &str) -> String {
    let key = state.keys.derive(&format!("unmet search {period}"));
    let key = hmac::Key::new(hmac::HMAC_SHA256, &key);
    let message = [member.as_bytes().as_slice(), words.as_bytes()].concat();
    URL_SAFE_NO_PAD.encode(hmac::sign(&key, &message))
}

/// What many searched for and the viewer does not find either, for leads.
///
/// # Errors
/// 403 for who is no lead, 503 while the index is not open; a failure of the database.
pub async fn list(state: &AppState, viewer: &Viewer) -> AppResult<UnmetSearches> {
    can_see_demand(viewer)?;
    let db = state.db.reader();
    let first = unmet::first_kept(state.clock.now());
    let rows = repo::list(db, first, fewest()).await?;
    let total = u32::try_from(active_members(db).await?).unwrap_or(u32::MAX);
    let mut items = Vec::new();
    for row in rows.into_iter().take(LOOKED_AT) {
        if items.len() < SHOWN_MOST && !finds(state, viewer, &row.typed).await? {
            let people = u32::try_from(row.people).unwrap_or_default();
            items.push(UnmetSearch {
                people: Shown::of(people, total).into(),
                words: row.typed,
            });
        }
    }
    Ok(UnmetSearches { items })
}

/// Whether there is an answer meanwhile.
async fn finds(state: &AppState, viewer: &Viewer, typed: &str) -> AppResult<bool> {
    let answer = ask(
        state,
        Query::parse(typed),
        SearchKind::ALL.to_vec(),
        Typing::No,
    )
    .await?;
    Ok(!in_order(state, viewer, &answer.hits, 1).await?.is_empty())
}

/// Whether many searched for the same in vain.
///
/// # Errors
/// 503 while the index is not open; a failure of the database.
pub async fn by_many(state: &AppState, typed: &str) -> AppResult<SearchedInVain> {
    let query = Query::parse(typed);
    let Some(words) = words(state.search.index()?.analysis(), &query) else {
        return Ok(SearchedInVain::default());
    };
    let first = unmet::first_kept(state.clock.now());
    let by_many = repo::is_known(state.db.reader(), &words.key, first, fewest()).await?;
    Ok(SearchedInVain { by_many })
}

/// Forgets what is too old, and who was counted in periods that are over.
///
/// # Errors
/// A failure of the database.
pub async fn forget(state: &AppState) -> AppResult<u64> {
    let now = state.clock.now();
    let (first, running) = (unmet::first_kept(now), unmet::period(now));
    db::write(&state.db, move |tx| {
        Box::pin(async move { Ok(repo::forget(tx, first, running).await?) })
    })
    .await
}

fn fewest() -> i32 {
    i32::try_from(PEOPLE_MIN).unwrap_or(i32::MAX)
}
