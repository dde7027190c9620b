//! Learning needs: saying them, joining, helping, linking what meets them, and how far they have come.
//!
//! A need is a post with a row of its own; its text is why it matters. `page` is what one reads, `service` what one does.

pub mod demand;
pub mod handlers;
pub mod list;
pub mod mapping;
pub mod page;
pub(crate) mod read;
pub mod refusal;
pub mod repo;
pub mod service;

pub use handlers::routes;
