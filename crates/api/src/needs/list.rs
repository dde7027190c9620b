//! Reading what a list of needs is asked for.

use sea_orm::ConnectionTrait;
use tacit_contract::needs::{ListNeedsQuery, NeedSort, SimilarNeeds, SimilarNeedsQuery};
use tacit_contract::problem::{FieldCode, ProblemCode};
use tacit_domain::identity::Viewer;
use tacit_domain::needs::NeedState;
use uuid::Uuid;

use super::mapping;
use super::repo::lists::{self, NeedFilter};
use crate::error::{AppError, AppResult};
use crate::identity::repo::members::find_by_handle;
use crate::search::like_wish;
use crate::state::AppState;
use crate::topics::resolve::find_by_text;

/// Similar needs when nothing is said, and at most.
const SIMILAR: u32 = 5;
const SIMILAR_MOST: u32 = 20;

/// The name of the list in an order, for its cursors.
#[must_use]
pub const fn name(sort: NeedSort) -> &'static str {
    match sort {
        NeedSort::Newest => "needs:newest",
        NeedSort::Wanted => "needs:wanted",
        NeedSort::Active => "needs:active",
    }
}

/// The filter a query means; none when nothing can pass, because a topic or a person it names is not there.
///
/// # Errors
/// A failure of the database.
pub async fn filter(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    query: &ListNeedsQuery,
) -> AppResult<Option<NeedFilter>> {
    let me = viewer.member_id;
    let asked = |flag: Option<bool>| flag.unwrap_or(false);
    let for_others = asked(query.could_help) || asked(query.like_mine);
    let mut filter = NeedFilter {
        states: states(query.state.map(Into::into), query.open, for_others),
        form: query.form.map(Into::into),
        language: query.language.clone(),
        joined_by: asked(query.joined).then_some(me),
        helpable_by: asked(query.could_help).then_some(me),
        like_those_of: asked(query.like_mine).then_some(*viewer),
        ..NeedFilter::default()
    };
    if let Some(topic) = &query.topic {
        let Some(topic) = find_by_text(db, topic).await? else {
            return Ok(None);
        };
        filter.topic_id = Some(topic.id);
    }
    if let Some(handle) = &query.said_by {
        let Some(member) = member(db, handle).await? else {
            return Ok(None);
        };
        filter.said_by = Some(member);
    }
    if let Some(handle) = &query.helped_by {
        let Some(member) = member(db, handle).await? else {
            return Ok(None);
        };
        filter.helped_by = Some(member);
    }
    // Whoever looks for somebody's needs finds them, and what one joined stays.
    if query.said_by.is_none() && query.helped_by.is_none() && filter.joined_by.is_none() {
        filter.reaching = Some(me);
    }
    if asked(query.mine) {
        if filter.said_by.is_some_and(|id| id != me) {
            return Ok(None);
        }
        filter.said_by = Some(me);
    }
    Ok(Some(filter))
}

/// The needs most like a wish, best first.
///
/// # Errors
/// 400 for a limit out of bounds, 503 while the index is not open; a failure of the database.
pub async fn similar(
    state: &AppState,
    viewer: &Viewer,
    query: &SimilarNeedsQuery,
) -> AppResult<SimilarNeeds> {
    let limit = query.limit.unwrap_or(SIMILAR);
    if !(1..=SIMILAR_MOST).contains(&limit) {
        let detail = format!("from 1 to {SIMILAR_MOST}");
        let error = AppError::new(ProblemCode::MalformedQuery);
        return Err(error.field("/limit", FieldCode::OutOfRange, detail));
    }
    let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
    let ids = like_wish(state, viewer, &query.wish, wanted).await?;
    let db = state.db.reader();
    let filter = NeedFilter {
        among: Some(ids.clone()),
        ..NeedFilter::default()
    };
    let sort = NeedSort::Newest;
    let mut rows = lists::list(db, viewer, &filter, sort, None, limit.into()).await?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(SimilarNeeds {
        items: mapping::summaries(db, viewer, rows).await?,
    })
}

async fn member(db: &impl ConnectionTrait, handle: &str) -> AppResult<Option<Uuid>> {
    let found = find_by_handle(db, handle).await?;
    Ok(found.map(|member| member.id))
}

/// The states that pass; none when all do. What is only for those that wait leaves out the others.
fn states(
    state: Option<NeedState>,
    open: Option<bool>,
    waiting_only: bool,
) -> Option<Vec<NeedState>> {
    if state.is_none() && open.is_none() && !waiting_only {
        return None;
    }
    let all = NeedState::ALL.iter().copied();
    let passes = |other: &NeedState| {
        state.is_none_or(|state| state == *other)
            && open.is_none_or(|open| open != other.is_settled())
            && !(waiting_only && other.is_settled())
    };
    Some(all.filter(passes).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_narrow_each_other() {
        use NeedState::{AlreadyExists, Exploring, Met, NotNow, OnHold, Open, UnderWay};
        assert_eq!(states(None, None, false), None);
        let waiting = Some(vec![Open, Exploring, UnderWay, OnHold]);
        assert_eq!(states(None, Some(true), false), waiting);
        assert_eq!(states(None, None, true), waiting);
        let settled = Some(vec![Met, AlreadyExists, NotNow]);
        assert_eq!(states(None, Some(false), false), settled);
        assert_eq!(states(Some(Met), None, false), Some(vec![Met]));
        assert_eq!(states(Some(Met), None, true), Some(vec![]));
    }
}
