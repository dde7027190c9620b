//! Keeping order: closing, deleting, private flags, renewal, and the log of acts of office.
//!
//! `service` holds the use cases, `repo` the SQL, `audit` writes the log, `refusal` turns refusals into problems. What of
//! it stands on a question's page is read by `questions::page`.

pub mod audit;
pub mod handlers;
pub mod mapping;
mod refusal;
pub mod repo;
pub mod service;

pub use handlers::routes;
