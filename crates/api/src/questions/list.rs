//! Reading what a list of questions is asked for.

use sea_orm::ConnectionTrait;
use tacit_contract::questions::{ListQuestionsQuery, QuestionFilter as State, QuestionSort};
use tacit_domain::identity::Viewer;
use tacit_domain::questions::QuestionState;

use super::repo::lists::QuestionFilter;
use crate::communities::service::check_readable;
use crate::error::AppResult;
use crate::identity::repo::members::find_by_handle;
use crate::topics::resolve::find_by_text;

/// The name of the list in an order, for its cursors.
#[must_use]
pub const fn name(sort: QuestionSort) -> &'static str {
    match sort {
        QuestionSort::Newest => "questions:newest",
        QuestionSort::Active => "questions:active",
        QuestionSort::Waiting => "questions:waiting",
        QuestionSort::Helpful => "questions:helpful",
        QuestionSort::Duplicated => "questions:duplicated",
    }
}

/// The filter a query means; none when nothing can pass, because a topic or a person it names is not there.
///
/// # Errors
/// 404 for a community the viewer does not read; a failure of the database.
pub async fn filter(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    query: &ListQuestionsQuery,
) -> AppResult<Option<QuestionFilter>> {
    let mut filter = QuestionFilter {
        states: states(query.sort, query.state),
        followed_by: query.followed.unwrap_or(false).then_some(viewer.member_id),
        blocking: query.blocking,
        language: query.language.clone(),
        since: query.since.map(|time| time.timestamp_micros()),
        until: query.until.map(|time| time.timestamp_micros()),
        ..QuestionFilter::default()
    };
    if let Some(community) = query.community {
        check_readable(db, viewer, community).await?;
        filter.community_id = Some(community);
    }
    if let Some(topic) = &query.topic {
        let Some(topic) = find_by_text(db, topic).await? else {
            return Ok(None);
        };
        filter.topic_id = Some(topic.id);
    }
    if let Some(handle) = &query.asked_by {
        let Some(member) = find_by_handle(db, handle).await? else {
            return Ok(None);
        };
        filter.asked_by = Some(member.id);
    }
    if let Some(handle) = &query.answered_by {
        let Some(member) = find_by_handle(db, handle).await? else {
            return Ok(None);
        };
        filter.answered_by = Some(member.id);
    }
    // Whoever looks for somebody's questions finds them.
    if query.asked_by.is_none() && query.answered_by.is_none() {
        filter.reaching = Some(viewer.member_id);
    }
    if query.mine.unwrap_or(false) {
        if filter.asked_by.is_some_and(|id| id != viewer.member_id) {
            return Ok(None);
        }
        filter.own_of = Some(viewer.member_id);
    }
    Ok(Some(filter))
}

/// The states that pass. Only what is neither solved nor closed waits.
fn states(sort: Option<QuestionSort>, state: Option<State>) -> Option<Vec<QuestionState>> {
    use QuestionState::{Answered, Closed, Open, Solved};
    let asked = match state.unwrap_or_default() {
        State::Any => vec![Open, Answered, Solved, Closed],
        State::Unanswered => vec![Open],
        State::Answered => vec![Answered],
        State::Solved => vec![Solved],
        State::Closed => vec![Closed],
        State::Unsolved => vec![Open, Answered],
    };
    let waiting = sort == Some(QuestionSort::Waiting);
    if !waiting && asked.len() == QuestionState::ALL.len() {
        return None;
    }
    let passes = |state: &QuestionState| !waiting || matches!(state, Open | Answered);
    Some(asked.into_iter().filter(passes).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_unsolved_wait() {
        use QuestionState::{Answered, Open, Solved};
        let waiting = Some(QuestionSort::Waiting);
        assert_eq!(states(None, None), None);
        assert_eq!(states(waiting, None), Some(vec![Open, Answered]));
        assert_eq!(states(waiting, Some(State::Solved)), Some(vec![]));
        assert_eq!(states(None, Some(State::Solved)), Some(vec![Solved]));
    }
}
