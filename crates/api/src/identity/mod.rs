//! Members, their sessions, and the organisation: who may come in and what they say about themselves.
//!
//! `service` holds the use cases, `repo` the rows, `handlers` the operations; who may is in `domain::identity::policy`.

mod error;
mod handlers;
pub mod mapping;
pub mod repo;
pub mod service;

pub use handlers::configure as routes;
