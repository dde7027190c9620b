//! Expertise: what members say, confirm and show, how strong that is, and whom to ask.
//!
//! `known` gathers the evidence a viewer may see and hands it to the formula in `domain::expertise`; `service` holds the
//! use cases, `repo` the rows, `mapping` the way onto the wire. The evidence is kept by `projections::expertise`.

mod activity;
pub mod find;
mod handlers;
pub mod known;
pub mod mapping;
pub mod people;
mod refusal;
pub mod repo;
pub mod service;
pub mod suggest;
pub mod tree;
pub mod welcome;

pub use handlers::routes;
