//! Files: pictures in posts. Decoded, turned upright, written anew without what the camera knew, kept in a store of
//! their own, and seen by whoever sees a post they stand in.
//!
//! `picture` reads and writes pictures, `store` keeps bytes, `service` holds the use cases, `repo` the SQL, `sweep` takes
//! away what stands nowhere.

pub mod body;
mod handlers;
pub mod picture;
pub mod repo;
pub mod service;
pub mod store;
pub mod sweep;

pub use handlers::routes;
