//! What all API tests stand on.

#[macro_use]
pub mod db;
pub mod app;
pub mod builders;
pub mod process;
pub mod roles;
