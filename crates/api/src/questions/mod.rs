//! Questions: asking, listing, the page, answering, accepting, editing.
//!
//! `service` holds the use cases of asking, answering and editing, `accept` those of accepting.

pub mod accept;
pub mod handlers;
pub mod list;
pub mod mapping;
pub mod page;
pub mod repo;
pub mod service;

pub use handlers::routes;
