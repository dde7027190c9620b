//! The database.

pub mod entities;
