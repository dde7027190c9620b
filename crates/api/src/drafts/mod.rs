//! Drafts: what members are still writing, one per member and place, gone when it is posted. Nobody reads another's:
//! every operation begins at the caller's own rows.
//!
//! `service` holds the use cases, `repo` the SQL, `mapping` the way onto the wire.

mod handlers;
mod mapping;
pub mod repo;
mod service;

pub use handlers::routes;
