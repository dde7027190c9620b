//! Reading what a list of communities is asked for.

use sea_orm::ConnectionTrait;
use tacit_contract::communities::{CommunityView, ListCommunitiesQuery};
use tacit_domain::communities::DELETED_DAYS;
use tacit_domain::time::Timestamp;

use super::repo::lists::CommunityFilter;
use crate::error::AppResult;
use crate::identity::service::people::search_words;
use crate::topics::resolve::find_by_text;

/// The name of the list of a view, for its cursors.
#[must_use]
pub const fn name(view: CommunityView) -> &'static str {
    match view {
        CommunityView::All => "communities:all",
        CommunityView::Mine => "communities:mine",
        CommunityView::Discover => "communities:discover",
        CommunityView::Pending => "communities:pending",
        CommunityView::Deleted => "communities:deleted",
    }
}

/// The filter a query means; none when nothing can pass, because the topic it names is not there.
///
/// # Errors
/// 400 for words that cannot be searched; a failure of the database.
pub async fn filter(
    db: &impl ConnectionTrait,
    query: &ListCommunitiesQuery,
    now: Timestamp,
) -> AppResult<Option<CommunityFilter>> {
    let mut filter = CommunityFilter {
        view: query.view.unwrap_or_default(),
        words: search_words(query.q.clone())?,
        topic_id: None,
        erased_before: now.plus_days(-DELETED_DAYS).micros(),
    };
    if let Some(topic) = &query.topic {
        let Some(topic) = find_by_text(db, topic).await? else {
            return Ok(None);
        };
        filter.topic_id = Some(topic.id);
    }
    Ok(Some(filter))
}
