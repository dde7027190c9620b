//! Bookmarks: what one keeps for later, with a note. They are nobody else's business: no event tells of them.

mod handlers;
mod repo;
mod service;

pub use handlers::routes;
