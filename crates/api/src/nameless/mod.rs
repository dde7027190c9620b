//! Writing without one's name: who wrote it stands in a table of its own, which `identity` alone reads; where it is allowed
//! is `rule`. What its author does to it is an `Act` without a name. See `docs/safe-zone.md`.

pub mod handlers;
pub mod identity;
pub mod rule;
pub mod show;

pub use handlers::routes;
