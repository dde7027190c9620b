//! Searches that found nothing.

use tacit_domain::search::query::Query;
use tacit_domain::search::unmet::period;
use tacit_domain::time::Timestamp;

use super::{Mistake, Plan, id_at};
use crate::db::entities::unmet_search;
use crate::demo::content::Content;
use crate::search::unmet::words_of;

/// Adds them as they were counted.
pub fn add(plan: &mut Plan, content: &Content, now: Timestamp) -> Result<(), Mistake> {
    for search in &content.unmet {
        let words = words_of(&Query::parse(&search.words));
        let words = words.ok_or_else(|| Mistake::unknown("search for", &search.words))?;
        let last = now.plus_days(-search.days_ago);
        plan.unmet.push(unmet_search::Model {
            id: id_at(last),
            words: words.key,
            period: period(last),
            typed: words.typed,
            people: search.people,
            last_day: last.day().micros(),
        });
    }
    Ok(())
}
