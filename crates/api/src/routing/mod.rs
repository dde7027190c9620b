//! Routing: bringing a question to who can answer it, circle after circle, and what one can help with.
//!
//! `messenger` is the worker that takes the steps when their time has come; `candidates` says who is asked in a circle;
//! `service` holds the use cases, `help` the list of Home. The rules are in `domain::routing`.

mod candidates;
mod handlers;
mod help;
mod mapping;
mod messenger;
mod refusal;
pub mod repo;
pub mod service;
mod step;

pub use handlers::routes;
pub use messenger::Messenger;
