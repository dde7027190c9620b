//! Following questions and people. Topics are followed in their own room.

mod handlers;
pub mod repo;
pub mod service;

pub use handlers::routes;
