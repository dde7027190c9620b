//! Notices: the bell, its list, reading, and what one wants to be told of and how.
//!
//! Whom an event tells is decided in `projections::notices`; here it is shown, after looking again whether it may be seen.

pub mod handlers;
pub mod mapping;
pub mod postman;
pub mod repo;
pub mod service;
pub mod settings;
pub mod unsubscribe;
mod unsubscribing;

pub use handlers::routes;
pub use postman::Postman;
