//! Communities: who belongs to them, how one comes in, what stands on their page.
//!
//! `posts::visibility` says which of them somebody reads; `service` what somebody does, `page`, `list`, `doors`, `overview` and
//! `health` what they see.
//! `service::load_visible` is where everything about one community begins: what does not exist for the viewer is 404.

pub mod doors;
pub mod handlers;
pub mod health;
pub mod list;
pub mod mapping;
pub mod overview;
pub mod page;
pub mod read;
pub mod refusal;
pub mod repo;
pub mod service;
pub mod sweep;

pub use handlers::routes;
