//! Needs among what was found: which the viewer may see, how they are shown, and those like a wish that is being typed.

use std::collections::{HashMap, HashSet};

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use tacit_contract::search::{NeedHit, SearchHit};
use tacit_domain::identity::Viewer;
use tacit_domain::limits::QUERY_MAX;
use tacit_domain::needs::NeedState;
use tacit_domain::posts::PostKind;
use tacit_domain::search::SearchKind;
use tacit_domain::search::query::Query;
use uuid::Uuid;

use super::analysis::Stemming;
use super::hits::topics_of;
use super::marks::Marker;
use super::order::in_order;
use super::service::ask;
use super::words::Typing;
use crate::db::entities::{need, post};
use crate::error::AppResult;
use crate::markdown::search_text;
use crate::posts::visibility::visible_posts;
use crate::state::AppState;
use tacit_contract::topics::TopicRef;

/// How like a wish a need must be, compared with the one that is most like it.
const LIKE: f64 = 0.5;

/// A need that is shown.
#[derive(Clone, Debug)]
pub struct ShownNeed {
    /// Its post.
    pub post: post::Model,
    /// Its row.
    pub need: need::Model,
    /// Its topics in order.
    pub topics: Vec<TopicRef>,
}

/// Of these needs, those the viewer may see.
pub async fn seen_needs(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashSet<Uuid>, DbErr> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let seen: Vec<Uuid> = visible_posts(viewer)
        .filter(post::Column::Kind.eq(PostKind::Need.as_str()))
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .select_only()
        .column(post::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(seen.into_iter().collect())
}

/// These needs with their texts, as far as the viewer may see them.
pub async fn shown_needs(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, ShownNeed>, DbErr> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let posts = visible_posts(viewer)
        .filter(post::Column::Kind.eq(PostKind::Need.as_str()))
        .filter(post::Column::Id.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let rows = need::Entity::find()
        .filter(need::Column::PostId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    let mut rows: HashMap<Uuid, need::Model> =
        rows.into_iter().map(|row| (row.post_id, row)).collect();
    let mut topics = topics_of(db, ids).await?;
    Ok(posts
        .into_iter()
        .filter_map(|post| {
            let id = post.id;
            let shown = ShownNeed {
                need: rows.remove(&id)?,
                topics: topics.remove(&id).unwrap_or_default(),
                post,
            };
            Some((id, shown))
        })
        .collect())
}

/// A need that was found.
pub fn need(marker: &Marker<'_>, shown: ShownNeed) -> AppResult<SearchHit> {
    let (post, row) = (shown.post, shown.need);
    let stemming = Stemming::of(&post.language);
    Ok(SearchHit::Need(NeedHit {
        id: post.id,
        wish: marker.whole(&row.wish, stemming),
        snippet: marker.passage(&search_text(&post.body), stemming).0,
        language: post.language,
        state: row.state.parse::<NeedState>()?.into(),
        topics: shown.topics,
        supporters: row.supporters,
    }))
}

/// The needs most like a wish that the viewer may see, best first. No word of the wish is required.
///
/// # Errors
/// 503 while the index is not open; a failure of the index or the database.
pub async fn like_wish(
    state: &AppState,
    viewer: &Viewer,
    wish: &str,
    wanted: usize,
) -> AppResult<Vec<Uuid>> {
    let query = Query {
        text: wish.chars().take(QUERY_MAX).collect(),
        ..Query::default()
    };
    let answer = ask(state, query, vec![SearchKind::Need], Typing::Perhaps).await?;
    let found = in_order(state, viewer, &answer.hits, wanted).await?;
    // "I want to learn" is in most of them: what has little more in common than that is not like it.
    let best = found.first().map_or(0.0, |hit| hit.hit.score);
    let near = found.into_iter().filter(|hit| hit.hit.score >= best * LIKE);
    Ok(near.take(wanted).map(|hit| hit.hit.id).collect())
}
