//! Searches that find nothing, counted without names: who takes care of learning sees what is looked for in vain, and who
//! searches for the same again can say it as a need.
//!
//! `tacit_domain::search::unmet` says what is counted and when it is shown; `service` counts and shows, `repo` keeps,
//! `sweep` forgets.

pub mod handlers;
mod repo;
pub mod service;
pub mod sweep;

use tacit_domain::search::query::Query;

use super::analysis::Analysis;

/// The words of a query as they are counted, outside of the index.
#[must_use]
pub fn words_of(query: &Query) -> Option<service::Words> {
    service::words(&Analysis::default(), query)
}
