//! Members, their sessions, and the organisation: who may come in and what they say about themselves.

pub mod mapping;
pub mod repo;
