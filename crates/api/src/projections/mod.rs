//! What is derived from the events and kept in the database, one file each.

pub mod counters;
pub mod expertise;
pub mod notices;

use std::sync::Arc;

use crate::events::Projection;

/// All projections that live in the database.
#[must_use]
pub fn all() -> Vec<Arc<dyn Projection>> {
    vec![
        Arc::new(counters::Counters),
        Arc::new(notices::Notices),
        Arc::new(expertise::Expertise),
    ]
}
