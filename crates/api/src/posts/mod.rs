//! Posts: what questions, answers and comments share. Who sees them, their texts, marks, comments and revisions.
//!
//! `visibility` says what exists for whom, `audience` whom a new post is for; `act` is who does something, when and where from; `service` holds the use
//! cases, `repo` the SQL, `mapping` the way onto the wire.

pub mod act;
pub mod audience;
pub mod handlers;
pub mod history;
pub mod mapping;
pub mod naming;
pub mod refusal;
pub mod repo;
pub mod rerender;
pub mod service;
pub mod visibility;
pub mod written;

pub use act::Act;
pub use written::Written;

pub use handlers::routes;
