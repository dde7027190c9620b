//! Questions: asking, listing, the page, answering, accepting, editing.

pub mod handlers;
pub mod list;
pub mod mapping;
pub mod page;
pub mod repo;
pub mod service;

pub use handlers::routes;
