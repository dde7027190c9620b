//! Search: one index per node over questions, topics and members, fed from the event log.
//!
//! The index proposes, the database decides: every hit is loaded again with `visible_to`, and what is shown is cut from
//! the row. The maths is in `tacit_domain::search`.

pub mod analysis;
pub mod candidates;
pub mod document;
pub mod find;
#[cfg(test)]
mod find_tests;
pub mod index;
pub mod ranking;
pub mod schema;
pub mod vocabulary;
pub mod words;
