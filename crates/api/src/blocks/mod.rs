//! Muting and blocking another member. What it means for lists, notices and routing is asked here; what still reaches whom
//! is `tacit_domain::blocks`. It is state and no event: nobody but who did it may ever learn of it, and what it hides is
//! there again when it is taken back.

mod handlers;
pub mod repo;
mod service;

pub use handlers::routes;
