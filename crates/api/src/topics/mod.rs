//! Topics: finding them by any of their names, making, editing and merging them, following.

pub mod cleanup;
pub mod handlers;
pub mod mapping;
pub mod related;
pub mod repo;
pub mod resolve;
pub mod service;

pub use handlers::routes;
